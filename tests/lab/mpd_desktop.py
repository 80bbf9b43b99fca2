"""Runs on the lab's desktop: finds an MPD, reads and tells it, and sees what others tell it."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Seek,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.streamers import Playback, Presence
from tests.lab.makers_house import (
    is_state,
    opened_house,
    refusal_of,
    said,
    say_lines,
    streamer_that,
    tell,
)
from tests.lab.music import served_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerState

LAN_LAB = Path(__file__).with_name("lan-lab")
QUIET = {Presence.CHECKING, Presence.GONE}
MPD = "192.168.71.20"
PORT = 6600


def cable(state: str) -> None:
    """Pull the cable of the server, or put it back."""
    subprocess.run([LAN_LAB, "fault", "mpd", state], check=True, capture_output=True)


async def main() -> None:
    with served_tone() as tone_url:
        async with opened_house() as house:
            found = await streamer_that(house, lambda each: each.state is not None)
            tell(what="found", **said(found))

            async def told(what: str, command: Command) -> None:
                await house.connections.perform(found.id, command)
                tell(what=what, **said(house.registry.streamer(found.id)))

            async def seen(what: str, holds: Callable[[StreamerState], object]) -> None:
                tell(what=what, **said(await streamer_that(house, is_state(holds))))

            await told("play", Play(tone_url))
            await seen("playing", lambda one: one.now_playing and one.now_playing.duration_s)
            await told("seek", Seek(30))
            await told("pause", Pause())
            await told("go on", Play())
            await told("volume", SetVolume(23))
            tell(what="mute", refused=await refusal_of(house, found, SetMute(is_muted=True)))
            tell(what="next", refused=await refusal_of(house, found, Next()))
            # Another controller; what it does is told by the server itself, before we ask again.
            await asyncio.to_thread(say_lines, MPD, PORT, "setvol 61", answers=2)
            await seen("volume elsewhere", lambda one: one.volume == 61)
            await asyncio.to_thread(say_lines, MPD, PORT, "pause 1", answers=2)
            await seen("pause elsewhere", lambda one: one.playback is Playback.PAUSED)
            await told("stop", Stop())
            # An open connection says nothing of a cable that is out; nobody is shown without proof.
            cable("down")
            tell(what="cable out")
            quiet = await streamer_that(house, lambda each: each.presence in QUIET)
            tell(what="quiet", presence=quiet.presence, **said(quiet))
            cable("up")
            back = await streamer_that(house, lambda each: each.presence is Presence.ANSWERING)
            tell(what="back", **said(back))
            await told("volume again", SetVolume(40))


if __name__ == "__main__":
    asyncio.run(main())
