"""How the console asks for a code, and what it does with a wrong one."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.joining_talk import JOIN, JoiningTalk
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result

RECORD: dict[str, object] = {"address": "192.168.1.20:8619", "is_used": False}


@dataclass
class Scene:
    """One run of the command, and the owner of the profile that answers it."""

    answers: list[Result | Refused]
    typed: list[str] = field(default_factory=list)
    code: str | None = None
    is_json: bool = False
    asked: list[OwnerErrand] = field(default_factory=list)
    told: io.StringIO = field(default_factory=io.StringIO)

    async def run(self) -> Result:
        output = Output(io.StringIO(), self.told, is_json=self.is_json)
        talk = JoiningTalk(
            ("192.168.1.20",), code=self.code, output=output, read_code=lambda _: self.typed.pop(0)
        )
        return await talk(self._ask)

    async def _ask(self, errand: OwnerErrand) -> Result:
        self.asked.append(errand)
        answer = self.answers.pop(0)
        if isinstance(answer, Refused):
            raise answer
        return answer


async def test_the_code_is_asked_for_and_never_among_the_operands() -> None:
    scene = Scene([RECORD], ["271 828"])

    assert await scene.run() == RECORD
    [asked] = scene.asked
    assert (asked.words, asked.operands, asked.secrets) == (JOIN, ("192.168.1.20",), ("271 828",))


async def test_a_code_that_was_mistyped_is_asked_for_once_more() -> None:
    wrong = [Refused("household.code_malformed"), Refused("household.wrong_code")]
    scene = Scene([*wrong, RECORD], ["27182", "271829", "271828"])

    assert await scene.run() == RECORD
    assert "six digits" in scene.told.getvalue()
    assert "That is not the code" in scene.told.getvalue()


@pytest.mark.parametrize("code", ["household.no_code", "household.braked"])
async def test_what_no_typing_puts_right_ends_it(code: str) -> None:
    scene = Scene([Refused(code)], ["271828", "271828"])

    with pytest.raises(Refused) as caught:
        await scene.run()
    assert caught.value.code == code


@pytest.mark.parametrize("is_json", [True, False])
async def test_a_code_of_the_command_line_is_tried_once(is_json: bool) -> None:
    scene = Scene([Refused("household.wrong_code")], code="271828", is_json=is_json)

    with pytest.raises(Refused) as caught:
        await scene.run()
    assert caught.value.code == "household.wrong_code"


@pytest.mark.parametrize(("typed", "is_json"), [([], True), ([""], False)])
async def test_without_a_code_nothing_is_asked(typed: list[str], is_json: bool) -> None:
    scene = Scene([], typed, is_json=is_json)

    with pytest.raises(Refused) as caught:
        await scene.run()
    assert caught.value.code == "household.code_needed"
    assert scene.asked == []
