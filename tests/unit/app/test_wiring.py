from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.wiring import Search, Surroundings, build_house
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.ssdp import GROUP, PORT
from altrabits_desktop.streamers.discovery.udp import Reception, Wish, join_group, open_socket
from altrabits_desktop.streamers.drivers.catalog import Catalog, read_manifests
from tests.fakes.discovery import LOOPBACK, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

RADIO = "urn:example-org:device:Radio:1"
MANIFEST = f"""
id = "radio"
name = "Radio"
depth = "standard"
capabilities = ["state"]

[heard]
device_types = ["{RADIO}"]

[recognised]
by = "description_url"
types = ["{RADIO}"]
"""


async def test_the_device_types_of_a_new_driver_folder_are_searched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "radio").mkdir()
    (tmp_path / "radio" / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    monkeypatch.setattr(Catalog, "bundled", lambda: Catalog(read_manifests(tmp_path)))
    said: list[bytes] = []
    opened = open_socket(Wish(address=GROUP, port=PORT, is_port_shared=True))
    join_group(opened, group=GROUP, address=LOOPBACK.address)
    neighbour = Reception(
        opened, take=lambda heard, _: said.append(heard), most_bytes=4096, steady_s=lambda: 0.0
    )
    await neighbour.start()
    around = Surroundings(ways=frozenset({HeardBy.SSDP}), cards=lambda: (LOOPBACK,))
    search = Search(cards=(LOOPBACK.address,), surroundings=around)
    discovery = build_house(search, open_address=lambda _: False).discovery

    await discovery.start()
    await until(lambda: any(f"ST: {RADIO}".encode() in question for question in said))

    assert discovery.report().cards == (LOOPBACK,)
    await discovery.stop()
    neighbour.stop()
