"""Every word a person reads is collected, translated and keeps its places for values."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from house.words import LANGUAGES, Message, build_tables, collect_texts, read_messages, table_of
from tests.harness.source_tree import PACKAGE, ROOT, Source, sources
from tests.harness.wording_calls import Text, called_texts, malformed_calls, places

if TYPE_CHECKING:
    from pathlib import Path

TRANSLATIONS = ROOT / "translations"

SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context><name>streamers</name>
<message><source>Play</source><comment>button</comment><translation>Wiedergeben</translation></message>
<message><source>Stop</source><translation type="unfinished">Halt</translation></message>
<message><source>Next</source><translation></translation></message>
<message><source>Gone</source><translation type="vanished">Weg</translation></message>
<message numerus="yes"><source>%n heard</source><translation>
<numerusform>%n gehört</numerusform><numerusform>%n gehörte</numerusform></translation></message>
<message numerus="yes"><source>%n lost</source><translation>
<numerusform>%n fehlt</numerusform><numerusform></numerusform></translation></message>
</context></TS>
"""


def messages_of(language: str) -> list[Message]:
    return read_messages(TRANSLATIONS / f"{language}.ts")


def as_texts(messages: list[Message]) -> set[Text]:
    return {
        Text(message.context, message.text, message.comment, message.has_count)
        for message in messages
    }


def assert_same(held: set[Text], wanted: set[Text]) -> None:
    lines = [f"lacks {text}" for text in sorted(wanted - held)]
    lines += [f"has too much: {text}" for text in sorted(held - wanted)]
    assert not lines, "run `python3 dev.py words`\n" + "\n".join(lines)


def test_every_call_can_be_collected() -> None:
    found = malformed_calls(sources(PACKAGE))

    assert not found, "\n".join(found)


def test_collector_of_texts_finds_what_the_syntax_trees_hold(tmp_path: Path) -> None:
    collect_texts(ROOT, python=sys.executable, target=tmp_path)

    assert_same(as_texts(read_messages(tmp_path / "de.ts")), called_texts(sources(PACKAGE)))


def test_german_holds_exactly_the_texts_of_the_code() -> None:
    assert_same(as_texts(messages_of("de")), called_texts(sources(PACKAGE)))


def test_english_holds_exactly_the_texts_with_a_count() -> None:
    counted = {text for text in called_texts(sources(PACKAGE)) if text.has_count}

    assert_same(as_texts(messages_of("en")), counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    unfinished = [entry.text for entry in messages_of(language) if not entry.is_finished]

    assert not unfinished, "\n".join(unfinished)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translation_keeps_the_places_for_values(language: str) -> None:
    changed = [
        entry.text
        for entry in messages_of(language)
        if entry.is_finished
        if any(not keeps_places(entry.text, form) for form in entry.forms)
    ]

    assert not changed, "\n".join(changed)


def keeps_places(text: str, form: str) -> bool:
    # "One streamer" says the number itself; every other place must be filled.
    without_count = [place for place in places(text) if place != "%n"]
    return places(form) in (places(text), without_count)


@pytest.mark.parametrize(
    "call",
    [
        "translate('streamers', f'Play {name}')",
        "translate('streamers', text='Play')",
        "translate('streamers', 'Play' if ready else 'Wait')",
        "translate('streamers', 'Play', count=3)",
        "translate('Play')",
        """f'{translate("streamers", "Play")}: {name}'""",
        "wording.translate(context, 'Play')",
    ],
)
def test_call_that_would_be_dropped_is_found(call: str) -> None:
    assert malformed_calls([Source("a.py", call)])


def test_text_spread_over_lines_is_one_text() -> None:
    source = Source("a.py", "translate('shell', 'Nothing '\n 'heard', '', count)")

    assert called_texts([source]) == {Text("shell", "Nothing heard", "", has_count=True)}


def test_method_of_strings_is_no_call_of_ours() -> None:
    assert malformed_calls([Source("a.py", "name.translate(table)")]) == []


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("{name} in {room}", "{room}: {name}", True),
        ("%n heard", "Einer gehört", True),
        ("{name} left", "{Name} ist weg", False),
        ("{name} left", "ist weg", False),
        ("left", "{name} ist weg", False),
    ],
)
def test_lost_place_is_found(text: str, form: str, expected: bool) -> None:
    assert keeps_places(text, form) is expected


def test_table_leaves_out_what_is_not_translated(tmp_path: Path) -> None:
    translation = tmp_path / "de.ts"
    translation.write_text(SAMPLE, encoding="utf-8")

    table = table_of("de", read_messages(translation))

    assert table == {
        "language": "de",
        "plural": 2,
        "texts": {
            "streamers\u0004Play\u0004button": "Wiedergeben",
            "streamers\u0004%n heard\u0004": ["%n gehört", "%n gehörte"],
        },
    }


def test_tables_are_built_once_until_the_translation_changes(tmp_path: Path) -> None:
    (tmp_path / "altrabits_desktop").mkdir()
    (tmp_path / "translations").mkdir()
    translation = tmp_path / "translations" / "de.ts"
    translation.write_text(SAMPLE, encoding="utf-8")

    first = build_tables(tmp_path, python=sys.executable)
    second = build_tables(tmp_path, python=sys.executable)
    translation.write_text(SAMPLE.replace("Wiedergeben", "Spielen"), encoding="utf-8")
    third = build_tables(tmp_path, python=sys.executable)

    built = tmp_path / "altrabits_desktop" / "i18n"
    table = json.loads((built / "de.json").read_text(encoding="utf-8"))
    assert (first, second, third) == ([translation], [], [translation])
    assert table["texts"]["streamers\u0004Play\u0004button"] == "Spielen"
    assert (built / "de.qm").stat().st_size > 0
