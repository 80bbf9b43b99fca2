"""Which language a program without a window speaks."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.paths import profile_at
from altrabits_desktop.runtime.resources import words_folder
from altrabits_desktop.runtime.settings import read_settings
from altrabits_desktop.runtime.wording import load_wording, speak

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def speak_without_window(language: str, environment: Mapping[str, str]) -> None:
    """Speak a language from now on; the system's where none is named. Blocks for one small read."""
    speak(load_wording(language or system_language(environment), words_folder()))


def speak_as_asked(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Speak what the words, the environment, the person's settings or the system say.

    Returns:
        The language that the words or the environment name; "" where they name none.
    """
    named = named_language(words, environment)
    speak_without_window(named or saved_language(words, environment), environment)
    return named


def named_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language in words that may not be well formed, so that even this is said in it."""
    return _named("--language", words) or environment.get("ALTRABITS_LANGUAGE", "")


def saved_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language that the person chose in the window; blocks for one small read."""
    folder = _named("--profile", words) or environment.get("ALTRABITS_PROFILE", "")
    # A folder that is gone, or that this process may not look into, holds no choice.
    with suppress(OSError):
        profile = profile_at(Path(folder) if folder else None)
        return read_settings(profile).settings.language
    return ""


def _named(option: str, words: Sequence[str]) -> str:
    for place, word in enumerate(words):
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
        if word == option and place + 1 < len(words):
            return words[place + 1]
    return ""


def system_language(environment: Mapping[str, str]) -> str:
    """Give the language of this system, such as `de_AT.UTF-8`."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return named if named or os.name != "nt" else _language_of_windows()


def _language_of_windows() -> str:
    import ctypes
    import locale

    # Only Windows has it, so the types of other systems do not know it.
    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return locale.windows_locale.get(number, "")
