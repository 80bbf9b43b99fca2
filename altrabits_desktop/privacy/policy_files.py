"""A policy file and the side file with its facts become one checked value. Pure.

The text is Markdown in UTF-8, kept byte for byte. The side file is TOML of the same name:
`version`, `language`, `effective` (a date, which begins at 00:00 UTC, or an instant with its time
zone), `class`, `summary`, `contact`, and the table `states`: which commitments a paragraph of the
text states, by the ids of `privacy/policy_text.py`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from msgspec import ValidationError, convert

from altrabits_desktop.contract.errors import Malformed, Refused
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.policies import (
    CONTACT_CHARACTERS,
    POLICY_BYTES_MOST,
    SUMMARY_CHARACTERS,
    ChangeClass,
    Language,
    Policy,
    Version,
    is_readable,
)
from altrabits_desktop.privacy.policy_text import paragraphs_of, policy_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDE_BYTES_MOST = 64_000
_FACTS = ("version", "language", "effective", "class", "summary", "contact")
_STATES = "states"
_COMMITMENT = re.compile(r"C[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one paragraph states.

    Args:
        paragraph: its id, such as "4.2".
        commitments: such as "C27"; at least one, in the order of the file.
    """

    paragraph: str
    commitments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFile:
    """One version in one language, ready to be published."""

    version: str
    language: str
    effective_at: datetime
    change_class: ChangeClass
    summary: str
    contact: str
    text: str
    """The file byte for byte when encoded as UTF-8; shown by `policy_blocks`."""
    fingerprint: str
    states: tuple[Statement, ...]
    """In the order of the side file; empty where it says nothing."""


def read_policy_file(
    markdown: bytes, side: bytes | None, *, given: Mapping[str, str] | None = None
) -> PolicyFile:
    """Read a policy file with its side file; nothing in either is trusted.

    A missing class is `material`: in doubt the stricter one.

    Args:
        markdown: content of the file.
        side: content of the side file; None where there is none.
        given: facts from elsewhere, such as the command line, by their names in the side file and
            as they are typed; they win over the side file.

    Raises:
        Malformed: `policy.too_large`, `policy.not_utf8`, `policy.empty` or
            `policy.unreadable` for the text;
            `policy.side_malformed` or `policy.side_unknown` with the `key` for the side file;
            `policy.version_malformed`, `policy.language_malformed`, `policy.date_malformed`,
            `policy.class_malformed`, `policy.summary_malformed` or `policy.states_malformed`
            with the `paragraph` for what is missing there or is none.
        Refused: `policy.contact_missing`.
    """
    text = _text(markdown)
    facts = {**_side(side), **(given or {})}
    return PolicyFile(
        version=_version(facts.get("version")),
        language=_language(facts.get("language")),
        effective_at=_instant(facts.get("effective")),
        change_class=_change_class(facts.get("class", ChangeClass.MATERIAL.value)),
        summary=_summary(facts.get("summary")),
        contact=_contact(facts.get("contact")),
        text=text,
        fingerprint=hashlib.sha256(markdown).hexdigest(),
        states=_states(facts.get(_STATES, {}), text),
    )


def policy_of(file: PolicyFile, *, published_at: datetime) -> Policy:
    """Give the policy of a file as the contract knows it; whether it is in force is not known."""
    return Policy(
        version=file.version,
        language=file.language,
        effective_at=file.effective_at,
        published_at=published_at,
        change_class=file.change_class,
        summary=file.summary,
        fingerprint=file.fingerprint,
        contact=file.contact,
        is_in_force=False,
        text=file.text,
    )


def _text(markdown: bytes) -> str:
    if len(markdown) > POLICY_BYTES_MOST:
        raise Malformed("policy.too_large")
    try:
        text = markdown.decode()
    except UnicodeDecodeError as error:
        raise Malformed("policy.not_utf8") from error
    if not text.removeprefix("\ufeff").strip():
        raise Malformed("policy.empty")
    if not is_readable(text):
        raise Malformed("policy.unreadable")
    return text


def _side(side: bytes | None) -> dict[str, object]:
    content = side or b""
    if len(content) > SIDE_BYTES_MOST:
        raise Malformed("policy.side_malformed")
    try:
        facts: dict[str, object] = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Malformed("policy.side_malformed") from error
    for key in facts:
        if key not in {*_FACTS, _STATES}:
            raise Malformed("policy.side_unknown", key=plain_text(key), known=", ".join(_FACTS))
    return facts


def _version(said: object) -> str:
    version = _fitting(said, Version)
    if version is None:
        raise Malformed("policy.version_malformed")
    return version


def _language(said: object) -> str:
    language = _fitting(said, Language)
    if language is None:
        raise Malformed("policy.language_malformed")
    return language


def _fitting(said: object, kind: object) -> str | None:
    try:
        fact: str = convert(said, kind)
    except ValidationError:
        return None
    # The end of a pattern lets one line end pass.
    return fact if fact.isprintable() else None


def _instant(said: object) -> datetime:
    try:
        moment = _moment(said) if isinstance(said, str) else said
        match moment:
            case datetime() if moment.tzinfo is not None:
                return moment.astimezone(UTC)
            case date() if not isinstance(moment, datetime):
                return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise Malformed("policy.date_malformed") from error
    raise Malformed("policy.date_malformed")


def _moment(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return datetime.fromisoformat(typed)


def _change_class(said: object) -> ChangeClass:
    try:
        return convert(said, ChangeClass)
    except ValidationError as error:
        raise Malformed("policy.class_malformed") from error


def _summary(said: object) -> str:
    summary = _words(said, limit=SUMMARY_CHARACTERS)
    if not summary:
        raise Malformed("policy.summary_malformed")
    return summary


def _contact(said: object) -> str:
    contact = _words(said, limit=CONTACT_CHARACTERS)
    if not contact:
        raise Refused("policy.contact_missing")
    return contact


def _words(said: object, *, limit: int) -> str:
    """Give plain words; nothing for what is too long, as cut words say something else."""
    if not isinstance(said, str) or len(said) > limit:
        return ""
    return plain_text(said, limit=limit)


def _states(said: object, text: str) -> tuple[Statement, ...]:
    if not isinstance(said, dict):
        raise Malformed("policy.side_malformed")
    known = {paragraph.id for paragraph in paragraphs_of(policy_blocks(text))} if said else set()
    for paragraph, commitments in said.items():
        if paragraph not in known or not _are_commitments(commitments):
            raise Malformed("policy.states_malformed", paragraph=plain_text(paragraph))
    return tuple(
        Statement(paragraph, tuple(commitments)) for paragraph, commitments in said.items()
    )


def _are_commitments(said: object) -> bool:
    return (
        isinstance(said, list)
        and bool(said)
        and all(isinstance(number, str) and _COMMITMENT.fullmatch(number) for number in said)
    )
