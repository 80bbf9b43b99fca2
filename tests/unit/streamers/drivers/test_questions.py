from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, LineTalk
from altrabits_desktop.streamers.drivers.questions import NewsPace, Questions, next_line
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import FakeFetch
from tests.fakes.lines import FakeLines

ADDRESS = DriverAddress("192.168.71.20", "", port=6601)


@pytest.fixture
def lines() -> FakeLines:
    return FakeLines(
        FakeClock(), answer=lambda _, line: (f"{line}!",), greeting=lambda: ("welcome",)
    )


async def greet(talk: LineTalk) -> None:
    assert await next_line(talk) == "welcome"


@pytest.fixture
def questions(lines: FakeLines) -> Questions:
    io = DriverIo(fetch=FakeFetch(), clock=lines.clock, lines=lines)
    return Questions(ADDRESS, io, greet=greet)


async def answer(questions: Questions, question: str) -> str:
    async with questions.asking() as talk:
        await talk.say(question)
        await asyncio.sleep(0)
        return await next_line(talk)


async def test_questions_at_once_have_their_own_answers_over_one_connection(
    questions: Questions, lines: FakeLines
) -> None:
    answers = await asyncio.gather(*(answer(questions, str(number)) for number in range(5)))
    await questions.aclose()

    assert answers == ["0!", "1!", "2!", "3!", "4!"]
    assert (len(lines.openings), lines.talks) == (1, [])


async def test_a_question_that_is_cut_short_leaves_no_answer_to_the_next(
    questions: Questions, lines: FakeLines
) -> None:
    await answer(questions, "first")
    lines.is_stalled = True
    slow = asyncio.ensure_future(answer(questions, "slow"))
    await settled()
    lines.tell_all(("slow",))
    slow.cancel()
    await asyncio.wait((slow,))
    lines.is_stalled = False

    assert await answer(questions, "next") == "next!"
    await questions.aclose()
    assert (lines.said, len(lines.openings)) == (["first", "slow", "next"], 2)


async def test_a_no_is_an_answer_and_keeps_the_connection(
    questions: Questions, lines: FakeLines
) -> None:
    async def refused() -> None:
        async with questions.asking():
            raise Refused("control.refused")

    with pytest.raises(Refused):
        await refused()
    await answer(questions, "next")
    await questions.aclose()

    assert len(lines.openings) == 1


async def test_silence_ends_a_question(questions: Questions, lines: FakeLines) -> None:
    await answer(questions, "first")
    lines.is_stalled = True
    asked = asyncio.ensure_future(answer(questions, "second"))
    await lines.clock.advance(5.1)
    await asyncio.wait((asked,), timeout=5)

    assert isinstance(asked.exception(), StreamerSilent)
    assert lines.talks == []


async def test_news_have_a_pace() -> None:
    clock = FakeClock()
    pace = NewsPace(clock)
    for _ in range(4):
        await pace.turn()
    fifth = asyncio.ensure_future(pace.turn())
    await settled()

    assert not fifth.done()
    await clock.advance(0.3)
    assert fifth.done()
