"""Runs on the lab's desktop: tells each renderer what to do by our driver, and what came of it.

Prints one JSON object a renderer: a state, or the code of a refusal, for each thing it was told.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.commands import Pause, Play, Seek, SetMute, SetVolume, Stop
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Playback
from tests.lab.music import served_tone
from tests.lab.renderer_reading import is_stopped, recognised, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import Connection, Reading, Recognition
    from altrabits_desktop.streamers.drivers.host import Host

PLACE_S = 30.0
VOLUME = 23


def plays(reading: Reading, *, from_s: float = 0.0) -> bool:
    playing = reading.state.now_playing
    position_s = playing.position_s if playing is not None else None
    return reading.state.playback is Playback.PLAYING and (position_s or 0) > from_s


def is_paused(reading: Reading) -> bool:
    return reading.state.playback is Playback.PAUSED


def is_quiet(reading: Reading) -> bool:
    return reading.state.volume == VOLUME


def is_muted(reading: Reading) -> bool:
    return reading.state.is_muted is True


def is_heard(reading: Reading) -> bool:
    return reading.state.is_muted is False and reading.state.volume == VOLUME


async def done(
    connection: Connection, command: Command, *, holds: Callable[[Reading], bool]
) -> dict[str, Any]:
    """Tell a renderer to do something, and give its state when it has."""
    await connection.perform(command)
    return asdict((await until(connection, holds)).state)


async def refusal(connection: Connection, command: Command) -> str:
    try:
        await connection.perform(command)
    except Refused as refused:
        return refused.code
    return ""


async def obey_one(host: Host, recognition: Recognition, *, name: str, tone_url: str) -> None:
    """Tell one renderer everything that a person may."""
    async with host.open(recognition) as connection:
        told = {
            "name": name,
            "pause in silence": await refusal(connection, Pause()),
            "play": await done(connection, Play(tone_url), holds=plays),
            "capabilities": sorted(connection.capabilities),
            "pause": await done(connection, Pause(), holds=is_paused),
            "go on": await done(connection, Play(), holds=plays),
            "seek": await done(
                connection, Seek(PLACE_S), holds=lambda one: plays(one, from_s=PLACE_S - 1)
            ),
            "volume": await done(connection, SetVolume(VOLUME), holds=is_quiet),
            "mute": await done(connection, SetMute(is_muted=True), holds=is_muted),
            "unmute": await done(connection, SetMute(is_muted=False), holds=is_heard),
            "stop": await done(connection, Stop(), holds=is_stopped),
        }
    print(json.dumps(told), flush=True)


async def main() -> None:
    with served_tone() as tone_url:
        async with recognised() as (host, renderers), asyncio.TaskGroup() as group:
            for name, recognition in renderers.items():
                group.create_task(obey_one(host, recognition, name=name, tone_url=tone_url))


if __name__ == "__main__":
    asyncio.run(main())
