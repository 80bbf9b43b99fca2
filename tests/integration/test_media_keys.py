"""Media keys and panels: the window on a session bus, told by another program there."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from dbus_fast.aio import MessageBus

from altrabits_desktop.app.session_player import NAME, PATH
from altrabits_desktop.ui.widgets.slider import Slider
from tests.harness.own_bus import need, own_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from dbus_fast import Variant

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

PLAYER = "org.mpris.MediaPlayer2.Player"
LONG_S = 20.0
STEP_S = 0.02


@dataclass
class Panel:
    """A panel of the desktop: reads the player, tells it something, hears what changes."""

    bus: MessageBus
    player: Any = None
    properties: Any = None
    changed: dict[str, Any] = field(default_factory=dict)
    jumps: list[int] = field(default_factory=list)

    async def find(self, name: str = NAME) -> None:
        """Wait for the player."""
        async with asyncio.timeout(LONG_S):
            while not await self._has(name):  # noqa: ASYNC110 # a bus tells nobody of this kind
                await asyncio.sleep(STEP_S)
        described = await self.bus.introspect(name, PATH)
        proxy = self.bus.get_proxy_object(name, PATH, described)
        self.player = proxy.get_interface(PLAYER)
        self.properties = proxy.get_interface("org.freedesktop.DBus.Properties")
        self.properties.on_properties_changed(self._take)
        self.player.on_seeked(self.jumps.append)

    async def all(self) -> dict[str, Any]:
        """Give all properties of the player."""
        told = await self.properties.call_get_all(PLAYER)
        return {name: value.value for name, value in told.items()}

    async def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until the properties are so, and give them."""
        async with asyncio.timeout(LONG_S):
            while not holds(told := await self.all()):  # noqa: ASYNC110 # as above
                await asyncio.sleep(STEP_S)
        return told

    async def _has(self, name: str) -> bool:
        described = await self.bus.introspect("org.freedesktop.DBus", "/org/freedesktop/DBus")
        proxy = self.bus.get_proxy_object(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", described
        )
        daemon: Any = proxy.get_interface("org.freedesktop.DBus")
        return bool(await daemon.call_name_has_owner(name))

    def _take(self, interface: str, changed: dict[str, Variant], _gone: list[str]) -> None:
        assert interface == PLAYER
        self.changed |= {name: value.value for name, value in changed.items()}


@pytest_asyncio.fixture
async def panel(desktop: Desktop, tmp_path: Path) -> AsyncIterator[Panel]:
    with own_bus(tmp_path) as address:
        desktop.session_bus = address
        bus = await MessageBus(bus_address=address).connect()
        yield Panel(bus)
        await desktop.close()
        bus.disconnect()


async def open_demo(desktop: Desktop, panel: Panel) -> Pilot:
    """Start the demo, and open a streamer that plays."""
    pilot = await desktop.open("--demo")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    await pilot.wait_for("streamer.play")
    await panel.find()
    await panel.until(lambda told: bool(told["CanControl"]))
    return pilot


async def test_a_panel_shows_the_streamer_whose_page_was_opened(
    desktop: Desktop, panel: Panel
) -> None:
    pilot = await open_demo(desktop, panel)

    told = await panel.until(lambda told: told["PlaybackStatus"] == "Playing")

    heading = told["Metadata"]["altrabits:streamer"].value
    assert heading in pilot.read("streamer")
    assert told["Metadata"]["xesam:title"].value in pilot.read("streamer")
    assert told["Metadata"]["mpris:trackid"].signature == "o"


async def test_a_panel_tells_the_streamer_and_hears_of_it(desktop: Desktop, panel: Panel) -> None:
    pilot = await open_demo(desktop, panel)
    volume = pilot.find("streamer.volume")
    assert isinstance(volume, Slider)

    await panel.player.call_play_pause()
    await pilot.wait_for("streamer", text="Paused")
    await panel.player.set_volume(0.21)
    await pilot.wait_until(lambda: volume.value() == 21, wanted="the volume")
    told = await panel.until(lambda told: told["PlaybackStatus"] == "Paused")
    await panel.player.call_play()
    await pilot.wait_for("streamer", text="Playing")
    await panel.player.call_stop()
    await panel.until(lambda told: told["PlaybackStatus"] == "Stopped")

    assert told["Volume"] == pytest.approx(0.21)
    assert panel.changed["PlaybackStatus"] == "Stopped"
    assert panel.changed["Volume"] == pytest.approx(0.21)


async def test_tracks_and_places_are_told_in_sixty_four_bits(
    desktop: Desktop, panel: Panel
) -> None:
    await open_demo(desktop, panel)
    before = await panel.until(lambda told: "mpris:length" in told["Metadata"])
    track = before["Metadata"]["mpris:trackid"].value

    await panel.player.call_set_position(track, 40_000_000)
    await panel.until(lambda told: 40_000_000 <= told["Position"] < 60_000_000)
    await panel.player.call_seek(-(2**62))
    await panel.until(lambda told: told["Position"] < 20_000_000)
    await panel.player.call_seek(2**62)
    after = await panel.until(lambda told: told["Metadata"]["mpris:trackid"].value != track)

    assert after["Metadata"]["mpris:trackid"].value != track
    assert panel.jumps


async def test_without_an_account_a_panel_shows_and_controls_nothing_of_the_house(
    desktop: Desktop, panel: Panel, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.*", text="Fireside")
    await panel.find()

    await panel.player.call_play_pause()
    await panel.player.call_next()
    await panel.player.set_volume(1.0)
    told = await panel.all()

    can = {name for name, value in told.items() if name.startswith("Can") and value}
    assert can == set()
    assert desktop.crashes == []


async def test_a_second_window_has_a_name_of_its_own_on_the_bus(
    desktop: Desktop, panel: Panel
) -> None:
    await panel.bus.request_name(NAME)
    await desktop.open("--demo")

    await panel.find(f"{NAME}.instance{os.getpid()}")

    assert (await panel.all())["PlaybackStatus"] in {"Playing", "Stopped", "Paused"}


async def test_a_bus_that_is_none_costs_nothing(desktop: Desktop, tmp_path: Path) -> None:
    desktop.session_bus = f"unix:path={tmp_path / 'none'}"

    pilot = await desktop.open("--demo")

    await pilot.wait_for("streamers.card.mac-*", text="Playing")


async def playerctl(address: str, *words: str) -> str:
    """Give what the program says."""
    running = await asyncio.create_subprocess_exec(
        "playerctl",
        "--player=altrabits",
        *words,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        stdout=asyncio.subprocess.PIPE,
    )
    told, _ = await asyncio.wait_for(running.communicate(), LONG_S)
    return told.decode().strip()


async def test_playerctl_shows_and_tells_it(desktop: Desktop, panel: Panel) -> None:
    need("playerctl")
    pilot = await open_demo(desktop, panel)
    assert desktop.session_bus is not None
    address = desktop.session_bus

    title = await playerctl(address, "metadata", "xesam:title")
    await playerctl(address, "pause")
    await pilot.wait_for("streamer", text="Paused")
    await panel.until(lambda told: told["PlaybackStatus"] == "Paused")
    status = await playerctl(address, "status")
    await playerctl(address, "volume", "0.3")
    await panel.until(lambda told: told["Volume"] == pytest.approx(0.3))

    assert title
    assert status == "Paused"
