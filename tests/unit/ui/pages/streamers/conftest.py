"""The page in a window of a test's size, with a house that the test owns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.pages.streamers.page import StreamersPage
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.pages.streamers.rows import RowModel
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.house_on_show import NOW, House, five
from tests.harness.rows import ROWS_WIDTH, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

SIDE_PX = 224
FOLDED_SIDE_PX = 64


class OpenPage(Protocol):
    def __call__(self, width: int = 1180, height: int = 760) -> StreamersPage: ...


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, house: House) -> Iterator[OpenPage]:
    """Open the page beside an empty side bar, in a window of a size."""

    windows: list[QWidget] = []

    def opened(width: int = 1180, height: int = 760) -> StreamersPage:
        window = QWidget()
        qtbot.addWidget(window)
        # The bot holds windows weakly.
        windows.append(window)
        row = QHBoxLayout(window)
        side = SIDE_PX if width >= theme.px("page.narrow_below") else FOLDED_SIDE_PX
        row.setContentsMargins(side, 0, 0, 0)
        page = StreamersPage(theme)
        row.addWidget(page)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        page.attach(house.services, StreamersViewModel(house.services, parent=page))
        return page

    yield opened
    windows.clear()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> RowTable:
    table = RowTable(theme, RowModel(lambda of: make_face(of, now=NOW)))
    qtbot.addWidget(table)
    table.resize(ROWS_WIDTH, 400)
    show(table, five())
    table.show()
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    return table
