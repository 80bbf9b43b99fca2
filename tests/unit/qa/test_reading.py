from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from altrabits_desktop.qa.reading import shown, text_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def put(window: QWidget, widget: QWidget, name: str = "") -> QWidget:
    widget.setObjectName(name)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


def test_reads_from_top_to_bottom(window: QWidget) -> None:
    put(window, QLabel("first"))
    put(window, QPushButton("second"))
    put(window, QLineEdit("third"))
    put(window, QPlainTextEdit("fourth"))
    window.show()

    assert text_of(window) == "first\nsecond\nthird\nfourth"


def test_reads_what_is_painted_beside_the_words_from_the_spoken_name(window: QWidget) -> None:
    button = put(window, QPushButton("Streamers"))
    button.setAccessibleName("Streamers, 3")
    window.show()

    assert text_of(window) == "Streamers\nStreamers, 3"


def test_a_picture_is_read_by_its_spoken_name(window: QWidget) -> None:
    put(window, QLabel()).setAccessibleName("a cover")
    window.show()

    assert text_of(window) == "a cover"


def test_reads_the_rows_of_a_list(window: QWidget) -> None:
    view = QListView()
    view.setModel(QStringListModel(["Kitchen", "Bath"]))
    put(window, view)
    window.show()

    assert text_of(window) == "Kitchen\nBath"


def test_what_is_hidden_is_not_read(window: QWidget) -> None:
    put(window, QLabel("seen"))
    hidden = put(window, QLabel("hidden"))
    window.show()
    hidden.hide()

    assert text_of(window) == "seen"


def test_names_are_given_in_reading_order(window: QWidget) -> None:
    put(window, QLabel("a"), "page.b")
    put(window, QLabel("b"), "page.a")
    put(window, QLabel("c"))
    window.show()

    assert [widget.objectName() for widget in shown(window)] == ["page.b", "page.a"]
    assert [widget.objectName() for widget in shown(window, "*.a")] == ["page.a"]


def test_a_text_and_what_stands_in_a_dialog_are_read(window: QWidget) -> None:
    dialog = QDialog(window)
    QTextEdit("the policy", dialog).setObjectName("dialog.text")
    window.show()
    dialog.show()

    assert "the policy" in text_of(window)
    assert "dialog.text" in [widget.objectName() for widget in shown(window)]
    dialog.close()
