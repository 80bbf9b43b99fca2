from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from altrabits_desktop.app import made_up_network as networks
from altrabits_desktop.contract.doctor import (
    Cause,
    Firewall,
    FirewallKind,
    Health,
    Measurements,
    Place,
    SystemPage,
)
from altrabits_desktop.contract.streamers import (
    CardKind,
    FindingReport,
    HeardBy,
    NetworkCard,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.runtime.sentences_path import trouble_words
from altrabits_desktop.support.causes import place_of
from altrabits_desktop.support.checks import judge
from altrabits_desktop.ui.pages.nothing_found.details import details_of
from altrabits_desktop.ui.pages.nothing_found.fixes import FixKind, fix_of, icon_of
from altrabits_desktop.ui.pages.nothing_found.path import links_of, path_of
from altrabits_desktop.ui.pages.nothing_found.words import head_line, protocol_name, technical_name
from tests.fakes.clock import NOON
from tests.fakes.full_house import ETHERNET, SILENT, WIFI, listening

INSIDE = NetworkCard("lo", "127.0.0.1", 8, "", CardKind.LOOPBACK)

GOOD, BAD, UNKNOWN = Health.GOOD, Health.BAD, Health.UNKNOWN
TAKEN = ProtocolReport(
    HeardBy.ANNOUNCE,
    ProtocolStatus.FAILED,
    error_code="announce.port_taken",
    error_detail="Address already in use",
)
PORT_TAKEN = replace(SILENT, protocols=(TAKEN, *SILENT.protocols[1:]))
REFUSED = replace(SILENT, protocols=listening(questions_sent=0, status=ProtocolStatus.FAILED))
OTHERS = replace(SILENT, protocols=listening(heard=2, refused=2, malformed=1))
NO_CARD = replace(SILENT, cards=(), protocols=listening(questions_sent=0))
CHOSEN_MISSING = replace(NO_CARD, error_code="cards.chosen_missing")


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (SILENT, "Looked for 3.0 s on Wi-Fi 192.168.1.57. Nothing answered."),
        (OTHERS, "Looked for 3.0 s on Wi-Fi 192.168.1.57. No streamer answered."),
        (NO_CARD, "No network to look on"),
        (CHOSEN_MISSING, "No chosen network card is connected"),
        (replace(SILENT, finished_at=None), "Looking on Wi-Fi 192.168.1.57"),
    ],
)
def test_the_head_says_where_and_how_long_was_looked(report: FindingReport, line: str) -> None:
    assert head_line(report, is_looking=False) == line


def test_the_head_says_that_it_is_looking_again() -> None:
    assert head_line(SILENT, is_looking=True) == "Looking on Wi-Fi 192.168.1.57"


def test_the_head_names_two_cards_and_counts_more() -> None:
    two = replace(SILENT, cards=(ETHERNET, WIFI))
    four = replace(SILENT, cards=(ETHERNET, WIFI) * 2)

    assert head_line(two, is_looking=True) == (
        "Looking on Ethernet 192.168.1.20 and Wi-Fi 192.168.1.57"
    )
    assert head_line(four, is_looking=True) == "Looking on 4 network cards"


@pytest.mark.parametrize(
    ("report", "measured", "healths"),
    [
        (SILENT, None, (GOOD, GOOD, UNKNOWN, UNKNOWN)),
        (OTHERS, None, (GOOD, GOOD, GOOD, UNKNOWN)),
        (PORT_TAKEN, None, (BAD, GOOD, UNKNOWN, UNKNOWN)),
        (REFUSED, None, (BAD, GOOD, UNKNOWN, UNKNOWN)),
        (NO_CARD, None, (GOOD, BAD, UNKNOWN, UNKNOWN)),
        (CHOSEN_MISSING, None, (GOOD, BAD, UNKNOWN, UNKNOWN)),
        (SILENT, networks.GUEST, (GOOD, GOOD, BAD, UNKNOWN)),
        (SILENT, networks.HEALTHY, (GOOD, GOOD, GOOD, UNKNOWN)),
        (SILENT, networks.FIREWALL, (BAD, GOOD, GOOD, UNKNOWN)),
        (SILENT, networks.VPN, (BAD, GOOD, UNKNOWN, UNKNOWN)),
        (SILENT, networks.MUTE, (GOOD, GOOD, GOOD, BAD)),
        (NO_CARD, networks.CABLE_OUT, (GOOD, BAD, UNKNOWN, UNKNOWN)),
    ],
)
def test_the_broken_piece_of_the_way_is_marked(
    report: FindingReport, measured: Measurements | None, healths: tuple[Health, ...]
) -> None:
    pieces = path_of(judge(report, measured), is_looking=False)

    assert tuple(piece.health for piece in pieces) == healths
    assert all(piece.lines for piece in pieces)


@pytest.mark.parametrize("cause", Cause)
def test_one_piece_at_most_is_broken_and_says_what_is_wrong(cause: Cause) -> None:
    told = replace(judge(SILENT, networks.HEALTHY), cause=cause, place=place_of(cause))

    broken = [piece for piece in path_of(told, is_looking=False) if piece.health is BAD]

    assert len(broken) == (place_of(cause) is not None)
    assert all(piece.lines[-1] == trouble_words(cause) != "" for piece in broken)


