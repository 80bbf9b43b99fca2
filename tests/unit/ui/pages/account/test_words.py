from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.faults import (
    Doing,
    Spot,
    fault_told,
    password_fault,
    reading_fault,
)
from tests.fakes.kept_home import DECIDED, policy, session


def test_says_why_the_server_could_not_be_started() -> None:
    report = HomeReport(server=ServerState.AWAY, server_code="server.failed")

    why, _rest = words.away_sentences(report)

    assert why.startswith("Something went wrong in the server.")


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (None, "An account needs a yes to privacy policy 1.0, read and given before."),
        (DecisionKind.ACCEPTED, "Privacy policy 1.0 is accepted."),
        (
            DecisionKind.DECLINED,
            "Privacy policy 1.0 is declined on this computer; an account needs a yes.",
        ),
    ],
)
def test_says_how_the_policy_stands_to_an_account(decision: DecisionKind | None, said: str) -> None:
    report = HomeReport(policy=policy(), decision=decision)

    assert words.policy_sentence(report) == said


def test_a_sign_in_without_a_version_is_called_by_its_system() -> None:
    assert words.session_name(session("here", app_version="")) == "Linux"


@pytest.mark.parametrize("doing", [Doing.CREATE, Doing.SIGN_IN, Doing.CHANGE, Doing.DELETE])
def test_a_server_that_is_away_is_no_promise_to_send_it_later(doing: Doing) -> None:
    fault = fault_told(doing, NotReachable("server.away"))

    assert fault.spot is Spot.WHOLE
    assert "is sent when it does" not in fault.sentence
    assert fault.sentence.endswith("Try again when it does.")


def test_a_password_beyond_every_limit_is_sent_to_nobody() -> None:
    fault = password_fault(Doing.SIGN_IN, "x" * 1025)

    assert fault is not None
    assert fault.spot is Spot.PASSWORD


def test_what_cannot_be_read_has_the_sentence_of_its_code() -> None:
    assert reading_fault(Refused("server.busy")).startswith("The server has too much to do")


def test_sign_ins_of_one_computer_are_told_apart_by_the_minute() -> None:
    first = session("first")
    second = replace(first, id="second", created_at=DECIDED + timedelta(minutes=7))

    begins = [words.session_begin(each) for each in (first, second)]

    assert begins[0] != begins[1]
    assert all(begin.startswith("Since 2 Oct 2025, ") for begin in begins)
    assert words.session_use(first, DECIDED + timedelta(minutes=4)) == "Used 3 min ago"


def test_the_sign_in_in_use_comes_first() -> None:
    told = (session("late"), session("here", is_current=True), session("early"))

    assert [each.id for each in words.in_order(told)] == ["here", "late", "early"]
