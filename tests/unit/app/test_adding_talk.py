"""`altrabits streamers add` asks, says and gives up what its person does."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.adding_talk import AddingTalk, typed_code
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import Refused
from tests.fakes.discover_run import BrokenPipe

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.app.owner_errands import OwnerErrand, Result

RECORD: dict[str, object] = {"id": "owned-01", "name": "Kitchen"}
WANTS_CODE: dict[str, object] = {"claim": "c", "needs": ["code"], "name": "Kitchen"}
WANTS_PRESS: dict[str, object] = {"claim": "c", "needs": ["press"], "name": "Kitchen"}
WAITS: dict[str, object] = {"claim": "c", "needs": ["press"]}
WRONG = Refused("claim.wrong_code")
EXPIRED = Refused("claim.expired")


class Scene:
    """One command, an owner that answers as it was told, and a person at the terminal."""

    def __init__(self, *answers: Result | BaseException, typed: tuple[str, ...] = ()) -> None:
        self._answers = list(answers)
        self._typed = list(typed)
        self.prompts: list[str] = []
        self.asked: list[tuple[str, ...]] = []
        self.told, self.answers = io.StringIO(), io.StringIO()
        self.before_typing: Callable[[], None] = lambda: None

    async def ask(self, errand: OwnerErrand) -> Result:
        self.asked.append((errand.words[1], *errand.operands, *errand.secrets))
        if errand.words[1] == "cancel":
            return {}
        answer = self._answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def add(self, *, code: str | None = None, is_json: bool = False) -> Result:
        output = Output(self.answers, self.told, is_json=is_json)
        talk = AddingTalk(streamer="s", code=code, output=output, read_code=self._read)
        return await talk(self.ask)

    def _read(self, prompt: str) -> str:
        self.before_typing()
        self.prompts.append(prompt)
        return self._typed.pop(0)


async def test_a_streamer_that_takes_no_owner_is_added_at_once() -> None:
    scene = Scene(RECORD)

    assert await scene.add() == RECORD
    assert scene.asked == [("add", "s")]


async def test_a_code_is_asked_for_until_it_is_right() -> None:
    scene = Scene(WANTS_CODE, WRONG, RECORD, typed=("1", "2"))

    assert await scene.add() == RECORD
    assert scene.asked == [("add", "s"), ("confirm", "c", "1"), ("confirm", "c", "2")]
    assert scene.prompts == ["Code that Kitchen shows: "] * 2
    assert scene.told.getvalue().startswith("This is not the code")


async def test_a_press_is_asked_for_and_waited_for() -> None:
    scene = Scene(WANTS_PRESS, WAITS, WAITS, RECORD)

    assert await scene.add() == RECORD
    assert scene.asked == [("add", "s"), *[("confirm", "c", "")] * 3]
    first, second = scene.told.getvalue().splitlines()
    assert first == "Press the button on Kitchen."
    assert second.startswith("Without a code nothing proves")


async def test_a_program_is_told_on_standard_error_that_a_press_is_waited_for() -> None:
    scene = Scene(WANTS_PRESS, WAITS, RECORD)

    assert await scene.add(is_json=True) == RECORD

    [told] = [json.loads(line) for line in scene.told.getvalue().splitlines()]
    assert told["waiting"]["code"] == "claim.press_needed"
    assert told["waiting"]["message"].startswith("Press the button on Kitchen.")
    assert scene.answers.getvalue() == ""


async def test_with_a_code_the_press_is_asked_for_after_it() -> None:
    scene = Scene({**WANTS_CODE, "needs": ["code", "press"]}, RECORD, typed=("1",))

    assert await scene.add() == RECORD
    assert scene.told.getvalue() == "Press the button on Kitchen.\n"


async def test_a_claim_is_given_up_whose_person_reads_no_more() -> None:
    scene = Scene({**WANTS_CODE, "kept": "memory"}, {})
    scene.told = BrokenPipe()

    with pytest.raises(BrokenPipeError):
        await scene.add()

    assert scene.asked == [("add", "s"), ("cancel", "c")]


@pytest.mark.parametrize("kept", ["memory", "keyring"])
async def test_r50_that_no_keyring_will_keep_it_is_said_before_the_code_is_asked_for(
    kept: str,
) -> None:
    scene = Scene({**WANTS_CODE, "kept": kept}, Refused("claim.code_needed"), typed=("1",))
    told_before: list[str] = []
    scene.before_typing = lambda: told_before.append(scene.told.getvalue())

    with pytest.raises(Refused):
        await scene.add()

    assert ("No keyring on this computer" in told_before[0]) is (kept == "memory")


@pytest.mark.parametrize(
    ("code", "is_json", "answers", "wanted"),
    [
        (None, True, (WANTS_CODE,), "claim.code_needed"),
        ("1", True, (WANTS_CODE, WRONG), "claim.wrong_code"),
        ("1", False, (WANTS_CODE, WRONG), "claim.wrong_code"),
    ],
)
async def test_a_program_brings_the_code_by_another_command(
    code: str | None, is_json: bool, answers: tuple[Result | Exception, ...], wanted: str
) -> None:
    scene = Scene(*answers)

    with pytest.raises(Refused) as refused:
        await scene.add(code=code, is_json=is_json)

    assert refused.value.code == wanted
    assert scene.prompts == []
    assert "cancel" not in {words[0] for words in scene.asked}


async def test_a_code_that_cannot_be_typed_may_come_with_another_command() -> None:
    scene = Scene(WANTS_CODE, typed=("",))

    with pytest.raises(Refused, match=r"claim\.code_needed"):
        await scene.add()

    assert "cancel" not in {words[0] for words in scene.asked}


async def test_the_code_of_a_hand_over_that_began_since_is_good_at_once() -> None:
    hand_over = {**WANTS_CODE, "claim": "d", "is_hand_over": True}
    scene = Scene({**WANTS_CODE, "needs": ["code", "press"]}, EXPIRED, hand_over, RECORD)

    assert await scene.add(code="1") == RECORD
    begun = [("add", "s"), ("confirm", "c", "1"), ("cancel", "c")]
    assert scene.asked == [*begun, ("add", "s"), ("confirm", "d", "1")]


async def test_a_code_that_is_no_longer_good_makes_no_other_one_wrong() -> None:
    scene = Scene(WANTS_CODE, EXPIRED, {**WANTS_CODE, "claim": "d"})

    with pytest.raises(Refused, match=r"claim\.expired"):
        await scene.add(code="1")

    assert scene.asked[-1] == ("cancel", "d")
    assert [words[0] for words in scene.asked].count("confirm") == 1


@pytest.mark.parametrize("again", [Refused("claim.too_many"), RECORD])
async def test_one_that_cannot_be_begun_again_says_what_was_wrong_at_first(
    again: Result | Exception,
) -> None:
    scene = Scene(WANTS_CODE, EXPIRED, again)

    if isinstance(again, Exception):
        with pytest.raises(Refused, match=r"claim\.expired"):
            await scene.add(code="1")
    else:
        assert await scene.add(code="1") == RECORD


async def test_the_code_of_a_hand_over_that_is_over_is_tried_once() -> None:
    scene = Scene({**WANTS_CODE, "is_hand_over": True}, EXPIRED)

    with pytest.raises(Refused, match=r"claim\.expired"):
        await scene.add(code="1")

    assert scene.asked[-1] == ("cancel", "c")


async def test_a_claim_that_came_to_nothing_is_given_up() -> None:
    scene = Scene(WANTS_CODE, Refused("claim.expired"), typed=("1",))

    with pytest.raises(Refused):
        await scene.add()

    assert scene.asked[-1] == ("cancel", "c")


async def test_a_claim_whose_person_stops_the_command_is_given_up() -> None:
    scene = Scene(WANTS_PRESS, asyncio.CancelledError())

    with pytest.raises(asyncio.CancelledError):
        await scene.add()

    assert scene.asked[-1] == ("cancel", "c")


def test_where_there_is_nothing_to_read_the_line_of_the_question_is_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert typed_code("Code: ") == ""
    assert capsys.readouterr().err == "Code: \n"
