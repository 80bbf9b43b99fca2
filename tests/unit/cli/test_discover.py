from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from altrabits_desktop.cli.discover import OPTIONS, DiscoverOptions, read_options
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.streamers import (
    HeardBy,
    Presence,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.runtime.command_line import read_words
from tests.fakes.discover_run import ANNOUNCE, HEARD_AT, KITCHEN, MDNS, BrokenPipe, FakeHouse, Run


def options_of(*words: str) -> DiscoverOptions:
    return read_options(read_words(words, OPTIONS))


def test_looks_for_three_seconds_in_every_way_unless_told_otherwise() -> None:
    options = options_of()

    assert (options.seconds, options.is_watching, options.is_json) == (3.0, False, False)
    assert options.only == {HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP}


def test_reads_every_option() -> None:
    options = options_of("--seconds", "1.5", "--watch", "--only", "mdns, ssdp", "--json")

    assert options == DiscoverOptions(
        seconds=1.5,
        is_watching=True,
        is_json=True,
        only=frozenset({HeardBy.MDNS, HeardBy.SSDP}),
    )


def test_watching_has_no_end_unless_one_is_named() -> None:
    assert options_of("--watch").seconds is None


@pytest.mark.parametrize(
    "words", [("--seconds", "0"), ("--only", "manual"), ("--only", "mdns,bluetooth"), ("surplus",)]
)
def test_refuses_what_does_not_fit(words: tuple[str, ...]) -> None:
    with pytest.raises(WrongUsage):
        options_of(*words)


async def test_lists_what_was_found_as_json() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))
    await run.hear(KITCHEN)

    status = await run.finish()

    records = json.loads(run.answers.getvalue())
    assert status == 0
    assert [(record["name"], record["state"]) for record in records] == [("Kitchen", "answering")]
    assert run.errors.getvalue() == ""


async def test_lists_what_was_found_as_a_table() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions())
    asleep = replace(KITCHEN, id=StreamerId("b"), name="Bath", presence=Presence.ASLEEP)
    await run.hear(KITCHEN, asleep)

    await run.finish()

    assert run.answers.getvalue().splitlines()[:3] == [
        "Name     Product    Address       Heard by  State",
        "Bath     Cobalt S1  192.168.1.20  Announce  asleep",
        "Kitchen  Cobalt S1  192.168.1.20  Announce  answers",
    ]


async def test_nothing_found_as_json_is_an_empty_array() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))

    status = await run.finish()

    assert (status, json.loads(run.answers.getvalue())) == (0, [])


async def test_nothing_found_says_what_was_tried_and_what_to_do() -> None:
    run = Run(FakeHouse(ANNOUNCE, MDNS), DiscoverOptions())

    status = await run.finish()

    text = run.answers.getvalue()
    assert status == 0
    assert "eth0 (192.168.1.2) by Announce, mDNS" in text
    assert "--demo" in text


async def test_a_person_may_end_it_early() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(seconds=3600, is_json=True))
    await run.hear(KITCHEN)

    run.stopped.set()
    status = await asyncio.wait_for(run.result, 5)

    assert (status, len(json.loads(run.answers.getvalue()))) == (0, 1)


async def test_watching_tells_each_change_on_a_line() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))

    await run.hear(KITCHEN, replace(KITCHEN, presence=Presence.GONE))
    await run.finish()

    assert [record["state"] for record in run.lines()] == ["answering", "gone"]


async def test_watching_is_silent_about_mere_signs_of_life() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))
    later = HEARD_AT.replace(minute=1)

    await run.hear(KITCHEN, replace(KITCHEN, last_heard_at=later))
    await run.finish()

    assert len(run.lines()) == 1


async def test_watching_tells_the_end_of_a_streamer_that_turned_out_to_be_another() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))
    await run.hear(KITCHEN)

    del run.house.known[KITCHEN.id]
    run.feed.publish(Changes(streamers=frozenset({KITCHEN.id, StreamerId("never shown")})))
    await run.finish()

    assert [(record["id"], record["state"]) for record in run.lines()] == [
        ("mac-1", "answering"),
        ("mac-1", "gone"),
    ]


@pytest.mark.parametrize(
    ("presence", "words"),
    [(Presence.CHECKING, "being checked"), (Presence.GONE, "no longer answers")],
)
async def test_watching_speaks_to_people(presence: Presence, words: str) -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))

    await run.hear(replace(KITCHEN, presence=presence))
    await run.finish()

    assert run.answers.getvalue().rstrip().endswith(f"Kitchen  Cobalt S1  192.168.1.20  {words}")


async def test_watching_says_nothing_to_people_about_what_is_forgotten() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))
    await run.hear(KITCHEN)
    said = run.answers.getvalue()

    del run.house.known[KITCHEN.id]
    run.feed.publish(Changes(streamers=frozenset({KITCHEN.id})))
    await run.finish()

    assert run.answers.getvalue() == said


async def test_watching_ends_when_its_reader_has_gone() -> None:
    options = DiscoverOptions(seconds=None, is_watching=True, is_json=True)
    run = Run(FakeHouse(ANNOUNCE), options, answers=BrokenPipe())

    await run.hear(KITCHEN, replace(KITCHEN, name="Bath"))

    with pytest.raises(BrokenPipeError):
        await asyncio.wait_for(run.result, 5)
