from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.pieces import Pieces, finish_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def test_what_can_be_seen_of_a_window_is_made_at_once(qtbot: QtBot) -> None:
    made: list[str] = []
    window, seen = QWidget(), QWidget()
    qtbot.addWidget(window)
    seen.setParent(window)
    hidden = QWidget(window)
    Pieces([partial(made.append, "seen")], parent=QObject(seen))
    Pieces([partial(made.append, "hidden")], parent=hidden)
    window.show()
    hidden.hide()

    finish_all(window)

    assert made == ["seen"]


@pytest.mark.usefixtures("qapp")
def test_all_the_rest_is_made_at_once_where_somebody_looks_for_it() -> None:
    made: list[int] = []
    owner = QObject()
    pieces = Pieces([partial(made.append, number) for number in range(3)], parent=owner)

    pieces.finish()

    assert made == [0, 1, 2]
    assert pieces.is_over


def test_what_follows_is_asked_for_only_when_its_turn_has_come(qtbot: QtBot) -> None:
    made: list[str] = []

    def makes() -> Iterator[Callable[[], None]]:
        yield partial(made.append, "first")
        yield partial(made.append, f"after {made[-1]}")

    owner = QObject()
    pieces = Pieces(makes(), parent=owner)

    qtbot.waitUntil(lambda: pieces.is_over)

    assert made == ["first", "after first"]


@pytest.mark.usefixtures("qapp")
def test_a_part_that_wants_all_the_rest_is_made_before_it() -> None:
    made: list[str] = []
    owner = QObject()

    def hurry() -> None:
        pieces.finish()
        made.append("first")

    pieces = Pieces([hurry, partial(made.append, "second")], parent=owner)

    pieces.finish()

    assert made == ["first", "second"]


@pytest.mark.usefixtures("qapp")
def test_it_is_told_once_that_everything_is_made() -> None:
    told: list[bool] = []
    owner = QObject()
    pieces = Pieces([partial(told.append, False)], parent=owner)
    pieces.over.connect(lambda: told.append(pieces.is_over))

    pieces.finish()
    pieces.finish()

    assert told == [False, True]


def test_what_somebody_looks_for_is_made_at_once_and_the_rest_in_turns(qtbot: QtBot) -> None:
    made: list[int] = []
    owner = QObject()
    pieces = Pieces((partial(made.append, number) for number in range(5)), parent=owner)

    pieces.make_until(lambda: 2 in made)

    assert made == [0, 1, 2]
    qtbot.waitUntil(lambda: pieces.is_over)
    assert made == [0, 1, 2, 3, 4]
