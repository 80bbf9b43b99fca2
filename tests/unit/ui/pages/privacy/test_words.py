from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.privacy import words
from tests.fakes.kept_home import DECIDED, EFFECTIVE, policy

KNOWN = HomeReport(server=ServerState.REACHED, policy=policy())
SIGNED_IN = replace(
    KNOWN,
    standing=Standing.SIGNED_IN,
    email="ada@example.test",
    decision=DecisionKind.ACCEPTED,
    decided_at=DECIDED,
)
LIMITED = replace(KNOWN, standing=Standing.LIMITED, email="ada@example.test")
DECLINED = replace(
    KNOWN, standing=Standing.DECLINED, decision=DecisionKind.DECLINED, decided_at=DECIDED
)


def opened(report: HomeReport) -> list[str]:
    return [line.words for line in words.feature_lines(report, is_open=True)]


def closed(report: HomeReport) -> list[str]:
    return [line.words for line in words.feature_lines(report, is_open=False)]


@pytest.mark.parametrize("report", [KNOWN, LIMITED, DECLINED, SIGNED_IN])
def test_finding_and_reading_are_open_however_one_stands(report: HomeReport) -> None:
    assert "Finding streamers, and what they play" in opened(report)
    assert "Reading the policy" in opened(report)
    assert "The demo streamers, fully" in opened(report)


def test_nothing_is_closed_to_whoever_said_yes() -> None:
    assert closed(SIGNED_IN) == []


@pytest.mark.parametrize(
    ("report", "heading"),
    [
        (KNOWN, "This needs an account"),
        (LIMITED, "This waits for your decision"),
        (DECLINED, "This stays closed"),
        (replace(DECLINED, email="ada@example.test"), "This has stopped"),
    ],
)
def test_what_is_closed_says_what_it_waits_for(report: HomeReport, heading: str) -> None:
    assert words.closed_heading(report) == heading
    assert "Controlling streamers" in closed(report)


def test_who_has_no_account_is_not_told_of_what_happens_to_theirs() -> None:
    assert "An account of your own" in closed(DECLINED)
    assert not any(line.startswith(("Your account", "Deleting your")) for line in closed(DECLINED))


def test_ones_data_can_be_taken_along_after_a_no() -> None:
    declined = replace(DECLINED, email="ada@example.test")

    assert "Deleting your account and its data" in opened(declined)
    assert words.open_heading(declined) == "This goes on"


def test_a_no_is_the_title() -> None:
    assert words.title(DECLINED) == "You declined version 1.0"
    assert words.title(KNOWN) == "Privacy"
    assert words.read_words(DECLINED) == "Read it again"
    assert words.read_words(KNOWN) == "Read the policy"


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (KNOWN, "Version 1.0 is in force. You have not decided about it."),
        (SIGNED_IN, "Version 1.0 is in force. You accepted it."),
        (
            replace(SIGNED_IN, email=""),
            "Version 1.0 is in force. You accepted it on this computer.",
        ),
        (replace(DECLINED, decided_at=None), "You can change your mind at any time."),
        (HomeReport(), "The policy in force is being read"),
        (HomeReport(server=ServerState.AWAY), "The policy in force is not known just now"),
    ],
)
def test_the_line_says_what_is_true_now(report: HomeReport, said: str) -> None:
    assert words.line(report, coming=None) == said


def test_the_line_of_a_no_has_its_time() -> None:
    assert words.line(DECLINED, coming=None).startswith("On ")


def test_the_line_names_the_version_to_come() -> None:
    coming = policy("1.1", effective_at=EFFECTIVE + timedelta(days=92))

    assert "Version 1.1 follows on" in words.line(KNOWN, coming=coming)


def test_a_server_that_could_not_start_says_why() -> None:
    away = HomeReport(server=ServerState.AWAY, server_code="store.full")

    assert "disk is full" in words.away_sentences(away)[0]
    assert "disk is full" in words.unknown_sentence(away)


def test_a_server_without_a_policy_says_so() -> None:
    empty = HomeReport(server=ServerState.REACHED)

    assert "no policy in force yet" in words.unknown_sentence(empty)


def test_a_server_that_is_away_says_so() -> None:
    away = HomeReport(server=ServerState.AWAY, server_code="server.away")

    assert words.away_sentences(away)[0] == "The server does not answer."
    assert "kept there" in words.unknown_sentence(away)


def test_c48_a_no_that_was_said_before_the_sign_in_is_not_called_the_accounts() -> None:
    report = replace(DECLINED, email="ada@example.test", is_no_of_computer=True)

    for told in (report, replace(report, decided_at=None)):
        line = words.line(told, coming=None)
        assert "Declined here" in line
        assert "The account has not recorded it" in line