def test_a_guest_network_is_shown_as_the_design_shows_it() -> None:
    told = judge(SILENT, networks.GUEST)
    pieces, links = path_of(told, is_looking=False), links_of(told, is_looking=False)

    assert told.place is Place.ROUTER
    assert pieces[2].lines == ("192.168.50.1", "keeps devices apart")
    assert pieces[3].lines == ("6 neighbours,", "none answers")
    assert [link.title for link in links] == ["< 1 ms", "2 ms", "no way through"]
    assert [link.health for link in links] == [GOOD, GOOD, BAD]


def test_several_cards_stand_in_one_place_of_the_way() -> None:
    told = judge(replace(SILENT, cards=(ETHERNET, WIFI)), None)
    _, cards, *_ = path_of(told, is_looking=False)

    assert cards.title == "2 network cards"
    assert cards.lines == ("Ethernet 192.168.1.20", "Wi-Fi 192.168.1.57")


def test_the_card_inside_the_computer_is_not_called_like_the_computer() -> None:
    told = judge(replace(SILENT, cards=(INSIDE,)), None)
    computer, card, *_ = path_of(told, is_looking=False)

    assert (computer.title, card.title) == ("This computer", "Inside this computer")


def test_while_looking_the_streamers_may_still_come() -> None:
    *_, streamers = path_of(judge(SILENT, None), is_looking=True)

    assert streamers.lines == ("none so far",)


@pytest.mark.parametrize(
    ("report", "is_looking", "titles"),
    [
        (SILENT, False, ("9 questions", "not checked", "no answer")),
        (SILENT, True, ("9 questions", "not checked", "listening")),
        (OTHERS, False, ("9 questions", "6 answers", "no answer")),
        (NO_CARD, False, ("nothing sent", "not checked", "not asked")),
        (CHOSEN_MISSING, False, ("nothing sent", "not checked", "not asked")),
        (REFUSED, False, ("nothing sent", "not checked", "not asked")),
    ],
)
def test_what_lies_between_says_what_went_there(
    report: FindingReport, is_looking: bool, titles: tuple[str, ...]
) -> None:
    links = links_of(judge(report, None), is_looking=is_looking)

    assert tuple(link.title for link in links) == titles


def test_the_details_have_the_words_of_the_system_and_what_has_no_line() -> None:
    details = details_of(judge(PORT_TAKEN, networks.PORT_TAKEN)).splitlines()

    assert "wlan0: 192.168.1.57/24" in [
        line.replace("\u2066", "").replace("\u2069", "") for line in details
    ]
    assert any("Address already in use" in line for line in details)
    assert "Groups: joined, heard" in details


def test_the_details_name_the_firewalls_rule() -> None:
    firewall = Firewall(kind=FirewallKind.NFTABLES, is_on=True, rules=("t i: drop",))

    assert "t i: drop" in details_of(judge(SILENT, replace(networks.FIREWALL, firewall=firewall)))


def test_what_was_left_out_is_counted_in_the_details() -> None:
    assert "2 left out of the list" in details_of(judge(replace(SILENT, left_out=2), None))


@pytest.mark.parametrize(
    ("report", "measured", "kind", "value"),
    [
        (SILENT, networks.GUEST, FixKind.OPEN_SYSTEM, "wifi"),
        (NO_CARD, networks.CABLE_OUT, FixKind.OPEN_SYSTEM, "network"),
        (SILENT, networks.VPN, FixKind.OPEN_SYSTEM, "vpn"),
        (SILENT, networks.FIREWALL, FixKind.COPY, "sudo ufw allow AltraBits"),
        (SILENT, networks.MUTE, FixKind.TRY_ADDRESS, "192.168.50.40"),
        (CHOSEN_MISSING, None, FixKind.OPEN_SETTINGS, ""),
    ],
)
def test_a_button_does_what_it_can(
    report: FindingReport, measured: Measurements | None, kind: FixKind, value: str
) -> None:
    fix = fix_of(judge(report, measured), can_open=lambda _page: True)

    assert fix is not None
    assert (fix.kind, fix.value) == (kind, value)
    assert fix.words


@pytest.mark.parametrize("cause", Cause)
def test_a_page_that_is_not_there_has_no_button(cause: Cause) -> None:
    told = replace(judge(SILENT, None), cause=cause)

    fix = fix_of(told, can_open=lambda _page: False)

    assert fix is None or fix.kind is not FixKind.OPEN_SYSTEM
    assert icon_of(told)


@pytest.mark.parametrize("page", SystemPage)
def test_every_page_of_the_system_is_the_way_to_heal_something(page: SystemPage) -> None:
    told = judge(SILENT, None)
    fixes = [fix_of(replace(told, cause=cause), can_open=lambda _page: True) for cause in Cause]

    assert page.value in {fix.value for fix in fixes if fix is not None}


@pytest.mark.parametrize("way", HeardBy)
def test_every_way_of_finding_has_a_name(way: HeardBy) -> None:
    assert protocol_name(way)
    assert technical_name(way)


def test_the_time_of_a_round_is_its_own() -> None:
    longer = replace(SILENT, finished_at=NOON - timedelta(seconds=5))

    assert head_line(longer, is_looking=False).startswith("Looked for 5.0 s")
