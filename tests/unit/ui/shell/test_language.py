from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from altrabits_desktop.runtime.wording import spoken
from altrabits_desktop.ui.shell.language import speak_in

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication


def of_system(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(name)))


def test_a_chosen_language_is_spoken(qapp: QApplication) -> None:
    speak_in(qapp, "de")

    assert spoken().language == "de"
    assert QLocale().name() == "de_DE"


def test_without_a_choice_the_language_of_the_system_is_spoken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_system(monkeypatch, "de_AT")

    speak_in(qapp, "")

    assert (spoken().language, QLocale().name()) == ("de", "de_AT")


def test_the_system_keeps_its_way_of_writing_numbers_in_its_own_language(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_system(monkeypatch, "en_US")

    speak_in(qapp, "en")

    assert QLocale().name() == "en_US"


def test_english_on_another_system_tells_the_time_by_24_hours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_system(monkeypatch, "fr_FR")

    speak_in(qapp, "en")

    assert QLocale().name() == "en_GB"


def test_a_language_from_right_to_left_turns_the_window_and_another_turns_it_back(
    qapp: QApplication,
) -> None:
    speak_in(qapp, "ar-XB")
    is_turned = qapp.isRightToLeft()
    speak_in(qapp, "en")

    assert is_turned
    assert not qapp.isRightToLeft()
