"""A kiosk: visits end by themselves, everything goes back, and staff come and go."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.kiosk import COUNTDOWN_S, IDLE_S, STAFF_S, Kiosk
from altrabits_desktop.actions.restoring import AGAIN_S
from altrabits_desktop.contract.commands import (
    Command,
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.kiosk import Phase, WipeReason
from altrabits_desktop.contract.streamers import Origin, Playback, Presence
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.clock import settled
from tests.fakes.shop import PIN, SET, Shop, set_state, shop_streamer
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.contract.streamers import StreamerId, StreamerState

WITHIN_S = 5.0


class Running:
    """A kiosk whose visits end by themselves."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.kiosk = shop.kiosk
        self._task: asyncio.Task[None] | None = None

    async def start(self, kiosk: Kiosk | None = None) -> None:
        await self.stop()
        self.kiosk = kiosk or self.kiosk
        await self.kiosk.load()
        self._task = asyncio.ensure_future(self.kiosk.run())
        self.kiosk.cover(WipeReason.START)
        await self.reach(Phase.START)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def reach(self, phase: Phase) -> None:
        async with asyncio.timeout(WITHIN_S):
            while self.phase() is not phase:  # noqa: ASYNC110 # a pool thread writes meanwhile
                await asyncio.sleep(0.005)

    async def pass_s(self, duration_s: float) -> None:
        """Let time pass, in seconds of a person, with turns for what it stirs."""
        for _ in range(round(duration_s)):
            await self.shop.clock.advance(1.0)
            await asyncio.sleep(0)
        await settled()

    def phase(self) -> Phase:
        return self.kiosk.report().phase


@pytest.fixture
async def run(tmp_path: Path) -> AsyncIterator[Running]:
    shop = Shop(tmp_path, 1, 2)
    shop.keep_setup(1, 2)
    run = Running(shop)
    await run.start()
    yield run
    await run.stop()


async def test_nobody_there_for_a_minute_ends_the_visit_with_a_warning_before(
    run: Running,
) -> None:
    run.kiosk.begin()
    run.shop.change(1, volume=66)
    await run.pass_s(IDLE_S - 1)
    assert run.phase() is Phase.VISIT

    await run.pass_s(2)
    assert run.phase() is Phase.COUNTDOWN
    assert COUNTDOWN_S - 2 <= run.kiosk.report().seconds_left <= COUNTDOWN_S

    await run.pass_s(COUNTDOWN_S)
    await run.reach(Phase.START)
    assert run.shop.state(1) == SET
    wipe = run.kiosk.report().last_wipe
    assert wipe is not None
    assert (wipe.reason, wipe.put_back) == (WipeReason.IDLE, ("Streamer 1",))


async def test_a_touch_in_the_countdown_keeps_the_visit(run: Running) -> None:
    run.kiosk.begin()
    await run.pass_s(IDLE_S + COUNTDOWN_S - 2)
    assert run.phase() is Phase.COUNTDOWN

    run.kiosk.touch()
    assert run.phase() is Phase.VISIT
    await run.pass_s(IDLE_S - 2)
    assert run.phase() is Phase.VISIT


async def test_done_wipes_at_once_and_the_wipe_is_kept(run: Running) -> None:
    run.kiosk.begin()
    run.shop.change(2, is_muted=True, playback=Playback.PLAYING)
    run.kiosk.end()
    assert run.phase() is Phase.WIPING

    await run.reach(Phase.START)
    assert run.shop.state(2) == SET
    kept = run.shop.files.wipes()
    assert [wipe.reason for wipe in kept] == [WipeReason.START, WipeReason.DONE]
    assert kept[-1].put_back == ("Streamer 2",)


async def test_no_visit_begins_while_the_last_one_is_wiped(run: Running) -> None:
    run.kiosk.begin()
    run.kiosk.end()
    run.kiosk.begin()
    assert run.phase() is Phase.WIPING


async def test_a_start_puts_back_whatever_was_before_the_crash(run: Running) -> None:
    run.kiosk.begin()
    run.shop.change(1, volume=99, playback=Playback.PLAYING)
    await run.start(run.shop.new_kiosk())

    assert run.shop.state(1) == SET
    assert run.shop.files.wipes()[-1].reason is WipeReason.START


