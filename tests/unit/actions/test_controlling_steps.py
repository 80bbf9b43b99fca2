"""What is set in small steps is sent sparingly, like a volume, and in its place among the rest."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.wishes import overtakes
from altrabits_desktop.contract.commands import (
    Pause,
    Play,
    Seek,
    SetBalance,
    SetEqualiser,
    SetMute,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamer_settings import Equaliser
from tests.fakes.obeying import ObeyingStreamers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.contract.commands import Command


@pytest.fixture
async def house() -> AsyncIterator[ObeyingStreamers]:
    house = ObeyingStreamers()
    house.say(balance=0, equaliser=Equaliser(is_on=True, gains_db=(0, 0)))
    yield house
    await house.controlling.stop()


def begin(house: ObeyingStreamers, command: Command) -> asyncio.Task[None]:
    return asyncio.ensure_future(house.controlling.perform(house.id, command))


def told(house: ObeyingStreamers) -> list[Command]:
    return [command for _, command in house.told]


async def test_many_keys_send_the_first_then_each_tenth_of_a_second_and_the_last(
    house: ObeyingStreamers,
) -> None:
    pressing = []
    for balance in range(1, 9):
        pressing.append(begin(house, SetBalance(balance)))
        await house.clock.advance(0.03)
    await house.clock.advance(1.0)

    assert told(house) == [SetBalance(1), SetBalance(4), SetBalance(7), SetBalance(8)]
    assert [at for at, _ in house.told] == pytest.approx([0.0, 0.1, 0.2, 0.3])
    assert all(task.done() and task.exception() is None for task in pressing)


async def test_a_slow_streamer_gets_the_last_of_what_waited(house: ObeyingStreamers) -> None:
    house.latencies_s = [3.0, 3.0]

    for position_s in (10.0, 20.0, 30.0):
        begin(house, Seek(position_s))
        await house.clock.advance(0.2)
    await house.clock.advance(10.0)

    assert told(house) == [Seek(10.0), Seek(30.0)]


async def test_what_only_comes_once_is_never_left_out(house: ObeyingStreamers) -> None:
    house.latencies_s = [1.0]

    for command in (Play(), Pause(), SetBalance(1), Play(), SetBalance(2), Pause()):
        begin(house, command)
    await house.clock.advance(5.0)

    assert told(house) == [Play(), Pause(), Play(), SetBalance(2), Pause()]


async def test_an_overtaken_one_shows_no_error_of_the_newer(house: ObeyingStreamers) -> None:
    house.latencies_s, house.failures = [1.0], [None, Refused("control.refused")]
    begin(house, SetMute(is_muted=True))

    first, second = begin(house, SetBalance(1)), begin(house, SetBalance(2))
    await house.clock.advance(5.0)

    assert (first.exception(), type(second.exception())) == (None, Refused)
    assert house.state.balance == 0


async def test_gains_stay_where_they_were_put_while_the_equaliser_is_switched(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [0.5, 0.5]
    begin(house, SetEqualiser(gains_db=(3, -3)))
    await house.clock.advance(0.1)
    begin(house, SetEqualiser(is_on=False))
    await house.clock.advance(0.1)

    assert house.state.equaliser == Equaliser(is_on=False, gains_db=(3, -3))


async def test_gains_are_sent_though_the_equaliser_is_switched_after_them(
    house: ObeyingStreamers,
) -> None:
    gains, switch = SetEqualiser(gains_db=(3, -3)), SetEqualiser(is_on=False)
    house.latencies_s = [1.0]

    for command in (Play(), gains, switch):
        begin(house, command)
    await house.clock.advance(5.0)

    assert told(house) == [Play(), gains, switch]


EQUALISERS = st.builds(
    SetEqualiser,
    is_on=st.none() | st.booleans(),
    gains_db=st.none() | st.just((1, 2)) | st.just((0, 0)),
    curve=st.none() | st.just("Warm"),
)
SETTINGS = (
    EQUALISERS
    | st.builds(SetBalance, st.integers(-3, 3))
    | st.builds(SetVolumeMaximum, st.integers(0, 100))
)


@given(older=SETTINGS, newer=SETTINGS)
def test_only_what_leaves_nothing_of_the_older_overtakes_it(older: Command, newer: Command) -> None:
    is_overtaken = overtakes(newer, older)

    assert not is_overtaken or type(newer) is type(older)
    if isinstance(older, SetEqualiser) and isinstance(newer, SetEqualiser) and is_overtaken:
        assert older.is_on is None or newer.is_on is not None
        has_sound = older.gains_db is not None or older.curve is not None
        assert not has_sound or newer.gains_db is not None or newer.curve is not None


def ends_with(commands: list[Command]) -> dict[str, object]:
    """How a streamer is that did all of this, one after the other."""
    end: dict[str, object] = {}
    for command in commands:
        match command:
            case SetEqualiser(is_on=is_on, gains_db=gains_db, curve=curve):
                end |= {} if is_on is None else {"is_on": is_on}
                # A curve brings gains of its own.
                has_sound = gains_db is not None or curve is not None
                end |= {"sound": (gains_db, curve)} if has_sound else {}
            case _:
                end[type(command).__name__] = command
    return end


async def sent_of(moves: list[tuple[Command, float]], latencies_s: list[float]) -> list[Command]:
    house = ObeyingStreamers()
    house.latencies_s = list(latencies_s)
    for command, pause_s in moves:
        begin(house, command)
        await house.clock.advance(pause_s)
    await house.clock.advance(100.0)
    await house.controlling.stop()
    return told(house)


TIMES = st.floats(0, 0.15) | st.floats(0, 3.0)


@given(
    moves=st.lists(st.tuples(SETTINGS, TIMES), max_size=10),
    latencies_s=st.lists(TIMES, max_size=10),
)
def test_what_is_left_out_changes_nothing_in_the_end(
    moves: list[tuple[Command, float]], latencies_s: list[float]
) -> None:
    sent = asyncio.run(sent_of(moves, latencies_s))

    assert ends_with(sent) == ends_with([command for command, _ in moves])
    assert len(sent) <= len(moves)
