from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Malformed
from altrabits_desktop.contract.streamers import Depth, Origin
from altrabits_desktop.streamers.drivers.driver import DriverAddress
from altrabits_desktop.streamers.drivers.manifest import AddressField, Manifest, read_manifest
from altrabits_desktop.streamers.sighting import ServicePort
from tests.fakes.streamers import ADDRESS, a_sighting

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """
id = "radio"
name = "Radio"
depth = "standard"
capabilities = ["state", "volume"]
[heard]
service_types = ["_radio._tcp"]
device_types = ["urn:radio:1"]
[recognised]
by = "description_url"
types = ["urn:radio:1"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "radio"
    folder.mkdir()
    return folder


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "manifest.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_manifest_is_read(folder: Path) -> None:
    manifest = read_manifest(written(folder, WHOLE))

    assert manifest == Manifest(
        id=manifest.id,
        name="Radio",
        depth=Depth.STANDARD,
        capabilities=frozenset({Capability.STATE, Capability.VOLUME}),
        service_types=frozenset({"_radio._tcp"}),
        device_types=frozenset({"urn:radio:1"}),
        recognised_by=AddressField.DESCRIPTION_URL,
        recognised_types=frozenset({"urn:radio:1"}),
    )
    assert manifest.id == "radio"


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ('id = "radio"', 'id = "other"'),
        ('id = "radio"', ""),
        ('id = "radio"', "id = 7"),
        ('name = "Radio"', f'name = "{"x" * 200}"'),
        ('name = "Radio"', 'name = "a\\nb"'),
        ('depth = "standard"', 'depth = "bottomless"'),
        ('["state", "volume"]', '["flight"]'),
        ('["state", "volume"]', '"state"'),
        ('["state", "volume"]', "[1]"),
        ("[heard]", "[herd]"),
        ("[heard]", "heard = 7\n[other]"),
        ('by = "description_url"', 'by = "name"'),
        ('by = "description_url"', 'by = "description_url"\nunknown = 1'),
        ('id = "radio"', 'is_template = "yes"\nid = "radio"'),
        ('types = ["urn:radio:1"]', f"types = {['t'] * 80}"),
        ("[recognised]", "[recognised"),
        ('by = "description_url"\ntypes = ["urn:radio:1"]', 'by = "service"'),
    ],
)
def test_wrong_manifest_is_refused(folder: Path, part: str, wrong: str) -> None:
    assert part in WHOLE

    with pytest.raises(Malformed) as refused:
        read_manifest(written(folder, WHOLE.replace(part, wrong, 1)))
    assert (refused.value.code, refused.value.arguments) == (
        "driver.manifest_malformed",
        {"driver": "radio"},
    )


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * 20_000, b"a = " + b"[" * 9000])
def test_manifest_that_is_no_text_is_refused(folder: Path, content: bytes) -> None:
    with pytest.raises(Malformed):
        read_manifest(written(folder, content))


def test_missing_manifest_is_refused(folder: Path) -> None:
    with pytest.raises(Malformed):
        read_manifest(folder / "manifest.toml")


def test_folder_that_cannot_be_a_package_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "my-radio"
    folder.mkdir()

    with pytest.raises(Malformed):
        read_manifest(written(folder, WHOLE.replace('"radio"', '"my-radio"')))


def recognised(**said: Any) -> DriverAddress | None:  # noqa: ANN401 # fields of a sighting
    manifest = Manifest(
        id="radio",  # type: ignore[arg-type] # a text is enough here
        name="Radio",
        depth=Depth.STANDARD,
        capabilities=frozenset(),
        service_types=frozenset(),
        device_types=frozenset(),
        recognised_by=AddressField.DESCRIPTION_URL,
        recognised_types=frozenset({"urn:radio:1"}),
    )
    plain = {"description_url": f"http://{ADDRESS}:80/d.xml", "service_types": {"urn:radio:1"}}
    return manifest.recognises(a_sighting(**{**plain, **said}))


def test_announced_type_with_its_address_is_recognised() -> None:
    assert recognised() == DriverAddress(ADDRESS, f"http://{ADDRESS}/d.xml")


def test_the_announced_device_is_named_to_a_driver_that_reads_its_description() -> None:
    address = recognised(udn="u1")

    assert address is not None
    assert address.udn == "u1"


@pytest.mark.parametrize(
    "said",
    [
        {"service_types": frozenset()},
        {"service_types": frozenset({"urn:radio:2"})},
        {"description_url": None},
        {"description_url": "http://192.168.71.99/d.xml"},
        {"description_url": f"http://user@{ADDRESS}/d.xml"},
        {"description_url": "http://evil.example/d.xml"},
        {"description_url": f"gopher://{ADDRESS}/"},
    ],
)
def test_stranger_is_not_recognised(said: dict[str, Any]) -> None:
    assert recognised(**said) is None


@pytest.mark.parametrize(
    ("said", "is_allowed"),
    [
        ({}, False),
        ({"origin": Origin.DEMO}, True),
        ({"address": "127.0.0.2", "description_url": "http://127.0.0.2/d.xml"}, True),
    ],
)
def test_loopback_is_for_the_demo_and_a_chosen_loopback_card(
    said: dict[str, Any], *, is_allowed: bool
) -> None:
    address = recognised(**said)

    assert address is not None
    assert address.is_loopback_allowed is is_allowed


def recognised_by_service(**said: Any) -> DriverAddress | None:  # noqa: ANN401 # fields of a sighting
    manifest = Manifest(
        id="radio",  # type: ignore[arg-type] # a text is enough here
        name="Radio",
        depth=Depth.STANDARD,
        capabilities=frozenset(),
        service_types=frozenset(),
        device_types=frozenset(),
        recognised_by=AddressField.SERVICE,
        recognised_types=frozenset({"_radio._tcp"}),
    )
    plain = {
        "service": ServicePort("_radio._tcp", 6600),
        "service_types": frozenset({"_radio._tcp"}),
        "page_url": f"http://{ADDRESS}/",
        "udn": "u1",
    }
    return manifest.recognises(a_sighting(**{**plain, **said}))


def test_service_is_recognised_by_its_port() -> None:
    assert recognised_by_service() == DriverAddress(ADDRESS, "", port=6600)


@pytest.mark.parametrize(
    "said",
    [
        {"service": None},
        # It said both once, and the port that is known is another service's.
        {
            "service": ServicePort("_page._tcp", 80),
            "service_types": frozenset({"_page._tcp", "_radio._tcp"}),
        },
        {"service_types": frozenset()},
    ],
)
def test_another_service_is_not_recognised(said: dict[str, Any]) -> None:
    assert recognised_by_service(**said) is None


def test_service_on_a_chosen_loopback_card_may_be_reached() -> None:
    address = recognised_by_service(address="127.0.0.2")

    assert address == DriverAddress("127.0.0.2", "", is_loopback_allowed=True, port=6600)