async def test_what_does_not_answer_is_put_back_as_soon_as_it_does(run: Running) -> None:
    run.shop.change(1, volume=99)
    away = shop_streamer(1, state=run.shop.state(1), presence=Presence.GONE)
    run.shop.known[away.id] = away
    run.kiosk.begin()
    run.kiosk.end()
    await run.reach(Phase.START)
    wipe = run.kiosk.report().last_wipe
    assert wipe is not None
    assert wipe.left == ("Streamer 1",)

    run.shop.known[away.id] = shop_streamer(1, state=away.state)
    await run.pass_s(AGAIN_S + 1)
    await run.reach(Phase.START)
    assert run.shop.state(1) == SET
    told = run.kiosk.report().last_wipe
    assert told is not None
    assert (told.at, told.put_back, told.left) == (wipe.at, ("Streamer 1",), ())


async def test_one_that_is_as_it_is_to_be_when_it_answers_is_not_named_any_more(
    run: Running,
) -> None:
    away = shop_streamer(1, presence=Presence.GONE)
    run.shop.known[away.id] = away
    run.kiosk.begin()
    run.kiosk.end()
    await run.reach(Phase.START)

    run.shop.known[away.id] = shop_streamer(1)
    await run.pass_s(AGAIN_S + 1)
    told = run.kiosk.report().last_wipe
    assert told is not None
    assert (told.put_back, told.left) == ((), ())


async def test_r55_staff_leave_by_the_pin_alone_and_the_kiosk_comes_back(run: Running) -> None:
    run.kiosk.begin()
    with pytest.raises(Refused, match=r"kiosk\.pin_wrong"):
        await run.kiosk.leave("000001")
    assert run.phase() is Phase.VISIT

    await run.kiosk.leave(PIN)
    assert run.phase() is Phase.STAFF
    await run.pass_s(STAFF_S - 2)
    assert run.phase() is Phase.STAFF
    await run.pass_s(4)
    await run.reach(Phase.START)
    assert run.shop.files.wipes()[-1].reason is WipeReason.STAFF


async def test_staff_who_do_something_are_left_alone(run: Running) -> None:
    await run.kiosk.leave(PIN)
    await run.pass_s(STAFF_S - 2)
    run.kiosk.touch()
    await run.pass_s(STAFF_S - 2)
    assert run.phase() is Phase.STAFF


async def test_a_window_that_never_was_a_kiosk_is_none_after_ten_minutes(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1)
    shop.keep_setup(1)
    await shop.kiosk.load()
    task = asyncio.ensure_future(shop.kiosk.run())
    await settled()
    for _ in range(3):
        await shop.clock.advance(STAFF_S)
    assert shop.kiosk.report().phase is Phase.STAFF
    task.cancel()


async def test_a_kiosk_that_staff_removed_does_not_come_back(run: Running) -> None:
    await run.kiosk.leave(PIN)
    await run.kiosk.remove()
    await run.pass_s(STAFF_S + 5)
    assert run.phase() is Phase.STAFF


