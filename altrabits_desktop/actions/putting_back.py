"""Puts a shop's streamers back to how staff have left them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple, Protocol

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Pause,
    Play,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded
from altrabits_desktop.contract.kiosk import SetState
from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId, StreamerState

logger = logging.getLogger(__name__)

PUT_BACK_LIMIT_S = 5.0
"""For all streamers together (docs/security-requirements.md R54)."""

_LOOK_S = 0.2
"""Between two looks for one that is waited for."""
_ROUNDS = 2
"""Another input may begin to play by itself, which only the second look shows."""
_SILENT = frozenset({Playback.PAUSED, Playback.STOPPED})
_SOUNDING = frozenset({Playback.PLAYING, Playback.LOADING})


class Telling(Protocol):
    """Tells streamers what to do (`actions.controlling.Controlling`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell one streamer to do something; raises what kept it from obeying."""


class PutBack(NamedTuple):
    """What came of it, by the streamers' set states."""

    done: tuple[SetState, ...] = ()
    """They were different, and are as they are to be."""
    left: tuple[SetState, ...] = ()
    """They are not, or do not answer."""


def commands_back(streamer: Streamer, wanted: SetState) -> tuple[Command, ...]:
    """Give what leads a streamer back; none where it is as it is to be. Pure.

    The level comes first, so that nothing is loud on the way; what plays comes last, as another
    input may begin to play by itself. Which piece plays is not put back: a streamer does not tell
    what would lead to it.
    """
    state = streamer.state
    return () if state is None else tuple(_back(state, wanted, streamer.capabilities))


def set_state_of(streamer: Streamer) -> SetState:
    """Give how a streamer is now, as what it is to be put back to. Pure.

    Args:
        streamer: one of the account's.
    """
    state = streamer.state
    owned_id, name = streamer.owned_id or "", streamer.name[:128]
    if state is None:
        return SetState(id=owned_id, name=name)
    return SetState(
        id=owned_id,
        name=name,
        volume=state.volume,
        is_muted=state.is_muted,
        input=state.input_name,
        playback=Playback.PLAYING if state.playback in _SOUNDING else state.playback,
    )


async def put_back(
    wanted: Sequence[SetState],
    *,
    directory: Directory,
    heard: Directory,
    telling: Telling,
    limit_s: float = PUT_BACK_LIMIT_S,
    is_patient: bool = False,
) -> PutBack:
    """Put streamers back, all at once, in the time there is.

    Args:
        wanted: how each is to be.
        directory: how each is or soon will be, by what it was told last.
        heard: how each is by its own word alone.
        telling: what takes the commands.
        limit_s: what is not done by then is left.
        is_patient: whether those that are not found yet, and whoever is signed in, are waited
            for so long, as at a start of the program.
    """

    async def put(state: SetState) -> bool:
        while True:
            streamer = _present(directory, state)
            is_silent = streamer is None or streamer.state is None
            try:
                if not (is_patient and is_silent):
                    return await _put_one_back(streamer, state, heard=heard, telling=telling)
            except DecisionNeeded:
                if not is_patient:
                    raise
            await asyncio.sleep(_LOOK_S)

    tasks = {state.id: asyncio.ensure_future(put(state)) for state in wanted}
    try:
        if tasks:
            await asyncio.wait(tasks.values(), timeout=limit_s)
    finally:
        # Also where somebody comes meanwhile, and has the streamers to themselves.
        late = [task for task in tasks.values() if not task.done()]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    outcomes = {key: _outcome(task) for key, task in tasks.items()}
    return PutBack(
        done=tuple(state for state in wanted if outcomes[state.id] is True),
        left=tuple(state for state in wanted if outcomes[state.id] is None),
    )


def is_astray(wanted: SetState, *, directory: Directory, heard: Directory) -> bool:
    """Tell whether a streamer says itself that it is not as it is to be.

    Args:
        wanted: how it is to be.
        directory: which one of those around it is.
        heard: how each is by its own word alone.
    """
    streamer = _present(directory, wanted)
    known = heard.streamer(streamer.id) if streamer is not None else None
    return known is not None and bool(commands_back(known, wanted))


def _present(directory: Directory, state: SetState) -> Streamer | None:
    around = directory.streamers()
    return next((one for one in around if one.owned_id == state.id and one.is_here), None)


async def _put_one_back(
    streamer: Streamer | None, wanted: SetState, *, heard: Directory, telling: Telling
) -> bool:
    """Tell whether anything was different.

    Raises:
        AltraBitsError: it did not obey, whatever it answered; or it is not there, or not to be
            read.
    """
    for number in range(_ROUNDS + 1):
        if streamer is None or streamer.state is None:
            raise AltraBitsError("streamer.silent")
        commands = commands_back(streamer, wanted)
        if not commands:
            return number > 0
        if number < _ROUNDS:
            for command in commands:
                await telling.perform(streamer.id, command)
        # What was asked for is no proof: it would show for a moment in any case.
        streamer = heard.streamer(streamer.id)
    raise AltraBitsError("streamer.silent")


def _outcome(task: asyncio.Future[bool]) -> bool | None:
    """Give whether something was put back; None where that did not succeed."""
    if task.cancelled():
        return None
    error = task.exception()
    if error is None:
        return task.result()
    if not isinstance(error, AltraBitsError):
        # A kiosk that stood still for it would keep everybody out.
        logger.error("a streamer of the shop was not put back", exc_info=error)
    return None


def _back(state: StreamerState, wanted: SetState, can: frozenset[Capability]) -> Iterator[Command]:
    if wanted.volume not in {None, state.volume} and Capability.SET_VOLUME in can:
        yield SetVolume(wanted.volume or 0)
    is_mute_other = wanted.is_muted is not None and wanted.is_muted is not state.is_muted
    if is_mute_other and Capability.MUTE in can:
        yield SetMute(bool(wanted.is_muted))
    if wanted.input and wanted.input != state.input_name and Capability.INPUT in can:
        yield SelectInput(wanted.input)
    if Capability.CONTROL in can:
        yield from _playback_back(state.playback, wanted.playback, can)


def _playback_back(
    now: Playback, wanted: Playback, can: frozenset[Capability]
) -> Iterator[Command]:
    if wanted is Playback.PLAYING and now not in _SOUNDING:
        yield Play()
    elif wanted in _SILENT and now in _SOUNDING:
        is_pausing = wanted is Playback.PAUSED and Capability.PAUSE in can
        yield Pause() if is_pausing else Stop()
    elif wanted is Playback.STOPPED and now is Playback.PAUSED:
        yield Stop()
