from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from urllib.request import urlopen

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

PATIENCE_S = 30.0


async def opened_demo(desktop: Desktop) -> Pilot:
    """Start the demo from the window, and open one of its streamers."""
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.demo")
    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    await pilot.wait_for("streamer.play")
    return pilot


async def told_by(pilot: Pilot) -> dict[str, Any]:
    """Give what the streamer whose page is open says of itself, asked past the window."""
    pilot.press("streamer.page.button")
    await pilot.wait_for("streamer.page.question", text="http://127.", within_s=PATIENCE_S)
    [page] = re.findall(r"http:[!-~]+", pilot.read("streamer.page.question"))
    pilot.press("streamer.page.stay")
    await pilot.wait_for("streamer.page.question", is_gone=True, within_s=PATIENCE_S)
    return await asyncio.to_thread(_get, urljoin(page, "/api/v1/state"))


def _get(url: str) -> dict[str, Any]:
    with urlopen(url, timeout=PATIENCE_S) as answer:  # noqa: S310 # a simulated streamer on loopback
        content: dict[str, Any] = json.load(answer)
    return content


async def until_told(pilot: Pilot, *, volume: int, playback: str) -> None:
    """Wait until the streamer itself is as it was told to be."""
    async with asyncio.timeout(2 * PATIENCE_S):
        told = await told_by(pilot)
        while (told["volume"], told["playback"]) != (volume, playback):
            told = await told_by(pilot)


async def test_a_demo_streamer_obeys_slider_and_button(desktop: Desktop) -> None:
    pilot = await opened_demo(desktop)

    chosen = pilot.slide("streamer.volume", 0.25)
    pilot.press("streamer.play")
    shown_at_once = pilot.value("streamer.volume")
    await pilot.wait_for("streamer", text="Paused", within_s=PATIENCE_S)
    await until_told(pilot, volume=chosen, playback="paused")
    await pilot.wait_until(
        lambda: pilot.value("streamer.volume") == chosen,
        wanted="the volume stays",
        within_s=PATIENCE_S,
    )

    assert shown_at_once == chosen
    assert pilot.find("streamer.play").accessibleName() == "Play"


async def test_a_demo_streamer_obeys_its_card(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.demo")
    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.volume", count=3)
    [first, *_] = pilot.names("streamers.card.mac-*")

    pilot.press("streamers.card.play", within=first)
    chosen = pilot.slide("streamers.card.volume", 0.25, within=first)
    await pilot.wait_for(first, text="Paused")
    pilot.press(first)
    await pilot.wait_for("streamer", text="Paused")

    await until_told(pilot, volume=chosen, playback="paused")

    assert pilot.value("streamer.volume") == chosen


async def test_c09_without_an_account_the_streamers_of_the_house_are_only_shown(
    desktop: Desktop, streamer_farm: StreamerFarm
) -> None:
    streamer_farm.start(1)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    await pilot.wait_for("streamer.closed", text="Controlling needs an account.")

    assert pilot.names("streamer.play") == []
    pilot.press("streamer.closed.button")

    await pilot.wait_for("account")
