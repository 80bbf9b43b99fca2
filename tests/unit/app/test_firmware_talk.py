"""`altrabits firmware` as a command: what it asks, and what it says meanwhile."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.firmware_talk import FirmwareTalk
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import WrongUsage

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result

UNDER_WAY: dict[str, object] = {
    "name": "Kitchen",
    "step": "load",
    "is_away": False,
    "rest": {"now": None, "left_out": []},
    "is_under_way": True,
}


class Owner:
    """Answers as it was told."""

    def __init__(self, *answers: dict[str, object]) -> None:
        self._answers = list(answers)
        self.asked: list[tuple[str, ...]] = []
        self.told = io.StringIO()

    async def ask(self, errand: OwnerErrand) -> Result:
        self.asked.append((errand.words[1], *errand.operands))
        return self._answers.pop(0)

    async def talk(self, *operands: str, wishes: tuple[str, ...] = ()) -> Result:
        output = Output(io.StringIO(), self.told, is_json=False)
        talk = FirmwareTalk(operands=("s", *operands), wishes=wishes, output=output)
        return await talk(self.ask)


async def test_without_a_word_it_only_looks() -> None:
    owner = Owner({"name": "Kitchen"})

    assert await owner.talk() == {"name": "Kitchen"}
    assert owner.asked == [("check", "s")]


async def test_each_step_of_an_update_is_said_once() -> None:
    away = {**UNDER_WAY, "is_away": True}
    follows = {**UNDER_WAY, "step": None, "rest": {"now": "Study", "left_out": []}}
    ended = {"name": "Kitchen", "is_under_way": False}
    owner = Owner({**UNDER_WAY}, {**UNDER_WAY}, away, follows, ended)

    done = await owner.talk("install", wishes=("all", "stop"))

    assert done == {"name": "Kitchen"}
    assert owner.asked == [("install", "s", "all", "stop"), *[("watch", "s")] * 4]
    assert owner.told.getvalue().splitlines() == [
        "Kitchen: the firmware is loaded from the server.",
        "Kitchen does not answer; it is waited for.",
        "Study is being updated; the others follow one by one.",
    ]


async def test_another_word_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match=r"usage\.choice"):
        await Owner().talk("remove")
