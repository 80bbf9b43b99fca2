from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import Origin, Presence, Reason, StreamerId
from altrabits_desktop.streamers.presence import (
    HIDDEN_TICK_S,
    NOBODY_ASKED_EVERY_S,
    TICK_S,
    PresenceKeeper,
    Verdict,
    judge,
)
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import hang
from tests.fakes.streamers import a_sighting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.runtime.changes import Changes


@pytest.mark.parametrize(
    ("silence_s", "asked_before_s", "is_unanswered", "verdict"),
    [
        (0.0, None, False, Verdict.NOTHING),
        (5.0, 5.0, True, Verdict.NOTHING),
        (5.1, None, False, Verdict.ASK),
        (6.0, 0.5, False, Verdict.DOUBT),
        (7.1, None, True, Verdict.ASK),
        (7.1, 0.0, False, Verdict.CHECKING),
        (9.4, 4.0, True, Verdict.CHECKING),
        (9.6, 2.3, True, Verdict.CHECKING),
        (9.6, 2.4, False, Verdict.CHECKING),
        (9.6, 2.4, True, Verdict.GONE),
        (3600.0, None, True, Verdict.ASK),
    ],
)
def test_nobody_is_gone_who_was_not_asked(
    silence_s: float, asked_before_s: float | None, *, is_unanswered: bool, verdict: Verdict
) -> None:
    judged = judge(silence_s=silence_s, asked_before_s=asked_before_s, is_unanswered=is_unanswered)

    assert judged is verdict


@pytest.mark.parametrize(
    ("asked_before_s", "is_unanswered", "verdict"),
    [(None, False, Verdict.DOUBT), (3.0, False, Verdict.DOUBT), (None, True, Verdict.GONE)],
)
def test_r5_after_a_goodbye_only_an_unanswered_check_is_enough(
    asked_before_s: float | None, *, is_unanswered: bool, verdict: Verdict
) -> None:
    judged = judge(
        silence_s=2.5,
        asked_before_s=asked_before_s,
        is_unanswered=is_unanswered,
        has_said_goodbye=True,
    )

    assert judged is verdict


