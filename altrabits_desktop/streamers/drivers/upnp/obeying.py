"""Tells a renderer what to do, action by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import Seek, SetMute
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.drivers.upnp.actions import answer_of, values_of
from altrabits_desktop.streamers.drivers.upnp.metadata import percent_of, seconds_of
from altrabits_desktop.streamers.drivers.upnp.writing import (
    PLAY,
    TRANSITION_REFUSED,
    Step,
    fault_of,
    refusal_of,
    refuse_unoffered,
    seek_step,
    steps_of,
)

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo
    from altrabits_desktop.streamers.drivers.upnp.renderer import Renderer

READY_AGAIN_S = 0.5
"""A renderer that was given something new may need a moment before it plays."""
_TRIES = 4
_FIRST_INSTANCE = {"InstanceID": "0"}


class Obeying:
    """A renderer's obeying half; holds no more between commands than a volume."""

    def __init__(self, renderer: Renderer, address: DriverAddress, io: DriverIo) -> None:
        self._renderer = renderer
        self._address = address
        self._fetch = io.fetch
        self._clock = io.clock
        self._loud = ""
        """Its volume before it was muted, as it words it."""

    async def perform(self, command: Command) -> None:
        """Call the actions of a command; the caller limits the time.

        Raises:
            Refused: `control.unsupported`, `control.url_refused` or `control.refused`.
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        refuse_unoffered(command, self._renderer.actions)
        if isinstance(command, Seek):
            steps: tuple[Step, ...] = (seek_step(command.position_s, await self._duration_s()),)
        else:
            steps = steps_of(command, volume_maximum=self._renderer.volume_maximum)
        if isinstance(command, SetMute) and command.is_muted:
            self._loud = await self._audible_level() or self._loud
        for number, step in enumerate(steps):
            is_waited_for = step.action == PLAY and number > 0
            fault = await self._called(step, tries=_TRIES if is_waited_for else 1)
            if fault is not None:
                raise refusal_of(fault, step=step, command=command)
        if isinstance(command, SetMute) and not command.is_muted:
            await self._restore_volume()

    async def _restore_volume(self) -> None:
        """Set a volume anew that was lost: Rygel 0.42 stays at 0 when it is muted no longer."""
        level, self._loud = self._loud, ""
        if level and "SetVolume" in self._renderer.actions and not await self._audible_level():
            again = {"Channel": "Master", "DesiredVolume": level}
            await self._called(Step("SetVolume", again), tries=1)

    async def _audible_level(self) -> str:
        """Give its volume as it words it; empty for none and for what is no number."""
        if "GetVolume" not in self._renderer.actions:
            return ""
        try:
            content = await self._answer(Step("GetVolume", {"Channel": "Master"}))
            said = values_of(content, "GetVolume").get("CurrentVolume", "").strip()
        except MalformedAnswer:
            return ""
        maximum = self._renderer.volume_maximum
        return said if percent_of(said, maximum=maximum) and said != "0" else ""

    async def _called(self, step: Step, *, tries: int) -> str | None:
        """Call an action, again where it comes too early; gives its fault."""
        fault = fault_of(await self._answer(step), step.action)
        while fault == TRANSITION_REFUSED and tries > 1:
            await self._clock.sleep(READY_AGAIN_S)
            fault = fault_of(await self._answer(step), step.action)
            tries -= 1
        return fault

    async def _duration_s(self) -> float | None:
        content = await self._answer(Step("GetPositionInfo", {}))
        fault = fault_of(content, "GetPositionInfo")
        if fault is not None:
            return None
        return seconds_of(values_of(content, "GetPositionInfo").get("TrackDuration", ""))

    async def _answer(self, step: Step) -> bytes:
        return await answer_of(
            self._renderer.action(step.action),
            {**_FIRST_INSTANCE, **step.arguments},
            address=self._address,
            fetch=self._fetch,
            takes_fault=True,
        )
