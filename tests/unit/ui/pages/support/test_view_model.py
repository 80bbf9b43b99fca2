from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Closed, Standing
from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
from tests.fakes.clock import NOON
from tests.fakes.house_on_show import Told
from tests.fakes.kept_membership import ticket

if TYPE_CHECKING:
    from tests.fakes.full_house import FullHouse

FIRST, SECOND = "AB-7K2Q-9MZT-T", "AB-4XD1-0H8P-1"


def test_a_request_has_its_number_at_once_and_its_draft_is_gone(
    member: FullHouse, model: SupportViewModel
) -> None:
    model.write()
    model.subject, model.text = "No sound", "It is silent."

    model.send()

    assert model.chosen == model.just_sent == model.tickets[0].number
    assert model.is_waiting(model.chosen)
    assert (model.subject, model.text, model.is_writing) == ("", "", False)


def test_what_could_not_be_kept_stays_typed_with_the_reason(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.refusal = StoreUnusable("store.full")
    model.write()
    model.subject, model.text = "No sound", "It is silent."

    model.send()

    assert model.fault is member.membership.refusal
    assert (model.text, model.is_writing, model.is_sending) == ("It is silent.", True, False)


def test_an_empty_request_is_refused_in_place(member: FullHouse, model: SupportViewModel) -> None:
    model.write()

    model.send()

    assert model.fault is not None
    assert model.fault.code == "ticket.subject_empty"
    assert model.tickets == ()


def test_a_reply_is_added_and_each_request_holds_a_draft_of_its_own(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    model.open(FIRST)
    model.draft_reply("It is plugged in.")
    model.open(SECOND)
    model.draft_reply("Later.")
    model.open(FIRST)

    model.send_reply()

    first = next(one for one in model.tickets if one.number == FIRST)
    assert [message.text for message in first.messages] == ["It is silent.", "It is plugged in."]
    assert model.reply == ""
    model.open(SECOND)
    assert model.reply == "Later."


def test_an_answer_is_new_until_it_is_read(member: FullHouse, model: SupportViewModel) -> None:
    member.membership.show(ticket(FIRST))

    member.membership.answer(FIRST, "Is it plugged in?")

    assert (model.unread, model.is_unread(FIRST)) == (1, True)
    model.appear()
    assert model.unread == 1
    model.open(FIRST)
    assert model.unread == 0


def test_who_writes_after_an_answer_has_read_it(member: FullHouse, model: SupportViewModel) -> None:
    member.membership.show(ticket(FIRST))
    member.membership.answer(FIRST, "Is it plugged in?")
    before = model.unread
    answered = member.membership.tickets[FIRST]
    own = ticket(FIRST, "It is.").messages

    member.membership.show(replace(answered, messages=(*answered.messages, *own)))
    after_own = model.unread
    member.membership.answer(FIRST, "Then it is broken.")

    assert (before, after_own, model.unread) == (1, 0, 1)


def test_a_closed_request_has_no_new_answer(member: FullHouse, model: SupportViewModel) -> None:
    member.membership.show(ticket(FIRST))
    member.membership.answer(FIRST, "Is it plugged in?")
    before = model.unread
    answered = member.membership.tickets[FIRST]

    member.membership.show(replace(answered, state=TicketState.CLOSED))

    assert (before, model.unread) == (1, 0)


def test_the_request_that_was_written_to_last_stands_first(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST, at=NOON), ticket(SECOND, at=NOON + timedelta(minutes=1)))
    by_opening = [each.number for each in model.tickets]

    member.membership.answer(FIRST, "Is it plugged in?", at=NOON + timedelta(minutes=2))

    assert by_opening == [SECOND, FIRST]
    assert [each.number for each in model.tickets] == [FIRST, SECOND]


def test_an_answer_to_the_open_request_is_read_as_it_comes(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    model.appear()
    model.open(FIRST)

    member.membership.answer(FIRST, "Is it plugged in?")

    assert model.unread == 0


def test_an_answer_is_new_while_the_page_is_gone_or_something_new_is_written(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    model.appear()
    model.open(FIRST)
    model.write()
    member.membership.answer(FIRST, "Is it plugged in?")
    while_writing = model.unread
    model.stop_writing()
    model.open(FIRST)
    model.disappear()

    member.membership.answer(FIRST, "Still there?")

    assert (while_writing, model.unread) == (1, 1)


def test_what_was_answered_before_the_sign_in_is_not_new(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.home.stand(email="")
    member.membership.answers_read = None
    member.membership.tickets = {FIRST: ticket(FIRST)}
    member.home.stand(email="oak@example.net", sync=SyncReport(SyncState.WORKING))
    member.membership.answer(FIRST, "Is it plugged in?")
    meanwhile = model.unread

    member.home.stand(sync=SyncReport(SyncState.IN_STEP))

    assert (meanwhile, model.unread) == (0, 0)


def test_an_answer_that_was_not_read_is_new_after_the_next_start_too(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    member.membership.answer(FIRST, "Is it plugged in?")
    member.membership.answer(SECOND, "Which one?")
    model.appear()
    model.open(SECOND)

    after = SupportViewModel(member.services)

    assert (after.is_unread(FIRST), after.is_unread(SECOND)) == (True, False)


def test_what_was_answered_while_the_window_was_closed_is_new(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    assert model.unread == 0
    model.deleteLater()
    QCoreApplication.sendPostedEvents(model, QEvent.Type.DeferredDelete)
    member.membership.answer(FIRST, "Is it plugged in?")

    assert SupportViewModel(member.services).is_unread(FIRST)


def test_drafts_and_marks_go_with_the_account(member: FullHouse, model: SupportViewModel) -> None:
    member.membership.show(ticket(FIRST))
    member.membership.answer(FIRST, "Is it plugged in?")
    model.open(FIRST)
    model.draft_reply("It is.")
    model.subject, model.text = "A secret", "Of the person before."

    member.membership.tickets.clear()
    member.home.stand(email="oak@example.net")

    assert (model.subject, model.text, model.chosen, model.unread) == ("", "", "", 0)
    member.membership.show(ticket(FIRST))
    model.open(FIRST)
    assert model.reply == ""


def test_a_request_that_is_gone_is_not_open_any_more(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    model.open(FIRST)

    member.membership.show()

    assert (model.chosen, model.ticket) == ("", None)


def test_why_nothing_can_be_written(house: FullHouse, model: SupportViewModel) -> None:
    anonymous = model.closed
    house.home.stand(standing=Standing.DECLINED)
    declined = model.closed
    house.home.stand(standing=Standing.LIMITED, email="maple@example.net")

    assert anonymous is Closed.SIGN_IN_NEEDED
    assert declined is Closed.DECLINED
    assert model.closed is Closed.DECISION_NEEDED


def test_requests_are_being_read_until_the_first_answer_of_the_server(
    house: FullHouse, model: SupportViewModel
) -> None:
    at_start = model.is_starting
    house.home.stand(
        server=ServerState.REACHED,
        standing=Standing.SIGNED_IN,
        email="maple@example.net",
        sync=SyncReport(SyncState.WORKING),
    )
    meanwhile = model.is_reading
    house.home.stand(sync=SyncReport(SyncState.IN_STEP))
    house.home.stand(sync=SyncReport(SyncState.WORKING))

    assert (at_start, meanwhile) == (True, True)
    assert not model.is_reading


def test_the_page_is_told_of_changes_of_the_person_alone(
    member: FullHouse, model: SupportViewModel
) -> None:
    told = Told(model.changed)

    member.report(started_at=None)
    member.membership.show(ticket(FIRST))

    assert len(told) == 1


def test_the_list_alone_is_shown_again_and_keeps_what_is_typed(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    model.write()
    model.text = "Half a sentence"
    model.open(FIRST)

    model.close()

    assert (model.chosen, model.is_writing, model.text) == ("", False, "Half a sentence")


def test_requests_of_an_ended_sign_in_are_not_shown(
    member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    model.open(FIRST)

    member.home.stand(standing=Standing.ANONYMOUS, email="")

    assert (model.tickets, model.ticket, model.refused) == ((), None, ())
