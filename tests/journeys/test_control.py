from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from urllib.request import urlopen

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from altrabits_desktop.contract.codec import decode_state
from altrabits_desktop.contract.control_api import STATE_PATH
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import StreamerStateMessage
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


def volume_of(pilot: Pilot) -> Slider:
    slider = pilot.find("streamer.volume")
    assert isinstance(slider, Slider)
    return slider


async def told_by(desktop: Desktop, pilot: Pilot) -> StreamerStateMessage:
    """Give what the streamer whose page is open says of itself, asked past the window."""
    pilot.press("streamer.page.button")
    await pilot.wait_for("streamer.page.question", text="http://127.")
    [page] = re.findall(r"http:[!-~]+", pilot.read("streamer.page.question"))
    pilot.press("streamer.page.stay")
    await pilot.wait_for("streamer.page.question", is_gone=True)
    answer = await asyncio.to_thread(_get, urljoin(page, STATE_PATH))
    return decode_state(answer)


def _get(url: str) -> bytes:
    with urlopen(url, timeout=5) as answer:  # noqa: S310 # a simulated streamer on loopback
        content: bytes = answer.read()
    return content


async def test_a_demo_streamer_obeys_slider_and_button(desktop: Desktop) -> None:
    pilot = await opened_demo(desktop)
    volume = volume_of(pilot)

    QTest.mouseClick(
        volume, Qt.MouseButton.LeftButton, pos=QPoint(volume.width() // 4, volume.height() // 2)
    )
    chosen = volume.value()
    pilot.press("streamer.play")
    shown_at_once = volume.value()
    await pilot.wait_for("streamer", text="Paused")
    await pilot.wait_until(lambda: volume.value() == chosen, wanted="the volume stays")

    async with asyncio.timeout(PATIENCE_S):
        told = await told_by(desktop, pilot)
        while (told.volume, told.playback) != (chosen, "paused"):
            told = await told_by(desktop, pilot)

    assert shown_at_once == chosen
    assert volume.value() == chosen
    assert pilot.find("streamer.play").accessibleName() == "Play"


async def test_a_demo_streamer_obeys_its_card(desktop: Desktop) -> None:
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.demo")
    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.volume", count=3)
    [first, *_] = pilot.names("streamers.card.mac-*")
    card = pilot.find(first)
    volume = card.findChild(Slider, "streamers.card.volume")
    play = card.findChild(IconButton, "streamers.card.play")
    assert volume is not None
    assert play is not None

    QTest.mouseClick(play, Qt.MouseButton.LeftButton)
    QTest.mouseClick(
        volume, Qt.MouseButton.LeftButton, pos=QPoint(volume.width() // 4, volume.height() // 2)
    )
    chosen = volume.value()
    await pilot.wait_for(first, text="Paused")
    pilot.press(first)
    await pilot.wait_for("streamer", text="Paused")

    async with asyncio.timeout(PATIENCE_S):
        told = await told_by(desktop, pilot)
        while (told.volume, told.playback) != (chosen, "paused"):
            told = await told_by(desktop, pilot)

    assert volume_of(pilot).value() == chosen


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
