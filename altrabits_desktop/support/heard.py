"""What a report of finding tells by itself. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy, ProtocolStatus

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport, ProtocolReport

_PORT_TAKEN = "announce.port_taken"


def is_port_taken(report: FindingReport) -> bool:
    """Whether another program holds the port of the announcements."""
    announce = protocol(report, HeardBy.ANNOUNCE)
    return announce is not None and announce.error_code == _PORT_TAKEN


def is_sending_refused(report: FindingReport) -> bool:
    """Whether a whole round ended without one question sent by any protocol."""
    tried = [found for found in report.protocols if found.protocol is not HeardBy.MANUAL]
    is_over = report.finished_at is not None
    return is_over and bool(tried) and not any(found.questions_sent for found in tried)


def answers_of_others(report: FindingReport) -> int:
    """Count what was heard; where nothing is listed, all of it came from other devices."""
    return sum(max(found.heard, found.refused) for found in report.protocols)


def questions_sent(report: FindingReport) -> int:
    """Count the questions that left this computer."""
    return sum(found.questions_sent for found in report.protocols)


def protocol(report: FindingReport, way: HeardBy) -> ProtocolReport | None:
    """Give what one way of finding did."""
    return next((found for found in report.protocols if found.protocol is way), None)


def works(report: FindingReport, way: HeardBy) -> bool:
    """Whether a way of finding listens; one that starts, stopped or failed does not."""
    found = protocol(report, way)
    return found is not None and found.status is ProtocolStatus.LISTENING


def has_failed(report: FindingReport, way: HeardBy) -> bool:
    """Whether a way of finding was tried in vain, or is not there at all."""
    found = protocol(report, way)
    return found is None or found.status is ProtocolStatus.FAILED
