"""A saved group is brought back: who plays along, how loud, and who is not there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.gathering import Gathered, Gathering, Held, volume_within
from altrabits_desktop.actions.grouping import Grouping
from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.contract.commands import Follow, Lead, SetVolume
from altrabits_desktop.contract.errors import DecisionNeeded, NotReachable, Refused
from altrabits_desktop.contract.streamers import Playback, Presence, Streamer, StreamerState
from tests.fakes.grouped import GroupedHouse, able

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)
EVENING = saved_group("Evening", (ONE, TWO, THREE))


def turned(streamer: Streamer, volume: int, *, playback: Playback = Playback.PLAYING) -> Streamer:
    return replace(streamer, state=StreamerState(playback=playback, volume=volume))


async def brought_back(house: GroupedHouse, *, step: int = 0) -> Gathered:
    grouping = Grouping(directory=house, telling=house)
    return await Gathering(grouping, directory=house, telling=house).bring_back(EVENING, step=step)


def groups(house: GroupedHouse) -> list[list[str]]:
    grouping = Grouping(directory=house, telling=house)
    return [[each.id for each in group.streamers] for group in grouping.groups()]


async def test_all_play_together_again_each_as_loud_as_it_was() -> None:
    house = GroupedHouse(turned(ONE, 5), turned(TWO, 90), turned(THREE, 10))

    gathered = await brought_back(house)

    assert groups(house) == [[ONE.id, TWO.id, THREE.id]]
    assert house.volumes() == [40, 20, 10]
    assert [each.id for each in gathered.streamers] == [ONE.id, TWO.id, THREE.id]
    assert (gathered.missing, gathered.unwilling, gathered.held) == ((), (), ())


async def test_who_gets_softer_does_so_before_it_plays_along_who_gets_louder_afterwards() -> None:
    house = GroupedHouse(turned(ONE, 5), turned(TWO, 90), turned(THREE, 10))

    await brought_back(house)

    assert house.told == [
        (TWO.id, SetVolume(20)),
        (THREE.id, SetVolume(10)),
        (ONE.id, Lead(("ab-2", "ab-3"))),
        (TWO.id, Follow("ab-1")),
        (THREE.id, Follow("ab-1")),
        (ONE.id, SetVolume(40)),
    ]


async def test_who_is_not_there_is_named_and_the_rest_goes_on() -> None:
    house = GroupedHouse(replace(ONE, presence=Presence.GONE), turned(TWO, 1))

    gathered = await brought_back(house)

    assert gathered.missing == (ONE.name, THREE.name)
    assert [each.id for each in gathered.streamers] == [TWO.id]
    assert house.volumes() == [40, 20]


@pytest.mark.parametrize(
    "other",
    [
        replace(TWO, is_owned=False),
        replace(TWO, is_locked=True),
        replace(TWO, capabilities=frozenset()),
    ],
)
async def test_who_cannot_be_told_counts_as_missing_and_is_told_nothing(other: Streamer) -> None:
    house = GroupedHouse(ONE, other, THREE)

    gathered = await brought_back(house)

    assert gathered.missing == (TWO.name,)
    assert TWO.id not in {streamer_id for streamer_id, _ in house.told}


async def test_where_nobody_is_there_it_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        await brought_back(GroupedHouse(able(4)))

    assert (refused.value.code, refused.value.arguments) == ("groups.nobody", {"name": "Evening"})


async def test_one_that_only_says_to_be_a_member_does_not_take_its_place() -> None:
    pretender = replace(TWO, id=able(7).id, is_owned=False, owned_id=None)
    house = GroupedHouse(ONE, TWO, pretender, THREE)

    gathered = await brought_back(house)

    assert gathered.missing == ()
    assert pretender.id not in {streamer_id for streamer_id, _ in house.told}


async def test_who_plays_already_leads_so_that_the_music_goes_on() -> None:
    house = GroupedHouse(turned(ONE, 40, playback=Playback.STOPPED), TWO, THREE)

    await brought_back(house)

    assert groups(house) == [[TWO.id, ONE.id, THREE.id]]


async def test_where_nothing_plays_the_one_that_led_leads() -> None:
    house = GroupedHouse(*(turned(each, 40, playback=Playback.PAUSED) for each in (ONE, TWO)))

    await brought_back(house)

    assert groups(house) == [[ONE.id, TWO.id]]


async def test_who_plays_with_somebody_else_leaves_them_and_strangers_leave_the_group() -> None:
    four, five = able(4), able(5)
    house = GroupedHouse(ONE, TWO, THREE, four, five)
    grouping = Grouping(directory=house, telling=house)
    await grouping.join(TWO.id, four.id)
    await grouping.join(five.id, ONE.id)

    await brought_back(house)

    assert groups(house) == [[ONE.id, TWO.id, THREE.id]]
    assert house.known[five.id].state == replace(five.state or StreamerState(), leader=None)


async def test_a_group_that_plays_already_is_told_its_volumes_alone() -> None:
    house = GroupedHouse(ONE, TWO, THREE)
    await brought_back(house)
    house.known[TWO.id] = replace(
        house.known[TWO.id], state=replace(house.known[TWO.id].state or StreamerState(), volume=1)
    )
    house.told.clear()

    await brought_back(house)

    # What is known of a volume may be old, so each is told.
    assert {each.id for each in (ONE, TWO, THREE)} == {told for told, _ in house.told}
    assert {type(command) for _, command in house.told} == {SetVolume}
    assert house.volumes() == [40, 20, 10]


async def test_who_would_not_is_named_and_led_no_more() -> None:
    house = GroupedHouse(ONE, TWO)
    house.refusals[Follow] = NotReachable("streamer.silent")

    gathered = await brought_back(house)

    assert gathered.unwilling == (TWO.name,)
    assert house.told[-1] == (ONE.id, Lead(()))


async def test_who_is_not_turned_is_named() -> None:
    house = GroupedHouse(ONE, turned(TWO, 80), THREE)
    house.refusals[SetVolume] = NotReachable("streamer.silent")

    gathered = await brought_back(house)

    assert gathered.unwilling == (ONE.name, TWO.name, THREE.name)


async def test_what_is_closed_to_the_person_is_no_members_fault() -> None:
    house = GroupedHouse(ONE, turned(TWO, 80), THREE)
    house.refusals[SetVolume] = DecisionNeeded("gate.declined")

    with pytest.raises(DecisionNeeded):
        await brought_back(house)


async def test_one_press_makes_nobody_louder_than_the_guard_lets_it() -> None:
    house = GroupedHouse(turned(ONE, 5), turned(TWO, 0), turned(THREE, 90))

    gathered = await brought_back(house, step=25)

    assert house.volumes() == [30, 20, 10]
    assert gathered.held == (Held(ONE.name, 30, 40),)


async def test_a_maximum_holds_whatever_is_kept_without_a_word() -> None:
    quiet = replace(ONE, state=StreamerState(volume=5, volume_maximum=12))
    house = GroupedHouse(quiet, TWO)

    gathered = await brought_back(house, step=25)

    assert house.told[-1] == (ONE.id, SetVolume(12))
    assert gathered.held == ()


@given(
    now=st.none() | st.integers(0, 100),
    volume=st.integers(0, 100),
    most=st.none() | st.integers(0, 100),
    step=st.sampled_from([0, 10, 25, 50]),
)
def test_no_volume_is_beyond_maximum_guard_or_what_is_wanted(
    now: int | None, volume: int, most: int | None, step: int
) -> None:
    streamer = replace(ONE, state=StreamerState(volume=now, volume_maximum=most))

    level = volume_within(streamer, volume, step=step)

    assert 0 <= level <= volume
    assert level <= (100 if most is None else most)
    assert not step or now is None or level <= now + step
