"""What happens to the streamers of a farm, step by step: a text of timed steps, read and done.

A line is `SECONDS STREAMER STEP [VALUE]`: seconds since the streamers stand, the streamer by its
place from 1 or `*` for all, and what happens to it. Empty lines and those after `#` say nothing.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.simulator.faults import Fault, fault_named
from altrabits_desktop.simulator.setting_turns import in_standby

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer

SCRIPT_BYTES = 1_000_000
STEPS_MOST = 10_000
LONGEST_S = 86_400.0
_LINE = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)\s+([0-9]{1,3}|\*)\s+([a-z]+)(?:\s+(\S.*))?")
_FULL = 100
_ALL = "*"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens."""

    at_s: float
    """Since the streamers stand."""
    place: int | None
    """Of the streamer, from 1; None for all."""
    name: str
    """One of `STEPS`."""
    value: str = ""

    @property
    def text(self) -> str:
        """Give it as it is written."""
        who = _ALL if self.place is None else str(self.place)
        return " ".join(part for part in (f"{self.at_s:g}", who, self.name, self.value) if part)


def read_script(content: bytes, *, count: int) -> tuple[Step, ...]:
    """Give the steps in the order in which they happen; pure.

    Args:
        content: UTF-8.
        count: how many streamers there are.

    Raises:
        WrongUsage: `simulate.script_line` (`number`, `line`): it is no step; `script_too_long`.
    """
    if len(content) > SCRIPT_BYTES:
        raise WrongUsage("simulate.script_too_long", most=STEPS_MOST)
    steps: list[Step] = []
    for number, line in enumerate(content.decode(errors="replace").splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        step = _step(said, count=count)
        if step is None:
            raise WrongUsage("simulate.script_line", number=number, line=plain_text(line.strip()))
        steps.append(step)
    if len(steps) > STEPS_MOST:
        raise WrongUsage("simulate.script_too_long", most=STEPS_MOST)
    return tuple(sorted(steps, key=lambda step: step.at_s))


async def play_script(
    farm: Farm, steps: tuple[Step, ...], *, told: Callable[[Step, str], None]
) -> None:
    """Do each step when it is its time; the streamers of a step are those that stand by then.

    Args:
        farm: whose streamers.
        steps: in their order.
        told: learns of each step that was done, with the code of what kept it from being done or
            an empty text.
    """
    loop = asyncio.get_running_loop()
    began_s = loop.time()
    streamers = farm.streamers
    for step in steps:
        await asyncio.sleep(max(0.0, began_s + step.at_s - loop.time()))
        meant = streamers if step.place is None else (streamers[step.place - 1],)
        code = ""
        try:
            await asyncio.gather(*(STEPS[step.name].do(farm, one, step.value) for one in meant))
        except AltraBitsError as error:
            code = error.code
        told(step, code)


def _step(said: str, *, count: int) -> Step | None:
    matched = _LINE.fullmatch(said)
    if matched is None:
        return None
    at_s, who, name, value = float(matched[1]), matched[2], matched[3], matched[4] or ""
    place = None if who == _ALL else int(who)
    kind = STEPS.get(name)
    is_there = place is None or 1 <= place <= count
    if kind is None or not is_there or at_s > LONGEST_S or not kind.takes(value):
        return None
    return Step(at_s, place, name, value)


@dataclass(frozen=True, slots=True)
class _Kind:
    takes: Callable[[str], bool]
    """Whether this is a value for it."""
    do: Callable[[Farm, VirtualStreamer, str], Awaitable[None]]


def _is_nothing(value: str) -> bool:
    return not value


def _is_fault(value: str) -> bool:
    return value in set(Fault)


def _is_volume(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value[:4]) <= _FULL


def _is_name(value: str) -> bool:
    return 0 < len(value) <= 128  # noqa: PLR2004 # as the contract has it


async def _break(farm: Farm, streamer: VirtualStreamer, value: str) -> None:
    await farm.set_faults(streamer, streamer.faults | {fault_named(value)})


async def _mend(farm: Farm, streamer: VirtualStreamer, value: str) -> None:
    await farm.set_faults(streamer, streamer.faults - {fault_named(value)})


async def _move(farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    await farm.move(streamer)


async def _restart(farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    await farm.restart(streamer)


async def _reset(farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    await farm.restart(streamer, is_reset=True)


async def _press(_farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    streamer.claims.press()


async def _play(_farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    streamer.play()


async def _pause(_farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    streamer.pause()


async def _sleep(_farm: Farm, streamer: VirtualStreamer, _value: str) -> None:
    streamer.change(lambda setting: in_standby(setting, is_asleep=True))


async def _set_volume(_farm: Farm, streamer: VirtualStreamer, value: str) -> None:
    streamer.set_volume(int(value))


async def _rename(_farm: Farm, streamer: VirtualStreamer, value: str) -> None:
    streamer.rename(value, None)


STEPS: Mapping[str, _Kind] = {
    "fault": _Kind(_is_fault, _break),
    "mend": _Kind(_is_fault, _mend),
    "move": _Kind(_is_nothing, _move),
    "restart": _Kind(_is_nothing, _restart),
    "reset": _Kind(_is_nothing, _reset),
    "press": _Kind(_is_nothing, _press),
    "play": _Kind(_is_nothing, _play),
    "pause": _Kind(_is_nothing, _pause),
    "sleep": _Kind(_is_nothing, _sleep),
    "volume": _Kind(_is_volume, _set_volume),
    "name": _Kind(_is_name, _rename),
}
"""What may happen, by name; docs/qa.md explains each."""
