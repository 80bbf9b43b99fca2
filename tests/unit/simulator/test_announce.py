"""The messages of a Harmony streamer."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.simulator.announce import (
    MOST_BYTES,
    TICK_S,
    is_request,
    malformed_replies,
    phase_s,
    reply,
    until_tick_s,
)
from altrabits_desktop.simulator.persona import persona

FIRESIDE = persona(2, order=0)


@pytest.mark.parametrize(
    ("datagram", "is_one"),
    [(b"D", True), (b"Discovery: Who", True), (b"d", False), (b"", False), (b"\x02D", False)],
)
def test_request_is_known_by_its_first_byte(datagram: bytes, *, is_one: bool) -> None:
    assert is_request(datagram) is is_one


def test_reply_has_the_fields_of_the_harmony_stack_and_then_the_json() -> None:
    said = reply(FIRESIDE, address="192.168.1.50", control_port=8080)

    assert said == (
        b"\x02\x00\x04\xa3\x00\x00\x02\r\n"
        b"\x03GMAC\r\n"
        b"\x04COBALT-000002  \r\n"
        b"\x05\xc0\xa8\x01\x32\r\n"
        b"\r\n"
        b'{"PN":"Cobalt S1","ID":"53d3e878-2da3-5e45-8d0a-34f5b75cbe69",'
        b'"NM":"Fireside","CP":8080,"RM":"Living room"}'
    )


def test_firmware_of_today_says_its_product_alone() -> None:
    said = reply(FIRESIDE, address="127.0.0.2", control_port=None)

    assert said.endswith(b'\r\n\r\n{"PN":"Cobalt S1"}')


def test_reply_that_is_too_long_is_truncated_and_says_so() -> None:
    talkative = replace(FIRESIDE, name="\N{SNOWMAN}" * 200)

    said = reply(talkative, address="127.0.0.2", control_port=80)

    assert said.startswith(b"\x01\r\n\x02")
    assert said.endswith(b"\x05\x7f\x00\x00\x02\r\n")


@given(st.integers(0, 2**24 - 1), st.integers(0, 1000), st.text(min_size=1, max_size=64))
def test_reply_fits_into_the_buffer_of_the_stack(number: int, order: int, name: str) -> None:
    who = persona(number, order=order, name=name.encode(errors="ignore").decode() or None)

    assert len(reply(who, address="10.0.0.1", control_port=65535)) <= MOST_BYTES


@given(st.floats(0, 1e6), st.integers(0, 1000))
def test_next_tick_is_never_further_than_one_tick(now_s: float, order: int) -> None:
    assert 0 < until_tick_s(now_s, phase_s=phase_s(order)) <= TICK_S


def test_ticks_of_250_streamers_are_spread() -> None:
    phases = sorted(phase_s(order) for order in range(250))

    assert max(b - a for a, b in pairwise(phases)) < 2 * TICK_S / 100


def test_malformed_replies_are_all_different_and_one_is_over_long() -> None:
    said = malformed_replies(FIRESIDE, address="127.0.0.2")

    assert len(set(said)) == len(said)
    assert max(map(len, said)) > 1472
