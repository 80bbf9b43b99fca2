"""Support requests in the real window, with the embedded server behind it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import ask
from tests.journeys.ways import sign_up, write_request

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop

ANSWER = "Is it plugged in?"


async def test_the_contact_is_shown_to_whoever_has_no_account(desktop: Desktop) -> None:
    pilot = await desktop.open("--language", "en")

    pilot.press("navigation.support")

    await pilot.wait_for("support.contact.text", text="The person who set up this computer")
    await pilot.wait_for("support.shut", text="Requests need an account")
    pilot.press("support.shut.button")
    await pilot.wait_for("account")
    assert not desktop.profile.server_folder.exists()


async def test_c16_a_request_is_written_answered_and_replied_to_in_the_window(
    desktop: Desktop,
) -> None:
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    pilot.press("navigation.support")
    await pilot.wait_for("support.empty.new")
    pilot.press("support.empty.new")
    pilot.type("support.subject", "No sound")
    pilot.type("support.text", "Why is it silent?")
    assert "Why is it silent?" in pilot.read("support.preview")

    pilot.press("support.send")
    await pilot.wait_for("support.number")
    number = pilot.read("support.number")
    await pilot.wait_for("support.sent", text=f"Sent as {number}.")
    pilot.type("support.reply", "Half a sen")

    await desktop.operator.reply(number, ANSWER)
    answered_s = time.monotonic()
    await pilot.wait_for("support.thread", text=ANSWER)
    assert time.monotonic() - answered_s < 2
    assert pilot.read("support.reply") == "Half a sen"

    pilot.press("navigation.streamers")
    await desktop.operator.reply(number, "Still there?")
    await pilot.wait_for("navigation.support", text="Support, 1 new answer")
    pilot.press("navigation.support")
    await pilot.wait_for("support.thread", text="Still there?")
    assert "new answer" not in pilot.read("navigation.support")

    pilot.type("support.reply", "It is plugged in.")
    pilot.press("support.reply.send")
    await pilot.wait_for("support.thread", text="It is plugged in.")
    await pilot.wait_for("support.thread", text="Open")
    pilot.press("support.close")
    pilot.press("support.close.go")
    await pilot.wait_for("support.thread", text="Closed")
    await pilot.wait_for("support.closed", text="This request is closed.")
    await desktop.close()

    assert await kept_at_the_server(desktop, number) == [
        *("Why is it silent?", ANSWER, "Still there?", "It is plugged in."),
    ]


async def test_an_answer_that_was_not_read_is_new_after_the_next_start(desktop: Desktop) -> None:
    pilot = await desktop.open("--language", "en")
    await sign_up(desktop)
    number = await write_request(pilot)
    await pilot.wait_for("support.sent", text="Sent as")
    pilot.press("navigation.streamers")
    await desktop.operator.reply(number, ANSWER)
    await pilot.wait_for("navigation.support", text="Support, 1 new answer")
    await desktop.close()

    pilot = await desktop.open("--language", "en")
    await sign_in(desktop)

    await pilot.wait_for("navigation.support", text="Support, 1 new answer")
    pilot.press("navigation.support")
    await pilot.wait_for("support.thread", text=ANSWER)
    assert "new answer" not in pilot.read("navigation.support")


async def sign_in(desktop: Desktop) -> None:
    def ways() -> None:
        words = ("account", "sign-in", EMAIL, "--password-stdin")
        ask(desktop.profile.folder, *words, typed=PASSWORD)

    await asyncio.to_thread(ways)


async def kept_at_the_server(desktop: Desktop, number: str) -> list[str]:
    """Start again, where nobody is signed in without a keyring; sign in, and give the thread."""
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.support")
    await pilot.wait_for("support.shut", text="Requests need an account")

    await sign_in(desktop)
    await pilot.wait_for(f"support.ticket.{number}")
    pilot.press(f"support.ticket.{number}")
    await pilot.wait_for("support.message.text", count=4)
    return [
        pilot_text for pilot_text in pilot.read("support.thread").split("\n") if pilot_text in _SAID
    ]


_SAID = frozenset({"Why is it silent?", ANSWER, "Still there?", "It is plugged in."})
