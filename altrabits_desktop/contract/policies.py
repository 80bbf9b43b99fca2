"""Policies, and decisions about them, as client and server exchange them.

Importing this imports msgspec.
"""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant

POLICY_BYTES_MOST = 1_000_000
SUMMARY_CHARACTERS = 2000
CONTACT_CHARACTERS = 500
POLICY_LINES_MOST = 20_000
POLICY_HEADINGS_MOST = 500
POLICY_SIGNS_MOST = 20_000
"""Of emphasis, of lists and of links; and as many characters that cannot be seen."""
POLICY_WORD_MOST = 2_000
"""Characters without one of white space; a paragraph of a script without spaces is shorter."""
_LISTED_MOST = 2_000
_Short = Annotated[str, Meta(max_length=200)]
_RECEIPTS_MOST = 10_000
_HEADING = re.compile(r"^\ufeff? {0,3}#", re.MULTILINE)
_SIGN = re.compile(r"[*_\[<`]")

Version = Annotated[
    str, Meta(min_length=1, max_length=32, pattern=r"^[0-9A-Za-z][0-9A-Za-z.-]*$(?!\n)")
]
Language = Annotated[
    str, Meta(min_length=2, max_length=35, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$(?!\n)")
]
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$(?!\n)")]
"""SHA-256 over the Markdown's bytes, in hexadecimal digits."""


class ChangeClass(StrEnum):
    """How much a version changes; in doubt the stricter one is taken."""

    EDITORIAL = "editorial"
    MINOR = "minor"
    MATERIAL = "material"


class DecisionKind(StrEnum):
    """What a person decided."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class PolicySummary(Struct, frozen=True, kw_only=True):
    """One published version in one language, without its text."""

    version: Version
    language: Language
    effective_at: Instant
    published_at: Instant
    change_class: ChangeClass
    summary: Annotated[str, Meta(max_length=SUMMARY_CHARACTERS)]
    fingerprint: Fingerprint
    contact: Annotated[str, Meta(max_length=CONTACT_CHARACTERS)]
    is_in_force: bool


class Policy(PolicySummary, frozen=True, kw_only=True):
    """One published version in one language."""

    text: Annotated[str, Meta(max_length=POLICY_BYTES_MOST)]
    """Markdown, byte for byte as published when encoded as UTF-8."""


class Policies(Struct, frozen=True, kw_only=True):
    """All published versions in all languages, the latest first."""

    policies: Annotated[tuple[PolicySummary, ...], Meta(max_length=_LISTED_MOST)]


def is_readable(text: str) -> bool:
    """Tell whether a policy is one that a person could read, and a window show.

    Pure. A text of a megabyte that is nothing but headings, or one word, would hold up a window
    for minutes; nobody who means to be understood writes one.
    """
    unseen = len(text) - sum(map(str.isprintable, text)) - text.count("\n") - text.count("\r")
    return (
        len(text.encode(errors="replace")) <= POLICY_BYTES_MOST
        and text.count("\n") < POLICY_LINES_MOST
        and unseen <= POLICY_SIGNS_MOST
        and _are_few(_HEADING, text, POLICY_HEADINGS_MOST)
        and _are_few(_SIGN, text, POLICY_SIGNS_MOST)
        and max(map(len, text.split()), default=0) <= POLICY_WORD_MOST
    )


def _are_few(pattern: re.Pattern[str], text: str, most: int) -> bool:
    return next(islice(pattern.finditer(text), most, None), None) is None


class DecisionMessage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A yes or a no to exactly the text that was shown (R46)."""

    version: Version
    language: Language
    fingerprint: Fingerprint
    kind: DecisionKind
    shown_at: datetime
    """When the text was shown to the person; with time zone."""
    wording: Annotated[str, Meta(max_length=200)]
    """Words on the button that was pressed, as the person read them."""


class Receipt(Struct, frozen=True, kw_only=True):
    """A recorded decision, chained to the one before (C50, R45)."""

    number: int
    """Counts from 1 in one account."""
    version: _Short
    language: _Short
    fingerprint: _Short
    kind: DecisionKind
    shown_at: Instant
    decided_at: Instant
    wording: _Short
    before: _Short
    """`digest` of the receipt before; 64 zeros for the first."""
    digest: _Short
    """SHA-256 over all the fields above (`privacy/receipts.py`)."""


class Receipts(Struct, frozen=True, kw_only=True):
    """All decisions of an account, the first one first."""

    receipts: Annotated[tuple[Receipt, ...], Meta(max_length=_RECEIPTS_MOST)]
