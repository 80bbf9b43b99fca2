from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


async def test_a_start_with_the_demo_shows_three_that_play(desktop: Desktop) -> None:
    pilot = await desktop.open("--demo")

    await pilot.wait_for("demo.banner", text="marked “Demo”")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    await pilot.wait_for("streamers.card.mac-*", text="Playing")


async def test_a_first_start_with_the_demo_asks_about_the_policy_when_the_demo_ends(
    desktop: Desktop,
) -> None:
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--demo", "--language", "en")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    await pilot.wait_for("navigation.server", text="Server resting")
    during = pilot.names("policy.accept")

    pilot.press("demo.banner.stop")
    await pilot.wait_for("policy.accept")

    assert during == []


async def test_as_many_as_were_asked_for(desktop: Desktop) -> None:
    pilot = await desktop.open("--demo", "5")

    await pilot.wait_for("navigation", text="5")


async def test_the_demo_and_the_house_stand_side_by_side(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(2, faults=["announce-only", "announce-only"])

    pilot = await desktop.open("--demo")

    await pilot.wait_for("navigation", text="5")


async def test_ending_the_demo_leaves_the_house(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    pilot = await desktop.open("--demo")
    await pilot.wait_for("navigation", text="4")

    pilot.press("demo.banner.stop")

    await pilot.wait_for("navigation", text="1")
    await pilot.wait_for("streamers.card.*", text="Fireside")
