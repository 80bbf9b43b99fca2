"""`altrabits policy receipts` and `verify`: decisions about the policy, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.moments import day_of
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Record = Mapping[str, object]


def receipts_lines(records: Sequence[Record]) -> str:
    """Give decisions as a table, and what is to be known of one without a receipt."""
    if not records:
        return translate("policy", "There are no decisions yet.")
    head = (
        translate("policy", "Number"),
        translate("policy", "Decision"),
        translate("policy", "Version"),
        translate("policy", "Date"),
    )
    rows = [
        (
            "-" if record["number"] is None else str(record["number"]),
            _decision_words(str(record["kind"])),
            plain_text(str(record["version"])),
            day_of(record["decided_at"]),
        )
        for record in records
    ]
    if records[-1]["number"] is not None:
        return table(head, rows)
    kept = translate(
        "policy",
        "A decision made without an account is kept on this computer alone, as its latest one, and"
        " has no receipt. A yes goes along when an account is created. The decisions of an account"
        " are listed after a sign-in: `altrabits account sign-in EMAIL`.",
    )
    return f"{table(head, rows)}\n\n{kept}"


def verified_words(record: Record) -> str:
    """Say whether the receipts are a whole chain."""
    if record["is_whole"]:
        number = int(str(record["count"]))
        count = translate("policy", "%n decision(s), none changed or missing.", "", number)
        if record["newest"] is None:
            return count
        newest = translate("policy", "The fingerprint of the newest is {digest}.")
        return f"{count} {fill(newest, digest=str(record['newest']))}"
    return fill(
        translate("policy", "Decision {number} does not fit the one before: it was changed."),
        number=str(record["first_broken"]),
    )


def no_decision_here() -> str:
    """Say that nothing is kept on this computer, beside the error that says what else there is."""
    return translate(
        "policy",
        "No decision made without an account is kept on this computer. The decisions of an account"
        " are kept by its server.",
    )


def _decision_words(kind: str) -> str:
    return {
        "accepted": lambda: translate("policy", "accepted"),
        "declined": lambda: translate("policy", "declined"),
    }[kind]()
