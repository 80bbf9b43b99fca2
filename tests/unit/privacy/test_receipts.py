from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from altrabits_desktop.contract.policies import DecisionKind, Receipt
from altrabits_desktop.privacy.receipts import FIRST, digest_of, first_broken

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def chain(length: int) -> list[Receipt]:
    receipts: list[Receipt] = []
    before = FIRST
    for number in range(1, length + 1):
        receipt = Receipt(
            number=number,
            version="1.0",
            language="en",
            fingerprint="ab" * 32,
            kind=DecisionKind.ACCEPTED if number % 2 else DecisionKind.DECLINED,
            shown_at=AT,
            decided_at=AT + timedelta(minutes=number),
            wording="Accept",
            before=before,
            digest="",
        )
        receipt = replace(receipt, digest=digest_of(receipt))
        before = receipt.digest
        receipts.append(receipt)
    return receipts


def test_a_whole_chain_is_whole() -> None:
    assert first_broken(chain(20)) is None
    assert first_broken([]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"number": 9},
        {"version": "1.1"},
        {"language": "de"},
        {"fingerprint": "cd" * 32},
        {"kind": DecisionKind.DECLINED},
        {"shown_at": AT + timedelta(microseconds=1)},
        {"decided_at": AT},
        {"wording": "Agree"},
        {"before": "1" * 64},
        {"digest": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_r45_any_changed_field_breaks_the_chain_there(change: dict[str, object]) -> None:
    receipts = chain(5)
    receipts[2] = replace(receipts[2], **change)

    assert first_broken(receipts) == 2


@given(st.integers(0, 8))
def test_r45_a_removed_receipt_is_noticed(place: int) -> None:
    receipts = chain(10)
    del receipts[place]

    assert first_broken(receipts) == place


@given(st.integers(0, 9), st.integers(0, 9))
def test_r45_a_swap_is_noticed(one: int, other: int) -> None:
    receipts = chain(10)
    receipts[one], receipts[other] = receipts[other], receipts[one]

    assert first_broken(receipts) == (None if one == other else min(one, other))


def test_fields_do_not_flow_into_each_other() -> None:
    one, other = chain(2)

    assert digest_of(replace(one, version="1", language="0en")) != digest_of(
        replace(one, version="10", language="en")
    )
    assert one.digest != other.digest
