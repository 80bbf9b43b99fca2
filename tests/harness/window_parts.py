"""Finds and presses the parts of the window by their object names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
from altrabits_desktop.ui.shell.asking import PolicyAsker
from altrabits_desktop.ui.shell.banners import BannerPlace, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from altrabits_desktop.ui.shell.window import Window


def let_open(window: Window) -> None:
    """Let a page or a dialog that is being made in pieces be whole."""
    build_rest = getattr(window.pages.page, "build_rest", None)
    if callable(build_rest):
        build_rest()
        QApplication.sendPostedEvents()
    while any(asker.is_opening for asker in window.findChildren(PolicyAsker)):
        QApplication.processEvents()


def dialogs(window: Window) -> list[PolicyDialog]:
    """Give the dialogs about the policy that are open."""
    let_open(window)
    return [each for each in window.findChildren(PolicyDialog) if each.isVisible()]


def part(window: Window, name: str) -> QWidget:
    let_open(window)
    found = [each for each in window.findChildren(QWidget, name) if each.isVisible()]
    assert found, f"{name} is not to be seen"
    return found[0]


def press(window: Window, name: str) -> None:
    button = part(window, name)
    assert isinstance(button, QPushButton)
    button.click()


def banner(window: Window, slot: Slot) -> QWidget | None:
    place = window.findChild(BannerPlace)
    assert isinstance(place, BannerPlace)
    return place.banner(slot)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_key(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def area_of(window: Window) -> QScrollArea:
    page = window.pages.page
    assert page is not None
    found = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    return found[0]


def scrolled(window: Window) -> int:
    return area_of(window).verticalScrollBar().value()
