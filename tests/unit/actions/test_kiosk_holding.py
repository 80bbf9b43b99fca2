"""After a visit: what obeys late is put back, what still waits is not sent, and whoever comes next
has the streamers to themselves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.actions.kiosk import COUNTDOWN_S, IDLE_S
from altrabits_desktop.actions.restoring import AGAIN_S, HOLD_S
from altrabits_desktop.actions.shop import VisitorControlling
from altrabits_desktop.contract.commands import Command, Next, Play, SetVolume
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.kiosk import Phase, WipeReason
from altrabits_desktop.contract.streamers import Playback, Presence
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.clock import settled
from tests.fakes.shop import PIN, SET, Shop, shop_streamer
from tests.unit.actions.test_kiosk import Running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from altrabits_desktop.contract.streamers import StreamerId, StreamerState

PROMISED_S = 5


@pytest.fixture
async def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Running]:
    async def at_once(work: Callable[..., object], *values: object) -> object:
        return work(*values)

    # The clock of the tests does not wait for a thread.
    monkeypatch.setattr(asyncio, "to_thread", at_once)
    shop = Shop(tmp_path, 1, 2)
    shop.keep_setup(1, 2)
    run = Running(shop)
    await run.start()
    yield run
    await run.stop()


async def visited(run: Running) -> None:
    """Let somebody come and go."""
    run.kiosk.begin()
    run.kiosk.end()
    await run.reach(Phase.START)


def told(run: Running) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wipe = run.kiosk.report().last_wipe
    assert wipe is not None
    return wipe.put_back, wipe.left


@pytest.mark.parametrize("late_s", [0, 7, HOLD_S - 2])
async def test_r54_a_command_that_takes_effect_after_the_wipe_is_put_back_too(
    run: Running, late_s: float
) -> None:
    await visited(run)
    assert told(run) == ((), ())
    await run.pass_s(late_s)

    run.shop.change(1, volume=66, playback=Playback.PLAYING)
    await run.pass_s(PROMISED_S)
    assert run.shop.state(1) == SET
    assert told(run) == (("Streamer 1",), ())
    assert run.shop.files.wipes()[-1].put_back == ("Streamer 1",)


async def test_one_that_goes_astray_twice_is_put_back_twice_and_named_once(run: Running) -> None:
    run.kiosk.begin()
    run.shop.change(1, volume=5)
    run.kiosk.end()
    await run.reach(Phase.START)
    for volume in (66, 77):
        run.shop.change(1, volume=volume)
        await run.pass_s(PROMISED_S)
        assert run.shop.state(1) == SET

    assert told(run) == (("Streamer 1",), ())


async def test_after_a_while_what_changes_is_nothing_of_the_visit(run: Running) -> None:
    await visited(run)
    await run.pass_s(HOLD_S + 2)
    run.shop.change(1, volume=66)
    await run.pass_s(2 * AGAIN_S)

    assert run.shop.state(1).volume == 66
    assert run.shop.told == []


async def test_one_that_obeys_late_and_then_not_at_all_is_named_until_it_does(
    run: Running,
) -> None:
    await visited(run)
    run.shop.change(1, volume=66)
    run.shop.is_deaf = True
    await run.pass_s(PROMISED_S)
    assert told(run) == ((), ("Streamer 1",))
    await run.pass_s(HOLD_S)
    assert told(run) == ((), ("Streamer 1",))

    run.shop.is_deaf = False
    await run.pass_s(AGAIN_S + 1)
    assert told(run) == (("Streamer 1",), ())


async def test_whoever_is_there_has_the_streamers_to_themselves(run: Running) -> None:
    await visited(run)
    run.kiosk.begin()
    await run.kiosk.controlling.perform(next(iter(run.shop.known)), SetVolume(66))
    await run.pass_s(PROMISED_S)

    assert run.shop.state(1).volume == 66


async def test_staff_have_them_too(run: Running) -> None:
    await visited(run)
    await run.kiosk.leave(PIN)
    run.shop.change(1, volume=66)
    await run.pass_s(PROMISED_S)

    assert run.shop.told == []


async def test_a_streamer_that_hangs_while_it_is_put_back_keeps_no_visit_waiting(
    run: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = shop_streamer(1, state=run.shop.state(1), presence=Presence.GONE)
    run.shop.known[away.id] = away
    await visited(run)
    hangs = asyncio.Event()

    async def hang(streamer_id: StreamerId, command: Command) -> None:
        hangs.set()
        await asyncio.Event().wait()

    run.shop.known[away.id] = shop_streamer(1)
    run.shop.change(1, volume=66)
    with monkeypatch.context() as patch:
        patch.setattr(run.shop, "perform", hang)
        await run.pass_s(AGAIN_S + 1)
        await hangs.wait()
        run.kiosk.begin()
        await settled()
    run.kiosk.end()
    # Well before the hanging command would have been given up.
    async with asyncio.timeout(2.0):
        await run.reach(Phase.START)

    assert run.shop.state(1) == SET


class Slow:
    """Takes one command, and the next ones when it is let."""

    def __init__(self) -> None:
        self.sent: list[Command] = []
        self.goes_on = asyncio.Event()

    async def perform(self, _streamer_id: StreamerId, command: Command) -> StreamerState | None:
        self.sent.append(command)
        await self.goes_on.wait()
        return None


async def test_r54_what_still_waits_when_a_visit_ends_is_not_sent(tmp_path: Path) -> None:
    shop, slow = Shop(tmp_path, 1), Slow()
    shop.keep_setup(1)
    controlling = Controlling(
        streamers=slow,
        directory=shop,
        closed_by=lambda _feature, **_which: None,
        clock=shop.clock,
        publish=shop.changes.append,
    )
    run = Running(shop)
    await run.start()
    visitors = VisitorControlling(controlling, directory=run.kiosk.shown, kiosk=run.kiosk)
    run.kiosk.begin()
    streamer_id = next(iter(shop.known))
    commands: tuple[Command, ...] = (Play(), *[Next()] * 50)
    given = [asyncio.ensure_future(visitors.perform(streamer_id, command)) for command in commands]
    await settled()
    run.kiosk.end()
    await run.reach(Phase.START)
    # Another visit is not theirs either.
    run.kiosk.begin()
    slow.goes_on.set()
    answers = await asyncio.gather(*given, return_exceptions=True)

    assert slow.sent == [Play()]
    assert answers[0] is None
    assert all(isinstance(answer, Refused) for answer in answers[1:])
    await run.stop()
    await controlling.stop()


async def test_r56_a_streamer_that_obeys_somebody_else_is_not_shown(run: Running) -> None:
    def shown() -> list[str | None]:
        return [one.owned_id for one in run.kiosk.shown.streamers()]

    first = next(iter(run.shop.known))
    run.kiosk.begin()
    run.shop.others.add("own1")
    assert shown() == ["own2"]
    with pytest.raises(Refused, match=r"kiosk\.not_offered"):
        await run.kiosk.controlling.perform(first, Play())

    run.shop.others.clear()
    assert shown() == ["own1", "own2"]


@pytest.mark.parametrize("error", [TimeoutError(), RuntimeError("nobody foresaw it")])
async def test_r54_whatever_fails_visits_go_on_ending(
    run: Running,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    async def fail() -> None:
        raise error

    monkeypatch.setattr(run.shop, "start_demo", fail)
    run.kiosk.begin()
    run.shop.change(1, volume=66)
    run.shop.is_open = False
    run.kiosk.follow(Changes(topics=Topic.HOME))
    await run.pass_s(3)
    assert "kiosk" in caplog.text
    run.shop.is_open = True
    run.kiosk.follow(Changes(topics=Topic.HOME))

    await run.pass_s(IDLE_S + COUNTDOWN_S + 2)
    await run.reach(Phase.START)
    assert run.shop.state(1) == SET


async def test_a_wipe_that_fails_leaves_a_way_in(
    run: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_wipe: object) -> None:
        raise RuntimeError("nobody foresaw it")

    with monkeypatch.context() as patch:
        patch.setattr(run.shop.files, "keep_wipe", fail)
        await visited(run)
    assert "nobody foresaw it" in caplog.text

    await run.pass_s(2)
    await visited(run)
    assert run.shop.files.wipes()[-1].reason is WipeReason.DONE
