"""Words in the spoken language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.wording import (
    LONG_PSEUDO,
    PSEUDO,
    Wording,
    fill,
    is_language_tag,
    is_spoken,
    load_wording,
    nearest_spoken,
    speak,
    spoken,
    translate,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


def write_table(folder: Path, language: str, texts: object) -> None:
    (folder / f"{language}.json").write_text(json.dumps({"texts": texts}))


def test_a_translated_text_is_spoken(tmp_path: Path) -> None:
    write_table(tmp_path, "de", {"head\u0004Find again\u0004": "Neu suchen"})

    speak(load_wording("de-AT", tmp_path))

    assert translate("head", "Find again") == "Neu suchen"
    assert translate("head", "Streamers") == "Streamers"


@pytest.mark.parametrize(("count", "words"), [(0, "0 Räume"), (1, "1 Raum"), (7, "7 Räume")])
def test_a_count_chooses_the_plural_form(tmp_path: Path, count: int, words: str) -> None:
    write_table(tmp_path, "de", {"head\u0004%n room(s)\u0004": ["%n Raum", "%n Räume"]})

    speak(load_wording("de", tmp_path))

    assert translate("head", "%n room(s)", "", count) == words


@pytest.mark.parametrize("content", ["", "[]", '{"texts": 3}', "{", '{"nothing": 1}'])
def test_a_damaged_table_gives_english(tmp_path: Path, content: str) -> None:
    (tmp_path / "de.json").write_text(content)

    speak(load_wording("de", tmp_path))

    assert translate("head", "Find again") == "Find again"


def test_a_missing_table_gives_english(tmp_path: Path) -> None:
    assert load_wording("de", tmp_path).text("head", "Find again", "", -1) == "Find again"


def test_the_invented_language_is_right_to_left_and_leaves_places_alone(tmp_path: Path) -> None:
    wording = load_wording(PSEUDO, tmp_path)

    words = wording.text("head", "Heard %n times on {card}", "", 3)

    assert wording.is_right_to_left
    assert "3" in words
    assert "{card}" in words
    assert not set("Heardtimeson") & set(words.replace("{card}", ""))


def test_the_other_invented_language_is_longer_and_leaves_places_alone(tmp_path: Path) -> None:
    wording = load_wording(LONG_PSEUDO, tmp_path)

    words = wording.text("head", "Heard %n times on {card}", "", 3)

    assert words == "[Heeaard 3 tiimees oon {card}]"
    assert not wording.is_right_to_left


def test_english_is_left_to_right() -> None:
    assert not Wording("en").is_right_to_left


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de_AT.UTF-8", "de"), ("de", "de"), ("DE-ch", "de"), ("fr", "en"), ("C", "en"), ("", "en")],
)
def test_the_nearest_spoken_language_is_found(tag: str, language: str) -> None:
    assert nearest_spoken(tag) == language


def test_a_value_is_never_read_as_a_place_again() -> None:
    assert fill("{name} on {card}", name="{card}", card="eth0") == "{card} on eth0"


def test_a_place_without_a_value_stays() -> None:
    assert fill("{name} {other}", name="Den") == "Den {other}"


@given(st.text())
def test_any_value_is_put_in_as_it_is(value: str) -> None:
    assert fill("<{name}>", name=value) == f"<{value}>"


@pytest.mark.parametrize(
    ("text", "is_tag", "has_words"),
    [
        *(("de", True, True), ("de_AT.UTF-8", True, True), ("ar-XB", True, True)),
        *(("xx", True, False), ("haw", True, False), ("zh-Hans", True, False)),
        *(("german", False, False), ("d", False, False), ("12", False, False)),
        *(("not a tag", False, False), ("dé", False, False), ("", False, False)),
    ],
)
def test_a_language_is_told_from_what_is_none(text: str, is_tag: bool, has_words: bool) -> None:
    assert (is_language_tag(text), is_spoken(text)) == (is_tag, has_words)
