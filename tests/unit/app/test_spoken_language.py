from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.spoken_language import (
    named_language,
    saved_language,
    speak_without_window,
    system_language,
)
from altrabits_desktop.runtime.wording import Wording, speak, spoken

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["--language", "de", "--nonsense"], "de"),
        (["discover", "--language=de"], "de"),
        (["--language"], "fr"),
        ([], "fr"),
    ],
)
def test_finds_the_language_even_in_words_that_do_not_fit(words: list[str], language: str) -> None:
    assert named_language(words, {"ALTRABITS_LANGUAGE": "fr"}) == language


def test_finds_the_language_that_was_saved_in_the_named_profile(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "de"\n')

    from_words = saved_language(["--profile", str(tmp_path)], {})
    from_environment = saved_language([], {"ALTRABITS_PROFILE": str(tmp_path)})
    from_nowhere = saved_language(["--profile", str(tmp_path / "none")], {})

    assert (from_words, from_environment, from_nowhere) == ("de", "de", "")


def test_a_working_folder_that_is_gone_holds_no_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert saved_language(["--profile", "here"], {}) == ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "en_US"}, "de_DE.UTF-8"),
        ({"LC_MESSAGES": "de_AT", "LANG": "en_US"}, "de_AT"),
        ({"LC_ALL": "", "LANG": "de"}, "de"),
        ({}, ""),
    ],
)
def test_the_system_says_its_language_in_the_usual_order(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language


@pytest.mark.parametrize(
    ("named", "environment", "language"),
    [("de", {}, "de"), ("", {"LANG": "de_DE.UTF-8"}, "de"), ("", {"LANG": "C"}, "en")],
)
def test_speaks_the_named_language_or_the_systems(
    named: str, environment: dict[str, str], language: str
) -> None:
    speak_without_window(named, environment)

    was_spoken = spoken().language
    speak(Wording("en"))
    assert was_spoken == language
