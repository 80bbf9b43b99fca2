"""C8: looking around leaves nothing about the person or the house, on disk or on the network."""

from __future__ import annotations

import base64
import itertools
from typing import TYPE_CHECKING

import pytest

from tests.commitments.private_computer import PERSON
from tests.harness.traces import content_of, lasting_marks, new_files, stamps, traces

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commitments.conftest import Visit

PARTS = ("window", "driven window", "console")
LOOKS = ("window open", "window closed", "driven window", "driven window closed", "end")
PROFILE = "/home/adalindq7/.local/share/AltraBits Desktop"
WRITTEN = {
    f"{PROFILE}/owner.lock",
    f"{PROFILE}/settings.toml",
    f"{PROFILE}/logs/altrabits.log",
    *(f"{PROFILE}/replica.sqlite3{ending}" for ending in ("", "-wal", "-shm")),
}
"""Everything that may be there afterwards: the lock, the log, and the person's choices, one of them
that they did not decide about the policy."""


def marked(*parts: str) -> list[object]:
    return [pytest.param(part, marks=pytest.mark.lab) for part in parts]


def house_of(visit: Visit) -> dict[str, str]:
    """Give everything that was learnt of the house: of each streamer what the console prints."""
    facts = ("id", "name", "address", "mac", "host_name", "page_url", "room", "product", "maker")
    told = {
        f"{fact} of {number}": str(record[fact])
        for number, record in enumerate(visit.found)
        for fact in facts
        # The product's own name stands in the name of its folder.
        if record[fact] and record[fact] != "AltraBits"
    }
    ids = {f"bare {fact}": text.partition("-")[2] for fact, text in told.items() if "id " in fact}
    return told | ids


@pytest.mark.parametrize("look", marked(*LOOKS))
def test_c08_nothing_about_the_house_is_written(anonymous: Visit, look: str) -> None:
    house = house_of(anonymous)

    assert len(anonymous.found) == 4
    assert {path: traces(text, house) for path, text in anonymous.files[look].items()} == {
        path: [] for path in anonymous.files[look]
    }


@pytest.mark.parametrize("look", marked(*LOOKS))
def test_c08_nothing_about_the_person_is_written(anonymous: Visit, look: str) -> None:
    # A path holds the user name where the home folder is called by it; contents must not.
    contents = {path: text.partition(b"\n")[2] for path, text in anonymous.files[look].items()}

    assert {path: traces(text, PERSON) for path, text in contents.items()} == {
        path: [] for path in contents
    }


@pytest.mark.parametrize("look", marked("window closed", "driven window closed", "end"))
def test_c08_only_the_listed_files_are_left(anonymous: Visit, look: str) -> None:
    assert set(anonymous.files[look]) <= WRITTEN


@pytest.mark.parametrize("look", marked("window closed"))
def test_c08_looking_around_without_a_choice_leaves_an_empty_lock(
    anonymous: Visit, look: str
) -> None:
    assert f"{PROFILE}/settings.toml" not in anonymous.files[look]
    assert anonymous.files[look][f"{PROFILE}/owner.lock"].partition(b"\n")[2] == b""


@pytest.mark.parametrize("look", marked("window closed", "driven window closed", "end"))
def test_c08_no_lasting_mark_of_this_copy_is_left(anonymous: Visit, look: str) -> None:
    assert [mark for text in anonymous.files[look].values() for mark in lasting_marks(text)] == []


@pytest.mark.parametrize("part", marked(*PARTS))
def test_c08_nothing_about_the_person_or_the_computer_is_said(anonymous: Visit, part: str) -> None:
    assert anonymous.traffic[part]["told"] == []


@pytest.mark.parametrize("look", marked("end"))
def test_c08_what_is_written_belongs_to_the_person_alone(anonymous: Visit, look: str) -> None:
    made = {path: mode for path, mode in anonymous.folders.items() if not path.endswith("/.cache")}

    assert {anonymous.modes[path] for path in anonymous.files[look]} == {"0600"}
    assert set(made.values()) - {"gone"} == {"0700"}


@pytest.mark.parametrize("part", marked("misbehaviour"))
def test_c08_a_trace_on_disk_and_a_word_too_much_would_be_caught(
    anonymous: Visit, part: str
) -> None:
    found = traces(anonymous.files[part]["/home/adalindq7/.cache/seen"], house_of(anonymous))
    told = " ".join(anonymous.traffic[part]["told"])

    assert "name of 0 as UTF-16 LE" in found
    assert "host name as Base64" in told
    assert "e-mail as Base64" in told


@pytest.mark.parametrize("value", ["Adalind Quillfeather", "Zéphyrine", "192.168.71.20"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_c08_a_value_is_found_as_text(value: str, encoding: str) -> None:
    assert traces(f"x{value.upper()}y".encode(encoding), {"it": value.upper()})


@pytest.mark.parametrize("value", ["Adalind Quillfeather", "Zéphyrine", "192.168.71.20"])
@pytest.mark.parametrize(
    ("before", "after"), list(itertools.product((b"", b"a", b"ab", b"abc"), (b"", b"z", b"zy")))
)
def test_c08_a_value_is_found_anywhere_in_base64(value: str, before: bytes, after: bytes) -> None:
    assert traces(base64.b64encode(before + value.encode() + after), {"it": value})


@pytest.mark.parametrize(
    "content",
    [
        b"00:04:A3:A8:47:16",
        b"mac-0004a3a84716",
        b"00-04-a3-a8-47-16",
        b"\x00\x04\xa3\xa8\x47\x16",
        b"00:04:a3:a8:47:16".hex().encode(),
    ],
)
def test_c08_a_mac_is_found_however_it_is_written(content: bytes) -> None:
    assert traces(b"<" + content + b">", {"it": "00:04:a3:a8:47:16"})


@pytest.mark.parametrize(
    "content",
    [b"6b0b1ec5408a6d801d1e5a3cc70c71b1", b"9ec79a84-27fe-4e21-ae8c-ce268cbf5003"],
)
def test_c08_a_lasting_mark_is_found(content: bytes) -> None:
    assert lasting_marks(b'{"installation": "' + content + b'"}')


def test_c08_an_innocent_text_holds_no_trace() -> None:
    innocent = b'theme = "dark"\nlanguage = ""\ncards = []\n'

    assert traces(innocent, PERSON) == []
    assert lasting_marks(innocent) == []


def test_c08_a_file_that_came_changed_or_is_a_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "changed").write_bytes(b"old")
    before = stamps([tmp_path])
    (tmp_path / "changed").write_bytes(b"new")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "link").symlink_to("Zephyrine")

    found = new_files(before, [tmp_path])

    assert [path.name for path in found] == ["changed", "link"]
    assert traces(content_of(found[1]), {"name": "Zephyrine"})
