from __future__ import annotations

import json
from dataclasses import replace

import pytest

from altrabits_desktop.cli.discover import DiscoverOptions
from altrabits_desktop.contract.errors import NoNetworkCard, NotReachable
from altrabits_desktop.contract.streamers import ProtocolStatus
from altrabits_desktop.runtime.sentences import sentence
from tests.fakes.discover_run import (
    ANNOUNCE,
    KITCHEN,
    MDNS,
    NO_MDNS,
    NOT_SENT,
    TAKEN,
    FakeHouse,
    Run,
)


async def test_a_taken_port_is_said_and_the_rest_goes_on() -> None:
    run = Run(FakeHouse(TAKEN, MDNS), DiscoverOptions(is_json=True))
    await run.hear(KITCHEN)

    status = await run.finish()

    error = json.loads(run.errors.getvalue())["error"]
    assert (status, error["code"]) == (0, "announce.port_taken")
    assert len(json.loads(run.answers.getvalue())) == 1


async def test_when_no_way_works_the_answer_is_an_error() -> None:
    run = Run(FakeHouse(TAKEN), DiscoverOptions())

    with pytest.raises(NotReachable) as caught:
        await run.finish()

    assert (caught.value.code, caught.value.exit_status) == ("announce.port_taken", 3)


@pytest.mark.parametrize("code", ["cards.none", "cards.chosen_missing"])
async def test_without_a_network_card_the_answer_is_an_error(code: str) -> None:
    run = Run(FakeHouse(ANNOUNCE, cards=(), error_code=code), DiscoverOptions())

    with pytest.raises(NoNetworkCard) as caught:
        await run.finish()

    assert (caught.value.code, caught.value.exit_status) == (code, 3)


async def test_a_way_that_fails_after_the_start_is_said_at_the_end() -> None:
    run = Run(FakeHouse(ANNOUNCE, MDNS), DiscoverOptions(is_json=True))
    await run.report(NOT_SENT, MDNS)

    status = await run.finish()

    assert (status, run.told_codes()) == (0, ["announce.not_sent"])
    assert json.loads(run.answers.getvalue()) == []


async def test_a_failure_is_said_once() -> None:
    run = Run(FakeHouse(TAKEN, MDNS), DiscoverOptions(is_json=True))
    await run.report(TAKEN, NO_MDNS)

    await run.finish()

    assert run.told_codes() == ["announce.port_taken", "mdns.unavailable"]


async def test_when_every_way_has_failed_by_the_end_the_status_says_so() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))
    await run.report(NOT_SENT)

    status = await run.finish()

    assert (status, run.told_codes(), run.answers.getvalue()) == (3, ["announce.not_sent"], "")


async def test_when_every_way_has_failed_people_get_the_sentence_alone() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions())
    await run.report(NOT_SENT)

    status = await run.finish()

    told = sentence("announce.not_sent")
    assert (status, run.errors.getvalue(), run.answers.getvalue()) == (3, f"{told}\n", "")


async def test_what_was_heard_is_listed_even_when_every_way_has_failed_since() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))
    await run.hear(KITCHEN)
    await run.report(NOT_SENT)

    status = await run.finish()

    assert (status, len(json.loads(run.answers.getvalue()))) == (3, 1)


async def test_a_card_that_was_lost_on_the_way_is_said() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))
    await run.report(replace(ANNOUNCE, status=ProtocolStatus.STOPPED), error_code="cards.none")

    status = await run.finish()

    assert (status, run.told_codes()) == (3, ["cards.none"])


async def test_watching_tells_a_failure_when_it_comes_and_goes_on() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))

    await run.report(NOT_SENT)
    await run.report(NOT_SENT)
    told = run.told_codes()
    await run.report(ANNOUNCE)
    await run.hear(KITCHEN)
    status = await run.finish()

    assert told == ["announce.not_sent"]
    assert (status, run.told_codes(), len(run.lines())) == (0, ["announce.not_sent"], 1)


async def test_watching_tells_a_failure_again_when_it_comes_again() -> None:
    run = Run(FakeHouse(ANNOUNCE, MDNS), DiscoverOptions(is_watching=True, is_json=True))

    await run.report(NOT_SENT, MDNS)
    await run.report(ANNOUNCE, MDNS)
    await run.report(NOT_SENT, MDNS)
    status = await run.finish()

    assert (status, run.told_codes()) == (0, ["announce.not_sent", "announce.not_sent"])


async def test_watching_that_ends_with_no_way_left_says_so_by_its_status() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))

    await run.report(NOT_SENT)
    status = await run.finish()

    assert (status, run.told_codes(), run.answers.getvalue()) == (3, ["announce.not_sent"], "")
