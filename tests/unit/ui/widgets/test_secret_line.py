from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from altrabits_desktop.ui.widgets.secret_line import SecretLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> SecretLine:
    line = SecretLine(theme, name="Password", show_name="Show it", hide_name="Hide it")
    line.set_name("form.password")
    qtbot.addWidget(line)
    line.resize(300, line.sizeHint().height())
    line.show()
    return line


def test_hides_what_is_typed_until_the_switch_is_pressed(line: SecretLine) -> None:
    hidden = line.echoMode()

    line.switch.click()

    assert hidden is QLineEdit.EchoMode.Password
    assert line.echoMode() is QLineEdit.EchoMode.Normal


def test_the_switch_says_what_it_does_next(line: SecretLine) -> None:
    before = (line.switch.accessibleName(), line.switch.isChecked())

    line.switch.click()

    assert before == ("Show it", False)
    assert (line.switch.accessibleName(), line.switch.isChecked()) == ("Hide it", True)
    assert line.switch.objectName() == "form.password.show"


def test_forgets_with_no_way_back_and_hides_again(line: SecretLine) -> None:
    line.switch.click()
    line.insert("violet kettle")

    line.forget()

    assert line.text() == ""
    assert not line.isUndoAvailable()
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_the_switch_stands_at_the_end_and_text_ends_before_it(line: SecretLine) -> None:
    place = line.switch.geometry()

    assert place.right() == line.width() - 1 - (line.height() - place.height()) // 2
    assert line.textMargins().right() >= place.width()


def test_from_the_right_the_switch_stands_at_the_left(
    qtbot: QtBot, theme: Theme, from_the_right: None
) -> None:
    line = SecretLine(theme, name="Password", show_name="Show it", hide_name="Hide it")
    qtbot.addWidget(line)
    line.resize(300, line.sizeHint().height())
    line.show()

    assert line.switch.geometry().left() < line.width() // 2
    assert line.textMargins().left() >= line.switch.width()


def test_what_is_wrong_is_shown_by_the_edge_and_leaves_the_switch_alone(line: SecretLine) -> None:
    before = line.grab().toImage()

    line.set_wrong(True)

    assert line.grab().toImage() != before
    assert line.switch.isVisible()
