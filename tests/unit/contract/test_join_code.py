"""Codes of households, and the proofs of both sides."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.contract import claim_code, join_code
from altrabits_desktop.contract.claim_code import SECRET_BYTES, Parties
from altrabits_desktop.contract.curve import POINT_BYTES
from altrabits_desktop.contract.join_code import Ends, JoinProofs, begin, proofs

COMPUTER, SERVER, STRANGER, OTHER = ("aa" * 32, "bb" * 32, "cc" * 32, "dd" * 32)
TRUE = Ends(computer=COMPUTER, server=SERVER)
CODES = st.from_regex(r"[0-9]{6}", fullmatch=True)
PRINTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def exchanged(
    typed: str, shown: str, *, computer_sees: Ends = TRUE, server_sees: Ends = TRUE
) -> tuple[JoinProofs | None, JoinProofs | None]:
    """Run one exchange; give what each side expects."""
    computer = begin(typed, random=secrets.token_bytes(SECRET_BYTES), is_computer=True)
    server = begin(shown, random=secrets.token_bytes(SECRET_BYTES), is_computer=False)
    return (
        proofs(computer, server.share, computer_sees),
        proofs(server, computer.share, server_sees),
    )


def are_agreed(found: tuple[JoinProofs | None, JoinProofs | None]) -> bool:
    one, other = found
    assert one is not None
    assert other is not None
    return claim_code.is_same(one.of_computer, other.of_computer) or claim_code.is_same(
        one.of_server, other.of_server
    )


@given(CODES, PRINTS, PRINTS)
@settings(max_examples=25)
def test_r26_the_same_code_and_certificates_agree(code: str, computer: str, server: str) -> None:
    ends = Ends(computer=computer, server=server)

    assert are_agreed(exchanged(code, code, computer_sees=ends, server_sees=ends))


@given(CODES, CODES)
@settings(max_examples=25)
def test_r26_another_code_never_agrees(typed: str, shown: str) -> None:
    assert are_agreed(exchanged(typed, shown)) == (typed == shown)


@pytest.mark.uncounted
@pytest.mark.parametrize("number", range(100))
def test_r26_relayed_between_two_strangers_0_of_100_agree(number: int) -> None:
    # Whoever stands between shows certificates of their own; the code is the right one.
    code = f"{number:06}"
    kept = number % 3
    seen = Ends(computer=COMPUTER, server=STRANGER)
    other = Ends(computer=COMPUTER if kept == 0 else OTHER, server=SERVER)

    assert not are_agreed(exchanged(code, code, computer_sees=seen, server_sees=other))


@given(PRINTS)
@settings(max_examples=25)
def test_r26_neither_end_can_be_exchanged_alone(foreign: str) -> None:
    for seen in (TRUE._replace(computer=foreign), TRUE._replace(server=foreign)):
        assert are_agreed(exchanged("123456", "123456", computer_sees=seen)) == (seen == TRUE)


@given(st.binary(max_size=2 * POINT_BYTES))
def test_a_share_that_is_no_point_gives_no_proof(share: bytes) -> None:
    side = begin("123456", random=secrets.token_bytes(SECRET_BYTES), is_computer=False)

    assert proofs(side, share, TRUE) is None


def test_r26_what_was_proved_once_is_no_proof_of_another_exchange() -> None:
    first, _ = exchanged("123456", "123456")
    again, _ = exchanged("123456", "123456")

    assert first is not None
    assert again is not None
    assert first.of_computer != again.of_computer


def test_a_proof_of_a_claim_is_none_of_a_household() -> None:
    # The same code and names, under the label of the other protocol.
    random = secrets.token_bytes(SECRET_BYTES)
    ours = join_code.begin("123456", random=random, is_computer=True)
    claim = claim_code.begin("123456", claim_id="", random=random, is_client=True)
    server = begin("123456", random=secrets.token_bytes(SECRET_BYTES), is_computer=False)
    parties = Parties(bytes.fromhex(COMPUTER), bytes.fromhex(SERVER))

    found, claimed = (
        proofs(ours, server.share, TRUE),
        claim_code.proofs(claim, server.share, parties),
    )

    assert ours.share != claim.share
    assert found is not None
    assert claimed is not None
    assert found.of_computer != claimed.of_client
