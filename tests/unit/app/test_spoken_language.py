from __future__ import annotations

import pytest

from altrabits_desktop.app.spoken_language import (
    named_language,
    speak_without_window,
    system_language,
)
from altrabits_desktop.runtime.wording import Wording, speak, spoken


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
