from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.widgets.fitting_label import FittingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

WHOLE, SHORT = "opened 3 h ago", "3 h ago"


@pytest.fixture
def label(theme: Theme, qtbot: QtBot) -> FittingLabel:
    label = FittingLabel(theme)
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    return label


def test_it_says_all_where_there_is_room(label: FittingLabel) -> None:
    label.say(WHOLE, short=SHORT)

    assert (label.shown_text, label.toolTip()) == (WHOLE, "")


def test_it_says_the_same_in_fewer_words_where_there_is_less(label: FittingLabel) -> None:
    label.say(WHOLE, short=SHORT)

    label.resize(60, 20)

    assert label.shown_text == SHORT
    assert WHOLE in label.toolTip()
    assert label.whole == WHOLE


def test_a_tip_of_its_own_stays(label: FittingLabel) -> None:
    label.say(WHOLE, short=SHORT, tip="20 November 2026, 11:14")
    wide = label.toolTip()

    label.resize(60, 20)

    assert "11:14" in wide
    assert label.toolTip() == wide
