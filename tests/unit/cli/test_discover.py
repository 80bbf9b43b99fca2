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
from altrabits_desktop.runtime.command_line import read_words
from tests.fakes.discover_run import ANNOUNCE, KITCHEN, MDNS, FakeHouse, Run


def options_of(*words: str) -> DiscoverOptions:
    return read_options(read_words(words, OPTIONS))


def test_looks_for_three_seconds_in_every_way_unless_told_otherwise() -> None:
    options = options_of()

    assert (options.seconds, options.is_watching, options.is_json) == (3.0, False, False)
    assert options.only == {HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP}


def test_reads_every_option() -> None:
    reached = ("--address", "den.local", "--address", "10.0.0.9", "--sweep")
    options = options_of("--seconds", "1.5", "--watch", "--only", "mdns, ssdp", "--json", *reached)

    assert options == DiscoverOptions(
        seconds=1.5,
        is_watching=True,
        is_json=True,
        only=frozenset({HeardBy.MDNS, HeardBy.SSDP}),
        addresses=("den.local", "10.0.0.9"),
        is_sweeping=True,
    )


def test_watching_has_no_end_unless_one_is_named() -> None:
    assert options_of("--watch").seconds is None


@pytest.mark.parametrize("text", ["MDNS,Ssdp", "mdns,,ssdp", ",mdns , ssdp,"])
def test_reads_ways_however_they_are_spelled(text: str) -> None:
    assert options_of("--only", text).only == {HeardBy.MDNS, HeardBy.SSDP}


def test_ways_that_name_none_are_refused_as_they_were_said() -> None:
    with pytest.raises(WrongUsage) as caught:
        options_of("--only", " , ")

    assert (caught.value.code, caught.value.arguments["value"]) == ("usage.choice", ",")


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
        "Name     Product    Address       Heard by  State    ID",
        "Bath     Cobalt S1  192.168.1.20  Announce  asleep   b",
        f"Kitchen  Cobalt S1  192.168.1.20  Announce  answers  {KITCHEN.id}",
    ]


async def test_json_is_in_the_order_of_the_table() -> None:
    run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=True))
    bath = replace(KITCHEN, id=StreamerId("b"), name="Bath")
    attic = replace(KITCHEN, id=StreamerId("c"), name="Attic", room="Top")
    await run.hear(KITCHEN, bath, attic)

    await run.finish()

    names = [record["name"] for record in json.loads(run.answers.getvalue())]
    assert names == ["Attic", "Bath", "Kitchen"]


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


async def test_one_of_the_persons_own_has_the_id_that_their_account_gives_it() -> None:
    own = replace(KITCHEN, is_owned=True, owned_id="owned-01")
    told = []
    for is_json in (False, True):
        run = Run(FakeHouse(ANNOUNCE), DiscoverOptions(is_json=is_json))
        await run.hear(own)
        await run.finish()
        told.append(run.answers.getvalue())

    table, [record] = told[0], json.loads(told[1])
    assert table.splitlines()[1].endswith("  owned-01")
    assert (record["id"], record["owned_id"]) == (KITCHEN.id, "owned-01")
