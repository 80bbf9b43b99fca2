from __future__ import annotations

import asyncio
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES, HEADER_BYTES
from altrabits_desktop.streamers.events.pieces import PIECES_MOST, read_pieces


def in_pieces(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


async def read(said: bytes) -> bytes:
    reader = asyncio.StreamReader(limit=HEADER_BYTES)
    reader.feed_data(said)
    reader.feed_eof()
    return await read_pieces(reader)


async def test_pieces_are_one_notice() -> None:
    assert await read(in_pieces(b"<one", b"/>")) == b"<one/>"


async def test_an_extension_means_nothing() -> None:
    assert await read(b'06;quality="low"\r\n<one/>\r\n0\r\n\r\n') == b"<one/>"


async def test_r7_takes_as_much_as_in_one() -> None:
    half = b"x" * (EVENT_BYTES // 2)

    assert len(await read(in_pieces(half, half))) == EVENT_BYTES


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(in_pieces(*[b"x" * (EVENT_BYTES // 2)] * 2, b"x"), id="too much"),
        pytest.param(b"%x\r\n" % (EVENT_BYTES + 1), id="too much is announced"),
        pytest.param(in_pieces(*[b"x"] * PIECES_MOST), id="too many"),
        pytest.param(b"fffffffff\r\n", id="a size beyond all"),
        pytest.param(b"-1\r\nx\r\n0\r\n\r\n", id="a sign"),
        pytest.param(b"0x1\r\nx\r\n0\r\n\r\n", id="a prefix"),
        pytest.param(b"1\nx\n0\n\n", id="other line ends"),
        pytest.param(b" 1\r\nx\r\n0\r\n\r\n", id="a space before"),
        pytest.param(b"1;" + b"x" * 200 + b"\r\nx\r\n0\r\n\r\n", id="a long extension"),
        pytest.param(b"1\r\nxyz\r\n0\r\n\r\n", id="longer than it says"),
        pytest.param(b"0\r\nX-Later: 1\r\n\r\n", id="fields after it"),
        pytest.param(b"1\r\nx\r\n0\r\n", id="without its end"),
        pytest.param(b"1" * (HEADER_BYTES + 2), id="a line without an end"),
    ],
)
async def test_r7_whatever_is_not_exactly_a_notice_in_pieces_is_refused(said: bytes) -> None:
    with pytest.raises((MalformedAnswer, EOFError, asyncio.LimitOverrunError)):
        await read(said)


@given(st.lists(st.binary(min_size=1, max_size=300), max_size=20))
def test_what_was_cut_anyhow_is_whole_again(pieces: list[bytes]) -> None:
    assert asyncio.run(read(in_pieces(*pieces))) == b"".join(pieces)


@given(st.binary(max_size=60) | st.binary(max_size=20).map(lambda more: b"3\r\nabc\r\n" + more))
def test_r7_nothing_else_is_ever_raised(said: bytes) -> None:
    content = b""
    with contextlib.suppress(MalformedAnswer, EOFError, asyncio.LimitOverrunError):
        content = asyncio.run(read(said))

    assert len(content) <= len(said)
