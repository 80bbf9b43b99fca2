from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.widgets.wordmark import Wordmark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


def test_it_is_the_word_or_folded_the_icon(theme: Theme, qtbot: QtBot) -> None:
    mark = Wordmark(theme, name="AltraBits")
    qtbot.addWidget(mark)
    word = mark.grab().toImage()
    whole = mark.minimumSizeHint().toTuple()

    mark.set_folded(True)

    assert (whole, mark.sizeHint().toTuple()) == ((99, 22), (28, 28))
    assert mark.grab().toImage() != word
    assert mark.accessibleName() == "AltraBits"
