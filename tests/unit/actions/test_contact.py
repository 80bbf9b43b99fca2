"""The way to the server: what late answers may do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.membership import EMAIL, computer
from tests.fakes.served import PASSWORD
from tests.harness.held_server import HeldServer

if TYPE_CHECKING:
    from pathlib import Path

PROBLEM = b'{"status": 401, "code": "session.ended", "title": "x"}'
ENDED = b"HTTP/1.1 401 X\r\nContent-Length: %d\r\n\r\n" % len(PROBLEM) + PROBLEM


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
