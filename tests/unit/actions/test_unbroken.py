"""Work that whoever awaits it cannot leave half done."""

from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.actions.unbroken import to_its_end
from altrabits_desktop.contract.errors import Refused


class Work:
    """Begins, waits until it may go on, and notes how it ended."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.may_go_on = asyncio.Event()

    async def do(self) -> str:
        self.told.append("begun")
        try:
            await self.may_go_on.wait()
        except asyncio.CancelledError:
            self.told.append("called off")
            raise
        self.told.append("done")
        return "result"


async def refuse() -> None:
    raise Refused("object.unknown")


async def test_its_result_is_given_and_its_error_raised() -> None:
    work = Work()
    work.may_go_on.set()

    assert await to_its_end(work.do()) == "result"
    with pytest.raises(Refused):
        await to_its_end(refuse())


async def called_off(work: Work) -> asyncio.Future[str]:
    """Begin it, and cancel whoever awaits it; gives that one, which waits by now."""
    caller = asyncio.ensure_future(to_its_end(work.do()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.sleep(0)
    return caller


async def test_whoever_is_cancelled_waits_for_its_end() -> None:
    work = Work()
    caller = await called_off(work)
    before = list(work.told)
    work.may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await caller

    assert before == ["begun"]
    assert work.told == ["begun", "done"]


async def test_cancelled_once_more_it_ends_too() -> None:
    work = Work()
    caller = await called_off(work)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await asyncio.sleep(0)

    assert work.told == ["begun", "called off"]


@pytest.mark.parametrize(
    ("error", "told", "said"),
    [
        (RuntimeError("nobody foresaw it"), ["nobody foresaw it"], ""),
        (Refused("object.unknown"), [], "object.unknown"),
    ],
)
async def test_an_error_that_nobody_waits_for_any_more_is_not_lost(
    caplog: pytest.LogCaptureFixture, error: Exception, told: list[str], said: str
) -> None:
    heard: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: heard.append(str(context["exception"])))
    may_fail = asyncio.Event()

    async def fail() -> None:
        await may_fail.wait()
        raise error

    caller = asyncio.ensure_future(to_its_end(fail()))
    await asyncio.sleep(0)
    caller.cancel()
    may_fail.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await asyncio.sleep(0)
    loop.set_exception_handler(None)

    assert heard == told
    assert said in caplog.text
