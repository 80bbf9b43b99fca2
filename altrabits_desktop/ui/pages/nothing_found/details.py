"""The counts behind what was checked, folded away. Pure but for the spoken language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences_checks import check_found, check_label
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.nothing_found.words import technical_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.contract.doctor import Diagnosis
    from altrabits_desktop.contract.streamers import FindingReport, ProtocolReport

SHOWN_CHECKS = 8
"""So many checks have a line of their own; the others stand here."""


def details_of(diagnosis: Diagnosis) -> str:
    """Give what else was checked, the counts of each way of finding and the system's own words."""
    lines = [*_of_report(diagnosis.report)]
    if diagnosis.measured is not None:
        lines += [
            fill(
                translate("nothing found", "{what}: {found}"),
                what=check_label(check.name),
                found=check_found(check),
            )
            for check in diagnosis.checks[SHOWN_CHECKS:]
        ]
        lines += [left_to_right(rule) for rule in diagnosis.measured.firewall.rules]
    return "\n".join(lines)


def _of_report(report: FindingReport) -> Iterator[str]:
    for card in report.cards:
        yield fill(
            translate("nothing found", "{card}: {address}"),
            card=left_to_right(card.name),
            address=left_to_right(f"{card.address}/{card.prefix_length}"),
        )
    for found in report.protocols:
        yield _counts(found)
    if report.left_out:
        yield translate(
            "nothing found",
            "%n left out of the list: no identity, or too many",
            "announcements",
            report.left_out,
        )


def _counts(found: ProtocolReport) -> str:
    counts = fill(
        translate(
            "nothing found",
            "{protocol}: {sent} asked, {heard} heard, {malformed} broken, {refused} not followed",
        ),
        protocol=technical_name(found.protocol),
        sent=found.questions_sent,
        heard=found.heard,
        malformed=found.malformed,
        refused=found.refused,
    )
    if not found.error_detail:
        return counts
    return fill(
        translate("nothing found", "{counts}. The system says: {detail}"),
        counts=counts,
        detail=left_to_right(found.error_detail),
    )
