"""What follows from a session, the policy in force and the latest decision. Pure.

Source: docs/commitments.md C11, C46, C48.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import DecidedHere
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.policies import Policy, Receipt
    from altrabits_desktop.sync.kept_decision import KeptDecision


@dataclass(slots=True)
class Stand:
    """How the person stands; the facts are set by whoever learns them."""

    has_session: bool = False
    policy: Policy | None = None
    """In force as far as is known: the server's, else the one that ships with the program."""
    is_of_server: bool = False
    """Whether the server has said that it is in force."""
    decision: KeptDecision | None = None
    put_off: str = ""
    """The version that the person did not decide about when asked."""
    is_no_doubted: bool = False
    """Whether a sign-in has made it a question who said the no of this computer."""
    decided_before: str = ""
    """The version that the account's latest decision was about, as its server said."""

    def need_nobody(self) -> None:
        """See to it that nobody is signed in: one's yes, and what waits of one, is nobody else's.

        Raises:
            Refused: `account.signed_in`.
        """
        if self.has_session:
            raise Refused("account.signed_in")

    def need_yes(self) -> KeptDecision:
        """Give the yes to the version in force.

        Raises:
            DecisionNeeded: `gate.declined`: a no holds; `gate.decision_needed`: there is neither.
        """
        decided = self.decided
        if decided is None or decided.message.kind is not DecisionKind.ACCEPTED:
            raise DecisionNeeded("gate.declined" if self.is_declined else "gate.decision_needed")
        return decided

    @property
    def decided(self) -> KeptDecision | None:
        """The decision about the version in force; none where its text is another one by now."""
        if self.decision is None or self.policy is None:
            return None
        return self.decision if is_about(self.decision, self.policy) else None

    @property
    def decided_version(self) -> str:
        """The version that the latest decision was about; "" for none."""
        return self.decision.message.version if self.decision else self.decided_before

    @property
    def decided_here(self) -> DecidedHere | None:
        """The decision that no server has recorded, while nobody is signed in."""
        if self.has_session or self.decision is None or self.decision.is_sent:
            return None
        return DecidedHere(self.decision.message, self.decision.decided_at)

    @property
    def kind(self) -> DecisionKind | None:
        """What was decided about the version in force."""
        return self.decided.message.kind if self.decided is not None else None

    @property
    def is_declined(self) -> bool:
        """Whether a no holds.

        Until the server says otherwise, a no to another version holds too: after a no it is not
        asked which version is in force.
        """
        if self.decision is None or self.decision.message.kind is not DecisionKind.DECLINED:
            return False
        return not self.is_of_server or self.decided is not None

    @property
    def standing(self) -> Standing:
        """How the person stands."""
        return standing_of(
            has_session=self.has_session,
            is_accepted=self.kind is DecisionKind.ACCEPTED,
            is_declined=self.is_declined,
        )

    @property
    def is_asked(self) -> bool:
        """Whether the person is to be asked about the policy in force."""
        if self.policy is None or not self.is_of_server:
            return False
        if self.is_no_of_computer:
            return self.is_no_doubted
        return self.decided is None and self.policy.version != self.put_off

    @property
    def is_no_of_computer(self) -> bool:
        """Whether a no holds that was said here while nobody was signed in, beside a session.

        It is not the account's: whoever is signed in now may be somebody else.
        """
        decision = self.decision
        is_unowned = decision is not None and not decision.is_sent and not decision.account_id
        return self.has_session and is_unowned and self.is_declined

    @property
    def unsent(self) -> KeptDecision | None:
        """The decision of the account that its server has not recorded yet."""
        decision = self.decision
        if not self.has_session or decision is None or decision.is_sent:
            return None
        return decision if decision.account_id else None


def is_about(decision: KeptDecision, policy: Policy) -> bool:
    """Tell whether a decision is about a version, and not about another text under its name."""
    message = decision.message
    if message.version != policy.version:
        return False
    # Of a text in another language nothing can be said; how its tag is spelled makes it none.
    is_other_language = message.language.lower() != policy.language.lower()
    return is_other_language or message.fingerprint == policy.fingerprint


def latest_about(receipts: Sequence[Receipt], version: str) -> Receipt | None:
    """Give the latest decision about a version."""
    return next((each for each in reversed(receipts) if each.version == version), None)
