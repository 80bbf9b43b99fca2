"""Runs on the lab's desktop: finds a Snapcast server, reads and tells it, sees what others tell."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.streamers import Playback
from tests.lab.makers_house import (
    is_state,
    opened_house,
    refusal_of,
    said,
    say_lines,
    streamer_that,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerState

SERVER = "192.168.71.20"
PORT = 1705
PLAYERS = 2
TITLE = "Grüße & a tone"


def asked(method: str, **params: object) -> str:
    return json.dumps({"id": 1, "jsonrpc": "2.0", "method": method, "params": params})


async def elsewhere(method: str, **params: object) -> dict[str, object]:
    """Be another controller, and give what it is answered."""
    lines = await asyncio.to_thread(say_lines, SERVER, PORT, asked(method, **params), answers=1)
    answer: dict[str, object] = json.loads(lines[0])
    return answer


async def players_are_there() -> None:
    """Wait for both players: one that comes later would change how loud they are together."""
    async with asyncio.timeout(30):
        while True:
            status = json.dumps(await elsewhere("Server.GetStatus"))
            if status.count('"connected": true') == PLAYERS:
                return
            await asyncio.sleep(0.1)


async def main() -> None:
    await players_are_there()
    async with opened_house() as house:
        found = await streamer_that(house, is_state(lambda one: one.volume is not None))
        tell(what="found", **said(found))

        async def told(what: str, command: Command) -> None:
            await house.connections.perform(found.id, command)
            tell(what=what, **said(house.registry.streamer(found.id)))

        async def seen(what: str, holds: Callable[[StreamerState], object]) -> None:
            tell(what=what, **said(await streamer_that(house, is_state(holds))))

        # Both players, each in a group of its own: what one of them misses would show.
        await told("input", SelectInput("tone"))
        await seen("playing", lambda one: one.now_playing)
        await told("volume", SetVolume(30))
        await told("mute", SetMute(is_muted=True))
        await told("unmute", SetMute(is_muted=False))
        await told("seek", Seek(60))
        await seen("sought", lambda one: one.now_playing and one.now_playing.position_s == 60)
        await told("pause", Pause())
        await seen("paused", lambda one: one.playback is Playback.PAUSED)
        await told("play", Play())
        await seen("played", lambda one: one.playback is Playback.PLAYING)
        await told("next", Next())
        await seen("second", lambda one: one.now_playing and one.now_playing.title != TITLE)
        tell(what="unknown input", refused=await refusal_of(house, found, SelectInput("tape")))
        tell(what="address", refused=await refusal_of(house, found, Play("http://192.168.71.9/a")))
        # Another controller; what it does is told by the server itself, before we ask again.
        await elsewhere("Client.SetVolume", id="den", volume={"percent": 90, "muted": False})
        await seen("volume elsewhere", lambda one: one.volume == 60)
        await elsewhere("Client.SetName", id="den", name="\u202e\x1b[31mevil")
        await told("stop", Stop())
        await seen("stopped", lambda one: one.playback is Playback.STOPPED)


if __name__ == "__main__":
    asyncio.run(main())
