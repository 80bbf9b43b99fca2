"""Every command in README.md and docs/ is one, and a test knows what becomes of it."""

from __future__ import annotations

import re

import pytest

from tests.harness.document_readers import NotUnderstood, read_command
from tests.harness.document_steps import STEPS
from tests.harness.document_terminal import filled
from tests.harness.document_ways import Elsewhere, OnlyRead, Typing
from tests.harness.documents import (
    UnknownBlock,
    commands_in_prose,
    commands_of,
    documents,
    read,
)
from tests.harness.source_tree import ROOT

_LINK = re.compile(r"\]\(([^)#\s]+)?(?:#([^)\s]+))?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def understood(command: str, *, may_be_named: bool = False) -> bool:
    """Tell whether a command line is one.

    Args:
        command: as it stands in a document.
        may_be_named: whether prose may leave out what follows it.
    """
    try:
        read_command(command, may_be_named=may_be_named)
    except NotUnderstood:
        return False
    return True


def test_every_command_of_a_document_is_known_here_in_its_order() -> None:
    found = {document: commands_of(read(document)) for document in documents()}

    assert {document: commands for document, commands in found.items() if commands} == {
        document: tuple(command for command, _ in steps) for document, steps in STEPS.items()
    }


def test_every_command_of_a_document_is_one() -> None:
    found = {command for document in documents() for command in commands_of(read(document))}

    assert len(found) > 80
    assert [command for command in sorted(found) if not understood(command)] == []


def test_every_command_in_prose_is_one() -> None:
    found = {command for document in documents() for command in commands_in_prose(read(document))}

    assert len(found) > 20
    assert [each for each in sorted(found) if not understood(each, may_be_named=True)] == []


def test_what_another_test_does_is_seen_in_it() -> None:
    ways = {way for steps in STEPS.values() for _, way in steps if isinstance(way, Elsewhere)}

    assert [
        way for way in ways if way.words not in (ROOT / way.test).read_text(encoding="utf-8")
    ] == []


def test_what_the_console_and_the_window_do_alone_is_never_only_read() -> None:
    only_read = [
        command
        for steps in STEPS.values()
        for command, way in steps
        if isinstance(way, OnlyRead) and command.startswith("altrabits")
    ]

    assert only_read == []


def test_what_is_typed_stops_or_is_left_running_on_purpose() -> None:
    for steps in STEPS.values():
        for command, way in steps:
            if isinstance(way, Typing) and command.startswith("altrabits-desktop"):
                assert way.shows_window, command


def test_every_link_leads_somewhere() -> None:
    lost = [
        f"{document}: {target or ''}#{place or ''}"
        for document in documents()
        for target, place in _LINK.findall(read(document))
        if not (target or "").startswith("http") and not leads(document, target, place)
    ]

    assert lost == []


def leads(document: str, target: str, place: str) -> bool:
    """Tell whether a link leads to a file, and to a heading in it."""
    file = (ROOT / document).parent / target if target else ROOT / document
    if not file.exists():
        return False
    return not place or place in {
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(file.read_text(encoding="utf-8"))
    }


def test_each_document_stands_in_the_list_of_documents() -> None:
    listed = read("docs/README.md")
    named = [each.removeprefix("docs/") for each in documents() if each.startswith("docs/")]

    assert [name for name in named if f"({name})" not in listed] == ["README.md"]


@pytest.mark.parametrize(
    "command",
    [
        "altrabits server pear",
        "altrabits server run --len",
        "altrabits household join a b",
        "altrabits volume ID loud",
        "altrabits simulate --loud",
        "altrabits-desktop --quiosk",
        "altrabits policy show --server house",
        "python3 dev.py dance",
        "python3 dev.py run --demmo",
        "python3 -m altrabits_desktop.nowhere",
        "systemctl --user enable --now altrabits-server",
        "sudo ufw allow Everybody",
        "packaging/macos/make_nothing.sh",
        r"powershell -File packaging\windows\make_nothing.ps1",
        "UNKNOWN=1 altrabits discover",
        "frobnicate",
    ],
)
def test_a_command_that_there_is_not_is_noticed(command: str) -> None:
    assert not understood(command)


def test_commands_are_taken_from_blocks_and_prose_alone() -> None:
    text = """
Say `altrabits discover --watch`, or `altrabits
server pair`.

    altrabits discover   # a remark
    altrabits server policy publish FILE \\
        --version 1.1

1. a point

```sh
altrabits simulate
```

```python
altrabits = "none"
```
"""

    assert commands_of(text) == (
        "altrabits discover",
        "altrabits server policy publish FILE --version 1.1",
        "altrabits simulate",
    )
    assert commands_in_prose(text) == ("altrabits discover --watch", "altrabits server pair")


def test_a_block_of_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownBlock):
        commands_of("```\naltrabits discover\n```\n")


def test_the_readers_own_words_are_put_in_place_as_whole_words() -> None:
    command = 'altrabits streamers name ID "VIDEO ID"'

    assert filled(command, {"ID": "x-1"}) == 'altrabits streamers name x-1 "VIDEO x-1"'
