"""For how long a certificate holds that was seen over a connection that nobody holds."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing

import pytest

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.streamers.drivers.altrabits.driver import (
    LOOK_ANEW_S,
    POLL_S,
    AltraBitsDriver,
)
from altrabits_desktop.streamers.drivers.driver import Reading
from tests.fakes.clock import settled
from tests.fakes.secure_fetch import PIN
from tests.unit.streamers.drivers.test_altrabits_writing import OWNED, STATE, URL, Spoken


@pytest.mark.parametrize(
    ("fails", "after"), [(0, "ee" * 32), (2, ""), (1, PIN)], ids=["another", "none", "busy once"]
)
async def test_r5_who_is_asked_from_time_to_time_is_looked_at_anew(fails: int, after: str) -> None:
    spoken = Spoken()
    spoken.fetch.answers[f"{URL}/state"] = json.dumps(STATE).encode()
    pins: list[str] = []
    async with (
        AltraBitsDriver().open(OWNED, spoken.io) as connection,
        aclosing(connection.watch()) as watched,
    ):

        async def look_on() -> None:
            async for news in watched:
                assert isinstance(news, Reading)
                pins.append(news.facts.shown_pin[1])

        looking = asyncio.create_task(look_on())
        await settled()
        spoken.secure.look_fails = [NotReachable("streamer.silent")] * fails
        spoken.secure.shown = PIN if fails else after
        await spoken.clock.advance(LOOK_ANEW_S - POLL_S)
        before = set(pins)
        await spoken.clock.advance(LOOK_ANEW_S + POLL_S)
        looking.cancel()
        await asyncio.wait((looking,))

    assert before == {PIN}
    assert pins[-1] == after
    assert len(spoken.secure.requests) == 3
