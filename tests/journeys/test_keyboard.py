"""The keyboard alone: from the first start to a streamer of one's own, and a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.qa.home_server import PASSWORD

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
EMAIL = "maple@example.net"
WORKS_S = 30.0

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


async def do(pilot: Pilot, words: str, *, titled: str) -> None:
    """Do something by its name, in the command palette."""
    # A dialog that has closed gives the keyboard back in a turn of its own.
    await pilot.wait_until(pilot.window.isActiveWindow, wanted="the window has the keyboard")
    pilot.key(Qt.Key.Key_K, modifiers=CONTROL)
    await pilot.wait_for("commands.field")
    pilot.write(words)
    await pilot.wait_for("commands.list", text=titled)
    pilot.key(ENTER)
    await pilot.wait_for("commands.field", is_gone=True)


@pytest.fixture
def no_mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever presses with a pointer."""

    def refuse(*_what: object, **_how: object) -> None:
        pytest.fail("a journey without a mouse has pressed with one")

    for name in ("mouseClick", "mousePress", "mouseRelease", "mouseMove", "mouseDClick"):
        monkeypatch.setattr(QTest, name, refuse)


async def accept_policy(pilot: Pilot) -> None:
    await pilot.wait_for("policy.accept")
    await pilot.tab_to("policy.accept")
    pilot.key(ENTER)
    await pilot.wait_for("policy.accept", is_gone=True)


async def create_account(pilot: Pilot) -> None:
    await do(pilot, "account", titled="Account")
    await pilot.wait_for("account.create.email")
    await pilot.tab_to("account.create.email")
    pilot.write(EMAIL)
    await pilot.tab_to("account.create.password")
    pilot.write(PASSWORD)
    await pilot.tab_to("account.create.button")
    pilot.key(ENTER)
    await pilot.wait_for("account.sign_out", within_s=WORKS_S)


async def add_streamer(pilot: Pilot, streamer_farm: StreamerFarm) -> None:
    [name] = streamer_farm.names
    await do(pilot, name[:4], titled=name)
    await pilot.wait_for("streamer.add.button")
    await pilot.tab_to("streamer.add.button")
    pilot.key(ENTER)
    await pilot.wait_for("streamer.add.code", within_s=WORKS_S)
    await pilot.tab_to("streamer.add.code")
    pilot.write(streamer_farm.code_of(name))
    pilot.key(ENTER)
    await pilot.wait_for("streamer.play", within_s=WORKS_S)


async def test_from_the_first_start_to_a_request_no_mouse_is_needed(
    desktop: Desktop, streamer_farm: StreamerFarm, no_mouse: None
) -> None:
    desktop.is_policy_put_off = False
    streamer_farm.start(1)
    [name] = streamer_farm.names
    pilot = await desktop.open("--language", "en")

    await accept_policy(pilot)
    await create_account(pilot)
    await add_streamer(pilot, streamer_farm)

    await do(pilot, f"volume {name}", titled=f"Set volume of {name}")
    await pilot.wait_for("streamer.volume")
    volume = pilot.find("streamer.volume")
    before = volume.property("value")
    pilot.key(Qt.Key.Key_Plus)
    await pilot.wait_until(lambda: volume.property("value") > before, wanted="it is louder")
    await do(pilot, f"pause {name}", titled=f"Pause {name}")
    await pilot.wait_for("streamer", text="Paused")

    await do(pilot, "support request", titled="Write a support request")
    await pilot.wait_for("support.subject")
    await pilot.tab_to("support.subject")
    pilot.write("A question")
    await pilot.tab_to("support.text")
    pilot.write("Does it play from a disk?")
    await pilot.tab_to("support.send")
    pilot.key(ENTER)

    await pilot.wait_for("support.number", within_s=WORKS_S)
    number = pilot.read("support.number")
    await pilot.wait_for("support.sent", text=f"Sent as {number}.")


async def test_tab_and_escape_lead_through_the_demo_without_the_palette(
    desktop: Desktop, no_mouse: None
) -> None:
    pilot = await desktop.open("--language", "en", "--demo")
    await pilot.wait_for("streamers.card.mac-*", count=3)
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    cards = pilot.names("streamers.card.mac-*")
    [first, *_] = [name for name in cards if "Playing" in pilot.read(name)]

    await pilot.tab_to(first)
    pilot.key(ENTER)
    await pilot.wait_for("streamer.play")
    pilot.key(Qt.Key.Key_Space)
    await pilot.wait_for("streamer", text="Paused")
    pilot.key(Qt.Key.Key_Escape)
    await pilot.wait_for(first, text="Paused")
    await pilot.tab_to("demo.banner.stop")
    pilot.key(ENTER)
    await pilot.wait_for("streamers.card.mac-*", is_gone=True)
    await pilot.wait_for("demo.banner.stop", is_gone=True)
