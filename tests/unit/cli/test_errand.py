from __future__ import annotations

import pytest

from altrabits_desktop.cli import server
from altrabits_desktop.cli.errand import Errand, OpenChoice, errand_of, operands_of
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.runtime.sentences import sentence_of

PLAY = Errand((), (), "ID [URL]", lambda: "play")


@pytest.mark.parametrize("words", [("one",), ("one", "http://radio.example/")])
def test_what_stands_in_brackets_may_be_left_out(words: tuple[str, ...]) -> None:
    assert operands_of(words, PLAY, group="play") == words


@pytest.mark.parametrize(
    ("words", "code"),
    [((), "usage.operand_missing"), (("a", "b", "c"), "usage.argument_unexpected")],
)
def test_fewer_and_more_words_are_refused(words: tuple[str, ...], code: str) -> None:
    with pytest.raises(WrongUsage) as wrong:
        operands_of(words, PLAY, group="play")

    assert wrong.value.code == code


@pytest.mark.parametrize(
    ("group", "word", "operand", "usage"),
    [
        ("streamers", "name", "ID NAME", 'altrabits streamers name ID "NAME"'),
        ("streamers", "room", "ID ROOM", 'altrabits streamers room ID "ROOM"'),
        ("support", "open", "SUBJECT [TEXT]", 'altrabits support open "SUBJECT" "TEXT"'),
        ("input", "", "ID [NAME]", 'altrabits input ID "NAME"'),
    ],
)
def test_who_types_more_words_than_a_text_may_be_is_told_of_quotation_marks(
    group: str, word: str, operand: str, usage: str
) -> None:
    errand = Errand((word,) if word else (), (), operand, lambda: "say")

    with pytest.raises(WrongUsage) as wrong:
        operands_of(("one", "My", "little", "streamer"), errand, group=group)

    assert sentence_of(wrong.value) == (
        "“little” is one word too many. Words that belong together stand in quotation marks:"
        f" `{usage}`."
    )


@pytest.mark.parametrize(
    ("words", "missing"), [((), "NUMBER, TEXT"), (("AB-7K2Q-9MZT-T",), "TEXT")]
)
def test_what_is_missing_is_named_and_nothing_else(words: tuple[str, ...], missing: str) -> None:
    reply = Errand(("reply",), (), "NUMBER TEXT [MORE]", lambda: "reply")

    with pytest.raises(WrongUsage) as wrong:
        operands_of(words, reply, group="support")

    assert sentence_of(wrong.value) == (
        f"Missing: {missing}. altrabits support reply --help shows what can be said."
    )


@pytest.mark.parametrize(
    ("words", "within", "known"),
    [
        ((), (), "run"),
        (("tickets",), ("tickets",), "list"),
        (("--json", "policy"), ("policy",), "publish"),
    ],
)
def test_words_that_end_too_early_leave_the_commands_they_may_mean(
    words: tuple[str, ...], within: tuple[str, ...], known: str
) -> None:
    choice = errand_of(words, server.ERRANDS, shared=())

    assert isinstance(choice, OpenChoice)
    assert choice.words == within
    assert " ".join(choice.errands[0].words) == known


def test_an_unknown_word_within_a_group_is_named_whole() -> None:
    with pytest.raises(WrongUsage) as wrong:
        errand_of(("tickets", "burn"), server.ERRANDS, shared=())

    assert wrong.value.code == "usage.command_unknown"
    assert wrong.value.arguments["command"] == "tickets burn"
    assert "tickets close" in str(wrong.value.arguments["known"])


def test_options_may_stand_between_the_words_of_a_command() -> None:
    errand = errand_of(("--json", "tickets", "--json", "list"), server.ERRANDS, shared=())

    assert isinstance(errand, Errand)
    assert errand.words == server.LIST


def test_several_operands_of_one_kind_are_taken_and_one_must_be() -> None:
    use = Errand(("use",), (), "CARD...", lambda: "")
    many = tuple(f"eth{number}" for number in range(9))

    with pytest.raises(WrongUsage) as missing:
        operands_of((), use, group="cards")
    with pytest.raises(WrongUsage) as too_many:
        operands_of(many, use, group="cards")

    assert operands_of(many[:8], use, group="cards") == many[:8]
    assert missing.value.arguments["operand"] == "CARD"
    assert (too_many.value.code, too_many.value.arguments["argument"]) == (
        "usage.argument_unexpected",
        "eth8",
    )
