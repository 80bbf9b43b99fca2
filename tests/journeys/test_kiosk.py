"""A shop: staff set the kiosk up, visitors come and go, the plug is pulled, staff come back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from altrabits_desktop.qa.farm import FAULTS
from tests.journeys.ways import opened_with_own

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

PIN = "384719"
VOLUME = "kiosk.card.volume"
WORKS_S = 20.0
STRANGERS = 20


async def opened_shop(desktop: Desktop, streamer_farm: StreamerFarm) -> Pilot:
    """Give a window whose account has the one streamer of the house, and a kiosk set up."""
    pilot = await opened_with_own(desktop, streamer_farm)
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.kiosk.open")
    pilot.press("settings.kiosk.open")
    await pilot.wait_for("settings.kiosk.streamer.*")
    # What unfolds takes its place in the next turns.
    await asyncio.sleep(0.2)
    pilot.type("settings.kiosk.pin", PIN)
    pilot.type("settings.kiosk.again", PIN)
    pilot.press("settings.kiosk.keep")
    await pilot.wait_for("settings.kiosk.start")
    return pilot


async def begin_visit(pilot: Pilot) -> int:
    """Touch the start, and give the volume that is shown then."""
    await pilot.wait_for("kiosk.start.begin", text="Touch to start", within_s=WORKS_S)
    pilot.press("kiosk.start.begin")
    await pilot.wait_for("kiosk.card.volume", within_s=WORKS_S)
    return pilot.value(VOLUME)


async def turn(pilot: Pilot, *, share: float) -> int:
    """Turn the volume as a finger does, and wait until nothing else is shown any more."""
    before = pilot.value(VOLUME)
    chosen = pilot.slide(VOLUME, share)
    assert chosen != before
    await asyncio.sleep(0.3)
    await pilot.wait_until(lambda: pilot.value(VOLUME) == chosen, wanted="the volume stays")
    return chosen


async def leave_by_pin(pilot: Pilot, pin: str = PIN) -> None:
    await pilot.wait_for("kiosk.start.staff")
    await pilot.wait_for("kiosk.start.begin", text="Touch to start", within_s=WORKS_S)
    pilot.press("kiosk.start.staff")
    await pilot.wait_for("kiosk.staff.digit.1")
    for digit in pin:
        pilot.press(f"kiosk.staff.digit.{digit}")
    pilot.press("kiosk.staff.open")


async def test_c51_a_visitor_turns_the_volume_and_leaves_nothing(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_shop(desktop, streamer_farm)
    pilot.press("settings.kiosk.start")
    kept = await begin_visit(pilot)
    assert pilot.names("navigation.*") == []
    await turn(pilot, share=0.35)
    pilot.press("kiosk.done")

    await pilot.wait_for("kiosk", text="Put back", within_s=WORKS_S)
    assert "Wiped at" in pilot.read("kiosk")
    assert await begin_visit(pilot) == kept


async def test_r54_a_streamer_that_obeys_a_visitor_late_is_led_back_too(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_shop(desktop, streamer_farm)
    [name] = streamer_farm.names
    pilot.press("settings.kiosk.start")
    kept = await begin_visit(pilot)
    pilot.press("kiosk.done")
    await pilot.wait_for("kiosk", text="Everything is as it was", within_s=WORKS_S)
    streamer_farm.set_volume(name, kept + 7)

    await pilot.wait_for("kiosk", text="Put back", within_s=WORKS_S)
    assert streamer_farm.state_of(name).volume == kept
    assert await begin_visit(pilot) == kept


async def test_r54_the_plug_is_pulled_in_the_middle_of_a_visit(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_shop(desktop, streamer_farm)
    pilot.press("settings.kiosk.start")
    kept = await begin_visit(pilot)
    await turn(pilot, share=0.35)

    pilot = await desktop.open("--kiosk", "--language", "en")
    assert pilot.names("navigation.*") == []
    # Whoever comes at once does not hear what the last one chose either.
    assert await begin_visit(pilot) == kept


async def test_r56_strangers_flood_the_network_and_none_is_ever_listed(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_shop(desktop, streamer_farm)
    [name] = streamer_farm.names
    pilot.press("settings.kiosk.start")
    await begin_visit(pilot)
    listed = pilot.names("kiosk.card.*")
    volume = streamer_farm.state_of(name).volume
    seen: set[tuple[str, ...]] = set()

    def look() -> None:
        seen.add(tuple(pilot.names("kiosk.card.*")))
        assert pilot.read("kiosk").splitlines().count(name) == 1

    for faults in (*((),) * STRANGERS, *((fault,) for fault in FAULTS)):
        # Called as the shop's own one, and some of them with its MAC.
        streamer_farm.add(name, faults=faults)
        await asyncio.sleep(0.05)
        look()
    for _ in range(40):
        await asyncio.sleep(0.1)
        look()
    pilot.press("kiosk.done")
    assert await begin_visit(pilot) == volume
    look()

    assert seen == {tuple(listed)}
    pilot.press("kiosk.done")
    await leave_by_pin(pilot)
    # They were heard all the while: staff see them.
    await pilot.wait_for("navigation.streamers")
    pilot.press("navigation.streamers")
    await pilot.wait_until(
        lambda: pilot.read("streamers").count(f"{name}, ") > STRANGERS, wanted="the strangers"
    )


async def test_r55_staff_leave_by_their_pin_and_nobody_by_another(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_shop(desktop, streamer_farm)
    pilot.press("settings.kiosk.start")
    await leave_by_pin(pilot, "271828")
    await pilot.wait_for("kiosk.staff", text="That is not the staff PIN.")
    assert not pilot.window.close()
    for sequence in ("Ctrl+Q", "Ctrl+W", "Alt+F4", "F5", "Ctrl+F", "F1", "Ctrl+K", "Alt+Left"):
        QTest.keySequence(pilot.window, QKeySequence(sequence))
    assert pilot.names("navigation.*") == []
    for digit in PIN:
        pilot.press(f"kiosk.staff.digit.{digit}")
    pilot.press("kiosk.staff.open")

    await pilot.wait_for("navigation.streamers")
    assert pilot.names("kiosk*") == []
    pilot.press("navigation.account")
    await pilot.wait_for("account")
