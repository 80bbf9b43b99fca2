"""Which policy is in force, and in which language it is read. Pure.

Source: docs/commitments.md C40; exactly one version is in force at any instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from altrabits_desktop.contract.policies import PolicySummary

AnyPolicy = TypeVar("AnyPolicy", bound="PolicySummary")

FALLBACK_LANGUAGE = "en"


def version_in_force(policies: Iterable[PolicySummary], at: datetime) -> str | None:
    """Give the version that holds at an instant; None before the first.

    Of those in effect it is the one that took effect last, then the one published last, then the
    one whose name comes last. A version is as old as its first text: a language that follows
    changes no order.
    """
    first: dict[str, tuple[datetime, datetime, str]] = {}
    for policy in policies:
        order = (policy.effective_at, policy.published_at, policy.version)
        first[policy.version] = min(order, first.get(policy.version, order))
    effective = [order for order in first.values() if order[0] <= at]
    return max(effective)[-1] if effective else None


def saying_which_holds(policies: Iterable[AnyPolicy], at: datetime) -> tuple[AnyPolicy, ...]:
    """Give the same texts, each with whether its version holds at an instant."""
    policies = tuple(policies)
    held = version_in_force(policies, at)
    return tuple(replace(policy, is_in_force=policy.version == held) for policy in policies)


def in_language(policies: Sequence[AnyPolicy], language: str) -> AnyPolicy | None:
    """Give the text of one version for a reader: in their language, else in English, else any.

    Args:
        policies: one version in all its languages.
        language: BCP 47 tag, such as `de-AT`; its first part suffices.
    """
    first = language.lower().split("-")[0]
    for wanted in (language.lower(), first, FALLBACK_LANGUAGE):
        for policy in policies:
            if policy.language.lower() == wanted:
                return policy
    return policies[0] if policies else None
