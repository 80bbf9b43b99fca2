from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.limits import STREAMERS_LISTED
from altrabits_desktop.runtime.remembered import (
    FILE_BYTES,
    Remembered,
    content_of,
    read_remembered,
    remembered_in,
)

if TYPE_CHECKING:
    from pathlib import Path

FIRESIDE = Remembered(
    "fireside-1", "Fireside", "Living room", "Cobalt S1", "api-1", "uuid:1", "02:00:00:00:00:01", 1
)
KITCHEN = Remembered("kitchen-1", "Küche 厨房", rank=0)

_LETTERS = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
_TEXTS = st.text(_LETTERS.filter(str.isprintable), max_size=20)
_NAMES = st.text(_LETTERS.filter(str.isprintable), min_size=1, max_size=20)
_ENTRIES = st.lists(
    st.builds(
        Remembered,
        *(_NAMES, _NAMES),
        *(_TEXTS,) * 5,
        st.integers(min_value=0, max_value=9999),
    ),
    max_size=4,
    unique_by=lambda entry: entry.owned_id,
)


def lines(*texts: str) -> bytes:
    return "\n".join(texts).encode()


def line_of(entry: Remembered) -> str:
    return content_of([entry]).decode().split("\n")[1]


@given(_ENTRIES)
def test_what_is_kept_is_read_as_it_was(entries: list[Remembered]) -> None:
    assert remembered_in(content_of(entries)) == tuple(entries)


@given(st.binary(max_size=400))
def test_r39_any_bytes_give_printable_streamers_or_nothing(content: bytes) -> None:
    assert_harmless(remembered_in(content))


@given(_ENTRIES, st.data())
def test_r39_a_damaged_file_gives_printable_streamers_or_nothing(
    entries: list[Remembered], data: st.DataObject
) -> None:
    whole = bytearray(content_of([FIRESIDE, *entries]))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))

    assert_harmless(remembered_in(bytes(whole)))


@given(_ENTRIES, st.data())
def test_r39_a_cut_file_gives_nothing(entries: list[Remembered], data: st.DataObject) -> None:
    whole = content_of([FIRESIDE, *entries])

    assert remembered_in(whole[: data.draw(st.integers(0, len(whole) - 1))]) == ()


def assert_harmless(entries: tuple[Remembered, ...]) -> None:
    assert len(entries) <= STREAMERS_LISTED
    assert len({entry.owned_id for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.owned_id
        assert entry.name
        assert all(text.isprintable() and len(text) <= 128 for text in entry[:-1])
        assert 0 <= entry.rank <= 9999


@pytest.mark.parametrize(
    "content",
    [
        b"",
        lines("streamers 1 0", "", ""),
        lines("streamers 2 1", line_of(KITCHEN), ""),
        lines("streamers 1 2", line_of(KITCHEN), ""),
        lines("streamers 1 2", line_of(KITCHEN), line_of(KITCHEN), ""),
        lines("streamers 1 1", line_of(KITCHEN) + "\tmore", ""),
        lines("streamers 1 1", line_of(KITCHEN)[:-1] + "-1", ""),
        lines("streamers 1 1", line_of(KITCHEN)[:-1] + "٣", ""),
        lines("streamers 1 1", line_of(KITCHEN)[:-1] + "10000", ""),
        lines("streamers 1 1", line_of(KITCHEN._replace(owned_id="")), ""),
        lines("streamers 1 1", line_of(KITCHEN._replace(name="")), ""),
        lines("streamers 1 1", line_of(KITCHEN._replace(name="n" * 129)), ""),
        lines("streamers 1 1", line_of(KITCHEN).replace("K", "\u202e"), ""),
        b"streamers 1 1\n\xff\xfe\n",
        content_of([KITCHEN]) + b" " * FILE_BYTES,
        lines("streamers 1 1001", *(f"{n}\t{n}\t\t\t\t\t\t0" for n in range(1001)), ""),
    ],
)
def test_r39_what_is_not_whole_gives_nothing(content: bytes) -> None:
    assert remembered_in(content) == ()


def test_nothing_to_be_kept_is_no_content() -> None:
    assert content_of([]) == b""


def test_what_cannot_be_printed_is_kept_as_blanks() -> None:
    entry = KITCHEN._replace(name="a\tb\nc\u202ed\ud800")

    assert [one.name for one in remembered_in(content_of([entry]))] == ["a b c d "]


def test_no_more_is_kept_than_may_be_read() -> None:
    many = [KITCHEN._replace(owned_id=str(number)) for number in range(STREAMERS_LISTED + 1)]
    long = [one._replace(name="厨" * 128, udn="u" * 128) for one in many]

    assert remembered_in(content_of(many)) == tuple(many[:-1])
    assert len(content_of(long)) <= FILE_BYTES
    assert remembered_in(content_of(long)) == tuple(long[: len(remembered_in(content_of(long)))])
    assert len(remembered_in(content_of(long))) > 400


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "remembered.txt"
    path.write_bytes(content_of([FIRESIDE, KITCHEN]))

    assert read_remembered(path) == (FIRESIDE, KITCHEN)


def test_no_file_is_no_streamer(tmp_path: Path) -> None:
    assert read_remembered(tmp_path / "remembered.txt") == ()


def test_what_was_planted_in_its_place_is_not_read(tmp_path: Path) -> None:
    real, path = tmp_path / "another.txt", tmp_path / "remembered.txt"
    real.write_bytes(content_of([FIRESIDE]))
    path.symlink_to(real)
    by_link = read_remembered(path)
    path.unlink()
    path.mkdir()
    by_folder = read_remembered(path)
    path.rmdir()
    os.mkfifo(path)

    assert (by_link, by_folder, read_remembered(path)) == ((), (), ())
