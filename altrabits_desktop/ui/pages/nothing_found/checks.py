"""What was checked and what was found, line by line. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import card_kind, left_to_right, listed
from altrabits_desktop.ui.pages.nothing_found.causes import (
    Cause,
    answers_of_others,
    has_failed,
    is_port_taken,
    probable_cause,
    protocol,
    questions_sent,
    works,
)
from altrabits_desktop.ui.pages.nothing_found.health import Health
from altrabits_desktop.ui.pages.nothing_found.words import protocol_name, technical_name

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport, ProtocolReport


@dataclass(frozen=True, slots=True)
class Check:
    """One line of what was checked."""

    health: Health
    label: str
    found: str


def checks_of(report: FindingReport) -> tuple[Check, ...]:
    """Give what was checked, in reading order."""
    return (
        _check_cards(report),
        _check_port(report),
        _check_questions(report),
        _check_protocol(report, HeardBy.ANNOUNCE),
        _check_protocol(report, HeardBy.MDNS),
        _check_protocol(report, HeardBy.SSDP),
        _check_others(report),
        _check_broken(report),
    )


def details_of(report: FindingReport) -> str:
    """Give the counts of each way of finding and the system's own words, a line each."""
    lines = [
        fill(
            translate("nothing found", "{card}: {address}"),
            card=left_to_right(card.name),
            address=left_to_right(f"{card.address}/{card.prefix_length}"),
        )
        for card in report.cards
    ]
    lines += [_counts(found) for found in report.protocols]
    if report.left_out:
        lines.append(
            translate(
                "nothing found",
                "%n left out of the list: no identity, or too many",
                "announcements",
                report.left_out,
            )
        )
    return "\n".join(lines)


def _check_cards(report: FindingReport) -> Check:
    label = translate("nothing found", "Cards")
    if probable_cause(report) is Cause.CHOSEN_MISSING:
        return Check(Health.BAD, label, translate("nothing found", "chosen missing"))
    if not report.cards:
        return Check(Health.BAD, label, translate("nothing found", "none connected"))
    kinds = dict.fromkeys(card_kind(card.kind) for card in report.cards)
    return Check(
        Health.GOOD,
        label,
        fill(translate("nothing found", "{kinds} up", "network cards"), kinds=listed([*kinds])),
    )


def _check_port(report: FindingReport) -> Check:
    label = translate("nothing found", "Port 30303")
    if is_port_taken(report):
        return Check(Health.BAD, label, translate("nothing found", "taken"))
    if not works(report, HeardBy.ANNOUNCE):
        return Check(Health.UNKNOWN, label, translate("nothing found", "not used"))
    return Check(Health.GOOD, label, translate("nothing found", "free, ours"))


def _check_questions(report: FindingReport) -> Check:
    label = translate("nothing found", "Questions")
    sent = questions_sent(report)
    if not sent:
        return Check(Health.BAD, label, translate("nothing found", "nothing sent"))
    return Check(Health.GOOD, label, translate("nothing found", "%n sent", "questions", sent))


def _check_protocol(report: FindingReport, way: HeardBy) -> Check:
    label = protocol_name(way)
    found = protocol(report, way)
    if found is None or not found.questions_sent:
        health = Health.BAD if has_failed(report, way) else Health.UNKNOWN
        return Check(health, label, translate("nothing found", "nothing sent"))
    if found.heard:
        return Check(
            Health.GOOD, label, translate("nothing found", "%n answers", "heard", found.heard)
        )
    return Check(Health.GOOD, label, translate("nothing found", "asked, silent"))


def _check_others(report: FindingReport) -> Check:
    label = translate("nothing found", "Other devices")
    heard = answers_of_others(report)
    if heard:
        return Check(Health.GOOD, label, translate("nothing found", "%n answers", "heard", heard))
    return Check(Health.UNKNOWN, label, translate("nothing found", "none heard"))


def _check_broken(report: FindingReport) -> Check:
    label = translate("nothing found", "Broken answers")
    broken = sum(found.malformed for found in report.protocols)
    if not broken and not questions_sent(report):
        return Check(Health.UNKNOWN, label, translate("nothing found", "not asked"))
    if not broken:
        return Check(Health.GOOD, label, translate("nothing found", "none"))
    return Check(Health.UNKNOWN, label, translate("nothing found", "%n ignored", "answers", broken))


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
