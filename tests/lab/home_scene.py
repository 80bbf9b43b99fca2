"""A home: two renderers that play, a streamer that leaves, and one that comes back elsewhere.

Hosts: gmediarender, rygel, Parlour (stays what it is) and Gallery (`moving_streamer.py`).
Words: the address that Gallery moves to.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING

from tests.lab.music import TITLE, find, play, served_tone
from tests.lab.window_scene import (
    Stage,
    cable,
    card_saying,
    cards,
    folder_of,
    hosts,
    play_scene,
    until_listed,
)

if TYPE_CHECKING:
    from altrabits_desktop.qa.pilot import Pilot

RENDERERS = ("gmediarender", "rygel")
LEAVING = ("Parlour", "Gallery")
GONE_S = 12.0
BACK_S = 20.0
PLAYING_S = 15.0


async def home(stage: Stage) -> dict[str, object]:
    addresses = {host["ip"] for host in hosts().values()}
    pilot = await stage.open()
    await until_listed(pilot, addresses)
    found = cards(pilot)
    with served_tone() as url:
        playing = await seen_playing(pilot, url)
    gone_s = await seen_leaving(pilot)
    await seen_coming_back(pilot, sys.argv[1])
    return {
        "found": found,
        "playing": playing,
        "gone_s": gone_s,
        "back": cards(pilot),
    }


async def seen_playing(pilot: Pilot, url: str) -> dict[str, str]:
    """Let both renderers play and give what their cards say then."""
    addresses = {hosts()[name]["ip"] for name in RENDERERS}
    descriptions = await asyncio.to_thread(find, addresses)
    for description in descriptions.values():
        await asyncio.to_thread(play, description, url)

    def said() -> dict[str, str]:
        return {who: text for who, text in cards(pilot).items() if TITLE in text}

    await pilot.wait_until(
        lambda: sum("Playing" in text for text in said().values()) == len(RENDERERS),
        wanted="what both renderers play",
        within_s=PLAYING_S,
    )
    return said()


async def seen_leaving(pilot: Pilot) -> dict[str, float]:
    """Pull the cables of two streamers and give after how many seconds each is marked."""
    leaving = {who: name for who, name in ids_of(pilot).items() if name in LEAVING}
    await asyncio.gather(*(cable(name, "down") for name in LEAVING))
    pulled_at_s = time.monotonic()
    gone_s: dict[str, float] = {}

    def are_all_marked() -> bool:
        said = cards(pilot)
        for who, name in leaving.items():
            if name not in gone_s and "Not answering" in said[who]:
                gone_s[name] = time.monotonic() - pulled_at_s
        return len(gone_s) == len(LEAVING)

    await pilot.wait_until(are_all_marked, wanted="both marked as gone", within_s=GONE_S)
    return gone_s


async def seen_coming_back(pilot: Pilot, new_address: str) -> None:
    """Plug both in again; one is given another address then, as by a router that forgot it."""
    await asyncio.gather(*(cable(name, "up") for name in LEAVING))
    (folder_of("Gallery") / "move").touch()

    def are_back() -> bool:
        said = cards(pilot).values()
        gallery = next(text for text in said if "Gallery" in text)
        return new_address in gallery and not any("Not answering" in text for text in said)

    await pilot.wait_until(are_back, wanted="both back", within_s=BACK_S)


def ids_of(pilot: Pilot) -> dict[str, str]:
    """Give the name of each streamer that may leave, by its id."""
    found = {card_saying(pilot, name): name for name in LEAVING}
    return {who: name for who, name in found.items() if who is not None}


if __name__ == "__main__":
    play_scene(home)
