from __future__ import annotations

import pytest

from altrabits_desktop.cli.errand import Errand, operands_of
from altrabits_desktop.contract.errors import WrongUsage

PLAY = Errand((), (), "ID [URL]", lambda: "play")


@pytest.mark.parametrize("words", [("one",), ("one", "http://radio.example/")])
def test_what_stands_in_brackets_may_be_left_out(words: tuple[str, ...]) -> None:
    assert operands_of(words, PLAY) == words


@pytest.mark.parametrize(
    ("words", "code"),
    [((), "usage.operand_missing"), (("a", "b", "c"), "usage.argument_unexpected")],
)
def test_fewer_and_more_words_are_refused(words: tuple[str, ...], code: str) -> None:
    with pytest.raises(WrongUsage) as wrong:
        operands_of(words, PLAY)

    assert wrong.value.code == code
