"""The way to the server: what late answers may do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.membership import EMAIL, computer
from tests.fakes.served import PASSWORD
from tests.harness.held_server import HeldServer
from tests.harness.misbehaving_server import Server

if TYPE_CHECKING:
    from pathlib import Path

NOT_ITS_NAME = b'{"status": 421, "code": "request.host", "title": "x"}'
WRONG = b"HTTP/1.1 421 X\r\nContent-Length: %d\r\n\r\n" % len(NOT_ITS_NAME) + NOT_ITS_NAME
PROBLEM = b'{"status": 401, "code": "session.ended", "title": "x"}'
ENDED = b"HTTP/1.1 401 X\r\nContent-Length: %d\r\n\r\n" % len(PROBLEM) + PROBLEM


@pytest.mark.parametrize(
    ("where", "state"), [("music.example.test", ServerState.AWAY), ("", ServerState.REACHED)]
)
async def test_a_server_elsewhere_that_refuses_everybody_is_as_good_as_away(
    tmp_path: Path, where: str, state: ServerState
) -> None:
    wrong = Server()
    wrong.answer(WRONG)
    await wrong.open()
    async with computer(tmp_path) as here:
        here.person.contact.elsewhere = where

        await here.person.reach(Reached(wrong.url("").rstrip("/")))

        contact = here.person.contact
        assert (contact.state, contact.is_lost.is_set()) == (state, state is ServerState.AWAY)
    await wrong.close()


async def test_c14_a_late_word_about_a_former_session_does_not_end_the_present_one(
    tmp_path: Path,
) -> None:
    slow = HeldServer("/sessions")
    await slow.open()
    async with computer(tmp_path) as here:
        await here.reach()
        person = await here.sign_up()
        person.contact.reached = slow.reached
        asking = asyncio.ensure_future(person.sessions())
        late = await slow.held.get()
        person.contact.reached = here.reached
        await person.sign_out()
        await person.sign_in(EMAIL, PASSWORD)

        late.set_result(ENDED)
        with pytest.raises(DecisionNeeded):
            await asking

        assert person.report().standing is Standing.SIGNED_IN
        assert len((await person.sessions()).sessions) == 1
    await slow.close()
