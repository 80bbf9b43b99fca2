"""The language of the window: its words, its direction, and how it writes numbers and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from altrabits_desktop.runtime.resources import words_folder
from altrabits_desktop.runtime.wording import LONG_PSEUDO, PSEUDO, load_wording, speak, spoken

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_FORMATS = {
    # Arabic reading order, Latin digits, as the pseudo-language writes them.
    PSEUDO: "ar_MA",
    # Without a country of its own English would tell the time by the twelve hour clock.
    "en": "en_GB",
    LONG_PSEUDO: "en_GB",
}


def speak_in(application: QApplication, language: str) -> None:
    """Speak a language from now on; texts already shown are the caller's to renew.

    Blocks for one small read (under 2 ms), so it may run before the first paint.

    Args:
        application: takes the direction of reading.
        language: BCP 47 tag; "" for the system's own language.
    """
    system = QLocale.system()
    speak(load_wording(language or system.name(), words_folder()))
    wording = spoken()
    QLocale.setDefault(_locale(wording.language, system))
    if wording.is_right_to_left is not application.isRightToLeft():
        _turn(application, is_right_to_left=wording.is_right_to_left)


def _locale(language: str, system: QLocale) -> QLocale:
    """Give the locale for numbers and times: the system's own where it speaks the language."""
    if system.name().partition("_")[0] == language:
        return system
    return QLocale(_FORMATS.get(language, language))


def _turn(application: QApplication, *, is_right_to_left: bool) -> None:
    # Imported here: most windows are never turned (see `ui.theme.paint_flags`).
    from PySide6.QtCore import Qt

    direction = Qt.LayoutDirection
    application.setLayoutDirection(
        direction.RightToLeft if is_right_to_left else direction.LeftToRight
    )
