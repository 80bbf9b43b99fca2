"""A question that is not answered is a command that was not carried out."""

from __future__ import annotations

import getpass
import warnings
from typing import TYPE_CHECKING

from altrabits_desktop.app import console

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SIGN_IN = ("account", "sign-in", "ada@example.test")


def test_without_a_terminal_a_missing_password_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def without_terminal(_prompt: str) -> str:
        warnings.warn("may be echoed", getpass.GetPassWarning, stacklevel=2)
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", without_terminal)

    status = console.main([*SIGN_IN, "--profile", str(tmp_path)])

    assert status == 1
    assert capsys.readouterr().err == (
        "No password was given. Type it, or send it with --password-stdin.\n"
    )


def test_a_question_that_is_interrupted_is_no_success_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", interrupted)

    status = console.main([*SIGN_IN, "--profile", str(tmp_path)])

    assert (status, capsys.readouterr().err) == (1, "")