async def test_an_error_nobody_foresaw_at_one_streamer_strands_nobody(
    run: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    perform = run.shop.perform
    broken = next(iter(run.shop.known))

    async def fail(streamer_id: StreamerId, command: Command) -> None:
        if streamer_id == broken:
            raise ValueError("nobody foresaw it")
        await perform(streamer_id, command)

    monkeypatch.setattr(run.shop, "perform", fail)
    run.kiosk.begin()
    run.shop.change(1, volume=66)
    run.shop.change(2, volume=66)
    run.kiosk.end()
    await run.reach(Phase.START)
    wipe = run.kiosk.report().last_wipe
    assert wipe is not None
    assert (wipe.put_back, wipe.left) == (("Streamer 2",), ("Streamer 1",))
    assert "nobody foresaw it" in caplog.text


async def test_c51_a_policy_that_lapses_leaves_the_demo_alone(run: Running) -> None:
    shown = run.kiosk.shown
    run.kiosk.begin()
    assert [one.owned_id for one in shown.streamers()] == ["own1", "own2"]

    run.shop.is_open = False
    run.kiosk.follow(Changes(topics=Topic.HOME))
    await settled()
    assert {one.origin for one in shown.streamers()} == {Origin.DEMO}

    run.shop.is_open = True
    run.kiosk.follow(Changes(topics=Topic.HOME))
    await settled()
    assert not run.shop.is_demo_wanted
    assert [one.owned_id for one in shown.streamers()] == ["own1", "own2"]


async def test_what_a_visitor_did_to_the_demo_goes_with_the_visit(tmp_path: Path) -> None:
    shop = Shop(tmp_path)

    assert await demo_after_a_visit(shop) == SET
    assert shop.demo_starts == 2


async def test_what_a_visitor_did_to_a_demo_of_staff_goes_with_the_visit_too(
    tmp_path: Path,
) -> None:
    shop = Shop(tmp_path)
    await shop.start_demo()

    assert await demo_after_a_visit(shop) == SET


async def demo_after_a_visit(shop: Shop) -> StreamerState | None:
    """Give how the demo is after somebody came to a shop without streamers and changed it."""
    shop.keep_setup()
    run = Running(shop)
    await run.start()
    await settled()
    run.kiosk.begin()
    [demo] = run.kiosk.shown.streamers()
    await shop.perform(demo.id, SetVolume(3))
    run.kiosk.end()
    await run.reach(Phase.START)
    await settled()
    [again] = run.kiosk.shown.streamers()
    await run.stop()
    return again.state


async def test_what_staff_keep_is_kept_though_they_leave_the_page_at_once(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    keeping = asyncio.ensure_future(shop.kiosk.set_up(PIN, (set_state(1),)))
    await asyncio.sleep(0)

    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping

    assert shop.kiosk.report().setup == shop.files.setup() is not None


async def test_r56_only_the_shops_own_streamers_are_listed(run: Running) -> None:
    shop = run.shop
    strangers = (
        a_streamer(50, name="Streamer 1"),
        shop_streamer(51),
        a_streamer(52, borrowed_id="own1", name="Streamer 1"),
        a_streamer(53, origin=Origin.DEMO),
    )
    shop.known.update({one.id: one for one in strangers})
    run.kiosk.begin()

    shown = run.kiosk.shown
    assert [one.owned_id for one in shown.streamers()] == ["own1", "own2"]
    assert all(shown.streamer(one.id) is None for one in strangers)


@pytest.mark.parametrize(
    "command", [Play(), Pause(), Stop(), Next(), Previous(), SetVolume(5), SetMute(True)]
)
async def test_what_the_written_list_names_is_done(run: Running, command: Command) -> None:
    first = next(iter(run.shop.known))
    controlling = run.kiosk.controlling
    run.kiosk.begin()
    await controlling.perform(first, command)
    assert run.shop.told == [(first, command)]


@pytest.mark.parametrize("command", [Play("http://192.168.71.9/a.mp3"), Seek(4), SelectInput("x")])
async def test_r56_nothing_else_is_done(run: Running, command: Command) -> None:
    first = next(iter(run.shop.known))
    controlling = run.kiosk.controlling
    run.kiosk.begin()
    with pytest.raises(Refused, match=r"kiosk\.not_offered"):
        await controlling.perform(first, command)
    assert run.shop.told == []


async def test_nothing_is_done_outside_a_visit_or_to_a_stranger(run: Running) -> None:
    shop = run.shop
    first = next(iter(shop.known))
    stranger = a_streamer(50, state=SET)
    shop.known[stranger.id] = stranger
    controlling = run.kiosk.controlling
    with pytest.raises(Refused):
        await controlling.perform(first, SetVolume(1))
    run.kiosk.begin()
    with pytest.raises(Refused):
        await controlling.perform(stranger.id, SetVolume(1))
    assert shop.told == []


async def test_a_damaged_setup_opens_nothing_and_says_so(tmp_path: Path) -> None:
    shop = Shop(tmp_path, 1)
    shop.keep_setup(1)
    (tmp_path / "kiosk" / "kiosk.json").write_bytes(b'{"pin": 7')
    run = Running(shop)
    await run.start()

    report = run.kiosk.report()
    assert (report.is_damaged, report.setup, report.is_demo_alone) == (True, None, True)
    run.kiosk.begin()
    for pin in (PIN, "", "7"):
        with pytest.raises(Refused):
            await run.kiosk.leave(pin)
    assert run.phase() is Phase.VISIT
    await run.stop()
