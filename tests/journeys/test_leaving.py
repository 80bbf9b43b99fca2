"""Keys pressed right before a page or the window is left: what they changed comes to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.journeys.ways import PATIENCE_S, opened_with_own

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm

KEYS = 3


async def test_keys_right_before_the_window_closes_are_obeyed(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    await pilot.wait_for("streamer.balance")

    for _ in range(KEYS):
        pilot.key(Qt.Key.Key_Down, name="streamer.volume")
        pilot.key(Qt.Key.Key_Left, name="streamer.balance")
    volume, balance = pilot.value("streamer.volume"), pilot.value("streamer.balance")
    await desktop.close()

    state = streamer_farm.state_of(name)
    assert (state.volume, state.balance) == (volume, balance)


async def test_a_key_right_before_the_page_is_left_is_obeyed(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    await pilot.wait_for("streamer.balance")

    pilot.key(Qt.Key.Key_Left, name="streamer.balance")
    balance = pilot.value("streamer.balance")
    pilot.press("streamer.back.button")

    await pilot.wait_for("streamers.card.mac-*")
    await pilot.wait_until(
        lambda: streamer_farm.state_of(name).balance == balance,
        wanted=f"balance {balance} at the streamer",
        within_s=PATIENCE_S,
    )
