"""`altrabits group save`, `saved`, `restore`, `rename` and `delete`, and what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest

from altrabits_desktop.actions.grouping import Grouping
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.saved_groups_desk import SavedGroupsDesk
from altrabits_desktop.cli.home import lines_of
from altrabits_desktop.contract.commands import Follow
from altrabits_desktop.contract.errors import DecisionNeeded, NotReachable, Refused
from altrabits_desktop.contract.streamers import Presence
from tests.fakes.grouped import GroupedHouse, able
from tests.fakes.kept_groups import GroupKeeping

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.streamers import Streamer

ONE, TWO, THREE = able(1, volume=40), able(2, volume=15), able(3, volume=10)


class House(GroupedHouse):
    """Obeys, groups, and finds."""

    @property
    def grouping(self) -> Grouping:
        return Grouping(directory=self, telling=self)

    async def found(self, text: str) -> Streamer:
        return next(each for each in self.streamers() if each.id == text)

    async def all_of_the_persons(self) -> bool:
        return True

    async def until(self, holds: Callable[[], bool], *, limit_s: float) -> bool:
        assert limit_s
        return holds()


class Desk:
    """A desk of somebody who is signed in, over streamers."""

    def __init__(self, *streamers: Streamer, account: str = "account-1") -> None:
        self.house, self.keeping = House(*streamers), GroupKeeping(account)
        self._desk = SavedGroupsDesk(
            self.keeping.groups,
            controlling=cast("Controlling", self.house),
            directory=self.house,
            seeking=cast("Seeking", self.house),
        )

    async def ask(self, word: str, *operands: str) -> Any:  # noqa: ANN401 # a record
        words = ("group", word)
        return await self._desk.works(OwnerErrand(words, operands))[words]()

    async def say(self, word: str, *operands: str) -> str:
        return lines_of(("group", word), await self.ask(word, *operands))


async def with_evening(*streamers: Streamer) -> Desk:
    """Keep a group of streamers, and let each play for itself again."""
    desk = Desk(*streamers)
    for each in streamers[1:]:
        await desk.house.grouping.join(each.id, streamers[0].id)
    await desk.ask("save", streamers[0].id, "Evening")
    await desk.house.grouping.leave(streamers[0].id)
    return desk


async def test_a_group_is_kept_and_said_with_its_volumes() -> None:
    desk = Desk(ONE, TWO)
    await desk.house.grouping.join(TWO.id, ONE.id)

    first = await desk.say("save", TWO.id, "Evening")
    again = await desk.say("save", ONE.id, "evening")

    assert first == "Saved: Evening  Streamer 1 40 + Streamer 2 15"
    assert again == ("Saved in place of the former one: evening  Streamer 1 40 + Streamer 2 15")


async def test_a_streamer_in_no_group_has_none_to_keep() -> None:
    desk = Desk(ONE, TWO)

    with pytest.raises(Refused) as refused:
        await desk.ask("save", ONE.id, "Evening")

    assert refused.value.code == "group.none"


async def test_what_is_kept_is_listed_by_the_ids_that_people_type() -> None:
    desk = await with_evening(ONE, TWO)

    (record,) = await desk.ask("saved")

    assert record == {
        "name": "Evening",
        "streamers": [
            {"id": ONE.id, "name": ONE.name, "volume": 40},
            {"id": TWO.id, "name": TWO.name, "volume": 15},
        ],
    }
    assert lines_of(("group", "saved"), []) == "No group is saved."


async def test_who_is_not_there_and_who_would_not_are_named() -> None:
    desk = await with_evening(ONE, TWO, THREE)
    desk.house.known[THREE.id] = replace(THREE, presence=Presence.GONE)
    desk.house.refusals[Follow] = NotReachable("streamer.silent")

    said = await desk.say("restore", "EVENING")

    assert said.splitlines() == [
        f"Evening  {ONE.name} 40",
        f"Not there: {THREE.name}.",
        f"Did not obey: {TWO.name}.",
    ]


async def test_the_console_means_its_numbers_without_a_guard() -> None:
    desk = await with_evening(ONE, TWO)
    for each in (ONE, TWO):
        assert each.state is not None
        desk.house.known[each.id] = replace(each, state=replace(each.state, volume=1))

    await desk.ask("restore", "Evening")

    assert desk.house.volumes() == [40, 15]


async def test_one_is_renamed_and_deleted() -> None:
    desk = await with_evening(ONE, TWO)

    renamed = await desk.ask("rename", "Evening", "Dinner")
    deleted = await desk.say("delete", "dinner")

    assert (renamed["name"], renamed["former_name"]) == ("Dinner", "Evening")
    assert deleted == "Deleted: Dinner  Streamer 1 40 + Streamer 2 15"
    assert await desk.ask("saved") == []


@pytest.mark.parametrize("word", ["saved", "save", "restore", "rename", "delete"])
async def test_c08_nobody_keeps_nothing(word: str) -> None:
    desk = Desk(ONE, TWO, account="")

    with pytest.raises(DecisionNeeded):
        await desk.ask(word, ONE.id, "Evening")
