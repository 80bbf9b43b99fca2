"""What console and owner say to each other; either may be anybody until it is read."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.app.owner_errands import (
    OwnerErrand,
    Result,
    answer_of,
    ask_owner,
    errand_of,
    line_of,
    read_answer,
)
from altrabits_desktop.app.ownership import Endpoint
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, Refused

if TYPE_CHECKING:
    from pathlib import Path

WORD = "0123456789abcdef"
SHOW = OwnerErrand(("policy", "show"), (), ())
TEXTS = st.lists(st.text(max_size=20), max_size=8).map(tuple)


@given(TEXTS, TEXTS, TEXTS)
def test_any_errand_is_read_as_it_was_written(
    words: tuple[str, ...], operands: tuple[str, ...], secrets: tuple[str, ...]
) -> None:
    errand = OwnerErrand(words, operands, secrets)

    assert errand_of(line_of(errand, word=WORD), word=WORD) == errand


def test_whoever_lacks_the_word_is_not_heard() -> None:
    assert errand_of(line_of(SHOW, word="another"), word=WORD) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"message": "come_forward"},
        {"words": "policy"},
        {"operands": [1]},
        {"secrets": None},
        {"words": ["a"] * 9},
        {"word": None},
    ],
)
def test_what_is_no_errand_is_none(changed: dict[str, object]) -> None:
    table = json.loads(line_of(SHOW, word=WORD)) | changed

    assert errand_of(json.dumps(table).encode(), word=WORD) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_an_errand_or_none(line: bytes) -> None:
    assert errand_of(line, word=WORD) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_an_error(line: bytes) -> None:
    with pytest.raises((OSError, AltraBitsError)):
        read_answer(line)


def test_an_error_comes_over_with_its_kind_and_arguments() -> None:
    async def refuse(_errand: OwnerErrand) -> Result:
        raise DecisionNeeded("gate.declined", feature="control")

    line = asyncio.run(answer_of(SHOW, refuse))

    with pytest.raises(DecisionNeeded) as told:
        read_answer(line)
    assert (told.value.code, told.value.arguments) == ("gate.declined", {"feature": "control"})


@pytest.mark.parametrize("kind", ["OSError", "AltraBitsErrorX", "annotations", ""])
def test_an_error_of_no_known_kind_is_a_refusal(kind: str) -> None:
    line = json.dumps({"error": {"kind": kind, "code": "a.b", "arguments": []}}).encode()

    with pytest.raises(Refused):
        read_answer(line)


def test_an_owner_that_says_nothing_is_no_owner(tmp_path: Path) -> None:
    path = tmp_path / "owner.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen(1)

        with pytest.raises(OSError, match="timed out"):
            ask_owner(Endpoint(str(path), WORD), SHOW, limit_s=0.1)


@pytest.mark.parametrize("whose", ["another user's", "open to others", "a link"])
def test_r59_nothing_is_said_to_a_socket_that_another_user_may_have_put_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    folder = tmp_path / "taken"
    folder.mkdir(0o700)
    path = folder / "owner.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen(1)
        listening.settimeout(0)
        if whose == "another user's":
            myself = os.getuid()
            monkeypatch.setattr(os, "getuid", lambda: myself + 1)
        elif whose == "open to others":
            folder.chmod(0o722)
        else:
            (tmp_path / "link").symlink_to(folder)
            path = tmp_path / "link" / "owner.sock"

        with pytest.raises(FileNotFoundError):
            ask_owner(Endpoint(str(path), WORD), SHOW, limit_s=0.1)
        with pytest.raises(BlockingIOError):
            listening.accept()
