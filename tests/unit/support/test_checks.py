from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from altrabits_desktop.contract.doctor import Cause, CheckName, Health, Holder, Measurements, Names
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.sentences_checks import check_found, check_label, known_codes
from altrabits_desktop.runtime.sentences_doctor import cause_words
from altrabits_desktop.support.checks import judge
from tests.fakes.full_house import SILENT, listening
from tests.unit.support.test_causes import ALL_BACK, ALONE, CALLED, HEALTHY, TAKEN


def found(name: CheckName, measured: Measurements | None, *, listed: int = 0) -> tuple[Health, str]:
    checks = judge(SILENT, measured, listed=listed).checks
    check = next(check for check in checks if check.name is name)
    return check.health, check_found(check)


def test_every_check_is_told_once_and_in_order() -> None:
    assert [check.name for check in judge(SILENT, None).checks] == list(CheckName)


def test_without_a_measurement_nothing_is_said_to_be_well_that_was_not_looked_at() -> None:
    checks = {check.name: check for check in judge(SILENT, None).checks}

    assert {name for name, check in checks.items() if check.health is Health.GOOD} == {
        CheckName.CARDS,
        CheckName.GROUPS,
        CheckName.PORT,
    }
    assert check_found(checks[CheckName.ROUTER]) == "not checked"


@pytest.mark.parametrize(
    ("name", "measured", "expected"),
    [
        (CheckName.FIREWALL, HEALTHY, (Health.GOOD, "lets answers in")),
        (CheckName.FIREWALL, replace(HEALTHY, echoes=(CALLED,)), (Health.BAD, "blocks all")),
        (CheckName.ROUTER, HEALTHY, (Health.GOOD, "answers in 2 ms")),
        (CheckName.BROADCAST, HEALTHY, (Health.GOOD, "back in 1 ms")),
        (
            CheckName.BROADCAST,
            replace(HEALTHY, echoes=(CALLED,)),
            (Health.BAD, "lost"),
        ),
        (
            CheckName.BROADCAST,
            replace(HEALTHY, echoes=(replace(CALLED, refusal="EPERM"),)),
            (Health.BAD, "not let out"),
        ),
        (CheckName.NEIGHBOURS, HEALTHY, (Health.GOOD, "1 of 1 answer")),
        (CheckName.NEIGHBOURS, ALONE, (Health.UNKNOWN, "none")),
        (CheckName.VPN, HEALTHY, (Health.UNKNOWN, "none")),
        (
            CheckName.PORT,
            replace(HEALTHY, holders=(Holder("scanner", 7),)),
            (Health.BAD, "shared: scanner"),
        ),
        (CheckName.MEMBERSHIP, HEALTHY, (Health.GOOD, "joined, heard")),
        (
            CheckName.NAMES,
            replace(HEALTHY, names=Names(servers=("10.0.0.1",), took_ms=0.2, was_asked=True)),
            (Health.GOOD, "answered in < 1 ms"),
        ),
        (
            CheckName.NAMES,
            replace(HEALTHY, names=Names(servers=("10.0.0.1",), was_asked=True)),
            (Health.BAD, "no answer"),
        ),
        (CheckName.STREAMERS, HEALTHY, (Health.UNKNOWN, "none, 0 other pages")),
        (
            CheckName.STREAMERS,
            replace(HEALTHY, mute=("10.0.0.3",)),
            (Health.BAD, "10.0.0.3 answers by itself"),
        ),
    ],
)
def test_a_check_says_what_was_found(
    name: CheckName, measured: Measurements, expected: tuple[Health, str]
) -> None:
    assert found(name, measured) == expected


def test_a_taken_port_names_the_program() -> None:
    report = replace(SILENT, protocols=(TAKEN, *SILENT.protocols[1:]))
    measured = Measurements(holders=(Holder("scanner", 7),))

    check = judge(report, measured).checks[4]

    assert (check.name, check_found(check)) == (CheckName.PORT, "scanner has it")
    assert cause_words(judge(report, measured)).to_do == "Close scanner, then find again"
    assert cause_words(judge(report, None)).to_do == "Close another program, then find again"


def test_where_streamers_are_listed_nothing_is_to_be_healed() -> None:
    told = judge(SILENT, replace(HEALTHY, echoes=(CALLED,)), listed=2)

    assert (told.cause, told.place) == (Cause.FOUND, None)
    assert cause_words(told).heading == "2 streamers are found"


def test_every_code_of_a_check_has_words() -> None:
    reports = (
        SILENT,
        replace(SILENT, cards=()),
        replace(SILENT, protocols=()),
        replace(SILENT, protocols=listening(heard=2)),
        replace(SILENT, protocols=(TAKEN,)),
    )
    measured = (None, HEALTHY, ALONE, replace(HEALTHY, echoes=(CALLED,), routers=()))

    for report, one in product(reports, measured):
        for check in judge(report, one).checks:
            assert f"{check.name.value}.{check.code}" in known_codes()
            assert "{" not in check_found(check)
            assert check_label(check.name)


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_its_words(cause: Cause) -> None:
    words = cause_words(replace(judge(SILENT, None), cause=cause))

    assert all((words.heading, words.sentence, words.to_do, words.then))


def test_a_protocol_that_was_not_asked_is_not_called_silent() -> None:
    report = replace(
        SILENT, protocols=tuple(p for p in SILENT.protocols if p.protocol is HeardBy.ANNOUNCE)
    )
    checks = {
        check.name: check for check in judge(report, replace(HEALTHY, echoes=(ALL_BACK,))).checks
    }

    assert check_found(checks[CheckName.GROUPS]) == "nothing sent"
