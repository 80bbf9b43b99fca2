from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.shell.refusal_window import RefusalWindow
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

SENTENCE = "The folder /kept cannot be written. Another one can be named."


@pytest.mark.parametrize(
    "close",
    [
        lambda bot, window: bot.mouseClick(
            window.findChild(PushButton, "refusal.close"), Qt.MouseButton.LeftButton
        ),
        lambda bot, window: bot.keyClick(window.focusWidget(), Qt.Key.Key_Space),
        lambda bot, window: bot.keyClick(window.focusWidget(), Qt.Key.Key_Return),
        lambda bot, window: bot.keyClick(window.focusWidget(), Qt.Key.Key_Escape),
    ],
    ids=["pointer", "space", "return", "escape"],
)
def test_the_window_says_the_sentence_until_it_is_closed(
    qtbot: QtBot,
    theme: Theme,
    close: Callable[[QtBot, QWidget], None],
) -> None:
    window = RefusalWindow(theme, SENTENCE)
    qtbot.addWidget(window)
    window.show()
    said = " ".join(part.property("text") or "" for part in window.findChildren(QWidget))
    heard = window.focusWidget()

    with qtbot.waitSignal(window.closed):
        close(qtbot, window)

    assert SENTENCE in said
    assert heard is not None
    assert (heard.objectName(), heard.accessibleName()) == ("refusal.close", "Close")
    assert heard.accessibleDescription() == SENTENCE
    assert not window.isVisible()
