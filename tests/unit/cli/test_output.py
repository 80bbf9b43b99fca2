from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from altrabits_desktop.cli.output import Output, reader_may_go
from altrabits_desktop.contract.errors import CardUnknown, DecisionNeeded, Refused
from tests.fakes.discover_run import BrokenPipe
from tests.harness.hostile_texts import HOSTILE_TEXTS, unclean


class Pipes:
    """Both streams, and what was written to them."""

    def __init__(self, *, is_json: bool) -> None:
        self.answers = io.StringIO()
        self.errors = io.StringIO()
        self.output = Output(self.answers, self.errors, is_json=is_json)


def test_text_for_people_is_not_written_for_programs() -> None:
    pipes = Pipes(is_json=True)

    pipes.output.text("Hello")

    assert pipes.answers.getvalue() == ""


def test_a_document_is_one_array() -> None:
    pipes = Pipes(is_json=True)

    pipes.output.document([{"name": "Küche"}])

    assert json.loads(pipes.answers.getvalue()) == [{"name": "Küche"}]
    assert "Küche" in pipes.answers.getvalue()


def test_a_record_is_one_line() -> None:
    pipes = Pipes(is_json=True)

    pipes.output.record({"name": "A\nB"})
    pipes.output.record({"name": "C"})

    lines = pipes.answers.getvalue().splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["A\nB", "C"]


def test_an_error_for_people_is_a_sentence_on_standard_error() -> None:
    pipes = Pipes(is_json=False)

    pipes.output.error(CardUnknown("cards.unknown", card="eth9", known="eth0"))

    assert pipes.answers.getvalue() == ""
    assert "eth9" in pipes.errors.getvalue()
    assert pipes.errors.getvalue().count("\n") == 1


def test_an_error_for_programs_has_code_message_and_arguments() -> None:
    pipes = Pipes(is_json=True)

    pipes.output.error(CardUnknown("cards.unknown", card="eth9", known="eth0"))

    error = json.loads(pipes.errors.getvalue())["error"]
    assert (error["code"], error["arguments"]) == (
        "cards.unknown",
        {"card": "eth9", "known": "eth0"},
    )
    assert "eth9" in error["message"]


@pytest.mark.parametrize("is_json", [False, True])
def test_a_name_that_the_terminal_cannot_write_ends_nothing(is_json: bool) -> None:
    raw = io.BytesIO()
    narrow = io.TextIOWrapper(raw, encoding="ascii")
    output = Output(narrow, narrow, is_json=is_json)

    output.text("Küche 居間")
    output.record({"name": "Küche"})

    narrow.flush()
    assert b"K?che" in raw.getvalue()


def test_a_note_for_people_is_on_standard_error_and_no_program_gets_it() -> None:
    people, programs = Pipes(is_json=False), Pipes(is_json=True)

    people.output.note("Looking.")
    programs.output.note("Looking.")

    assert (people.errors.getvalue(), people.answers.getvalue()) == ("Looking.\n", "")
    assert (programs.errors.getvalue(), programs.answers.getvalue()) == ("", "")


def test_an_answer_that_a_full_disk_does_not_take_is_refused() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        with pytest.raises(Refused) as caught:
            Output(full, io.StringIO(), is_json=False).text("an answer")

        # What is left in the buffer goes nowhere, so that the end of the program is no error.
        full.flush()

    assert (caught.value.code, caught.value.arguments["errno"]) == ("output.unwritable", "ENOSPC")


def test_an_error_that_a_full_disk_does_not_take_is_lost_without_another() -> None:
    answers = io.StringIO()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        output = Output(answers, full, is_json=False)

        output.error(CardUnknown("cards.unknown", card="eth9", known="eth0"))
        output.text("it goes on")

    assert answers.getvalue() == "it goes on\n"


def test_the_systems_own_words_are_told_to_people_who_ask_for_them() -> None:
    errors = io.StringIO()
    error = Refused("output.unwritable", reason="No space left on device", errno="ENOSPC")

    Output(io.StringIO(), errors, is_json=False, is_verbose=True).error(error)

    assert errors.getvalue().splitlines() == [
        "The answer cannot be written: the disk is full.",
        "ENOSPC: No space left on device",
    ]


def test_a_reader_of_errors_that_goes_ends_it_too() -> None:
    broken = BrokenPipe()

    with pytest.raises(BrokenPipeError):
        Output(io.StringIO(), broken, is_json=False).note("Looking.")


def test_a_reader_that_goes_ends_the_block_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    said: list[str] = []

    with os.fdopen(writer, "w") as answers:
        monkeypatch.setattr(sys, "stdout", answers)
        with reader_may_go():
            Output(answers, io.StringIO(), is_json=False).text("an answer")
            said.append("it goes on")
        monkeypatch.undo()

    assert said == []


@pytest.mark.parametrize("is_json", [False, True])
def test_an_error_names_the_command_that_helps(is_json: bool) -> None:
    pipes = Pipes(is_json=is_json)

    pipes.output.error(DecisionNeeded("gate.declined"))

    assert "`altrabits policy accept`" in pipes.errors.getvalue()


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_r3_json_tells_programs_all_and_a_terminal_nothing(name: str) -> None:
    pipes, text = Pipes(is_json=True), HOSTILE_TEXTS[name]

    pipes.output.document([{"text": text}])
    pipes.output.record({"text": text})
    pipes.output.error(Refused("object.unknown", text=text))
    pipes.output.aside("waiting", {"text": text}, text)
    *document, record = pipes.answers.getvalue().split("\n")[:-1]
    error, aside = pipes.errors.getvalue().split("\n")[:-1]

    assert unclean(pipes.answers.getvalue() + pipes.errors.getvalue()) == []
    assert not set("\u2028\u2029") & set(pipes.answers.getvalue())
    assert json.loads("\n".join(document)) == [json.loads(record)] == [{"text": text}]
    assert json.loads(error)["error"]["arguments"] == {"text": text}
    assert json.loads(aside)["waiting"] == {"text": text, "message": text}
