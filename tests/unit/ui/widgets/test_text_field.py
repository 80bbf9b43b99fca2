from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.text_field import TextField
from tests.fakes.house_on_show import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[TextField]:
    page = QWidget()
    qtbot.addWidget(page)
    made = TextField(theme, name="Reply", height_px=72, placeholder="Write a reply")
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    page.resize(300, 300)
    page.show()
    yield made
    # It goes with what it stands on, which was kept until here.
    page.close()


def inked(field: TextField) -> tuple[int, int]:
    """Give width and height of what is written in a field."""
    picture = field.viewport().grab().toImage()
    ground = picture.pixel(0, picture.height() - 1)
    places = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) != ground
    ]
    across, down = zip(*places, strict=True)
    return max(across) - min(across) + 1, max(down) - min(down) + 1


@pytest.mark.parametrize("words", ["Ägypten", "رعپلي"])
def test_what_is_asked_for_is_seen_whole_until_something_is_typed(
    qtbot: QtBot, theme: Theme, words: str
) -> None:
    field = TextField(theme, name="Reply", height_px=72, placeholder=words)
    qtbot.addWidget(field)
    field.resize(300, 72)
    field.show()
    high = QFontMetrics(field.font()).tightBoundingRect(words).height()
    asked = inked(field)

    field.set_text("I")

    assert asked[1] >= high - 1
    assert inked(field)[0] < asked[0] // 2


def test_what_is_pasted_is_plain_text(field: TextField) -> None:
    foreign = QMimeData()
    foreign.setHtml("<b>bold</b>")
    foreign.setText("bold")

    field.insertFromMimeData(foreign)

    assert "font-weight" not in field.toHtml().replace("font-weight:400", "")
    assert field.toPlainText() == "bold"


def test_control_and_enter_say_that_it_is_finished(field: TextField) -> None:
    told = Told(field.finished)

    QTest.keyClicks(field, "One")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(told) == 1
    assert field.toPlainText() == "One\n"


def test_tab_leads_on(field: TextField, activate: Callable[[QWidget], None]) -> None:
    activate(field.window())
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert not field.hasFocus()
    assert field.toPlainText() == ""


def test_the_same_text_put_in_again_keeps_the_cursor(field: TextField) -> None:
    field.set_text("One two")
    QTest.keyClick(field, Qt.Key.Key_Right)

    field.set_text("One two")

    assert field.textCursor().position() == 1


def test_it_keeps_its_height_and_scrolls(field: TextField) -> None:
    field.set_text("\n".join("Line" for _ in range(30)))

    assert field.height() == 72
    assert field.verticalScrollBar().maximum() > 0
    assert field.findChild(QWidget, "scroll_bar") is not None


def test_a_wrong_one_is_painted_otherwise(field: TextField) -> None:
    plain = field.grab().toImage()

    field.set_wrong(True)

    assert field.is_wrong
    assert field.grab().toImage() != plain


def test_lines_begin_at_the_right_where_people_read_from_there(
    field: TextField, from_the_right: None
) -> None:
    side = field.document().defaultTextOption().alignment()

    assert side & Qt.AlignmentFlag.AlignRight
