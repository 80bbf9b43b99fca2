from __future__ import annotations

from altrabits_desktop.contract.streamers import HeardBy, ProtocolReport, ProtocolStatus
from altrabits_desktop.streamers.discovery.listener import Tally


def test_a_failure_is_told_with_the_systems_words_cleaned_and_cut() -> None:
    tally = Tally(HeardBy.SSDP)

    tally.failed("ssdp.unavailable", OSError("no\x07 " + "x" * 500))

    report = tally.report()
    assert (report.status, report.error_code) == (ProtocolStatus.FAILED, "ssdp.unavailable")
    assert report.error_detail.startswith("no x")
    assert len(report.error_detail) == 200


def test_working_again_clears_the_failure() -> None:
    tally = Tally(HeardBy.SSDP, questions_sent=2, heard=3, malformed=4, refused=5)
    tally.failed("ssdp.unavailable")

    tally.listens()

    assert tally.report() == ProtocolReport(
        HeardBy.SSDP,
        ProtocolStatus.LISTENING,
        questions_sent=2,
        heard=3,
        malformed=4,
        refused=5,
    )


def test_what_happened_on_other_cards_is_not_counted_for_the_next() -> None:
    tally = Tally(HeardBy.SSDP, heard=4, malformed=1, refused=2)
    tally.asked([None, None], error_code="ssdp.not_sent")
    tally.failed("ssdp.unavailable", OSError(19, "No such device"))

    tally.stopped()

    assert tally.report() == ProtocolReport(HeardBy.SSDP, ProtocolStatus.STOPPED)
