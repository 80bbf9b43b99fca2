"""What is to be seen on page Streamer, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QLabel, QSlider, QWidget

from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage


class OpenPage(Protocol):
    def __call__(self, *streamers: Streamer, width: int = 956) -> StreamerPage: ...


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def chips(page: QWidget) -> list[str]:
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]


def levels(page: QWidget) -> dict[str, int]:
    sliders = [each for each in page.findChildren(QSlider) if each.isVisible()]
    return {slider.accessibleName(): slider.value() for slider in sliders}


def button(page: QWidget, name: str) -> PushButton:
    found = page.findChild(PushButton, name)
    assert isinstance(found, PushButton)
    return found
