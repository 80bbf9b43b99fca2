from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.directory import summarise
from altrabits_desktop.contract.streamers import (
    CardKind,
    HeardBy,
    NetworkCard,
    Presence,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.ui.formatting import clock_time
from altrabits_desktop.ui.pages.streamers import words
from tests.fakes.house_on_show import (
    ETHERNET,
    LISTENING,
    NOW,
    PORT_TAKEN,
    WIFI,
    five,
    gone,
    many,
    streamer,
)

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer

CARDS = (ETHERNET, WIFI)


def test_the_line_tells_how_many_where_and_when() -> None:
    line = words.cards_line(summarise(five()), CARDS, now=NOW, is_short=False)

    assert line == "4 of 5 here, heard on Ethernet and Wi-Fi, 4 s ago"


def test_the_short_line_leaves_out_where() -> None:
    line = words.cards_line(summarise(five()), CARDS, now=NOW, is_short=True)

    assert line == "4 of 5 here, heard 4 s ago"


def test_a_house_where_nobody_answers_is_not_here() -> None:
    silent = summarise([replace(one, presence=Presence.GONE) for one in five()])

    line = words.cards_line(silent, CARDS, now=NOW, is_short=False)

    assert line == "None of 5 answers, last heard 4 s ago"


def test_without_a_network_nobody_is_blamed() -> None:
    silent = summarise([replace(one, presence=Presence.GONE) for one in five()])

    assert words.no_network_line("cards.none", silent, is_short=False) == (
        "This computer is in no network, so none of 5 answers"
    )
    assert words.no_network_line("cards.chosen_missing", silent, is_short=False) == (
        "No chosen network card is connected, so none of 5 answers"
    )
    assert words.no_network_line("cards.none", silent, is_short=True) == (
        "This computer is in no network"
    )


def test_two_cards_of_a_kind_are_named_once() -> None:
    second = NetworkCard("eth1", "10.0.0.2", 24, "10.0.0.255", CardKind.ETHERNET)

    assert words.kinds_of(("eth0", "eth1", "gone0"), (*CARDS, second)) == ["Ethernet"]


def test_this_computer_begins_small_inside_the_line() -> None:
    here = NetworkCard("eth0", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK)
    heard = [replace(each, card_name="eth0") for each in five()]

    line = words.cards_line(summarise(heard), [here], now=NOW, is_short=False)

    assert "heard on this computer, " in line
    assert "looked for on this computer 127.0.0.1." in words.missing_sentence([here], is_demo=False)


def test_a_search_says_how_many_of_how_many_match() -> None:
    assert words.hits_line(1, 3) == "1 of 3"


def test_without_streamers_the_line_says_it_is_looking() -> None:
    line = words.cards_line(summarise(()), CARDS, now=NOW, is_short=False)

    assert line == "Looking for streamers"


def test_rows_tell_rooms_and_states() -> None:
    streamers = list(many(40))
    streamers[0] = replace(gone(), name="Terrace", room="Lobby")
    streamers[1] = replace(gone(), id=streamers[1].id, room="Lobby")
    streamers[2] = replace(streamers[2], presence=Presence.ASLEEP)
    streamers[3] = replace(streamers[3], presence=Presence.ASLEEP)

    line = words.rows_line(summarise(streamers), is_short=False)

    since = clock_time(NOW - timedelta(minutes=12))
    assert line == (
        f"40 here in 9 rooms. 36 answer, 2 are asleep, 2 have not answered since {since}"
    )


def test_rows_leave_out_none_of_those_that_are_here() -> None:
    doubted = [replace(each, presence=Presence.CHECKING) for each in many(40)[:2]]

    line = words.rows_line(summarise([*doubted, *many(40)[2:]]), is_short=True)

    assert line == "40 here. 38 answer, 2 are being checked"


def test_short_rows_leave_out_rooms_and_times() -> None:
    streamers = (*many(30), gone(), replace(gone(), id=many(31)[30].id))

    assert words.rows_line(summarise(streamers), is_short=True) == (
        "32 here. 30 answer, 2 have not answered"
    )


def test_a_house_without_rooms_names_none() -> None:
    assert words.rows_line(summarise((streamer(1), streamer(2))), is_short=False) == (
        "2 here. 2 answer"
    )


def test_the_missing_card_names_where_was_looked() -> None:
    assert words.missing_sentence(CARDS, is_demo=False) == (
        "Streamers are looked for on Ethernet 192.168.1.20 and Wi-Fi 192.168.1.57. "
        "A streamer in another network can be reached by its address."
    )
    assert words.missing_sentence((), is_demo=False) == words.elsewhere_sentence()


def test_the_missing_card_does_not_claim_that_the_demo_was_found_on_a_card() -> None:
    assert words.missing_sentence(CARDS, is_demo=True) == (
        "What is shown is the demo on this computer. "
        "Streamers of this house are looked for on Ethernet 192.168.1.20 and Wi-Fi 192.168.1.57."
    )


def test_a_taken_port_tells_what_still_works() -> None:
    protocols = (PORT_TAKEN, *LISTENING[1:])

    assert words.fault_heading(PORT_TAKEN) == "Port 30303 is taken"
    assert words.fault_sentence(PORT_TAKEN, protocols) == (
        "Another program listens there. "
        "Streamers are still found by Service search and Media search."
    )
    assert words.fault_details(PORT_TAKEN) == "announce.port_taken: Address already in use"


def test_any_other_fault_is_told_too() -> None:
    fault = ProtocolReport(HeardBy.MDNS, ProtocolStatus.FAILED, error_code="mdns.unavailable")

    assert words.fault_heading(fault) == "Service search finds nothing"
    assert words.fault_sentence(fault, (fault,)) == "The system did not let it listen."
    assert words.fault_details(fault) == "mdns.unavailable"


def test_the_words_of_orders_and_views() -> None:
    assert [words.order_name(order) for order in ("room", "name", "state")] == [
        "Room",
        "Name",
        "State",
    ]
    assert [words.view_name(view) for view in ("automatic", "cards", "rows")] == [
        "Automatic",
        "Cards",
        "Rows",
    ]


def test_an_empty_search_result_repeats_the_search() -> None:
    assert words.no_hit_sentence("  kitchen ") == "No streamer matches “kitchen”"


def test_where_all_answer_nobody_is_counted_twice() -> None:
    here = summarise([one for one in five() if one.presence is not Presence.GONE])

    line = words.cards_line(here, CARDS, now=NOW, is_short=False)

    assert line == "4 here, heard on Ethernet and Wi-Fi, 4 s ago"
    assert words.cards_line(here, CARDS, now=NOW, is_short=True) == "4 here, heard 4 s ago"


def unheard(count: int, presence: Presence) -> list[Streamer]:
    """Give so many of the person's own of which nothing was heard since the start."""
    return [
        replace(one, is_heard=False, heard_by=frozenset(), presence=presence, state=None)
        for one in many(count)
    ]


@pytest.mark.parametrize("is_short", [True, False])
def test_while_all_are_looked_for_nothing_is_said_to_be_here(is_short: bool) -> None:
    awaited = summarise(unheard(3, Presence.CHECKING))

    assert (awaited.here, awaited.awaited, awaited.checking) == (0, 3, 0)
    assert words.rows_line(awaited, is_short=is_short) == "Looking for streamers"
    assert words.cards_line(awaited, CARDS, now=NOW, is_short=is_short) == "Looking for streamers"


def test_where_none_was_heard_since_the_start_no_instant_is_told() -> None:
    silent = summarise(unheard(3, Presence.GONE))

    assert words.rows_line(silent, is_short=False) == "None of 3 answers"
    assert words.cards_line(silent, CARDS, now=NOW, is_short=False) == "None of 3 answers"


def test_those_that_are_looked_for_are_not_counted_as_being_here() -> None:
    both = summarise([*five()[:2], *unheard(3, Presence.CHECKING)])

    assert words.rows_line(both, is_short=True).startswith("2 here.")
    assert words.cards_line(both, CARDS, now=NOW, is_short=True) == "2 here, heard 4 s ago"
