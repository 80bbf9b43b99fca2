"""Hands and eyes of the tests of page Support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from altrabits_desktop.qa.reading import shown
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.support.page import SupportPage

FIRST, SECOND = "AB-7K2Q-9MZT-T", "AB-4XD1-0H8P-1"
WIDE, NARROW = 1180, 700


class OpenPage(Protocol):
    def __call__(self, width: int = WIDE) -> SupportPage: ...


def names(page: SupportPage) -> set[str]:
    return {widget.objectName() for widget in shown(page)}


def press(page: SupportPage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def field(page: SupportPage, name: str) -> TextField:
    found = page.findChild(TextField, name)
    assert isinstance(found, TextField)
    return found


def part(page: SupportPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def write(page: SupportPage, subject: str, text: str) -> None:
    line = page.findChild(QLineEdit, "support.subject")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, subject)
    QTest.keyClicks(field(page, "support.text"), text)
