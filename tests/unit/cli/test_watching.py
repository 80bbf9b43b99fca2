from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from altrabits_desktop.cli.discover import DiscoverOptions
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import (
    HeardBy,
    Presence,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from tests.fakes.discover_run import ANNOUNCE, HEARD_AT, KITCHEN, BrokenPipe, FakeHouse, Run


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

    assert run.seen() == [f"Kitchen               Cobalt S1         192.168.1.20     {words}"]


async def test_watching_tells_people_what_is_forgotten() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))
    await run.hear(KITCHEN)

    del run.house.known[KITCHEN.id]
    run.feed.publish(Changes(streamers=frozenset({KITCHEN.id, StreamerId("never shown")})))
    await run.finish()

    assert [line.split("  ")[-1].strip() for line in run.seen()] == ["answers", "no longer listed"]


async def test_watching_tells_people_a_change_that_they_see_and_no_other() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))
    both = replace(KITCHEN, heard_by=frozenset({HeardBy.ANNOUNCE, HeardBy.MDNS}))

    await run.hear(KITCHEN, both, replace(both, mac="02:00:00:00:00:01"))
    await run.hear(replace(both, name="Bath"))
    await run.finish()

    assert [line.split()[0] for line in run.seen()] == ["Kitchen", "Bath"]


async def test_watching_tells_programs_each_lasting_change() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))

    await run.hear(KITCHEN, replace(KITCHEN, mac="02:00:00:00:00:01"))
    await run.finish()

    assert len(run.lines()) == 2


async def test_watching_aligns_its_lines_and_widens_for_a_long_name() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))
    long = replace(KITCHEN, id=StreamerId("b"), name="A very long name of a streamer", product=None)

    await run.hear(KITCHEN, long, replace(KITCHEN, id=StreamerId("c"), name="Bath"))
    await run.finish()

    places = [line.index(KITCHEN.address) for line in run.seen()]
    assert places == [40, 50, 50]


async def test_watching_begins_with_who_was_heard_before_it() -> None:
    house = FakeHouse(ANNOUNCE)
    house.known[KITCHEN.id] = KITCHEN
    run = Run(house, DiscoverOptions(is_watching=True))

    await run.finish()

    assert [line.split()[0] for line in run.seen()] == ["Kitchen"]


async def test_watching_says_where_it_looks_and_at_the_end_that_nobody_answered() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))

    status = await run.finish()

    assert (status, run.errors.getvalue()) == (0, "Looking on eth0 (192.168.1.2).\n")
    assert "No streamer answered. Asked on eth0 (192.168.1.2) by Announce." in (
        run.answers.getvalue()
    )


async def test_watching_that_told_of_somebody_says_no_more_at_the_end() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True))
    await run.hear(KITCHEN)

    await run.finish()

    assert len(run.answers.getvalue().splitlines()) == 1


async def test_watching_says_to_programs_nothing_beside_its_records() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_watching=True, is_json=True))

    await run.finish()

    assert (run.answers.getvalue(), run.errors.getvalue()) == ("", "")


async def test_watching_ends_when_its_reader_has_gone() -> None:
    options = DiscoverOptions(seconds=None, is_watching=True, is_json=True)
    run = Run(FakeHouse(ANNOUNCE), options, answers=BrokenPipe())

    await run.hear(KITCHEN, replace(KITCHEN, name="Bath"))

    with pytest.raises(BrokenPipeError):
        await asyncio.wait_for(run.result, 5)


async def test_watching_ends_when_the_disk_it_writes_to_is_full() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 # no file at all
        options = DiscoverOptions(seconds=None, is_watching=True, is_json=True)
        run = Run(FakeHouse(ANNOUNCE), options, answers=full)
        await run.hear(KITCHEN)

        with pytest.raises(Refused) as caught:
            await asyncio.wait_for(run.result, 5)

    assert caught.value.code == "output.unwritable"
