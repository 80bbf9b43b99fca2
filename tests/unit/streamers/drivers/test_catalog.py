from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from altrabits_desktop.contract.control_api import SERVICE_TYPE
from altrabits_desktop.contract.streamers import Depth, HeardBy
from altrabits_desktop.streamers import drivers
from altrabits_desktop.streamers.discovery.mdns_services import service_type_names
from altrabits_desktop.streamers.drivers.catalog import Catalog, read_manifests
from altrabits_desktop.streamers.drivers.host import load_driver
from tests.fakes.streamers import ADDRESS, a_sighting

FOLDER = Path(drivers.__file__).parent
RENDERER = "urn:schemas-upnp-org:device:MediaRenderer:1"
CONTROL = f"http://{ADDRESS}:8080/api/v1"
DESCRIPTION = f"http://{ADDRESS}:49494/description.xml"


@pytest.fixture
def catalog() -> Catalog:
    return Catalog.bundled()


def test_bundled_drivers_are_the_deepest_first(catalog: Catalog) -> None:
    assert [manifest.id for manifest in catalog.manifests] == [
        "altrabits",
        "mpd",
        "snapcast",
        "upnp",
    ]


def test_every_folder_has_a_manifest_and_a_driver_that_loads() -> None:
    folders = {path.parent.name for path in FOLDER.glob("*/driver.py")}
    manifests = read_manifests(FOLDER)

    assert {manifest.id for manifest in manifests} == folders
    for manifest in manifests:
        assert callable(load_driver(manifest.id).open)


def test_discovery_asks_for_what_the_drivers_want(catalog: Catalog) -> None:
    unnamed = {"_mpd._tcp", "_snapcast-tcp._tcp", "_snapcast-ctrl._tcp"}
    assert catalog.service_types() == {SERVICE_TYPE, *unnamed}
    assert catalog.unnamed_types() == unnamed
    # Types that are none would be left out without a word.
    assert set(service_type_names(catalog.service_types())) == catalog.service_types()
    assert RENDERER in catalog.device_types()
    assert len(catalog.device_types()) == 3


@pytest.mark.parametrize("way", [HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.MANUAL])
def test_streamer_with_control_address_is_managed(catalog: Catalog, way: HeardBy) -> None:
    recognition = catalog.recognise(a_sighting(heard_by=way, control_url=CONTROL))

    assert recognition is not None
    assert (recognition.driver_id, recognition.depth) == ("altrabits", Depth.MANAGED)
    assert recognition.address.url == CONTROL


def test_renderer_is_standard(catalog: Catalog) -> None:
    sighting = a_sighting(
        heard_by=HeardBy.SSDP,
        description_url=DESCRIPTION,
        service_types=frozenset({RENDERER.replace(":1", ":2")}),
    )

    recognition = catalog.recognise(sighting)

    assert recognition is not None
    assert (recognition.driver_id, recognition.depth) == ("upnp", Depth.STANDARD)


def test_deepest_driver_that_recognises_gets_it(catalog: Catalog) -> None:
    sighting = a_sighting(
        control_url=CONTROL, description_url=DESCRIPTION, service_types=frozenset({RENDERER})
    )

    recognition = catalog.recognise(sighting)

    assert recognition is not None
    assert recognition.driver_id == "altrabits"


def test_bare_announcement_is_nobodys(catalog: Catalog) -> None:
    assert catalog.recognise(a_sighting()) is None


def test_broken_manifest_is_left_out_and_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("upnp", "broken"):
        (tmp_path / name).mkdir()
    text = (FOLDER / "upnp" / "manifest.toml").read_text(encoding="utf-8")
    (tmp_path / "upnp" / "manifest.toml").write_text(text, encoding="utf-8")
    (tmp_path / "broken" / "manifest.toml").write_text("id = 7", encoding="utf-8")

    manifests = read_manifests(tmp_path)

    assert [manifest.id for manifest in manifests] == ["upnp"]
    assert caplog.messages == ["the manifest of driver broken is broken"]


def test_names_in_manifests_are_modules() -> None:
    for manifest in read_manifests(FOLDER):
        module = f"altrabits_desktop.streamers.drivers.{manifest.id}"
        assert importlib.import_module(module).__doc__
