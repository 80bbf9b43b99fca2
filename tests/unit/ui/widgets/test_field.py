from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.field import Field, LineField
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

TOP_EDGE = QPoint(60, 0)
INSIDE = QPoint(60, 3)


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> LineField:
    line = LineField(theme, name="Address", placeholder="Address or host name")
    qtbot.addWidget(line)
    line.resize(240, 36)
    return line


def test_it_has_the_edge_of_a_field(theme: Theme, line: LineField) -> None:
    picture = line.grab().toImage()

    assert picture.pixelColor(TOP_EDGE) == theme.colour("field")
    assert picture.pixelColor(INSIDE) == theme.colour("card")
    assert line.accessibleName() == "Address"


def test_a_wrong_line_has_an_icon_and_a_colour(theme: Theme, line: LineField) -> None:
    before = line.textMargins().right()

    line.set_wrong(True)
    line.set_wrong(True)

    assert line.is_wrong
    assert line.grab().toImage().pixelColor(TOP_EDGE) == theme.colour("bad")
    assert line.textMargins().right() > before


def test_a_locked_line_can_be_read_only(theme: Theme, line: LineField) -> None:
    line.setText("maple@example.net")

    line.set_locked(True)
    QTest.keyClicks(line, "x")

    picture = line.grab().toImage()
    assert line.text() == "maple@example.net"
    assert picture.pixelColor(INSIDE) == theme.colour("sunken")
    assert picture.pixelColor(TOP_EDGE) == theme.colour("border")


@pytest.mark.parametrize(("is_in_form", "height"), [(False, 36), (True, 40)])
def test_it_is_higher_in_forms(theme: Theme, qtbot: QtBot, is_in_form: bool, height: int) -> None:
    line = LineField(theme, name="Name", is_in_form=is_in_form)
    qtbot.addWidget(line)

    assert (line.sizeHint().height(), line.minimumSizeHint().height()) == (height, height)


def test_the_ring_shows_for_the_mouse_too(
    theme: Theme, qtbot: QtBot, activate: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = LineField(theme, name="Address", parent=window)
    activate(window)
    line.clearFocus()

    line.setFocus(Qt.FocusReason.MouseFocusReason)
    shown = line.ring.is_shown
    line.clearFocus()

    assert (shown, line.ring.is_shown) == (True, False)


@pytest.mark.usefixtures("from_the_right")
def test_from_right_to_left_the_icon_stands_at_the_left(theme: Theme, qtbot: QtBot) -> None:
    line = LineField(theme, name="Address")
    qtbot.addWidget(line)
    line.resize(240, 36)

    line.set_wrong(True)

    assert line.textMargins().left() > line.textMargins().right()
    assert not line.grab().isNull()


def test_the_label_leads_to_the_line_and_names_it(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, label="Name", reason="Shown on this computer only.")
    qtbot.addWidget(field)

    label = field.findChild(ElidedLabel)
    assert label is not None
    assert label.buddy() is field.line
    assert field.line.accessibleName() == "Name"
    assert field.line.accessibleDescription() == "Shown on this computer only."


def test_an_error_takes_the_place_of_the_reason(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, name="Address", reason="Where the streamer is.")
    qtbot.addWidget(field)
    below = field.findChild(TextBlock)
    assert below is not None

    field.set_error("An address has four numbers.")
    wrong = (below.text(), field.line.is_wrong)
    field.set_error("")

    assert wrong == ("An address has four numbers.", True)
    assert (below.text(), field.line.is_wrong) == ("Where the streamer is.", False)


def test_without_reason_and_error_nothing_stands_below(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, name="Address")
    qtbot.addWidget(field)
    below = field.findChild(TextBlock)
    assert below is not None

    assert below.isHidden()
