from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altrabits_desktop.ui.pages.streamer.pieces import Pieces

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_part_is_made_in_a_turn_of_its_own(qtbot: QtBot) -> None:
    made: list[int] = []
    owner = QObject()
    pieces = Pieces([partial(made.append, number) for number in range(3)], parent=owner)
    before = list(made)

    with qtbot.waitSignal(pieces.made):
        pass
    after_one = list(made)
    qtbot.waitUntil(lambda: pieces.is_over)

    assert (before, after_one, made) == ([], [0], [0, 1, 2])


def test_all_the_rest_is_made_at_once_where_somebody_looks_for_it() -> None:
    made: list[int] = []
    owner = QObject()
    pieces = Pieces([partial(made.append, number) for number in range(3)], parent=owner)

    pieces.finish()

    assert made == [0, 1, 2]
    assert pieces.is_over
