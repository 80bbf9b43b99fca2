from __future__ import annotations

from datetime import timedelta

from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.pages.policy import words
from tests.fakes.kept_home import DECIDED, EFFECTIVE, policy

LATER = EFFECTIVE + timedelta(days=3)


def test_a_fingerprint_is_shown_in_groups() -> None:
    assert words.fingerprint_words("4f9c1a7e08d2ffff") == "Fingerprint 4f9c 1a7e 08d2"
    assert words.fingerprint_words("4f9c1a7e08d2ffff", groups=2) == "Fingerprint 4f9c 1a7e"


def test_a_version_in_force_says_since_when() -> None:
    said = words.since_words(policy(), is_in_force=True, now=LATER)

    assert said.startswith("In force since")
    assert "October" in said


def test_a_short_line_cuts_the_month() -> None:
    said = words.since_words(policy(), is_in_force=True, now=LATER, is_short=True)

    assert "Oct " in said


def test_a_coming_version_says_from_when() -> None:
    now = EFFECTIVE - timedelta(days=1)

    assert words.since_words(policy(), is_in_force=False, now=now).startswith("In force from")
    assert "once it is in force" in words.undecidable_words(policy(), now=now)


def test_an_earlier_version_says_when_it_began() -> None:
    assert words.since_words(policy(), is_in_force=False, now=LATER).startswith("Took effect on")
    assert words.undecidable_words(policy(), now=LATER).startswith("A later version")


def test_a_decision_is_said_with_its_time() -> None:
    accepted = words.decided_words(DecisionKind.ACCEPTED, DECIDED)
    declined = words.decided_words(DecisionKind.DECLINED, DECIDED)

    assert accepted.startswith("You accepted this version on")
    assert declined.startswith("You declined this version on")


def test_a_decision_without_a_time_is_said_all_the_same() -> None:
    assert words.decided_words(DecisionKind.ACCEPTED, None).startswith("You accepted")
    assert words.decided_words(DecisionKind.DECLINED, None).startswith("You declined")


def test_a_decision_that_reached_nobody_was_not_recorded() -> None:
    said = words.decision_fault(NotReachable("server.away"))

    assert "nothing was recorded" in said


def test_what_the_server_refuses_is_said_in_its_words() -> None:
    refusal = Refused("decision.shown_at_malformed")

    assert "clock" in words.decision_fault(refusal)
    assert "clock" in words.reading_fault(refusal)


def test_a_text_that_is_elsewhere_says_so() -> None:
    assert "kept there" in words.reading_fault(NotReachable("server.away"))
