from __future__ import annotations

from PySide6.QtGui import Qt, QTextDocument

from altrabits_desktop.ui.widgets.plain import tool_tip, tray_tip, without_shortcut

HOSTILE = "<img src='http://192.168.1.9/x'> & <b>Fire</b>\nside"


def test_a_tool_tip_shows_exactly_the_text(qapp: object) -> None:
    shown = QTextDocument()

    shown.setHtml(tool_tip(HOSTILE))

    assert shown.toPlainText() == HOSTILE


def test_r3_a_tip_of_the_tray_is_markup_to_nobody() -> None:
    assert not Qt.mightBeRichText(tray_tip(HOSTILE))
    assert tray_tip("Rock & Roll") == "Rock & Roll"


def test_no_text_is_no_tool_tip() -> None:
    assert tool_tip("") == ""


def test_an_ampersand_marks_no_shortcut() -> None:
    assert without_shortcut("Rock & Roll") == "Rock && Roll"
