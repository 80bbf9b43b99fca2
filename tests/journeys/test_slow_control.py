"""A slider at a streamer that takes seconds for each answer: it stays where the hand left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.test_control import PATIENCE_S
from tests.journeys.ways import opened_with_own

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


async def test_the_slider_of_a_slow_streamer_never_springs_back_and_says_what_it_waits_for(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    pilot = await opened_with_own(desktop, streamer_farm)
    [name] = streamer_farm.names
    streamer_farm.set_faults(name, ["slow"])
    seen: list[int] = []

    def has_arrived() -> bool:
        seen.append(pilot.value("streamer.volume"))
        return streamer_farm.state_of(name).volume == chosen

    chosen = pilot.slide("streamer.volume", 0.25)
    await pilot.wait_for("streamer", text=f"Setting to {chosen}")
    await pilot.wait_until(
        has_arrived, wanted=f"volume {chosen} at the streamer", within_s=PATIENCE_S
    )
    await pilot.wait_for("streamer", text="Playing")
    seen.append(pilot.value("streamer.volume"))

    assert set(seen) == {chosen}
