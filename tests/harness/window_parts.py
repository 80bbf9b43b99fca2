"""Finds and presses the parts of the window by their object names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from altrabits_desktop.ui.shell.banners import BannerPlace, Slot

if TYPE_CHECKING:
    from altrabits_desktop.ui.shell.window import Window


def part(window: Window, name: str) -> QWidget:
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
