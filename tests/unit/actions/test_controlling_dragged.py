"""Equaliser and balance under a hand that moves: as sparing and as steady as the volume."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import SHOWN_S
from altrabits_desktop.contract.commands import (
    Next,
    SetBalance,
    SetEqualiser,
    SetVolume,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.streamer_settings import Equaliser
from altrabits_desktop.runtime.changes import Changes
from tests.fakes.clock import settled
from tests.fakes.obeying import ObeyingStreamers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.contract.commands import Command


def balance(level: int) -> Command:
    return SetBalance(level)


def gain(level: int) -> Command:
    return SetEqualiser(gains_db=(level - 24, 0))


def maximum(level: int) -> Command:
    return SetVolumeMaximum(level)


DRAGGED = pytest.mark.parametrize("dragged", [balance, gain, maximum])


@pytest.fixture
async def house() -> AsyncIterator[ObeyingStreamers]:
    house = ObeyingStreamers()
    house.say(balance=0, equaliser=Equaliser(is_on=True, gains_db=(0, 0), curve="Flat"))
    yield house
    await house.controlling.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}


def begin(house: ObeyingStreamers, command: Command) -> asyncio.Task[None]:
    return asyncio.ensure_future(house.controlling.perform(house.id, command))


def sent(house: ObeyingStreamers) -> list[Command]:
    return [command for _, command in house.told]


@DRAGGED
async def test_the_first_is_sent_then_each_tenth_of_a_second_and_the_last(
    house: ObeyingStreamers, dragged: Callable[[int], Command]
) -> None:
    moving = []
    for level in range(20, 28):
        moving.append(begin(house, dragged(level)))
        await house.clock.advance(0.03)
    await house.clock.advance(0.2)

    assert sent(house) == [dragged(level) for level in (20, 23, 26, 27)]
    assert [at for at, _ in house.told] == pytest.approx([0.0, 0.1, 0.2, 0.3])
    assert all(task.done() and task.exception() is None for task in moving)


@DRAGGED
async def test_a_slow_streamer_is_told_the_last_and_little_between(
    house: ObeyingStreamers, dragged: Callable[[int], Command]
) -> None:
    house.latencies_s = [0.5, 0.5]

    for level in (20, 22, 24, 25):
        begin(house, dragged(level))
        await house.clock.advance(0.1)
    await house.clock.advance(2.0)

    assert (sent(house), house.most_under_way) == ([dragged(20), dragged(25)], 1)


async def test_an_older_answer_moves_no_handle_back(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.4, 0.4]
    begin(house, SetBalance(40))
    begin(house, SetEqualiser(gains_db=(6, 0)))
    await house.clock.advance(0.1)

    house.say(balance=-10, equaliser=Equaliser(is_on=True, gains_db=(1, 1)))
    house.controlling.follow(Changes(streamers=frozenset({house.id})))

    assert house.state.balance == 40
    assert house.state.equaliser == Equaliser(is_on=True, gains_db=(6, 0))


async def test_what_is_not_confirmed_gives_way_to_the_truth_after_five_seconds(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    begin(house, SetBalance(40))

    await house.clock.advance(SHOWN_S - 0.1)
    held = house.state.balance
    await house.clock.advance(0.2)

    assert (held, house.state.balance) == (40, 0)


async def test_a_switch_amid_a_drag_keeps_the_gains_and_goes_out_after_them(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [0.3, 0.1]
    begin(house, SetEqualiser(gains_db=(3, 0)))
    await house.clock.advance(0.05)
    begin(house, SetEqualiser(gains_db=(6, 0)))
    begin(house, SetEqualiser(is_on=False))
    await settled()
    shown = house.state.equaliser
    await house.clock.advance(2.0)

    assert shown == Equaliser(is_on=False, gains_db=(6, 0))
    assert sent(house) == [
        SetEqualiser(gains_db=(3, 0)),
        SetEqualiser(gains_db=(6, 0)),
        SetEqualiser(is_on=False),
    ]
    assert house.state.equaliser == Equaliser(is_on=False, gains_db=(6, 0))


async def test_a_curve_takes_the_place_of_gains_that_were_not_sent(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [0.3]
    begin(house, SetEqualiser(gains_db=(3, 0)))
    await house.clock.advance(0.05)
    begin(house, SetEqualiser(gains_db=(6, 0)))
    begin(house, SetEqualiser(curve="Warm"))
    await house.clock.advance(2.0)

    assert sent(house) == [SetEqualiser(gains_db=(3, 0)), SetEqualiser(curve="Warm")]


async def test_no_two_commands_besides_the_volume_are_under_way_at_once(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [0.3, 0.3, 0.3]
    begin(house, SetBalance(10))
    begin(house, SetEqualiser(gains_db=(6, 0)))
    begin(house, Next())
    await house.clock.advance(1.0)

    assert house.most_under_way == 1
    assert len(house.told) == 3


async def test_volume_waits_for_no_other_drag(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.5, 0.1]
    begin(house, SetBalance(10))
    await house.clock.advance(0.05)

    begin(house, SetVolume(30))
    await settled()

    assert sent(house) == [SetBalance(10), SetVolume(30)]


async def test_one_that_fails_shows_no_longer_and_says_so(house: ObeyingStreamers) -> None:
    house.failures = [NotReachable("streamer.silent")]

    with pytest.raises(NotReachable):
        await begin(house, SetBalance(40))

    assert house.state.balance == 0


async def test_what_must_hold_when_its_turn_has_come_is_asked_then(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [0.3]
    begin(house, SetBalance(10))
    await house.clock.advance(0.05)
    is_over = False

    def check() -> None:
        if is_over:
            raise Refused("kiosk.over")

    setting = asyncio.ensure_future(
        house.controlling.perform(house.id, SetBalance(20), check=check)
    )
    await settled()
    is_over = True
    await house.clock.advance(1.0)

    with pytest.raises(Refused, match=r"kiosk\.over"):
        await setting
    assert sent(house) == [SetBalance(10)]
