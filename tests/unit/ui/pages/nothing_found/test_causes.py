from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import (
    FindingReport,
    HeardBy,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.ui.pages.nothing_found.causes import Cause, probable_cause, works
from tests.fakes.full_house import SILENT, listening

TAKEN = ProtocolReport(HeardBy.ANNOUNCE, ProtocolStatus.FAILED, error_code="announce.port_taken")
REPORTS = st.builds(
    FindingReport,
    cards=st.sampled_from([(), SILENT.cards]),
    protocols=st.lists(
        st.builds(
            ProtocolReport,
            protocol=st.sampled_from(HeardBy),
            status=st.sampled_from(ProtocolStatus),
            questions_sent=st.integers(0, 9),
            heard=st.integers(0, 9),
        ),
        max_size=4,
    ).map(tuple),
    error_code=st.sampled_from([None, "cards.none", "cards.chosen_missing"]),
)


def test_silence_after_questions_is_silence() -> None:
    assert probable_cause(SILENT) is Cause.NOTHING_ANSWERED


@pytest.mark.parametrize("told", [{"cards": ()}, {"error_code": "cards.none"}])
def test_without_a_card_there_is_no_network(told: dict[str, object]) -> None:
    assert probable_cause(replace(SILENT, **told)) is Cause.NO_CARD  # type: ignore[arg-type] # fields of a report


def test_a_chosen_card_that_is_missing_is_no_missing_network() -> None:
    report = replace(SILENT, cards=(), error_code="cards.chosen_missing")

    assert probable_cause(report) is Cause.CHOSEN_MISSING


def test_a_round_without_a_question_was_refused() -> None:
    report = replace(SILENT, protocols=listening(questions_sent=0))

    assert probable_cause(report) is Cause.SENDING_REFUSED


def test_a_round_that_goes_on_may_still_send() -> None:
    report = replace(SILENT, protocols=listening(questions_sent=0), finished_at=None)

    assert probable_cause(report) is Cause.NOTHING_ANSWERED


def test_a_taken_port_is_the_cause_while_others_go_on() -> None:
    report = replace(SILENT, protocols=(TAKEN, *SILENT.protocols[1:]))

    assert probable_cause(report) is Cause.PORT_TAKEN


def test_answers_of_others_show_that_the_network_lets_them_through() -> None:
    report = replace(SILENT, protocols=listening(heard=2, refused=2))

    assert probable_cause(report) is Cause.ONLY_OTHERS


def test_a_way_that_was_never_started_does_not_work() -> None:
    assert not works(FindingReport(), HeardBy.MDNS)


@pytest.mark.parametrize("status", [s for s in ProtocolStatus if s != "listening"])
def test_only_a_way_that_listens_works(status: ProtocolStatus) -> None:
    report = replace(SILENT, protocols=listening(status=status))

    assert works(SILENT, HeardBy.MDNS)
    assert not works(report, HeardBy.MDNS)


@given(REPORTS)
def test_every_report_has_a_cause(report: FindingReport) -> None:
    assert probable_cause(report) in Cause
