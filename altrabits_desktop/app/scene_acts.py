"""What is done in a window before its picture is taken: presses, keys, the pointer over a row.

Each act finds the parts of the window by name and comes when they are all there. Widgets are told
directly, so that a picture depends neither on a real pointer nor on a window manager.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROOM, _SELECTED, _HOVERED = "Breakfast room", 2, 6
_SECTION = 5


def press(name: str, window: QWidget) -> None:
    """Press the buttons of a name that can be seen, and let what that opens be whole."""
    from PySide6.QtWidgets import QAbstractButton

    from altrabits_desktop.ui.widgets.pieces import finish_all

    finish_all(window)
    for button in window.findChildren(QAbstractButton, name):
        if button.isVisible():
            button.click()
    finish_all(window)


def try_address(text: str, window: QWidget) -> None:
    """Type an address into the form that can be seen, and try it."""
    from PySide6.QtWidgets import QLineEdit

    for line in window.findChildren(QLineEdit, "streamers.empty.address"):
        line.setText(text)
    press("streamers.empty.try", window)


def search_in_vain(window: QWidget) -> None:
    """Search for what nothing fits."""
    from PySide6.QtWidgets import QLineEdit

    for field in window.findChildren(QLineEdit, "streamers.search.field"):
        field.setText("attic")


def unfold_search(window: QWidget) -> None:
    """Lead to the search field, as Ctrl+F does."""
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage

    window.activateWindow()
    for page in window.findChildren(StreamersPage):
        page.focus_search()


def fold_room(window: QWidget) -> None:
    """Fold a room of the rows."""
    from altrabits_desktop.ui.pages.streamers.row_table import RowTable

    for table in window.findChildren(RowTable):
        table.folding_wanted.emit(_ROOM)


def open_row_menu(window: QWidget) -> None:
    """Open the menu of a row."""
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.pages.streamers.row_table import RowTable

    for table in window.findChildren(RowTable):
        at = table.visualRect(table.rows.index(_SELECTED)).center()
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at)
        )
        QApplication.sendEvent(table.viewport(), asked)


def point_and_select(window: QWidget) -> None:
    """Hold the pointer over one row, and select another by the keyboard."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.ui.pages.streamers.row_table import RowTable

    window.activateWindow()
    for table in window.findChildren(RowTable):
        table.setFocus(Qt.FocusReason.TabFocusReason)
        table.setCurrentIndex(table.rows.index(_SELECTED))
        at = QPointF(table.visualRect(table.rows.index(_HOVERED)).center())
        none = Qt.MouseButton.NoButton
        pointed = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            table.viewport().mapToGlobal(at),
            none,
            none,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(table.viewport(), pointed)


def focus_card(name: str, window: QWidget) -> None:
    """Lead the keyboard to a card."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget as Part

    window.activateWindow()
    for card in window.findChildren(Part, name):
        card.setFocus(Qt.FocusReason.TabFocusReason)


def search_policy(window: QWidget) -> None:
    """Search the text of the policy."""
    from PySide6.QtWidgets import QLineEdit

    for field in window.findChildren(QLineEdit, "policy.search.field"):
        field.setText("streamers")


def walk_through_policy(window: QWidget) -> None:
    """Lead the keyboard to a section in the middle of the contents."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QListWidget

    for contents in window.findChildren(QListWidget, "policy.contents"):
        contents.window().activateWindow()
        contents.setFocus(Qt.FocusReason.TabFocusReason)
        contents.setCurrentRow(_SECTION)


def fill_account(email: str, password: str, window: QWidget) -> None:
    """Type into the form that makes an account, and send it."""
    fill_fields({"account.create.email": email, "account.create.password": password}, window)
    press("account.create.button", window)


def fill_fields(texts: dict[str, str], window: QWidget) -> None:
    """Type into fields, each by its name."""
    from PySide6.QtWidgets import QLineEdit

    for name, text in texts.items():
        for line in window.findChildren(QLineEdit, name):
            line.setText(text)


def show_part(name: str, window: QWidget) -> None:
    """Bring a part of a page into sight."""
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight

    for part in window.findChildren(QWidget, name):
        bring_into_sight(part)
