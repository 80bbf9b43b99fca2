from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.belongings import RefusedRequest
from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.tickets import Author, TicketState
from altrabits_desktop.privacy.gate import Closed, Standing
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.chip import ChipKind
from tests.fakes.clock import NOON
from tests.fakes.kept_home import policy
from tests.fakes.kept_membership import ticket

NUMBER = "AB-7K2Q-9MZT-T"
SERVER = "https://streamers.example.test"
THIS_COMPUTER = (
    "The person who set up this computer (an operator of a shared server names their own contact)"
)


@pytest.mark.parametrize(
    ("state", "is_waiting", "is_unread", "text", "kind"),
    [
        (TicketState.OPEN, False, False, "Open", ChipKind.NEUTRAL),
        (TicketState.ANSWERED, False, False, "Answered", ChipKind.OK),
        (TicketState.CLOSED, False, False, "Closed", ChipKind.NEUTRAL),
        (TicketState.ANSWERED, False, True, "New answer", ChipKind.ACTIVITY),
        (TicketState.ANSWERED, True, True, "Waiting to be sent", ChipKind.NEUTRAL),
    ],
)
def test_a_state_has_an_icon_and_a_word(
    *, state: TicketState, is_waiting: bool, is_unread: bool, text: str, kind: ChipKind
) -> None:
    shown = words.state_words(
        ticket(NUMBER, state=state), is_waiting=is_waiting, is_unread=is_unread
    )

    assert (shown.text, shown.kind) == (text, kind)
    assert shown.icon


def test_the_head_says_what_matters_most() -> None:
    away = HomeReport(server=ServerState.AWAY, email="maple@example.net")

    lines = [
        words.head_line(away, unread=2, waiting=1, count=3),
        words.head_line(away, unread=0, waiting=1, count=3),
        words.head_line(away, unread=0, waiting=0, count=3),
        words.head_line(HomeReport(), unread=0, waiting=0, count=3),
        words.head_line(HomeReport(), unread=0, waiting=0, count=0),
        words.head_line(replace(away, standing=Standing.DECLINED), unread=0, waiting=1, count=3),
        words.head_line(replace(away, standing=Standing.LIMITED), unread=0, waiting=2, count=3),
    ]

    assert lines == [
        "2 requests with a new answer",
        "1 request waiting to be sent",
        "The server does not answer; what is written here waits",
        "3 requests, the latest first",
        "Help with streamers and with this app",
        "1 request waiting, because the privacy policy is declined",
        "2 requests waiting for your decision about the policy",
    ]


def test_the_contact_is_plain_text_or_a_sentence() -> None:
    shown = [
        words.contact(HomeReport(policy=policy(contact="<b>help</b>\u202e@example.test"))),
        words.contact(HomeReport(policy=policy(contact=""))),
        words.contact(HomeReport(policy=policy(contact=THIS_COMPUTER))),
        words.contact(HomeReport(policy=policy(contact=THIS_COMPUTER), elsewhere=SERVER)),
        words.contact(HomeReport(policy=policy(contact="help@example.test"), elsewhere=SERVER)),
        words.contact(HomeReport()),
        words.contact(HomeReport(server=ServerState.AWAY)),
    ]

    assert shown == [
        "<b>help</b>@example.test",
        "No contact was named for this server.",
        THIS_COMPUTER,
        f"Whoever operates the server {SERVER}, and has named no contact for it.",
        "help@example.test",
        "The contact is being read.",
        "The contact is not known just now.",
    ]
    assert not words.has_contact(HomeReport(policy=policy(contact="")))
    assert not words.has_contact(HomeReport(policy=policy(contact=THIS_COMPUTER), elsewhere=SERVER))


def test_a_request_says_who_receives_it() -> None:
    here, elsewhere = words.recipient(HomeReport()), words.recipient(HomeReport(elsewhere=SERVER))

    assert "server of this computer" in here
    assert "whoever operates this computer" in here
    assert SERVER in elsewhere
    assert "this computer" not in elsewhere


@pytest.mark.parametrize("closed", list(Closed))
def test_what_is_closed_is_said_with_what_opens_it(closed: Closed) -> None:
    heading, why = words.closed_words(closed)

    assert heading
    assert "contact above" in why
    assert words.shut_sentence(closed).startswith("Replies")


def test_a_long_text_is_folded_and_a_short_one_whole() -> None:
    long = "\n".join(str(number) for number in range(40))

    folded = words.folded(long)

    assert folded.endswith("15 …")
    assert words.is_folded(long)
    assert not words.is_folded("Short.\nTwo lines.")
    assert words.folded("a" * 2_000).endswith("a …")
    assert words.folded("Short.\r\nTwo lines.") == words.whole("Short.\nTwo lines.")


@given(st.text())
def test_any_text_is_shown_bounded(text: str) -> None:
    shown = words.folded(text)

    assert len(shown) <= words.FOLDED_CHARACTERS + 2
    assert shown.count("\n") < words.FOLDED_LINES


def test_times_are_relative_within_a_day_and_then_the_day() -> None:
    shown = [
        words.when(NOON - timedelta(minutes=2), NOON),
        words.when(NOON - timedelta(seconds=59), NOON),
        words.when(NOON - timedelta(days=9), NOON),
    ]

    assert shown[0] == "2 min ago"
    assert words.opened(ticket(NUMBER), now=NOON) == "opened just now"
    assert shown[1] == "just now"
    assert "ago" not in shown[2]


def test_what_was_not_taken_is_said_with_its_number_and_its_words() -> None:
    late = RefusedRequest(
        key="1", number=NUMBER, subject="", text="Once more.", code="ticket.closed"
    )
    opened = RefusedRequest(
        key="2", number=NUMBER, subject="No sound", text="Silent.", code="ticket.text_long"
    )

    assert NUMBER in words.refused_sentence(late)
    assert words.refused_text(late) == "Once more."
    assert words.refused_text(opened) == "No sound\n\nSilent."


@pytest.mark.parametrize("code", ["object.unknown", "object.changed"])
def test_a_close_that_was_not_taken_is_one_sentence_with_the_number(code: str) -> None:
    refused = RefusedRequest(key="1", number=NUMBER, subject="", text="", code=code)

    said = words.refused_sentence(refused)

    assert NUMBER in said
    assert said.count(".") == 1
    assert words.refused_text(refused) == ""


def test_persons_and_support_are_told_apart_by_words() -> None:
    assert words.author(Author.PERSON) == "You"
    # Whoever runs the server answers, which need not be the maker.
    assert words.author(Author.SUPPORT) == "Support"


def test_how_much_room_is_used_is_written_as_the_language_does() -> None:
    assert words.count_of(68, 20_000) == "68 of 20,000"


def test_a_sent_request_is_told_apart_from_one_that_waits() -> None:
    for closed in (None, Closed.DECLINED, Closed.DECISION_NEEDED):
        sent = words.sent_words(NUMBER, is_waiting=False, closed=closed)
        assert sent == f"Sent as {NUMBER}."
    kept = words.sent_words(NUMBER, is_waiting=True, closed=None)
    assert "as soon as the server answers" in kept


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        (Closed.DECLINED, "not sent, because the privacy policy is declined"),
        (Closed.DECISION_NEEDED, "not sent before you decide about the privacy policy"),
    ],
)
def test_c48_what_waits_for_a_decision_says_so_and_where_it_is_made(
    closed: Closed, said: str
) -> None:
    kept = words.sent_words(NUMBER, is_waiting=True, closed=closed)

    assert said in kept
    assert "page Privacy" in kept
    assert "server answers" not in kept
