"""What a version of the policy changes for somebody who knows an earlier one.

Source: docs/commitments.md C42.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.privacy.policy_difference import difference_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from altrabits_desktop.actions.home import Home
    from altrabits_desktop.contract.policies import Policy, PolicySummary
    from altrabits_desktop.privacy.policy_difference import Difference

beside = asyncio.to_thread
"""Compares off the loop: it takes longer than the window may stand still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """Two versions, and what is another in the later one."""

    before: Policy
    after: Policy
    difference: Difference
    is_decided: bool = False
    """Whether the person decided about the version before."""


async def change_since(home: Home, policy: Policy) -> PolicyChange | None:
    """Give what a version changes against the one decided about last, or the one before it.

    None where there is none before it.

    Args:
        home: whose decisions count.
        policy: the version.

    Raises:
        AltraBitsError: what asking the home raises; `policy.language_missing`.
    """
    before, is_decided = await version_before(home, policy)
    if not before:
        return None
    return await change_between(await home.version(before), policy, is_decided=is_decided)


async def version_before(home: Home, policy: PolicySummary) -> tuple[str, bool]:
    """Give what `change_since` compares with, and whether it was decided about; "" for nothing.

    Raises:
        AltraBitsError: what asking the home raises.
    """
    versions = (await home.versions()).policies
    receipts = await home.receipts()
    decided = [*(receipt.version for receipt in receipts), home.report().decided_version]
    return earlier_version(versions, policy=policy, decided=decided)


async def change_between(
    before: Policy, after: Policy, *, is_decided: bool = False
) -> PolicyChange:
    """Compare two versions.

    Raises:
        Refused: `policy.language_missing`: they are not in one language.
    """
    if _language(before) != _language(after):
        raise Refused(
            "policy.language_missing",
            version=before.version,
            other=after.version,
            language=after.language,
        )
    difference = await beside(difference_of, before.text, after.text)
    return PolicyChange(before=before, after=after, difference=difference, is_decided=is_decided)


def earlier_version(
    versions: Iterable[PolicySummary], *, policy: PolicySummary, decided: Sequence[str]
) -> tuple[str, bool]:
    """Give what to compare a version with, and whether it was decided about; "" for nothing. Pure.

    Args:
        versions: all that are published, the latest first.
        policy: the version.
        decided: which versions were decided about, the latest last.
    """
    in_time = {each.version: (each.effective_at, -place) for place, each in enumerate(versions)}
    own = in_time.get(policy.version, (policy.effective_at, 1))
    earlier = {version: order for version, order in in_time.items() if order < own}
    for version in reversed(decided):
        if version in earlier:
            return version, True
    return max(earlier, key=lambda version: earlier[version], default=""), False


def _language(policy: PolicySummary) -> str:
    return policy.language.lower().split("-")[0]


def record_of(change: PolicyChange) -> dict[str, object]:
    """Give a comparison as a plain record: every changed line with all of its words."""
    return {
        "from": _named(change.before),
        "to": _named(change.after),
        "summary": change.after.summary,
        "changes": change.difference.changes,
        "sections": [
            {
                "title": section.title or None,
                "changes": section.changes,
                "lines": [
                    {
                        "kind": line.kind.value,
                        "level": line.level or None,
                        "pieces": [
                            {"mark": piece.mark.value, "text": piece.text} for piece in line.pieces
                        ],
                    }
                    for line in section.lines
                ],
            }
            for section in change.difference.sections
        ],
    }


def _named(policy: PolicySummary) -> dict[str, object]:
    return {
        "version": policy.version,
        "language": policy.language,
        "effective_at": instant(policy.effective_at),
        "class": policy.change_class.value,
        "fingerprint": policy.fingerprint,
    }
