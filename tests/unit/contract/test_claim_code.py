"""Codes of claims, and the proofs of both sides."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.contract.claim_code import (
    CODE_DIGITS,
    SECRET_BYTES,
    Parties,
    Proofs,
    begin,
    begin_with,
    is_same,
    new_code,
    parties_of,
    proofs,
    read_code,
)
from altrabits_desktop.contract.curve import POINT_BYTES

CLAIM = "0123456789abcdef0123456789abcdef"
OURS = "aa" * 32
THEIRS = "bb" * 32


def exchanged(
    client_code: str, streamer_code: str, *, seen: str = OURS, shown: str = OURS
) -> tuple[Proofs | None, Proofs | None]:
    """Run one exchange; give what each side expects."""
    client = begin(
        client_code, claim_id=CLAIM, random=secrets.token_bytes(SECRET_BYTES), is_client=True
    )
    streamer = begin(
        streamer_code, claim_id=CLAIM, random=secrets.token_bytes(SECRET_BYTES), is_client=False
    )
    return (
        proofs(client, streamer.share, parties_of(claim_id=CLAIM, fingerprint=seen)),
        proofs(streamer, client.share, parties_of(claim_id=CLAIM, fingerprint=shown)),
    )


def test_numbers_of_the_rfc_come_out() -> None:
    # RFC 9382, appendix B, the first vector of P-256.
    password = 0x2EE57912099D31560B3A44B1184B9B4866E904C49D12AC5042C97DCA461B1A5F
    one = begin_with(
        password=password,
        secret=0x43DD0FD7215BDCB482879FCA3220C6A968E66D70B1356CAC18BB26C84A78D729,
        is_client=True,
    )
    other = begin_with(
        password=password,
        secret=0xDCB60106F276B02606D8EF0A328C02E4B629F84F89786AF5BEFB0BC75B6E66BE,
        is_client=False,
    )
    parties = Parties(b"server", b"client")

    proved = proofs(one, other.share, parties)

    assert one.share.hex() == (
        "04a56fa807caaa53a4d28dbb9853b9815c61a411118a6fe516a8798434751470f9"
        "010153ac33d0d5f2047ffdb1a3e42c9b4e6be662766e1eeb4116988ede5f912c"
    )
    assert other.share.hex() == (
        "0406557e482bd03097ad0cbaa5df82115460d951e3451962f1eaf4367a420676d0"
        "9857ccbc522686c83d1852abfa8ed6e4a1155cf8f1543ceca528afb591a1e0b7"
    )
    assert proved == proofs(other, one.share, parties)
    assert proved is not None
    assert proved.of_client.hex() == (
        "58ad4aa88e0b60d5061eb6b5dd93e80d9c4f00d127c65b3b35b1b5281fee38f0"
    )
    assert proved.of_streamer.hex() == (
        "d3e2e547f1ae04f2dbdbf0fc4b79f8ecff2dff314b5d32fe9fcef2fb26dc459b"
    )


def test_both_sides_prove_the_same_code_and_certificate() -> None:
    client, streamer = exchanged("123456", "123456")

    assert client is not None
    assert streamer is not None
    assert is_same(client.of_client, streamer.of_client)
    assert is_same(client.of_streamer, streamer.of_streamer)
    assert not is_same(client.of_client, client.of_streamer)


def test_wrong_code_proves_nothing() -> None:
    client, streamer = exchanged("123456", "123457")

    assert client is not None
    assert streamer is not None
    assert not is_same(client.of_streamer, streamer.of_streamer)
    assert not is_same(client.of_client, streamer.of_client)


@pytest.mark.uncounted
@pytest.mark.parametrize("number", range(100))
def test_r5_relay_with_another_certificate_proves_nothing_100_of_100(number: int) -> None:
    code = f"{number * 9973:06}"

    client, streamer = exchanged(code, code, seen=THEIRS, shown=OURS)

    assert client is not None
    assert streamer is not None
    assert client.of_client != streamer.of_client
    assert client.of_streamer != streamer.of_streamer


@pytest.mark.parametrize("share", [b"", bytes(POINT_BYTES), b"\x04" + b"\x01" * 64])
def test_share_that_is_no_point_gives_no_proof(share: bytes) -> None:
    side = begin("123456", claim_id=CLAIM, random=b"\x07" * SECRET_BYTES, is_client=False)

    assert proofs(side, share, parties_of(claim_id=CLAIM, fingerprint=OURS)) is None


def test_share_that_cancels_out_gives_no_proof() -> None:
    side = begin_with(password=9, secret=7, is_client=False)
    blind_alone = begin_with(password=9, secret=0, is_client=True).share

    assert proofs(side, blind_alone, Parties(b"", b"")) is None


def test_side_without_any_number_has_no_share() -> None:
    assert begin_with(password=0, secret=0, is_client=True).share == b""


def test_secrets_stand_in_no_text() -> None:
    assert "7" not in repr(begin_with(password=7, secret=7, is_client=True)).partition(" at ")[0]


@given(st.binary(min_size=8, max_size=8))
def test_a_code_is_six_digits_that_are_read_back(random: bytes) -> None:
    code = new_code(random)

    assert len(code) == CODE_DIGITS
    assert code.isascii()
    assert read_code(f" {code[:3]} {code[3:]} ") == code
    assert read_code(f"{code[:2]}-{code[2:]}") == code


@given(st.text(max_size=12))
def test_any_words_are_a_code_or_none(typed: str) -> None:
    code = read_code(typed)

    assert code is None or (len(code) == CODE_DIGITS and code.isascii() and code.isdigit())


@settings(max_examples=15)
@given(st.integers(0, 999_999), st.integers(0, 999_999))
def test_only_equal_codes_prove_equal_things(one: int, other: int) -> None:
    client, streamer = exchanged(f"{one:06}", f"{other:06}")

    assert (client == streamer) == (one == other)
