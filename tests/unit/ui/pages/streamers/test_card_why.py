from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.ui.pages.streamers.card import StreamerCard
from altrabits_desktop.ui.pages.streamers.face import make_face
from tests.fakes.house_on_show import ETHERNET, FIRESIDE, NOW, STUDY, five

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme

GONE = next(one for one in five() if one.id == STUDY)
HERE = next(one for one in five() if one.id == FIRESIDE)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 300)
    window.show()
    yield window
    window.hide()


def card_of(streamer: Streamer, window: QWidget, theme: Theme, *, width: int = 438) -> StreamerCard:
    face = make_face(streamer, now=NOW, cards=(ETHERNET,))
    card = StreamerCard(theme, face, is_wide=False, parent=window)
    card.resize(width, 174)
    card.show()
    return card


def why_of(card: StreamerCard) -> QPushButton | None:
    found = card.findChild(QPushButton, "streamers.card.why")
    return found if isinstance(found, QPushButton) and found.isVisible() else None


def test_one_that_is_gone_leads_to_its_page_which_says_why(
    qtbot: QtBot, window: QWidget, theme: Theme
) -> None:
    card = card_of(GONE, window, theme)
    why = why_of(card)
    assert why is not None

    with qtbot.waitSignal(card.clicked):
        why.click()

    check = card.findChild(QPushButton, "streamers.card.check")
    assert isinstance(check, QPushButton)
    assert not why.geometry().intersects(check.geometry())
    assert card.rect().contains(why.geometry())
    assert GONE.name in why.accessibleName()


@pytest.mark.parametrize(
    "streamer", [HERE, replace(GONE, origin=Origin.DEMO), replace(GONE, address="")]
)
def test_one_of_which_nothing_can_be_found_out_has_no_such_button(
    window: QWidget, theme: Theme, streamer: Streamer
) -> None:
    assert why_of(card_of(streamer, window, theme)) is None


def test_it_goes_when_the_streamer_is_back(window: QWidget, theme: Theme) -> None:
    card = card_of(GONE, window, theme)

    card.show_face(make_face(replace(HERE, id=GONE.id), now=NOW, cards=(ETHERNET,)))

    assert why_of(card) is None


def test_it_is_left_out_where_there_is_no_room(window: QWidget, theme: Theme) -> None:
    assert why_of(card_of(GONE, window, theme, width=200)) is None
