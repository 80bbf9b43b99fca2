"""What the person has decided: kept here, recorded by the account's server, and which one holds.

A no is never replaced by a yes that is older than it, whoever keeps that; a yes that the account's
server has not recorded is none.

Source: docs/commitments.md C46, C48.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.home import Already
from altrabits_desktop.actions.stand import is_about, latest_about
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.policies import DecisionKind, Receipt
from altrabits_desktop.sync.kept_decision import recorded_decision

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.actions.contact import Contact
    from altrabits_desktop.actions.records import Records
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.sync.kept_decision import KeptDecision

NEVER_RECORDED = frozenset(
    {"policy.outdated", "policy.text_differs", "policy.unknown", "decision.shown_at_malformed"}
)
"""What a server says of a decision that it will record at no later try either."""


class Decisions:
    """One a membership; belongs to its loop.

    Args:
        records: what this computer keeps.
        contact: the way to the server.
        receipts: asks it for those of the account.
        changed: told when another decision holds.
    """

    def __init__(
        self,
        records: Records,
        contact: Contact,
        *,
        receipts: Callable[[], Awaitable[tuple[Receipt, ...]]],
        changed: Callable[[], None],
    ) -> None:
        self._records, self._stand = records, records.stand
        self._contact = contact
        self._receipts = receipts
        self._changed = changed
        self._taking, self._sending = asyncio.Lock(), asyncio.Lock()
        self._turns = self._taken = 0
        """How many were asked for, and which of them was kept last, or found to hold already."""
        self._settled: KeptDecision | None = None
        """What held before any yes that is on its way."""

    async def take(self, made: KeptDecision, policy: Policy) -> Already | None:
        """Let a decision hold here, or give the same one that holds already.

        What is kept is asked of the server once more where it has recorded it, as the account may
        have decided otherwise on another computer. A no of the account that its server has not
        recorded yet is recorded before a yes takes its place. A yes that a no has overtaken
        meanwhile is not kept.

        Raises:
            AltraBitsError: that no could not be sent: it goes on holding, and waits.
            DecisionNeeded: it is a yes of somebody who has left meanwhile.
        """
        self._turns += 1
        turn, doubted, unwanted = self._turns, None, None
        while True:
            async with self._taking:
                first = self._first_to_send(made)
                same = self._same_as(made, policy)
                if (first is None or first is unwanted) and (same is None or same is doubted):
                    await self._keep(made, turn)
                    return None
            if same is None or same is doubted:
                unwanted = await self._send_first(first)
                if self._taken > turn:
                    return None
                continue
            already: Already | None = None
            if self._is_pending(same):
                await self.send()
            else:
                already = await self._already(same, policy)
            if self._taken > turn:
                # What was said later holds, not what was asked for again before.
                return Already(decided_at=same.decided_at)
            if already is not None and self._stand.decision is same:
                self._taken = turn
                return already
            doubted = same

    def _first_to_send(self, made: KeptDecision) -> KeptDecision | None:
        """Give the no that a yes would take the place of before any server has recorded it."""
        is_yes = made.message.kind is DecisionKind.ACCEPTED
        return unrecorded_no(self._stand.unsent) if is_yes else None

    async def _send_first(self, no: KeptDecision | None) -> KeptDecision | None:
        """Have a no recorded; give it where its server never will."""
        try:
            await self.send()
        except Refused as error:
            if error.code not in NEVER_RECORDED:
                raise
            return no
        return None

    async def _keep(self, made: KeptDecision, turn: int) -> None:
        if made.account_id != self._records.account_id:
            # Its person has left meanwhile: a yes is nobody else's, and a no is this computer's,
            # about which whoever is here now is asked.
            if made.message.kind is DecisionKind.ACCEPTED:
                raise DecisionNeeded("gate.decision_needed")
            made = msgspec.structs.replace(made, account_id="")
            self._stand.is_no_doubted = self._stand.has_session
        if not self._is_pending(self._stand.decision):
            self._settled = self._stand.decision
        self._taken = turn
        await self._records.keep_decision(made)
        self._changed()

    async def record(self, made: KeptDecision) -> None:
        """Have the account's server record what was taken; a no waits where there is no way to it.

        Raises:
            AltraBitsError: it did not: a yes is none then, so what held before it holds again.
        """
        is_yes = made.message.kind is DecisionKind.ACCEPTED
        try:
            await self.send()
        except AltraBitsError as error:
            if is_yes:
                await self.replace(made, self._settled)
            if is_yes or not isinstance(error, NotReachable):
                raise

    async def replace(self, former: KeptDecision | None, decision: KeptDecision | None) -> None:
        """Let a decision hold in place of a former one; what was decided meanwhile stays."""
        await self._records.replace_decision(former, decision)
        self._changed()

    async def send(self) -> None:
        """Have the account's server record what it has not recorded yet."""
        if self._stand.unsent is None:
            return
        await self._contact.be_there()
        # One after the other: what was decided last is to be what the server hears last.
        async with self._sending:
            unsent = self._stand.unsent
            if unsent is not None:
                body, sent = unsent.message, msgspec.structs.replace(unsent, is_sent=True)
                await self._contact.ask("decisions.make", Receipt, body=body, key=unsent.key)
                await self.replace(unsent, sent)

    async def follow_account(self, version: str) -> None:
        """Let the account's own decision about a version hold here, if none was made meanwhile.

        A no of this computer gives way to nothing but a no.
        """
        before, account_id = self._stand.decision, self._records.account_id
        receipts = await self._receipts()
        if self._records.account_id != account_id:
            # The answer was late: whoever it is about has signed out meanwhile.
            return
        self._stand.decided_before = receipts[-1].version if receipts else ""
        receipt = latest_about(receipts, version)
        is_no = receipt is not None and receipt.kind is DecisionKind.DECLINED
        if is_no or not self._stand.is_no_of_computer:
            await self.replace(before, recorded_decision(receipt) if receipt else None)

    def no_of_nobody(self) -> KeptDecision | None:
        """Give the no that no server has recorded, without a word of whose it was; None for none.

        Whose it was goes with an account that leaves; that it was said holds.
        """
        no = unrecorded_no(self._stand.decision)
        return msgspec.structs.replace(no, account_id="") if no is not None else None

    async def enter_account(self, before: KeptDecision | None, account_id: str) -> None:
        """Let no more hold of what was decided before a sign-in than a no that nobody recorded.

        Args:
            before: what held.
            account_id: whose session has begun.
        """
        is_another = before is not None and before.account_id not in {"", account_id}
        await self.replace(before, None if is_another else unrecorded_no(before))

    def _same_as(self, made: KeptDecision, policy: Policy) -> KeptDecision | None:
        decision = self._stand.decision
        if decision is None or self._stand.is_no_of_computer or not is_about(decision, policy):
            return None
        return decision if decision.message.kind is made.message.kind else None

    def _is_pending(self, decision: KeptDecision | None) -> bool:
        """Tell whether it is a yes that the account's server has not recorded."""
        if decision is None or decision is not self._stand.unsent:
            return False
        return decision.message.kind is DecisionKind.ACCEPTED

    async def _already(self, same: KeptDecision, policy: Policy) -> Already | None:
        """Give what the account says of it; None where that is something else by now."""
        kept = Already(decided_at=same.decided_at)
        if not self._stand.has_session or not same.is_sent:
            return kept
        try:
            receipt = latest_about(await self._receipts(), policy.version)
        except NotReachable:
            return kept
        if receipt is None or receipt.kind is not same.message.kind:
            return None
        return Already(decided_at=receipt.decided_at, number=receipt.number)


def unrecorded_no(decision: KeptDecision | None) -> KeptDecision | None:
    """Give a decision where it is a no that no server has recorded. Pure."""
    is_no = decision is not None and decision.message.kind is DecisionKind.DECLINED
    return decision if decision is not None and is_no and not decision.is_sent else None
