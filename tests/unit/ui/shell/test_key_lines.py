"""Page Keys and docs/keyboard.md tell the same, and only what is heard."""

from __future__ import annotations

import re

import pytest

from altrabits_desktop.ui.shell.commands import Commands
from altrabits_desktop.ui.shell.key_lines import lines_of
from tests.fakes.full_house import FullHouse
from tests.fakes.pressed_shell import PressedShell
from tests.harness.source_tree import ROOT

PAGE = ROOT / "docs" / "keyboard.md"
ROW = re.compile(r"\| (`.+`) \| (.+) \|")


@pytest.fixture
def commands() -> Commands:
    return Commands(PressedShell(FullHouse().services))


def test_the_page_for_people_lists_the_same_keys(commands: Commands) -> None:
    told = [
        (", ".join(f"`{key}`" for key in line.keys), line.words)
        for group in lines_of(commands)
        for line in group.lines
    ]

    written = [match.groups() for match in ROW.finditer(PAGE.read_text(encoding="utf-8"))]

    assert written == told


def test_the_page_for_people_has_the_same_headings(commands: Commands) -> None:
    headings = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Everything by name", *(group.heading for group in lines_of(commands))]
