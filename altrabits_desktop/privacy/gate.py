"""Who may do what: one rule for the app and the server. Pure.

Source: docs/commitments.md C8 to C11, C46 to C48.
"""

from __future__ import annotations

from enum import StrEnum

from altrabits_desktop.contract.features import CATALOGUE, Feature, Need


class Standing(StrEnum):
    """How a person stands to the service."""

    ANONYMOUS = "anonymous"
    """No account is in use, and nothing has been declined."""
    LIMITED = "limited"
    """Signed in; a decision about the policy in force is due."""
    SIGNED_IN = "signed_in"
    """Signed in, and the policy in force is accepted."""
    DECLINED = "declined"
    """The policy in force is declined, with or without an account."""


class Closed(StrEnum):
    """Why a feature is closed: the code of its sentence."""

    SIGN_IN_NEEDED = "gate.sign_in_needed"
    DECISION_NEEDED = "gate.decision_needed"
    DECLINED = "gate.declined"


def standing_of(*, has_session: bool, is_accepted: bool, is_declined: bool) -> Standing:
    """Give how a person stands.

    Args:
        has_session: whether somebody is signed in.
        is_accepted: whether the latest decision about the version in force is a yes.
        is_declined: whether it is a no. Both false: no decision yet.
    """
    if is_declined:
        return Standing.DECLINED
    if not has_session:
        return Standing.ANONYMOUS
    return Standing.SIGNED_IN if is_accepted else Standing.LIMITED


def closed_by(
    feature: Feature, *, standing: Standing, has_session: bool, is_demo: bool = False
) -> Closed | None:
    """Give why a feature is closed, or None where it is open.

    Args:
        feature: what is wanted.
        standing: how the person stands.
        has_session: tells a declined person with an account from one without.
        is_demo: whether it is wanted for a streamer whose origin is the demo's own listener.
    """
    need = CATALOGUE[feature].need
    is_for_demo = is_demo and feature in {Feature.CONTROL, Feature.OWN_STREAMERS}
    if need is Need.NOTHING or is_for_demo:
        return None
    if need is Need.SESSION:
        return None if has_session else Closed.SIGN_IN_NEEDED
    match standing:
        case Standing.SIGNED_IN:
            return None
        case Standing.DECLINED:
            return Closed.DECLINED
        case Standing.LIMITED:
            return Closed.DECISION_NEEDED
        case _:
            return Closed.SIGN_IN_NEEDED
