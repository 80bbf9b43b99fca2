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
