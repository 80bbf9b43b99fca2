"""The latest decision about a policy as this computer keeps it, with an account or without one.

A no must hold at once, also while the server is away and after a restart; a yes without an account
goes along when one is created. It says nothing about the person.

Source: docs/commitments.md C45, C48.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.policies import DecisionMessage

if TYPE_CHECKING:
    from altrabits_desktop.contract.policies import DecisionKind, Policy, Receipt
    from altrabits_desktop.sync.replica import Replica

DECISION = "decision"
"""Name of the fact."""


class KeptDecision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision, and whether the server has recorded it."""

    message: DecisionMessage
    decided_at: datetime
    key: str
    """The same at every try to send it, so that it is recorded once."""
    is_sent: bool = False
    account_id: str = ""
    """Of the account that was signed in when it was made here; empty where none was."""


def message_of(
    policy: Policy, kind: DecisionKind, *, shown_at: datetime, wording: str
) -> DecisionMessage:
    """Give what tells the server of a decision about a text that was shown."""
    return DecisionMessage(
        version=policy.version,
        language=policy.language,
        fingerprint=policy.fingerprint,
        kind=kind,
        shown_at=shown_at,
        wording=wording,
    )


def recorded_decision(receipt: Receipt) -> KeptDecision:
    """Give what a receipt says, as it is kept here."""
    message = DecisionMessage(
        version=receipt.version,
        language=receipt.language,
        fingerprint=receipt.fingerprint,
        kind=receipt.kind,
        shown_at=receipt.shown_at,
        wording=receipt.wording,
    )
    return KeptDecision(
        message=message, decided_at=receipt.decided_at, key=receipt.digest, is_sent=True
    )


async def kept_decision(replica: Replica) -> KeptDecision | None:
    """Give the decision that is kept; None for none, and for one that cannot be read."""
    content = await replica.fact(DECISION)
    try:
        return msgspec.json.decode(content, type=KeptDecision) if content else None
    except msgspec.MsgspecError:
        return None


async def keep_decision(replica: Replica, decision: KeptDecision | None) -> None:
    """Keep a decision in place of the one before; None drops it.

    Raises:
        StoreUnusable: it could not be kept.
    """
    for name, content in fact_of(decision).items():
        await replica.keep_fact(name, content)


def fact_of(decision: KeptDecision | None) -> dict[str, str]:
    """Give the fact that keeps a decision, or says that there is none. Pure."""
    content = msgspec.json.encode(decision).decode() if decision is not None else ""
    return {DECISION: content}
