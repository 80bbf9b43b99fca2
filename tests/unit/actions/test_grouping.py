"""Who plays along with whom, how loud together, and what is told of it to whom."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.grouping import Grouping, groups_of, may_be_told, told_instead
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Command,
    Follow,
    Lead,
    Pause,
    Play,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import DecisionNeeded, NotReachable, Refused
from altrabits_desktop.contract.streamers import (
    Depth,
    Origin,
    Playback,
    Presence,
    Streamer,
    StreamerId,
    StreamerState,
)
from tests.fakes.grouped import GroupedHouse, able
from tests.fakes.obeying import ObeyingStreamers

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)


def grouping(house: GroupedHouse) -> Grouping:
    return Grouping(directory=house, telling=house)


async def grouped(*more: Streamer) -> GroupedHouse:
    """Let the second, and all that come after it, play along with the first."""
    house = GroupedHouse(ONE, TWO, *more)
    for each in (TWO, *more):
        await grouping(house).join(each.id, ONE.id)
    house.told.clear()
    return house


def names(house: GroupedHouse) -> list[list[StreamerId]]:
    return [[each.id for each in group.streamers] for group in grouping(house).groups()]


async def test_the_leader_is_told_before_who_plays_along() -> None:
    house = GroupedHouse(ONE, TWO)

    await grouping(house).join(TWO.id, ONE.id)

    assert house.told == [(ONE.id, Lead(("ab-2",))), (TWO.id, Follow("ab-1"))]
    assert names(house) == [[ONE.id, TWO.id]]


async def test_a_third_one_joins_by_whichever_it_is_told_of() -> None:
    for by in (ONE, TWO):
        house = await grouped()
        house.known[THREE.id] = THREE

        await grouping(house).join(THREE.id, by.id)

        assert house.told == [(ONE.id, Lead(("ab-2", "ab-3"))), (THREE.id, Follow("ab-1"))]
        assert names(house) == [[ONE.id, TWO.id, THREE.id]]


async def test_where_the_member_would_not_the_leader_leads_as_before() -> None:
    house = GroupedHouse(ONE, TWO)
    house.refusals[Follow] = NotReachable("streamer.silent")

    with pytest.raises(NotReachable):
        await grouping(house).join(TWO.id, ONE.id)

    assert house.told[-1] == (ONE.id, Lead(()))
    assert names(house) == []


@pytest.mark.parametrize(
    ("member", "leader", "code"),
    [
        (ONE, ONE, "group.itself"),
        (TWO, ONE, "control.unsupported"),
        (ONE, TWO, "control.unsupported"),
        (THREE, ONE, "streamer.unknown"),
    ],
)
async def test_what_cannot_be_grouped_is_refused_and_nobody_told(
    member: Streamer, leader: Streamer, code: str
) -> None:
    house = GroupedHouse(ONE, replace(TWO, capabilities=frozenset({Capability.CONTROL})))

    with pytest.raises(Refused) as refused:
        await grouping(house).join(member.id, leader.id)

    assert (refused.value.code, house.told) == (code, [])


async def test_the_leader_of_a_group_does_not_join_who_plays_along_with_it() -> None:
    house = await grouped()

    with pytest.raises(Refused, match=r"group\.itself"):
        await grouping(house).join(ONE.id, TWO.id)


async def test_who_leaves_plays_for_itself_and_the_others_go_on() -> None:
    house = await grouped(THREE)

    await grouping(house).leave(TWO.id)

    assert house.told == [(TWO.id, Follow("")), (ONE.id, Lead(("ab-3",)))]
    assert names(house) == [[ONE.id, THREE.id]]


async def test_with_its_leader_the_group_ends() -> None:
    house = await grouped(THREE)

    await grouping(house).leave(ONE.id)

    assert house.told[0] == (ONE.id, Lead(()))
    assert set(house.told[1:]) == {(TWO.id, Follow("")), (THREE.id, Follow(""))}
    assert names(house) == []


async def test_who_is_in_no_group_cannot_leave_one_nor_turn_it() -> None:
    house = GroupedHouse(ONE)

    with pytest.raises(Refused, match=r"group\.none"):
        await grouping(house).leave(ONE.id)
    with pytest.raises(Refused, match=r"group\.none"):
        await grouping(house).set_volume(ONE.id, 20)


def test_a_group_is_what_both_sides_say() -> None:
    leads = replace(ONE, state=StreamerState(members=("ab-2", "ab-3", "ab-9")))
    follows = replace(TWO, state=StreamerState(leader="ab-1"))
    elsewhere = replace(THREE, state=StreamerState(leader="ab-7"))

    [group] = groups_of([leads, follows, elsewhere])

    assert group.streamers == (leads, follows)
    assert groups_of([leads, replace(follows, presence=Presence.GONE)]) == ()


@pytest.mark.parametrize("is_first", [True, False])
def test_r5_whoever_borrows_the_id_of_one_of_a_group_is_not_in_it(is_first: bool) -> None:
    leads = replace(ONE, state=StreamerState(members=("ab-2",)))
    follows = replace(TWO, state=StreamerState(leader="ab-1"))
    pretenders = [
        replace(each, id=StreamerId(f"pretended-{each.id}"), is_owned=False, owned_id=None)
        for each in (leads, follows)
    ]
    true = [leads, follows]

    [group] = groups_of([*pretenders, *true] if is_first else [*true, *pretenders])

    assert group.streamers == (leads, follows)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=4), st.lists(st.integers(0, 100)))
async def test_a_group_comes_back_to_how_it_sounded(levels: list[int], course: list[int]) -> None:
    house = GroupedHouse(*(able(number, volume=level) for number, level in enumerate(levels, 1)))
    actions = grouping(house)
    first, *others = house.streamers()
    for each in others:
        await actions.join(each.id, first.id)

    for volume in (*course, max(levels)):
        await actions.set_volume(first.id, volume)

    assert house.volumes() == levels or not any(levels)


async def test_each_is_told_its_own_volume() -> None:
    house = await grouped()

    await grouping(house).set_volume(TWO.id, 60)

    assert set(house.told) == {(ONE.id, SetVolume(60)), (TWO.id, SetVolume(30))}


async def test_pausing_all_tells_whoever_plays_and_obeys_once() -> None:
    house = await grouped()
    silent = able(4, state=StreamerState(playback=Playback.PAUSED))
    strange = able(5, is_owned=False)
    station = able(6, capabilities=frozenset({Capability.CONTROL}))
    for each in (silent, strange, station):
        house.known[each.id] = each

    told = await grouping(house).pause_all(may_be_told)

    assert house.told == [(ONE.id, Pause()), (station.id, Stop())]
    assert [each.id for each in told] == [ONE.id, station.id]


async def test_one_that_does_not_pause_keeps_no_other_from_it() -> None:
    house = GroupedHouse(ONE, TWO)
    house.refusals[Pause] = NotReachable("streamer.silent")

    with pytest.raises(Refused) as refused:
        await grouping(house).pause_all(may_be_told)

    assert refused.value.code == "group.not_all_paused"
    assert refused.value.arguments == {"names": f"{ONE.name}, {TWO.name}"}
    assert [streamer_id for streamer_id, _ in house.told] == [ONE.id, TWO.id]


async def test_what_is_closed_to_the_person_is_no_streamers_fault() -> None:
    house = GroupedHouse(ONE, TWO)
    house.refusals[Pause] = DecisionNeeded("gate.declined")

    with pytest.raises(DecisionNeeded, match=r"gate\.declined"):
        await grouping(house).pause_all(may_be_told)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (Pause(), ONE),
        (Play(), ONE),
        (SetVolume(30), TWO),
        (Follow(""), TWO),
    ],
)
async def test_what_one_that_plays_along_is_to_play_is_told_to_its_leader(
    command: Command, told: Streamer
) -> None:
    house = await grouped()
    member = house.known[TWO.id]

    assert told_instead(command, member, house.streamers()) == told.id


async def test_who_joins_another_group_leaves_its_own() -> None:
    house = await grouped()
    house.known[THREE.id] = THREE

    await grouping(house).join(TWO.id, THREE.id)

    assert house.told[0] == (TWO.id, Follow(""))
    assert names(house) == [[THREE.id, TWO.id]]


async def test_a_pause_of_one_that_plays_along_pauses_its_leader() -> None:
    leading = replace(ONE, state=replace(ONE.state or StreamerState(), members=("ab-2",)))
    following = replace(TWO, state=replace(TWO.state or StreamerState(), leader="ab-1"))
    house = ObeyingStreamers(following, leading)

    await house.controlling.perform(following.id, Pause())
    await house.controlling.perform_itself(following.id, Pause())
    await house.controlling.stop()

    # A kiosk means the very streamer of its list, whomever that plays along with.
    assert [command for _, command in house.told] == [Pause()] * 2
    assert house.asked == [leading.id, following.id]


@pytest.mark.parametrize(
    ("known", "may"),
    [
        ({}, True),
        ({"is_locked": True}, False),
        ({"is_owned": False}, False),
        ({"is_owned": False, "depth": Depth.STANDARD}, True),
        ({"is_owned": False, "origin": Origin.DEMO}, True),
    ],
)
def test_who_obeys_somebody_else_is_left_alone(known: dict[str, object], may: bool) -> None:
    assert may_be_told(replace(ONE, **known)) is may  # type: ignore[arg-type] # any field


async def test_who_is_let_go_and_brought_back_at_once_plays_along_in_the_end() -> None:
    house = await grouped()
    slow = SlowHouse(house)
    acting = Grouping(directory=slow, telling=slow)

    leaving = asyncio.ensure_future(acting.leave(TWO.id))
    await asyncio.sleep(0)
    await acting.gather(ONE.id, [TWO.id])
    await leaving

    assert names(house) == [[ONE.id, TWO.id]]


class SlowHouse:
    """A house in which each command takes a while before it is obeyed."""

    def __init__(self, house: GroupedHouse) -> None:
        self._house = house
        self.streamers = house.streamers
        self.streamer = house.streamer

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        for _ in range(3):
            await asyncio.sleep(0)
        await self._house.perform(streamer_id, command)
