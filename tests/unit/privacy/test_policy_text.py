"""A policy's Markdown as blocks: complete, and harmless."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.privacy.policy_text import (
    Block,
    Heading,
    Paragraph,
    Points,
    Span,
    paragraphs_of,
    plain,
    policy_blocks,
)
from altrabits_desktop.privacy.visible_text import visible
from tests.harness.hostile_texts import HOSTILE_TEXTS

SIGNS = re.compile(r"[\s#*_+\-\[\]()]+")
"""What the looks of a text are made of, and the brackets that links trade."""
MARKDOWN = st.text(st.sampled_from("ab1 \n\r\t*_#-+[]()<>!`.|\\:/é\u202e\u200d\ufeff\x00"))


def shown(blocks: tuple[Block, ...]) -> str:
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Points):
            lines += [plain(point.spans) for point in block.points]
        else:
            lines.append(plain(block.spans))
    return "\n".join(lines)


def spans(text: str) -> tuple[Span, ...]:
    [paragraph] = paragraphs_of(policy_blocks(text))
    return paragraph.spans


def test_headings_paragraphs_and_lists_are_numbered_for_all_languages_alike() -> None:
    text = (
        "above\n\n# Title\n\nfirst\nline two\n\n## Part\n- one\n- two\n  goes on\n\nlast\n### Deep"
    )

    blocks = policy_blocks(text)

    assert blocks == (
        Paragraph("0.1", (Span("above"),)),
        Heading("1", 1, (Span("Title"),)),
        Paragraph("1.1", (Span("first line two"),)),
        Heading("2", 2, (Span("Part"),)),
        Points((Paragraph("2.1", (Span("one"),)), Paragraph("2.2", (Span("two goes on"),)))),
        Paragraph("2.3", (Span("last"),)),
        Heading("3", 3, (Span("Deep"),)),
    )


def test_line_ends_of_windows_make_the_same_blocks() -> None:
    text = "# Title\n\nfirst\nsecond\n\n- one\n- two\n"

    assert policy_blocks(text.replace("\n", "\r\n")) == policy_blocks(text)


def test_a_byte_order_mark_is_seen_and_hides_no_heading() -> None:
    assert policy_blocks("\ufeff# Title") == (Heading("1", 1, (Span("[U+FEFF]Title"),)),)


def test_a_text_that_stops_and_starts_again_is_two_lists() -> None:
    kinds = [type(block) for block in policy_blocks("* a\n\n* b\n\nbetween\n\n+ c")]

    assert kinds == [Points, Paragraph, Points]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", (Span("a "), Span("b", is_strong=True), Span(" c"))),
        ("a __b__", (Span("a "), Span("b", is_strong=True))),
        ("a *b*", (Span("a "), Span("b", is_emphasis=True))),
        ("_b_ c", (Span("b", is_emphasis=True), Span(" c"))),
        ("***a***", (Span("a", is_strong=True, is_emphasis=True),)),
        (
            "**a *b* c**",
            (
                Span("a ", is_strong=True),
                Span("b", is_strong=True, is_emphasis=True),
                Span(" c", is_strong=True),
            ),
        ),
        ("**over\na line**", (Span("over a line", is_strong=True),)),
        ("*a *b*", (Span("*a "), Span("b", is_emphasis=True))),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        ("price* and item*", (Span("price* and item*"),)),
        ("**open", (Span("**open"),)),
        ("a file_name_here", (Span("a file_name_here"),)),
        ("****", (Span("****"),)),
        ("**__**__", (Span("**__**__"),)),
    ],
)
def test_emphasis_is_a_look_and_unpaired_signs_are_text(
    text: str, expected: tuple[Span, ...]
) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [our page](https://a.example/_b_).", "See our page (https://a.example/_b_)."),
        ("[https://a.example](https://b.example)", "https://a.example (https://b.example)"),
        ("[a](javascript:x)", "a (javascript:x)"),
        ("[a](b 'title')", "[a](b 'title')"),
        ("[a][b]", "[a][b]"),
        ("https://a.example/*_x_", "https://a.example/*_x_"),
        ("**https://a.example/_x_**", "https://a.example/_x_"),
    ],
)
def test_a_link_is_its_text_and_its_address(text: str, expected: str) -> None:
    assert plain(spans(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "![cat](https://a.example/cat_1_.png)",
        "<b>bold</b> <img src=x onerror=alert(1)>",
        "<a_b_c> and <https://a.example/_x_>",
        "`*code*`",
        "#### Fourth",
        "#tag",
        "| a | b |",
        "> quote",
        "-- no point",
        "1. first",
        "&lt;b&gt;",
        "a \\* b",
        "---",
    ],
)
def test_everything_else_is_shown_as_it_is_written(text: str) -> None:
    assert plain(spans(text)) == text


def test_numbers_and_rows_of_a_table_keep_their_lines() -> None:
    text = "before\n1. first\n2) second\n| a | b |\n| - | - |\n> quote\n---\n```"

    lines = [plain(paragraph.spans) for paragraph in paragraphs_of(policy_blocks(text))]

    assert lines == text.split("\n")


def test_an_empty_text_has_no_blocks() -> None:
    assert policy_blocks(" \t\n\r\n\n") == ()


@given(MARKDOWN | st.text(st.characters()))
def test_every_character_that_is_no_sign_appears_in_its_order(text: str) -> None:
    wanted = SIGNS.sub("", visible(text))

    assert SIGNS.sub("", shown(policy_blocks(text))) == wanted


@given(MARKDOWN)
def test_no_sign_is_invented_and_nothing_hidden_is_left(text: str) -> None:
    read = shown(policy_blocks(text))

    for sign in "#*_+-":
        assert visible(text).replace("U+", "").count(sign) >= read.replace("U+", "").count(sign)
    assert visible(read) == read


@given(MARKDOWN)
def test_each_id_stands_once(text: str) -> None:
    blocks = policy_blocks(text)

    ids = [paragraph.id for paragraph in paragraphs_of(blocks)]
    ids += [block.id for block in blocks if isinstance(block, Heading)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_r3_a_hostile_text_is_text(text: str) -> None:
    wanted = SIGNS.sub("", visible(text))

    assert SIGNS.sub("", shown(policy_blocks(text))) == wanted


@pytest.mark.uncounted
@pytest.mark.parametrize("piece", ["*a ", "_a", "[a", "[a](", "<", "`a", "![a", "- ", "-\n", "#"])
def test_r30_a_long_row_of_signs_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert SIGNS.sub("", shown(policy_blocks(text))) == SIGNS.sub("", text)
