"""Policies: versions that are published once, and which of them holds.

Source: docs/commitments.md C40, C1; a published version is never changed (the database refuses).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from altrabits_desktop.contract.change_feed import Noun
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.policies import (
    ChangeClass,
    Policies,
    Policy,
    PolicySummary,
)
from altrabits_desktop.privacy.policy_versions import in_language
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.server.feed import EVERYBODY, record_change
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.server.store.store import Reading, Value, Writing

IN_FORCE = """
SELECT version FROM policies WHERE effective_at <= :now GROUP BY version
ORDER BY MAX(effective_at) DESC, MIN(published_at) DESC, version DESC LIMIT 1
"""
"""The version that holds at `:now`; by when it was first published, as a language that follows
changes no order."""
_SUMMARIES = """
SELECT version, language, fingerprint, effective_at, published_at, change_class, summary, contact
FROM policies ORDER BY effective_at DESC, published_at DESC, version DESC, language
"""
_TEXTS = "SELECT * FROM policies WHERE version = :version ORDER BY language"
_ADD = """
INSERT INTO policies VALUES (:version, :language, :text, :fingerprint, :effective_at,
  :published_at, :change_class, :summary, :contact)
"""


def fingerprint_of(text: bytes) -> str:
    """Give the SHA-256 over a policy's bytes, in hexadecimal digits."""
    return hashlib.sha256(text).hexdigest()


def version_in_force_at(reading: Reading, now: datetime) -> str | None:
    """Give the version that holds, asked of the database itself: every gated request does."""
    row = reading.row(IN_FORCE, now=as_number(now))
    return str(row["version"]) if row else None


def list_policies(reading: Reading, *, now: datetime) -> Policies:
    """Give all published versions, the latest first."""
    held = version_in_force_at(reading, now)
    rows = reading.rows(_SUMMARIES)
    return Policies(policies=tuple(_summary(row, held=held) for row in rows))


def get_policy(reading: Reading, version: str | None, language: str, *, now: datetime) -> Policy:
    """Give one version in the nearest language.

    Args:
        reading: a view.
        version: None for the one in force.
        language: BCP 47 tag of the reader.
        now: the instant that decides what is in force.

    Raises:
        Problem: `policy.unknown`.
    """
    held = version_in_force_at(reading, now)
    wanted = version or held
    rows = reading.rows(_TEXTS, version=wanted) if wanted else []
    found = in_language([_policy(row, held=held) for row in rows], language)
    if found is None:
        raise Problem("policy.unknown")
    return found


def publish(writing: Writing, policies: tuple[Policy, ...], *, now: datetime) -> str:
    """Publish one version in all its languages at once, or in a further language; give the version.

    A further language is another text with a fingerprint of its own; whoever decided before has
    decided on the text that was shown then.

    Raises:
        Refused: `policy.version_taken`, `policy.back_dated`, `policy.contact_missing`,
            `policy.languages_differ` or `policy.version_past`; nothing was published.
    """
    first = policies[0]
    if any((p.version, _agreed(p)) != (first.version, _agreed(first)) for p in policies):
        raise Refused("policy.languages_differ")
    if len({policy.language.lower() for policy in policies}) != len(policies):
        raise Refused("policy.languages_differ")
    if not all(policy.contact.strip() for policy in policies):
        raise Refused("policy.contact_missing")
    published = list_policies(writing, now=now).policies
    same = tuple(policy for policy in published if policy.version == first.version)
    if same:
        _fit_in(policies, same, now=now)
    elif published and first.effective_at < max(now, published[0].effective_at):
        raise Refused("policy.back_dated", version=first.version)
    for policy in policies:
        writing.run(
            _ADD,
            version=policy.version,
            language=policy.language,
            text=policy.text,
            fingerprint=fingerprint_of(policy.text.encode()),
            effective_at=as_number(policy.effective_at),
            published_at=as_number(now),
            change_class=policy.change_class.value,
            summary=policy.summary,
            contact=policy.contact,
        )
    record_change(writing, EVERYBODY, noun=Noun.POLICY, object_id=first.version)
    return first.version


def _fit_in(
    policies: tuple[Policy, ...], same: tuple[PolicySummary, ...], *, now: datetime
) -> None:
    """Let languages follow a version that holds or is to come, and that lacks them.

    Raises:
        Refused: `policy.version_taken`, `policy.languages_differ` or `policy.version_past`.
    """
    version = same[0].version
    taken = {policy.language.lower() for policy in same}
    for policy in policies:
        if policy.language.lower() in taken:
            raise Refused("policy.version_taken", version=version, language=policy.language)
        if _agreed(policy) != _agreed(same[0]):
            raise Refused("policy.languages_differ")
    if not same[0].is_in_force and same[0].effective_at <= now:
        raise Refused("policy.version_past", version=version)


def _agreed(policy: PolicySummary) -> tuple[datetime, ChangeClass]:
    """Give what is the same in all languages of a version."""
    return policy.effective_at, policy.change_class


def _summary(row: Mapping[str, Value], *, held: str | None) -> PolicySummary:
    return PolicySummary(
        version=str(row["version"]),
        language=str(row["language"]),
        effective_at=as_instant(row["effective_at"]),
        published_at=as_instant(row["published_at"]),
        change_class=ChangeClass(str(row["change_class"])),
        summary=str(row["summary"]),
        fingerprint=str(row["fingerprint"]),
        contact=str(row["contact"]),
        is_in_force=row["version"] == held,
    )


def _policy(row: Mapping[str, Value], *, held: str | None) -> Policy:
    return Policy(**asdict(_summary(row, held=held)), text=str(row["text"]))
