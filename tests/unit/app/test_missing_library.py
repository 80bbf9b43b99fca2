from __future__ import annotations

import sys

import pytest

from altrabits_desktop.app import console, main
from altrabits_desktop.app.missing_library import refusal_of


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one library that finding needs, and the window too, be missing."""
    monkeypatch.setitem(sys.modules, "ifaddr", None)


@pytest.mark.usefixtures("without_library")
def test_the_console_says_in_one_sentence_what_is_not_installed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = console.main(["discover", "--interface", "127.0.0.1"])

    assert status == 1
    assert capsys.readouterr().err == (
        "The library ifaddr is not installed, as where the server alone is."
        " This needs the app with all its libraries.\n"
    )


@pytest.mark.usefixtures("without_library")
def test_the_window_says_so_where_it_was_started(capsys: pytest.CaptureFixture[str]) -> None:
    status = main.main(["--interface", "eth7"])

    assert status == 1
    assert "The library ifaddr is not installed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["altrabits_desktop.ui", None])
def test_a_part_of_our_own_is_no_library(name: str | None) -> None:
    error = ModuleNotFoundError("none", name=name)

    with pytest.raises(ModuleNotFoundError):
        refusal_of(error)


def test_a_part_of_a_library_is_called_by_the_name_of_the_library() -> None:
    error = ModuleNotFoundError("none", name="PySide6.QtCore")

    assert refusal_of(error).arguments["library"] == "PySide6"
