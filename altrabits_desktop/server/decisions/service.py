"""Decisions about policies: appended to a chain, to exactly the text that was shown.

Source: docs/commitments.md C45 to C48, C50; docs/security-requirements.md R45, R46.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from altrabits_desktop.contract.change_feed import Noun
from altrabits_desktop.contract.policies import DecisionKind, Receipt, Receipts
from altrabits_desktop.privacy.receipts import FIRST, digest_of
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.server.feed import record_change
from altrabits_desktop.server.policies.service import version_in_force_at
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.contract.ids import AccountId
    from altrabits_desktop.contract.policies import DecisionMessage
    from altrabits_desktop.server.store.store import Reading, Value, Writing

CLOCKS_DIFFER = timedelta(hours=24)
"""A text that was shown later than this from now was shown by a clock that is plainly wrong."""
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""No text of ours was shown before this; instants near the first year cannot even be kept."""
_TEXT = "SELECT fingerprint FROM policies WHERE version = :version AND language = :language"
_CHAIN = "SELECT * FROM decisions WHERE account_id = :account_id ORDER BY number"
_LAST = "SELECT * FROM decisions WHERE account_id = :account_id ORDER BY number DESC LIMIT 1"
_ONE = "SELECT * FROM decisions WHERE account_id = :account_id AND number = :number"
_APPEND = """
INSERT INTO decisions VALUES (:account_id, :number, :version, :language, :fingerprint, :kind,
  :shown_at, :decided_at, :wording, :digest_before, :digest)
"""


def decide(
    writing: Writing, account_id: AccountId, message: DecisionMessage, *, now: datetime
) -> Receipt:
    """Append a decision about the version in force.

    Raises:
        Problem: `policy.unknown`, `policy.outdated` with the version that holds,
            `policy.text_differs`, or `decision.shown_at_malformed`.
    """
    check(writing, message, now=now)
    last = writing.row(_LAST, account_id=account_id)
    before = _receipt(last) if last else None
    receipt = Receipt(
        number=before.number + 1 if before else 1,
        version=message.version,
        language=message.language,
        fingerprint=message.fingerprint,
        kind=message.kind,
        shown_at=_whole(message.shown_at),
        decided_at=now,
        wording=message.wording,
        before=before.digest if before else FIRST,
        digest="",
    )
    receipt = replace(receipt, digest=digest_of(receipt))
    _append(writing, account_id, receipt)
    record_change(writing, account_id, noun=Noun.DECISION, object_id=str(receipt.number))
    return receipt


def check(reading: Reading, message: DecisionMessage, *, now: datetime) -> None:
    """See to it that a decision is about the text in force, as it was published; see `decide`."""
    shown_at = message.shown_at
    if shown_at.tzinfo is None or not EARLIEST <= shown_at <= now + CLOCKS_DIFFER:
        raise Problem("decision.shown_at_malformed")
    row = reading.row(_TEXT, version=message.version, language=message.language)
    if row is None:
        raise Problem("policy.unknown")
    held = version_in_force_at(reading, now) or ""
    if message.version != held:
        raise Problem("policy.outdated", version=held)
    if row["fingerprint"] != message.fingerprint:
        raise Problem("policy.text_differs", version=held)


def receipts_of(reading: Reading, account_id: AccountId) -> Receipts:
    """Give all decisions of an account, the first one first."""
    rows = reading.rows(_CHAIN, account_id=account_id)
    return Receipts(receipts=tuple(_receipt(row) for row in rows))


def receipt_of(reading: Reading, account_id: AccountId, number: str) -> Receipt | None:
    """Give one decision."""
    row = reading.row(_ONE, account_id=account_id, number=int(number))
    return _receipt(row) if row else None


def _append(writing: Writing, account_id: AccountId, receipt: Receipt) -> None:
    writing.run(
        _APPEND,
        account_id=account_id,
        number=receipt.number,
        version=receipt.version,
        language=receipt.language,
        fingerprint=receipt.fingerprint,
        kind=receipt.kind.value,
        shown_at=as_number(receipt.shown_at),
        decided_at=as_number(receipt.decided_at),
        wording=receipt.wording,
        digest_before=receipt.before,
        digest=receipt.digest,
    )


def _receipt(row: Mapping[str, Value]) -> Receipt:
    number = row["number"]
    return Receipt(
        number=number if isinstance(number, int) else 0,
        version=str(row["version"]),
        language=str(row["language"]),
        fingerprint=str(row["fingerprint"]),
        kind=DecisionKind(str(row["kind"])),
        shown_at=as_instant(row["shown_at"]),
        decided_at=as_instant(row["decided_at"]),
        wording=str(row["wording"]),
        before=str(row["digest_before"]),
        digest=str(row["digest"]),
    )


def _whole(at: datetime) -> datetime:
    # In UTC, as it will be read back: the digest is over the text of the instant.
    return as_instant(as_number(at))
