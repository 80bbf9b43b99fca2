"""The chain of decisions: what is in a receipt's digest, and whether a chain is whole. Pure.

Source: docs/security-requirements.md R45; docs/commitments.md C50.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.policies import Receipt

FIRST = "0" * 64
"""What the first receipt names as the digest before it."""


def digest_of(receipt: Receipt) -> str:
    """Give the SHA-256 over every other field of a receipt, in hexadecimal digits.

    Each field is written with its length before it, so that no two receipts read the same.
    """
    fields = (
        str(receipt.number),
        receipt.version,
        receipt.language,
        receipt.fingerprint,
        receipt.kind.value,
        _instant(receipt.shown_at),
        _instant(receipt.decided_at),
        receipt.wording,
        receipt.before,
    )
    whole = hashlib.sha256()
    for field in fields:
        content = field.encode()
        whole.update(b"%d:" % len(content) + content)
    return whole.hexdigest()


def first_broken(receipts: Sequence[Receipt]) -> int | None:
    """Give the place (from 0) of the first receipt that does not fit, or None for a whole chain.

    A cut at the end shows only beside the newest digest that the other side holds.
    """
    before = FIRST
    for place, receipt in enumerate(receipts):
        is_whole = (
            receipt.number == place + 1
            and receipt.before == before
            and receipt.digest == digest_of(receipt)
        )
        if not is_whole:
            return place
        before = receipt.digest
    return None


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
