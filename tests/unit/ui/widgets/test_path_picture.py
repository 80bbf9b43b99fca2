from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from altrabits_desktop.ui.widgets.path_picture import (
    PathLink,
    PathNode,
    PathPicture,
    PieceState,
    two_lines,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

OK, BAD, UNKNOWN = PieceState.OK, PieceState.BAD, PieceState.UNKNOWN
NODES = (
    PathNode("computer", "This computer", ("192.168.50.23",), OK, "This computer is well"),
    PathNode("router", "Router", ("192.168.50.1", "keeps devices apart"), BAD, "Router is not"),
    PathNode("streamer", "Streamers", (), UNKNOWN, "Streamers are not known"),
)
LINKS = (
    PathLink("2 ms", OK, "To the router 2 ms"),
    PathLink("no way through", BAD, "From the router no way through"),
)


@pytest.fixture
def picture(theme: Theme, qtbot: QtBot) -> PathPicture:
    picture = PathPicture(theme, name="The way to the streamers")
    qtbot.addWidget(picture)
    picture.resize(800, 160)
    picture.set_path(NODES, LINKS)
    picture.show()
    return picture


@pytest.mark.parametrize(
    ("text", "room_px", "lines"),
    [
        ("no answer", 9, ("no answer",)),
        ("no answer", 8, ("no", "answer")),
        ("no way at all", 6, ("no way", "at all")),
        ("no way at all", 1, ("no", "way at all")),
        ("unbekannt", 3, ("unbekannt",)),
        ("", 3, ("",)),
    ],
)
def test_what_does_not_fit_between_two_pieces_goes_on_below(
    text: str, room_px: int, lines: tuple[str, ...]
) -> None:
    assert two_lines(text, room_px=room_px, measure=len) == lines


def colours_at(image: QImage, x: int, *, top: int = 0, bottom: int = 88) -> set[str]:
    return {image.pixelColor(x, y).name() for y in range(top, bottom)}


def test_every_piece_is_a_named_part_for_screen_readers(picture: PathPicture) -> None:
    names = [part.accessibleName() for part in picture.findChildren(QLabel)]

    assert names == [piece.spoken for piece in (*NODES, *LINKS)]
    assert picture.accessibleName() == "The way to the streamers"
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.childCount() == len(names)


def test_the_parts_lie_in_reading_order(picture: PathPicture) -> None:
    parts = picture.findChildren(QLabel)

    left_to_right = [part.x() for part in parts[: len(NODES)]]
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picture.resize(801, 160)
    right_to_left = [part.x() for part in parts[: len(NODES)]]

    assert left_to_right == sorted(left_to_right)
    assert right_to_left == sorted(right_to_left, reverse=True)


def test_the_broken_piece_is_marked_by_colour_line_and_badge(
    theme: Theme, picture: PathPicture
) -> None:
    image = picture.grab().toImage()

    bad, ok = theme.colour("bad").name(), theme.colour("ok").name()
    assert ok in colours_at(image, 240)
    assert bad in colours_at(image, 400)
    dashes = {image.pixelColor(x, 44).name() for x in range(450, 660)}
    assert {bad, theme.colour("ground").name()} <= dashes


def test_the_first_node_stands_where_reading_begins(theme: Theme, picture: PathPicture) -> None:
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    image = picture.grab().toImage()

    dashed = {image.pixelColor(x, 44).name() for x in range(130, 350)}
    assert theme.colour("bad").name() in dashed


def test_another_way_takes_the_place_of_the_former(picture: PathPicture) -> None:
    picture.set_path(NODES[:1], ())

    assert len(picture.findChildren(QLabel)) == 1
    assert not picture.grab().isNull()


def test_it_has_room_for_its_longest_words(picture: PathPicture) -> None:
    with_two_lines = picture.sizeHint().height()
    picture.set_path(NODES[:1], ())

    assert with_two_lines - picture.sizeHint().height() == 18
    assert picture.minimumSizeHint().width() == 72


def test_without_a_way_it_is_empty(theme: Theme, qtbot: QtBot) -> None:
    picture = PathPicture(theme, name="The way to the streamers")
    qtbot.addWidget(picture)
    picture.resize(300, 100)

    assert len(picture.findChildren(QLabel)) == 0
    assert not picture.grab().isNull()


def test_an_unknown_link_is_dashed_and_quiet(theme: Theme, picture: PathPicture) -> None:
    picture.set_path(NODES[:2], (PathLink("", UNKNOWN, "Not known"),))

    image = picture.grab().toImage()

    seen = {image.pixelColor(x, 44).name() for x in range(200, 600)}
    assert theme.colour("text.3").name() in seen
