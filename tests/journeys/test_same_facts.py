"""The window and the console look at the same streamers at the same time, and say the same."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from altrabits_desktop.qa.reading import shown, text_of

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from altrabits_desktop.qa.console import Console
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.pilot import Pilot

STATES = {"Playing": "answering", "Ready": "answering", "Not answering": "gone"}
"""What the console calls what a card says."""
GONE_S = 20.0


class Facts(NamedTuple):
    """What both say of a streamer."""

    id: str
    name: str
    product: str
    address: str
    state: str


class Watch:
    """What `discover --watch` prints, as it comes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.told: list[Facts] = []
        self._process = process
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def latest(self) -> set[Facts]:
        """Give the last that was said of each."""
        return set({facts.id: facts for facts in tuple(self.told)}.values())

    def end(self) -> None:
        self._process.send_signal(signal.SIGINT)
        assert self._process.wait(10) == 0
        self._reading.join()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.told.append(facts_of(json.loads(line)))


def facts_of(record: dict[str, Any]) -> Facts:
    return Facts(*(record[field] for field in Facts._fields))


def shown_facts(pilot: Pilot) -> set[Facts]:
    """Give what the cards say."""
    return {
        on_card(str(card.property("streamerId")), text_of(card))
        for card in shown(pilot.window, "streamers.card.mac-*")
    }


def on_card(streamer_id: str, said: str) -> Facts:
    _, state, name, place, *_ = said.splitlines()
    product, _, address = place.partition(" · ")
    word = state.partition(" since ")[0]
    return Facts(streamer_id, name, product, address, STATES.get(word, state))


@pytest.fixture
def watch(console: Console) -> Iterator[Watch]:
    with console.begin("discover", "--json", "--watch") as process:
        watch = Watch(process)
        yield watch
        watch.end()


async def opened_with_three(desktop: Desktop, farm: StreamerFarm) -> Pilot:
    farm.start(3)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_until(
        lambda: [facts.state for facts in shown_facts(pilot)] == ["answering"] * 3,
        wanted="three streamers that answer",
    )
    return pilot


async def test_discover_gives_the_same_facts_as_the_window(
    desktop: Desktop, streamer_farm: StreamerFarm, console: Console
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)

    found = await asyncio.to_thread(console.ask, "discover", "--seconds", "3")

    printed = {facts_of(record) for record in found}
    assert {facts.name for facts in printed} == {"Fireside", "Window seat", "Bedroom"}
    assert shown_facts(pilot) == printed


async def test_watching_tells_the_same_as_the_window_of_one_that_leaves_and_comes_back_elsewhere(
    desktop: Desktop, streamer_farm: StreamerFarm, watch: Watch
) -> None:
    pilot = await opened_with_three(desktop, streamer_farm)
    before = shown_facts(pilot)
    [there] = [facts for facts in before if facts.name == "Fireside"]
    others = before - {there}

    async def until_both_say(expected: Facts) -> None:
        await pilot.wait_until(
            lambda: shown_facts(pilot) == watch.latest() == {expected, *others},
            wanted=f"{expected} in both",
            within_s=GONE_S,
        )

    await until_both_say(there)
    streamer_farm.fall_silent("Fireside")
    await until_both_say(there._replace(state="gone"))
    streamer_farm.come_back("Fireside", is_moved=True)
    address = streamer_farm.address_of("Fireside")
    await until_both_say(there._replace(address=address))

    assert address != there.address
