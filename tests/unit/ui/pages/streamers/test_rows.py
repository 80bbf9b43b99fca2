from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from altrabits_desktop.actions.directory import arrange
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.ui.pages.streamers.entries import StreamerEntry, make_entries
from altrabits_desktop.ui.pages.streamers.face import Face, make_face
from altrabits_desktop.ui.pages.streamers.rows import STREAMER_ID, RowModel
from tests.fakes.house_on_show import (
    FIRESIDE,
    NOW,
    STUDY,
    five,
    many,
    playing,
    streamer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.entries import Entry


class Faces:
    """Makes faces and counts them."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, of: Streamer) -> Face:
        self.made.append(of.id)
        return make_face(of, now=NOW)


@pytest.fixture
def faces(qapp: QApplication) -> Faces:
    return Faces()


@pytest.fixture
def model(faces: Faces) -> RowModel:
    model = RowModel(faces)
    model.show(entries(five()))
    return model


def entries(streamers: Sequence[Streamer]) -> tuple[Entry, ...]:
    return make_entries(arrange(streamers))


def titles(model: RowModel) -> list[object]:
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_rooms_and_streamers_stand_in_reading_order(model: RowModel) -> None:
    assert titles(model) == [
        "Living room",
        "Fireside",
        "Window seat",
        "Upstairs",
        "Bedroom",
        "Study",
        "No room yet",
        "Cobalt S2 3C:7F",
    ]


def test_a_row_knows_its_streamer(model: RowModel) -> None:
    assert model.data(model.index(1), STREAMER_ID) == FIRESIDE
    assert model.data(model.index(0), STREAMER_ID) is None
    assert model.row_of(FIRESIDE) == 1
    assert model.row_of("nobody") is None


def test_every_row_is_said_whole(model: RowModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.data(model.index(0), role) == "Living room, 2 streamers"
    assert model.data(model.index(1), role) == (
        "Fireside, Playing, Cobalt S1, 192.168.1.40, Harbour Lights at Noon, "
        "The Lumen Quartet · Tidewater, volume 34, Answers in 4 ms"
    )


def test_a_folded_room_says_so(model: RowModel) -> None:
    model.show(make_entries(arrange(five()), folded=("Living room",)))

    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0), role) == "Living room, 2 streamers, folded"


def test_there_is_nothing_beyond_the_rows(model: RowModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0)) == 0


def test_a_change_touches_one_row_and_makes_no_face_until_it_is_read(
    model: RowModel, faces: Faces
) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    newer = replace(five()[0], state=playing("1", "Another"))

    model.renew((newer, streamer(99)))

    assert told == [1]
    assert faces.made == []
    entry = model.entries[1]
    assert isinstance(entry, StreamerEntry)
    assert model.face(entry).headline == "Another"


def test_a_face_is_made_once_for_each_change(model: RowModel, faces: Faces) -> None:
    entry = model.entries[1]
    assert isinstance(entry, StreamerEntry)

    model.face(entry)
    model.face(entry)

    assert faces.made == [FIRESIDE]


def test_rows_that_stay_keep_whoever_holds_them(model: RowModel) -> None:
    held = QPersistentModelIndex(model.index(5))

    model.show(entries((*five(), streamer(1, name="Attic", room="Attic"))))
    came = held.row()
    model.show(entries(five()[1:]))

    assert came == 7
    assert (held.row(), held.data(STREAMER_ID)) == (4, STUDY)


def test_a_row_that_moves_keeps_whoever_holds_it(model: RowModel) -> None:
    held = QPersistentModelIndex(model.index(1))
    moved = (replace(five()[0], room="Upstairs"), *five()[1:])

    model.show(entries(moved))

    assert held.data(STREAMER_ID) == FIRESIDE
    assert held.row() == 4


def test_a_whole_new_order_is_one_reset(model: RowModel) -> None:
    model.show(entries(many(300)))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))

    model.show(tuple(reversed(entries(many(300)))))

    assert resets == [True]
    assert model.data(model.index(0)) == titles(model)[0]


def test_a_room_whose_count_changes_is_told(model: RowModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))

    model.show(entries((*five(), streamer(1, room="Upstairs", name="Zoo"))))

    assert told == [3]


def test_a_newer_snapshot_in_a_new_order_is_read_anew(model: RowModel) -> None:
    entry = model.entries[1]
    assert isinstance(entry, StreamerEntry)
    model.face(entry)
    changed = (replace(five()[0], state=playing("1", "Another")), *five()[1:])

    model.show(entries(changed))

    entry = model.entries[1]
    assert isinstance(entry, StreamerEntry)
    assert model.face(entry).headline == "Another"


def test_only_those_that_are_gone_tell_a_time(model: RowModel) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))

    model.renew_times()

    assert told == [5]


presences = st.lists(
    st.tuples(st.integers(1, 12), st.sampled_from(["Attic", "Bar", None])), max_size=12
)


@given(presences, presences)
def test_any_house_becomes_any_other(
    before: list[tuple[int, str | None]], after: list[tuple[int, str | None]]
) -> None:
    model = RowModel(lambda of: make_face(of, now=NOW))
    model.show(entries([streamer(n, room=room) for n, room in dict(before).items()]))
    wanted = entries(
        [streamer(n, room=room, presence=Presence.CHECKING) for n, room in dict(after).items()]
    )

    model.show(wanted)

    assert list(model.entries) == list(wanted)
    assert model.rowCount() == len(wanted)
