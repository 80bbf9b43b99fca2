"""Files of settings, where a command was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.snapshots import SNAPSHOT_BYTES
from altrabits_desktop.app.snapshot_files import with_content, with_file
from altrabits_desktop.contract.errors import Malformed, Refused

if TYPE_CHECKING:
    from pathlib import Path

COMPARE, SAVE = ("snapshot", "compare"), ("snapshot", "save")


def test_content_stands_in_the_place_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}", encoding="utf-8")

    assert with_content(COMPARE, ("id", str(file))) == ("id", "{}")
    assert with_content(SAVE, ("id", str(file))) == ("id", str(file))
    assert with_content(("logs",), ("id",)) == ("id",)


@pytest.mark.parametrize("name", ["none", "", "a\0b"])
def test_file_that_is_not_there_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"snapshot\.unreadable"):
        with_content(COMPARE, ("id", str(tmp_path / name)))


@pytest.mark.parametrize("content", [b"\xff", b" " * (SNAPSHOT_BYTES + 1)])
def test_file_of_another_kind_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content)

    with pytest.raises(Malformed, match=r"snapshot\.malformed"):
        with_content(COMPARE, ("id", str(file)))


def test_what_was_saved_is_written_and_nothing_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    result: dict[str, object] = {"id": "one", "content": "{}\n"}

    told = with_file(SAVE, str(file), result)
    with pytest.raises(Refused, match=r"snapshot\.file_exists"):
        with_file(SAVE, str(file), {"id": "one", "content": "other"})

    assert told == {"id": "one", "file": str(file)}
    assert file.read_bytes() == b"{}\n"


@pytest.mark.parametrize("name", ["none/a.json", "a\0b"])
def test_file_that_cannot_be_written_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"snapshot\.unwritable"):
        with_file(SAVE, str(tmp_path / name), {"id": "one", "content": ""})


def test_other_answers_are_left_as_they_are(tmp_path: Path) -> None:
    result: dict[str, object] = {"id": "one"}

    assert with_file(COMPARE, str(tmp_path), result) is result
