from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.cli.table import GrowingTable, table, width_of

WORDS = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8)


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    laid_out = table(("Name", "State"), [("Kitchen", "answers"), ("A", "asleep")])

    assert laid_out == "Name     State\nKitchen  answers\nA        asleep"


def test_a_column_without_content_is_left_out() -> None:
    assert table(("Name", "Room", "State"), [("A", "", "x")]) == "Name  State\nA     x"


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert [width_of(text) for text in ("ab", "居間", "e\u0301", "\u200d")] == [2, 4, 1, 0]


def test_cells_of_wide_characters_line_up() -> None:
    assert table(("Name", "x"), [("居間", "1"), ("abcd", "2")]).splitlines()[1:] == [
        "居間  1",
        "abcd  2",
    ]


@given(st.lists(st.tuples(WORDS, WORDS, st.just("x")), min_size=1, max_size=5))
def test_the_last_column_always_begins_at_the_same_place(rows: list[tuple[str, str, str]]) -> None:
    lines = table(("Name", "Room", "z"), rows).split("\n")

    assert len({width_of(line) for line in lines}) == 1


def test_a_line_that_needs_more_room_widens_those_after_it() -> None:
    growing = GrowingTable((3, 4))

    lines = [growing.line(cells) for cells in (("a", "b", "c"), ("long", "b", "c"), ("a", "b", ""))]

    assert lines == ["a    b     c", "long  b     c", "a     b"]
