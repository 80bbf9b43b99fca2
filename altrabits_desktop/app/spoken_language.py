"""Which language a program without a window speaks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.resources import words_folder
from altrabits_desktop.runtime.wording import load_wording, speak

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def speak_without_window(language: str, environment: Mapping[str, str]) -> None:
    """Speak a language from now on; the system's where none is named. Blocks for one small read."""
    speak(load_wording(language or system_language(environment), words_folder()))


def named_language(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language in words that may not be well formed, so that even this is said in it."""
    for place, word in enumerate(words):
        if word.startswith("--language="):
            return word.partition("=")[2]
        if word == "--language" and place + 1 < len(words):
            return words[place + 1]
    return environment.get("ALTRABITS_LANGUAGE", "")


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
