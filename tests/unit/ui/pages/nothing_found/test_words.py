from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from altrabits_desktop.contract.streamers import (
    CardKind,
    FindingReport,
    HeardBy,
    NetworkCard,
    ProtocolReport,
    ProtocolStatus,
)
from altrabits_desktop.ui.pages.nothing_found.advice import advice_of
from altrabits_desktop.ui.pages.nothing_found.causes import Cause
from altrabits_desktop.ui.pages.nothing_found.checks import checks_of, details_of
from altrabits_desktop.ui.pages.nothing_found.health import Health
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
ALL_TAKEN = replace(
    SILENT,
    protocols=(TAKEN, *(replace(p, status=ProtocolStatus.FAILED) for p in SILENT.protocols[1:])),
)
REFUSED = replace(SILENT, protocols=listening(questions_sent=0, status=ProtocolStatus.FAILED))
OTHERS = replace(SILENT, protocols=listening(heard=2, refused=2, malformed=1))
NO_CARD = replace(SILENT, cards=(), protocols=listening(questions_sent=0))
CHOSEN_MISSING = replace(NO_CARD, error_code="cards.chosen_missing")
STOPPED = replace(NO_CARD, protocols=listening(questions_sent=0, status=ProtocolStatus.STOPPED))
EVERY = {
    Cause.NOTHING_ANSWERED: SILENT,
    Cause.PORT_TAKEN: PORT_TAKEN,
    Cause.SENDING_REFUSED: REFUSED,
    Cause.ONLY_OTHERS: OTHERS,
    Cause.NO_CARD: NO_CARD,
    Cause.CHOSEN_MISSING: CHOSEN_MISSING,
}


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


@pytest.mark.parametrize("cause", EVERY)
def test_every_cause_has_a_sentence_and_one_thing_to_do(cause: Cause) -> None:
    advice = advice_of(EVERY[cause])

    assert advice.cause is cause
    assert all((advice.heading, advice.sentence, advice.to_do, advice.then, advice.icon))


def test_a_taken_port_says_what_still_works() -> None:
    assert "Service search and Media search" in advice_of(PORT_TAKEN).sentence
    assert "Service search" not in advice_of(ALL_TAKEN).sentence


@pytest.mark.parametrize(
    ("cause", "healths"),
    [
        (Cause.NOTHING_ANSWERED, (GOOD, GOOD, UNKNOWN, UNKNOWN)),
        (Cause.ONLY_OTHERS, (GOOD, GOOD, GOOD, UNKNOWN)),
        (Cause.PORT_TAKEN, (BAD, GOOD, UNKNOWN, UNKNOWN)),
        (Cause.SENDING_REFUSED, (BAD, GOOD, UNKNOWN, UNKNOWN)),
        (Cause.NO_CARD, (GOOD, BAD, UNKNOWN, UNKNOWN)),
        (Cause.CHOSEN_MISSING, (GOOD, BAD, UNKNOWN, UNKNOWN)),
    ],
)
def test_the_broken_piece_of_the_way_is_marked(cause: Cause, healths: tuple[Health, ...]) -> None:
    pieces = path_of(EVERY[cause], is_looking=False)

    assert tuple(piece.health for piece in pieces) == healths
    assert all(piece.lines for piece in pieces)


def test_several_cards_stand_in_one_place_of_the_way() -> None:
    _, cards, *_ = path_of(replace(SILENT, cards=(ETHERNET, WIFI)), is_looking=False)

    assert cards.title == "2 network cards"
    assert cards.lines == ("Ethernet 192.168.1.20", "Wi-Fi 192.168.1.57")


def test_the_card_inside_the_computer_is_not_called_like_the_computer() -> None:
    computer, card, *_ = path_of(replace(SILENT, cards=(INSIDE,)), is_looking=False)

    assert (computer.title, card.title) == ("This computer", "Inside this computer")


def test_while_looking_the_streamers_may_still_come() -> None:
    *_, streamers = path_of(SILENT, is_looking=True)

    assert streamers.lines == ("none so far",)


