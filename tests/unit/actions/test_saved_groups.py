"""Groups are kept under names, for whoever is signed in, and go with them."""

from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.actions.grouping import Group
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.saved_groups import GROUPS_MOST, SavedMember
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.clock import settled
from tests.fakes.grouped import able
from tests.fakes.kept_groups import GroupKeeping
from tests.harness.hostile_texts import HOSTILE_TEXTS

ANNA = "account-1"
SIGNED = Changes(topics=Topic.HOME)
EVENING = Group(able(1, volume=40), (able(2, volume=15),))
MORNING = Group(able(3, volume=5), (able(1, volume=10),))


@pytest.fixture
def anna() -> GroupKeeping:
    return GroupKeeping(ANNA)


def names(keeping: GroupKeeping) -> list[str]:
    return [one.name for one in keeping.groups.all]


async def test_a_group_is_kept_with_the_volume_of_each_the_leader_first(
    anna: GroupKeeping,
) -> None:
    await anna.groups.save("Evening", EVENING)

    (kept,) = anna.shelf.kept[ANNA]
    assert kept.name == "Evening"
    assert [(one.api_id, one.volume) for one in kept.members] == [("ab-1", 40), ("ab-2", 15)]
    assert anna.published == [Changes(topics=Topic.GROUPS)] * 2


async def test_nothing_is_kept_of_a_streamer_but_what_it_is_known_by(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)

    fields = SavedMember.__struct_fields__

    assert fields == ("name", "volume", "api_id", "udn", "mac")


async def test_a_group_of_the_same_name_is_replaced_in_its_place_and_given(
    anna: GroupKeeping,
) -> None:
    await anna.groups.save("Evening", EVENING)
    await anna.groups.save("Morning", MORNING)

    former = await anna.groups.save("EVENING", MORNING)

    assert former is not None
    assert (former.name, former.members[0].volume) == ("Evening", 40)
    assert names(anna) == ["EVENING", "Morning"]
    assert anna.groups.all[0].members[0].volume == 5


async def test_of_several_changes_at_once_none_is_lost(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)
    anna.shelf.is_slow = True

    await asyncio.gather(
        anna.groups.rename("Evening", "Dinner"),
        anna.groups.save("Morning", MORNING),
        anna.groups.save("Noon", MORNING),
    )

    assert (
        names(anna) == [one.name for one in anna.shelf.kept[ANNA]] == ["Dinner", "Morning", "Noon"]
    )


async def test_a_group_is_renamed_in_its_place(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)
    await anna.groups.save("Morning", MORNING)

    former = await anna.groups.rename("evening", "Dinner")

    assert former.name == "Evening"
    assert names(anna) == ["Dinner", "Morning"]


async def test_its_own_name_in_another_case_is_no_other_groups(anna: GroupKeeping) -> None:
    await anna.groups.save("evening", EVENING)

    await anna.groups.rename("evening", "Evening")

    assert names(anna) == ["Evening"]


async def test_a_name_that_another_group_has_is_refused(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)
    await anna.groups.save("Morning", MORNING)

    with pytest.raises(Refused) as refused:
        await anna.groups.rename("Evening", "MORNING")

    assert refused.value.code == "groups.name_taken"
    assert names(anna) == ["Evening", "Morning"]


async def test_what_was_deleted_is_given_and_can_be_put_back(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)

    await anna.groups.save("Morning", MORNING)

    former = await anna.groups.delete("evening")
    after = names(anna)
    await anna.groups.put(former, place=0)

    assert (after, names(anna)) == (["Morning"], ["Evening", "Morning"])


@pytest.mark.parametrize("word", ["rename", "delete"])
async def test_what_is_not_kept_is_said(anna: GroupKeeping, word: str) -> None:
    operands = ("Evening", "Dinner") if word == "rename" else ("Evening",)

    with pytest.raises(Refused) as refused:
        await getattr(anna.groups, word)(*operands)

    assert (refused.value.code, refused.value.arguments) == ("groups.unknown", {"name": "Evening"})


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "groups.name_empty"),
        (" \u202e ", "groups.name_empty"),
        ("a" * (NAME_CHARACTERS + 1), "streamer.name_long"),
    ],
)
async def test_a_name_has_letters_and_an_end(anna: GroupKeeping, name: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        await anna.groups.save(name, EVENING)

    assert refused.value.code == code
    assert anna.shelf.kept == {}


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
async def test_r3_the_name_of_a_group_is_plain_text(anna: GroupKeeping, text: str) -> None:
    await anna.groups.save(f"a{text}"[:NAME_CHARACTERS], EVENING)

    assert names(anna) == [plain_text(f"a{text}"[:NAME_CHARACTERS])]


async def test_there_is_an_end_to_what_is_kept(anna: GroupKeeping) -> None:
    for number in range(GROUPS_MOST):
        await anna.groups.save(str(number), EVENING)

    with pytest.raises(Refused) as refused:
        await anna.groups.save("one more", EVENING)
    await anna.groups.save("0", MORNING)

    assert refused.value.code == "groups.full"
    assert len(anna.groups.all) == GROUPS_MOST


async def test_c08_of_nobody_nothing_is_kept() -> None:
    nobody = GroupKeeping()

    with pytest.raises(DecisionNeeded) as closed:
        await nobody.groups.save("Evening", EVENING)

    assert closed.value.code == "gate.sign_in_needed"
    assert (nobody.groups.is_open, nobody.groups.all, nobody.shelf.kept) == (False, (), {})


async def test_c48_after_a_no_nothing_is_kept_and_it_is_said_why(anna: GroupKeeping) -> None:
    anna.code = "gate.declined"

    with pytest.raises(DecisionNeeded) as closed:
        await anna.groups.save("Evening", EVENING)

    assert closed.value.code == "gate.declined"
    assert not anna.groups.is_open


async def test_c08_what_is_held_goes_with_the_sign_out(anna: GroupKeeping) -> None:
    await anna.groups.save("Evening", EVENING)
    anna.groups.follow(SIGNED)
    await settled()

    anna.shelf.account = ""
    anna.groups.follow(SIGNED)
    await settled()

    assert anna.groups.all == ()


async def test_what_somebody_kept_is_there_when_they_are_back() -> None:
    keeping = GroupKeeping(ANNA)
    await keeping.groups.save("Evening", EVENING)
    later = GroupKeeping()
    later.shelf.kept = keeping.shelf.kept

    later.shelf.account = ANNA
    later.groups.follow(SIGNED)
    await settled()

    assert names(later) == ["Evening"]
