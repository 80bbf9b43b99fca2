"""What a person does with support requests and streamers of their own; the server is real."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.belongings import (
    NAME_MOST,
    SUBJECT_MOST,
    TEXT_MOST,
    Belongings,
    ChangeKind,
)
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.ids import read_ticket_number
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.possessions import AddOwned
from altrabits_desktop.contract.tickets import CloseTicket, TicketState
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.server.operating import Operator
from altrabits_desktop.sync.outbox import Errand, Waiting

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.sync.outbox import Body
    from tests.fakes.membership import Computer


def of(here: Computer) -> Belongings:
    return Belongings(here.person, clock=SystemClock())


async def signed_up(here: Computer) -> Belongings:
    await here.sign_up()
    return of(here)


async def with_a_streamer(here: Computer) -> Belongings:
    belongings = await signed_up(here)
    body = AddOwned(id="streamer-1", name="Kitchen", product="Oval", pin="ab" * 32)
    await here.person.keep(
        Waiting(
            key=secrets.token_hex(16),
            errand=Errand.ADD_STREAMER,
            object_id=body.id,
            body=body,
            made_at=SystemClock().now(),
        )
    )
    return belongings


async def test_a_support_request_has_its_number_at_once_and_is_answered_within_seconds(
    here: Computer, tmp_path: Path
) -> None:
    belongings = await signed_up(here)

    number = await belongings.open_ticket("  No\tsound ", " It is silent.\n")
    await here.until(lambda: not belongings.is_waiting(number))
    operator = Operator(tmp_path, clock=SystemClock())
    await operator.reply(number, "Is it plugged in?")
    await here.until(lambda: len(belongings.ticket(number).messages) == 2)
    await belongings.reply(number.lower(), "It is.")
    await here.until(lambda: not belongings.is_waiting(number))

    ticket = belongings.ticket(number)
    assert read_ticket_number(number) == number
    assert (ticket.subject, ticket.state) == ("No sound", TicketState.OPEN)
    assert [message.text for message in ticket.messages] == [
        *("It is silent.", "Is it plugged in?", "It is."),
    ]


async def test_what_is_written_while_the_server_is_stopped_waits_and_arrives_once(
    here: Computer,
) -> None:
    belongings = await signed_up(here)
    await here.stop_server()

    number = await belongings.open_ticket("No sound", "It is silent.")
    await belongings.reply(number, "Still.")
    await belongings.close_ticket(number)
    seen = (belongings.is_waiting(number), len(belongings.ticket(number).messages))
    person = await here.start_again()
    again = of(here)
    await here.until(lambda: not again.is_waiting(number))

    assert seen == (True, 2)
    assert person.report().waits == 0
    assert [(len(ticket.messages), ticket.state) for ticket in again.tickets()] == [
        (2, TicketState.CLOSED)
    ]


async def test_a_closed_support_request_takes_no_message(here: Computer, tmp_path: Path) -> None:
    belongings = await signed_up(here)
    number = await belongings.open_ticket("No sound", "It is silent.")
    await here.until(lambda: not belongings.is_waiting(number))
    await Operator(tmp_path, clock=SystemClock()).close(number)
    await here.until(lambda: belongings.ticket(number).state is TicketState.CLOSED)

    with pytest.raises(Refused) as refused:
        await belongings.reply(number, "Still silent.")

    assert (refused.value.code, refused.value.arguments) == ("ticket.closed", {"number": number})


async def test_a_support_request_is_closed_by_its_person_also_after_an_unseen_answer(
    here: Computer, tmp_path: Path
) -> None:
    belongings = await signed_up(here)
    number = await belongings.open_ticket("No sound", "It is silent.")
    await here.until(lambda: not belongings.is_waiting(number))
    await here.person.stop()
    await Operator(tmp_path, clock=SystemClock()).reply(number, "Is it plugged in?")
    await here.start()

    belongings = of(here)
    await belongings.close_ticket(number.lower())
    closed_at_once = belongings.ticket(number).state
    await here.reach()
    await here.until(lambda: not belongings.is_waiting(number))
    await belongings.close_ticket(number)

    ticket = belongings.ticket(number)
    assert closed_at_once is ticket.state is TicketState.CLOSED
    assert (len(ticket.messages), belongings.is_waiting(number)) == (2, False)
    assert here.person.view.refused == ()


def errand_of(errand: Errand, object_id: str, body: Body) -> Waiting:
    return Waiting(
        key=secrets.token_hex(16),
        errand=errand,
        object_id=object_id,
        body=body,
        made_at=SystemClock().now(),
    )


async def close_what_is_unknown(here: Computer, number: str) -> None:
    await here.person.keep(errand_of(Errand.CLOSE_TICKET, number, CloseTicket()))


async def test_a_close_that_the_server_refuses_is_said_until_it_was_seen(here: Computer) -> None:
    belongings = await signed_up(here)
    await close_what_is_unknown(here, "AB-0000-0000-0")
    await here.until(lambda: bool(belongings.refused_requests()))

    [refused] = belongings.refused_requests()
    waits = here.person.report().waits
    await belongings.forget_refused(refused.key)

    assert (refused.is_close, refused.code, waits) == (True, "object.unknown", 0)
    assert belongings.refused_requests() == ()
    assert here.person.view.refused == ()


async def test_of_what_was_refused_all_that_was_asked_of_support_is_said(here: Computer) -> None:
    belongings = await with_a_streamer(here)
    await here.until(lambda: here.person.report().waits == 0)
    await here.stop_server()
    await belongings.name_streamer("streamer-1", "Attic")
    number = await belongings.open_ticket("No sound", "It is silent.")
    await belongings.reply(number, "Still.")
    await belongings.close_ticket(number)
    for waiting in here.replica.outbox:
        await here.replica.take_refusal(waiting.key, "object.unknown")

    told = belongings.refused_requests()

    assert [(each.subject, each.text, each.is_close) for each in told] == [
        ("No sound", "It is silent.", False),
        ("", "Still.", False),
        ("", "", True),
    ]
    assert {each.number for each in told} == {number}


async def test_what_the_server_refused_of_streamers_is_said_until_it_was_seen(
    here: Computer,
) -> None:
    belongings = await with_a_streamer(here)
    await here.until(lambda: here.person.report().waits == 0)
    await here.stop_server()
    before = here.person.view.streamers[0].name
    await belongings.name_streamer("streamer-1", "Attic")
    await here.person.keep(errand_of(Errand.RELEASE_STREAMER, "streamer-1", None))
    for waiting in here.replica.outbox:
        await here.replica.take_refusal(waiting.key, "object.unknown")

    told = belongings.refused_changes()
    for each in told:
        await belongings.forget_refused(each.key)

    assert [(each.kind, each.name, each.code) for each in told] == [
        (ChangeKind.CHANGED, "Attic", "object.unknown"),
        (ChangeKind.REMOVED, before, "object.unknown"),
    ]
    assert belongings.refused_changes() == ()


async def test_a_close_that_is_tried_again_says_nothing_of_the_last_try(here: Computer) -> None:
    belongings = await signed_up(here)
    await here.stop_server()
    number = await belongings.open_ticket("No sound", "It is silent.")
    [opening] = here.replica.outbox
    await close_what_is_unknown(here, number)
    await here.replica.take_refusal(here.replica.outbox[-1].key, "object.changed")
    before = belongings.refused_requests()

    await belongings.close_ticket(number)

    assert [each.is_close for each in before] == [True]
    assert belongings.refused_requests() == ()
    assert opening.key in {waiting.key for waiting in here.replica.outbox}


@pytest.mark.parametrize(
    ("subject", "text", "code"),
    [
        (" \n", "text", "ticket.subject_empty"),
        ("s" * (SUBJECT_MOST + 1), "text", "ticket.subject_long"),
        ("subject", " ", "ticket.text_empty"),
        ("subject", "t" * (TEXT_MOST + 1), "ticket.text_long"),
    ],
)
async def test_words_that_no_server_would_take_are_refused_at_once(
    here: Computer, subject: str, text: str, code: str
) -> None:
    belongings = await signed_up(here)

    with pytest.raises(Refused) as refused:
        await belongings.open_ticket(subject, text)

    assert refused.value.code == code
    assert belongings.tickets() == ()


async def test_c09_nothing_is_kept_without_an_account_or_after_a_no(here: Computer) -> None:
    with pytest.raises(DecisionNeeded) as anonymous:
        await of(here).open_ticket("No sound", "It is silent.")
    belongings = await with_a_streamer(here)
    await here.decide(DecisionKind.DECLINED)
    with pytest.raises(DecisionNeeded) as declined:
        await belongings.name_streamer("streamer-1", "Attic")

    assert anonymous.value.code == "gate.sign_in_needed"
    assert declined.value.code == "gate.declined"


async def test_c15_a_streamer_is_named_and_placed(here: Computer) -> None:
    belongings = await with_a_streamer(here)

    await belongings.name_streamer("streamer-1", "  Attic  radio ")
    await belongings.place_streamer("streamer-1", "Attic")
    await here.until(lambda: not belongings.is_waiting("streamer-1"))
    [owned] = belongings.streamers()

    assert (owned.name, owned.room, owned.product) == ("Attic radio", "Attic", "Oval")
    assert owned.pin == "ab" * 32


@pytest.mark.parametrize(
    ("name", "code"), [("", "streamer.name_empty"), ("n" * (NAME_MOST + 1), "streamer.name_long")]
)
async def test_a_name_that_no_server_would_take_is_refused(
    here: Computer, name: str, code: str
) -> None:
    belongings = await with_a_streamer(here)

    with pytest.raises(Refused) as refused:
        await belongings.name_streamer("streamer-1", name)
    with pytest.raises(Refused) as too_long:
        await belongings.place_streamer("streamer-1", "r" * (NAME_MOST + 1))
    with pytest.raises(Refused) as unknown:
        await belongings.name_streamer("streamer-2", "Attic")

    assert refused.value.code == code
    assert too_long.value.code == "streamer.room_long"
    assert unknown.value.code == "object.unknown"


@given(st.text(max_size=20))
def test_any_words_are_a_number_that_is_known_or_not(typed: str) -> None:
    from altrabits_desktop.sync.merge import NOTHING

    class Empty:
        view = NOTHING

    with pytest.raises(Refused, match=r"ticket\.unknown"):
        Belongings(Empty(), clock=SystemClock()).ticket(typed)  # type: ignore[arg-type] # read only