@pytest.mark.parametrize(
    ("report", "is_looking", "titles"),
    [
        (SILENT, False, ("9 questions", "no answer", "not known")),
        (SILENT, True, ("9 questions", "listening", "not known")),
        (OTHERS, False, ("9 questions", "6 answers", "no answer")),
        (NO_CARD, False, ("nothing sent", "not asked", "not known")),
        (CHOSEN_MISSING, False, ("nothing sent", "not asked", "not known")),
        (REFUSED, False, ("nothing sent", "not asked", "not known")),
    ],
)
def test_what_lies_between_says_what_went_there(
    report: FindingReport, is_looking: bool, titles: tuple[str, ...]
) -> None:
    assert tuple(link.title for link in links_of(report, is_looking=is_looking)) == titles


def found(report: FindingReport) -> dict[str, tuple[Health, str]]:
    return {check.label: (check.health, check.found) for check in checks_of(report)}


def test_silence_is_checked_line_by_line() -> None:
    assert found(SILENT) == {
        "Cards": (Health.GOOD, "Wi-Fi up"),
        "Port 30303": (Health.GOOD, "free, ours"),
        "Questions": (Health.GOOD, "9 sent"),
        "AltraBits search": (Health.GOOD, "asked, silent"),
        "Service search": (Health.GOOD, "asked, silent"),
        "Media search": (Health.GOOD, "asked, silent"),
        "Other devices": (Health.UNKNOWN, "none heard"),
        "Broken answers": (Health.GOOD, "none"),
    }


def test_a_taken_port_is_checked() -> None:
    checks = found(PORT_TAKEN)

    assert checks["Port 30303"] == (Health.BAD, "taken")
    assert checks["AltraBits search"] == (Health.BAD, "nothing sent")


def test_a_computer_without_a_network_is_checked() -> None:
    assert found(NO_CARD)["Cards"] == (Health.BAD, "none connected")


def test_a_chosen_card_that_is_missing_is_checked() -> None:
    _, card, _, streamers = path_of(CHOSEN_MISSING, is_looking=False)

    assert found(CHOSEN_MISSING)["Cards"] == (Health.BAD, "chosen missing")
    assert card.lines == ("no chosen one is up",)
    assert streamers.lines == ("could not be asked",)
    assert "Settings" in advice_of(CHOSEN_MISSING).to_do


def test_what_does_not_listen_holds_no_port_and_is_no_fault() -> None:
    checks = found(STOPPED)

    assert checks["Port 30303"] == (Health.UNKNOWN, "not used")
    assert checks["Service search"] == (Health.UNKNOWN, "nothing sent")


def test_refused_questions_are_checked() -> None:
    checks = found(REFUSED)

    assert checks["Port 30303"] == (Health.UNKNOWN, "not used")
    assert checks["Questions"] == (Health.BAD, "nothing sent")


@pytest.mark.parametrize("report", [NO_CARD, REFUSED])
def test_what_was_never_tried_is_not_called_good(report: FindingReport) -> None:
    assert found(report)["Broken answers"] == (Health.UNKNOWN, "not asked")


def test_answers_of_others_are_counted() -> None:
    checks = found(OTHERS)

    assert checks["Other devices"] == (Health.GOOD, "6 answers")
    assert checks["Service search"] == (Health.GOOD, "2 answers")
    assert checks["Broken answers"] == (Health.UNKNOWN, "3 ignored")


def test_the_details_have_the_words_of_the_system() -> None:
    details = details_of(PORT_TAKEN)

    assert "Address already in use" in details
    assert "wlan0: 192.168.1.57/24" in details
    assert "mDNS: 3 asked, 0 heard, 0 broken, 0 not followed" in details


def test_the_details_count_what_was_left_out() -> None:
    assert "9 left out" in details_of(replace(SILENT, left_out=9))
    assert "left out" not in details_of(SILENT)


@pytest.mark.parametrize("way", HeardBy)
def test_every_way_of_finding_has_a_name(way: HeardBy) -> None:
    assert protocol_name(way)
    assert technical_name(way)


def test_a_report_of_nothing_is_told_too() -> None:
    nothing = FindingReport(started_at=NOON, finished_at=NOON + timedelta(seconds=1))

    assert advice_of(nothing).cause is Cause.NO_CARD
    assert {"Port 30303", "Cards"} <= {check.label for check in checks_of(nothing)}
    assert details_of(nothing) == ""
