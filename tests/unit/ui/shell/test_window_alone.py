"""The window is the only one: no part of a page is ever shown as a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.fakes.full_house import fireside
from tests.harness.window_parts import dialogs, let_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow


class ShownAlone(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.kinds: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


@pytest.fixture
def alone(qapp: QApplication) -> Iterator[ShownAlone]:
    watch = ShownAlone()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


PAGES: dict[str, Callable[[Window], None]] = {
    "streamer": lambda window: window.show_streamer("fireside"),
    "settings": lambda window: window.show_settings(),
    "support": lambda window: window.show_support(),
    "privacy": lambda window: window.show_privacy(),
    "account": lambda window: window.show_account(),
    "policy": lambda window: window.show_policy(),
    "keys": lambda window: window.show_keys(),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_inside_the_window(
    open_window: OpenWindow, house: FullHouse, alone: ShownAlone, page: str
) -> None:
    house.show(fireside())
    window = open_window()

    PAGES[page](window)
    let_open(window)

    assert alone.kinds == ["Window"]


def test_the_question_is_one_more_window_and_no_other(
    open_window: OpenWindow, house: FullHouse, alone: ShownAlone
) -> None:
    house.home.ask()

    opened = dialogs(open_window())

    assert len(opened) == 1
    assert alone.kinds == ["Window", "PolicyDialog"]