class House:
    """A registry, its keeper, and who answers when asked."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.begun_at_s = self.clock.steady_s()
        self.registry = Registry(clock=self.clock, publish=self.follow, recognise=lambda _: None)
        self.is_checked = True
        self.is_cable_out = False
        self.asked_at_s: list[float] = []
        self.answers: set[StreamerId] = set()
        self.keeper = PresenceKeeper(
            registry=self.registry,
            ask_known=self.ask_known,
            clock=self.clock,
            is_cut_off=lambda _streamer: self.is_cable_out,
        )

    def follow(self, changes: Changes) -> None:
        """Check whoever is doubted at its address, a turn later."""
        loop = asyncio.get_running_loop()
        for streamer_id in changes.streamers:
            loop.call_soon(self._check, streamer_id)

    def _check(self, streamer_id: StreamerId) -> None:
        if not self.is_checked or not self.registry.standing(streamer_id).is_doubted:
            return
        if streamer_id in self.answers:
            self.registry.answered(streamer_id)
        self.registry.conclude(streamer_id, has_answered=streamer_id in self.answers)

    async def ask_known(self) -> None:
        self.asked_at_s.append(self.clock.steady_s())
        for streamer_id in self.answers:
            self.registry.answered(streamer_id)

    def hear(self, number: int = 1) -> StreamerId:
        streamer_id = self.registry.hear(
            a_sighting(mac=f"00:04:a3:00:00:{number:02x}", heard_at=self.clock.now())
        )
        assert streamer_id is not None
        return streamer_id

    def presence(self, streamer_id: StreamerId) -> Presence:
        streamer = self.registry.streamer(streamer_id)
        assert streamer is not None
        return streamer.presence


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    house.keeper.start()
    yield house
    await house.keeper.stop()
    assert house.clock.sleepers == 0


async def test_silent_streamer_is_asked_then_checked_then_gone(house: House) -> None:
    streamer_id = house.hear()

    seen = []
    for _ in range(100):
        await house.clock.advance(0.1)
        seen.append(house.presence(streamer_id))

    assert 5.0 < house.asked_at_s[0] <= 7.0
    assert seen.index(Presence.CHECKING) < 95
    assert seen[-1] is Presence.GONE
    assert Presence.ANSWERING not in seen[seen.index(Presence.CHECKING) :]


async def test_streamer_that_answers_when_asked_stays(house: House) -> None:
    streamer_id = house.hear()
    house.answers.add(streamer_id)

    for _ in range(120):
        await house.clock.advance(0.5)
        assert house.presence(streamer_id) is Presence.ANSWERING


async def test_networks_are_asked_at_most_each_fourth_second(house: House) -> None:
    for number in range(5):
        house.hear(number + 1)
        await house.clock.advance(0.7)

    await house.clock.advance(20)

    pairs = zip(house.asked_at_s, house.asked_at_s[1:], strict=False)
    assert all(later - earlier >= 4.0 for earlier, later in pairs)


async def test_the_gone_are_asked_for_every_tenth_second(house: House) -> None:
    house.hear()
    await house.clock.advance(12)
    house.asked_at_s.clear()

    await house.clock.advance(60)

    pairs = itertools.pairwise(house.asked_at_s)
    assert len(house.asked_at_s) in {5, 6}
    assert all(later - earlier >= 10.0 for earlier, later in pairs)


async def test_one_that_was_gone_and_answers_is_back_without_a_word_of_its_own(
    house: House,
) -> None:
    streamer_id = house.hear()
    await house.clock.advance(12)
    assert house.presence(streamer_id) is Presence.GONE

    house.answers.add(streamer_id)
    await house.clock.advance(13)

    assert house.presence(streamer_id) is Presence.ANSWERING


async def test_goodbye_without_an_answer_is_gone_soon(house: House) -> None:
    streamer_id = house.hear()
    house.registry.hear(a_sighting(mac="00:04:a3:00:00:01", is_goodbye=True))

    await house.clock.advance(5)

    assert house.presence(streamer_id) is Presence.GONE


async def test_forged_goodbye_is_answered(house: House) -> None:
    streamer_id = house.hear()
    house.answers.add(streamer_id)
    house.registry.hear(a_sighting(mac="00:04:a3:00:00:01", is_goodbye=True))

    await house.clock.advance(5)

    assert house.presence(streamer_id) is Presence.ANSWERING


async def test_stall_of_this_computer_makes_nobody_gone(house: House) -> None:
    streamer_id = house.hear()
    house.answers.add(streamer_id)

    house.clock.move(3600)
    await settled()
    await settled()
    after_stall = house.presence(streamer_id)
    await house.clock.advance(5)

    assert after_stall is Presence.ANSWERING
    assert house.presence(streamer_id) is Presence.ANSWERING


async def test_a_cable_out_is_said_soon_and_blames_nobody(house: House) -> None:
    streamer_id = house.hear()
    house.is_cable_out = True

    await house.clock.advance(TICK_S)

    streamer = house.registry.streamer(streamer_id)
    assert streamer is not None
    assert (streamer.presence, streamer.reason) == (Presence.GONE, Reason.CABLE_OUT)


async def test_after_the_cable_is_in_again_a_silent_one_is_gone_by_itself(house: House) -> None:
    streamer_id = house.hear()
    house.is_cable_out = True
    await house.clock.advance(TICK_S)
    house.is_cable_out = False
    await house.clock.advance(TICK_S)
    checked = house.registry.streamer(streamer_id)

    await house.clock.advance(12.0)

    gone = house.registry.streamer(streamer_id)
    assert checked is not None
    assert gone is not None
    assert checked.presence is Presence.CHECKING
    assert (gone.presence, gone.reason) == (Presence.GONE, Reason.TIMED_OUT)


async def test_nobody_known_means_no_question_and_few_wake_ups(house: House) -> None:
    house.keeper.set_pace(is_watched=False)
    await settled()

    await house.clock.advance(HIDDEN_TICK_S * 3)

    assert house.asked_at_s == []
    assert house.clock.sleepers == 1


async def test_while_somebody_waits_for_a_first_one_the_networks_are_asked_every_tenth_second(
    house: House,
) -> None:
    await settled()
    await house.clock.advance(NOBODY_ASKED_EVERY_S - TICK_S)
    early = list(house.asked_at_s)
    await house.clock.advance(2 * NOBODY_ASKED_EVERY_S + TICK_S)

    assert early == []
    assert house.asked_at_s == [house.begun_at_s + NOBODY_ASKED_EVERY_S * n for n in (1, 2, 3)]


async def test_whoever_looks_at_an_empty_list_after_hours_has_the_networks_asked_at_once(
    house: House,
) -> None:
    house.keeper.set_pace(is_watched=False)
    await settled()
    await house.clock.advance(HIDDEN_TICK_S * 6)

    house.keeper.set_pace(is_watched=True)
    await settled()

    assert len(house.asked_at_s) == 1


async def test_streamers_of_the_demo_are_nobody_to_wait_no_longer_for(house: House) -> None:
    house.registry.hear(replace(a_sighting(heard_at=house.clock.now()), origin=Origin.DEMO))
    house.is_cable_out = True

    await house.clock.advance(NOBODY_ASKED_EVERY_S + TICK_S)

    assert len(house.asked_at_s) == 1


async def test_hidden_window_looks_seldom(house: House) -> None:
    house.keeper.set_pace(is_watched=False)
    house.keeper.set_pace(is_watched=False)
    await settled()
    house.hear()

    await house.clock.advance(HIDDEN_TICK_S - 0.5)
    early = list(house.asked_at_s)
    await house.clock.advance(1)

    assert (early, len(house.asked_at_s)) == ([], 1)


async def test_window_that_comes_back_looks_at_once(house: House) -> None:
    house.keeper.set_pace(is_watched=False)
    await settled()
    house.hear()
    await house.clock.advance(TICK_S * 3)

    house.keeper.set_pace(is_watched=True)
    await settled()

    assert len(house.asked_at_s) == 1


async def test_slow_question_is_not_asked_twice(house: House) -> None:
    asked: list[float] = []

    async def ask_slowly() -> None:
        asked.append(house.clock.steady_s())
        await hang()

    keeper = PresenceKeeper(registry=house.registry, ask_known=ask_slowly, clock=house.clock)
    keeper.start()
    keeper.start()
    house.hear()
    await house.clock.advance(9)
    house.hear(2)
    await house.clock.advance(9)
    await keeper.stop()

    assert len(asked) == 1


async def test_question_that_fails_is_said_and_the_look_goes_on(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        raise OSError("no network")

    keeper = PresenceKeeper(registry=house.registry, ask_known=fail, clock=house.clock)
    keeper.start()
    streamer_id = house.hear()
    await house.clock.advance(12)
    await keeper.stop()

    assert "the look at who is there ended by an error" in caplog.messages
    assert house.presence(streamer_id) is Presence.GONE


async def test_pace_may_be_set_before_the_start_and_stop_is_harmless() -> None:
    house = House()
    house.keeper.set_pace(is_watched=False)

    await house.keeper.stop()

    assert asyncio.all_tasks() == {asyncio.current_task()}
