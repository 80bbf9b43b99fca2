"""A text that follows a command and is typed at a terminal, or piped in."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import console, typed_text

if TYPE_CHECKING:
    from pathlib import Path

OPENING = ("support", "open", "No sound")
REPLYING = ("server", "tickets", "reply", "AB-0000-0000-0")


class Terminal(io.StringIO):
    """A person at a terminal who types a text and ends it, or gives up."""

    def __init__(self, text: str = "", *, gives_up: bool = False) -> None:
        super().__init__(text)
        self._gives_up = gives_up

    def isatty(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        if self._gives_up:
            raise KeyboardInterrupt
        return super().read(size)


@pytest.mark.parametrize("words", [OPENING, REPLYING])
def test_who_gives_up_a_text_has_had_nothing_done(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(gives_up=True))

    assert console.main([*words, "--profile", str(tmp_path / "profile")]) == 1
    assert not (tmp_path / "profile").exists()


@pytest.mark.parametrize("words", [OPENING, REPLYING])
@pytest.mark.parametrize("ends", [("linux", "Ctrl+D"), ("win32", "Ctrl+Z and Enter")])
def test_at_a_terminal_it_is_said_how_a_text_ends(
    words: tuple[str, ...],
    ends: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(gives_up=True))
    platform, keys = ends
    monkeypatch.setattr(typed_text, "_SYSTEM", platform)

    console.main([*words, "--profile", str(tmp_path / "profile")])

    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"Type the text. {keys} on a line of its own ends it.\n")


def test_nothing_is_said_of_a_text_that_is_piped_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("It is silent."))

    console.main([*REPLYING, "--profile", str(tmp_path / "profile")])

    assert "Type the text" not in capsys.readouterr().err
