"""The command `altrabits simulate`: runs a farm until it is stopped."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.simulator.addresses import FIRST_ADDRESS, MOST_STREAMERS
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.faults import Fault, fault_named
from altrabits_desktop.simulator.script import Step, play_script, read_script

if TYPE_CHECKING:
    from altrabits_desktop.simulator.claims import ShownCode
    from altrabits_desktop.simulator.streamer import VirtualStreamer

Say = Callable[[str, Mapping[str, str | int]], None]
"""Takes a code and its arguments: `simulate.streamer`, `simulate.mdns_off`, `simulate.running`,
`simulate.enter`, `simulate.code`, `simulate.waits`, `simulate.pressed`, `simulate.none_waits`,
`simulate.step`."""

Tell = Callable[[dict[str, str | None]], None]
"""Takes the record of a streamer, for programs."""

FollowLines = Callable[[Callable[[], None]], bool]
"""Begins to call something on the running loop at each line that is typed; tells whether anybody
can type one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateOptions:
    """What the command was told."""

    count: int = 3
    address: str = FIRST_ADDRESS
    """IPv4 literal of the first streamer."""
    name: str | None = None
    faults: tuple[str, ...] = ()
    """Names of `Fault`."""
    is_auto_confirm: bool = False
    """Whether claims are made good by a press at once, without a code."""
    is_json: bool = False
    firmware_keys: frozenset[str] = frozenset()
    """Whose signatures of firmware they take."""
    seed: int = 0
    """Of what broken streamers do by chance."""
    script: bytes = b""
    """Of `script.read_script`."""


def print_record(record: dict[str, str | None]) -> None:
    """Print one line of JSON, at once."""
    print(json.dumps(record, ensure_ascii=False), flush=True)


def follow_nothing(_press: Callable[[], None]) -> bool:
    """Have nobody who types lines."""
    return False


def run(
    options: SimulateOptions,
    *,
    say: Say,
    tell: Tell = print_record,
    follow_lines: FollowLines = follow_nothing,
) -> int:
    """Run a farm until SIGINT or SIGTERM, then give the exit status 0.

    Each typed line presses the button of every streamer that waits for it: who types stands before
    all of them.

    With `--json` `tell` gets the record of each streamer, then of each code that one shows (`id`,
    `code`), of each wait for a button (`id`, `waits_for`) and of each step of the script (`step`,
    `error`), and nothing else is said; without,
    `say` is told `simulate.streamer` (`name`, `product`, `address`, `mac`, `control_url`) for
    each, `simulate.mdns_off` (`reason`) where mDNS is not to be had, `simulate.running` (`count`),
    `simulate.enter` where lines can be typed, `simulate.code` (`name`, `code`, `client`) at each
    claim, `simulate.waits` (`name`) when its button is all that is missing, and at a line
    `simulate.pressed` (`name`) for each that waited, else `simulate.none_waits`; `simulate.step`
    (`step`) for each of the script.

    Raises:
        WrongUsage: `simulate.count_wrong`, `simulate.name_empty`, `simulate.fault_unknown`,
            `simulate.fault_needs_two`, `simulate.address_malformed`, `simulate.too_many`,
            `simulate.script_line`, `simulate.script_too_long`.
        Refused: `simulate.address_missing`, `simulate.address_simulated`.
        PortTaken: `simulate.port_taken`.
    """
    if not 1 <= options.count <= MOST_STREAMERS:
        raise WrongUsage("simulate.count_wrong", count=options.count, most=MOST_STREAMERS)
    faults = tuple(fault_named(name) for name in options.faults)
    name = _checked_name(options.name)
    steps = read_script(options.script, count=options.count)
    speech: _Speech = _ToPrograms(tell) if options.is_json else _ToPeople(say)
    asyncio.run(_live(options, _Course(name, faults, steps), speech, follow_lines))
    return 0


def record_of(streamer: VirtualStreamer) -> dict[str, str | None]:
    """Give what `--json` prints of a streamer; no control address where it has no control API."""
    return {
        "id": streamer.persona.id,
        "name": streamer.persona.name,
        "address": streamer.address,
        "mac": streamer.persona.mac_text,
        "control_url": streamer.control_url,
    }


class _Speech(Protocol):
    """Says what happens in a farm."""

    def introduce(self, farm: Farm) -> None:
        """Say who is there."""

    def can_type(self) -> None:
        """Say that a line presses buttons."""

    def show_code(self, streamer: VirtualStreamer, shown: ShownCode) -> None:
        """Say what a display shows."""

    def wait(self, streamer: VirtualStreamer) -> None:
        """Say that a streamer waits for its button."""

    def press(self, pressed: Sequence[VirtualStreamer]) -> None:
        """Say whose buttons a line has pressed."""

    def step(self, step: Step, code: str) -> None:
        """Say that a step of the script was done, or why not."""


class _ToPrograms:
    """Records, and nothing beside them."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def introduce(self, farm: Farm) -> None:
        for streamer in farm.streamers:
            self._tell(record_of(streamer))

    def can_type(self) -> None:
        pass

    def show_code(self, streamer: VirtualStreamer, shown: ShownCode) -> None:
        self._tell({"id": streamer.persona.id, "code": shown.code})

    def wait(self, streamer: VirtualStreamer) -> None:
        self._tell({"id": streamer.persona.id, "waits_for": "press"})

    def press(self, pressed: Sequence[VirtualStreamer]) -> None:
        pass

    def step(self, step: Step, code: str) -> None:
        self._tell({"step": step.text, "error": code or None})


class _ToPeople:
    """Lines, whose words are not made here."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def introduce(self, farm: Farm) -> None:
        for streamer in farm.streamers:
            told = record_of(streamer) | {"product": streamer.persona.product}
            self._say("simulate.streamer", {key: value or "" for key, value in told.items()})
        if farm.mdns_error:
            self._say("simulate.mdns_off", {"reason": farm.mdns_error})
        self._say("simulate.running", {"count": len(farm.streamers)})

    def can_type(self) -> None:
        self._say("simulate.enter", {})

    def show_code(self, streamer: VirtualStreamer, shown: ShownCode) -> None:
        client = plain_name(shown.client_name) or ""
        name = streamer.persona.name
        self._say("simulate.code", {"name": name, "code": shown.code, "client": client})

    def wait(self, streamer: VirtualStreamer) -> None:
        self._say("simulate.waits", {"name": streamer.persona.name})

    def press(self, pressed: Sequence[VirtualStreamer]) -> None:
        for streamer in pressed:
            self._say("simulate.pressed", {"name": streamer.persona.name})
        if not pressed:
            self._say("simulate.none_waits", {})

    def step(self, step: Step, code: str) -> None:
        text = plain_text(step.text)
        self._say("simulate.step", {"step": f"{text} ({code})" if code else text})


class _Course(NamedTuple):
    """What becomes of the streamers."""

    name: str | None
    faults: tuple[Fault, ...]
    steps: tuple[Step, ...]


async def _live(
    options: SimulateOptions, course: _Course, speech: _Speech, follow_lines: FollowLines
) -> None:
    stopped = asyncio.Event()
    _stop_by_signal(stopped)
    farm = Farm(
        FarmPlan(
            first_address=options.address,
            is_auto_confirm=options.is_auto_confirm,
            firmware_keys=options.firmware_keys,
            seed=options.seed,
        )
    )
    await farm.start(options.count, name=course.name, faults=course.faults)
    script: asyncio.Task[None] | None = None
    try:
        speech.introduce(farm)
        for streamer in farm.streamers:
            streamer.claims.follow(partial(speech.show_code, streamer))
            streamer.claims.follow_waits(partial(speech.wait, streamer))
        if follow_lines(lambda: speech.press(_pressed(farm))):
            speech.can_type()
        script = asyncio.create_task(play_script(farm, course.steps, told=speech.step))
        await _until(stopped, script)
    finally:
        if script is not None:
            script.cancel()
            await asyncio.gather(script, return_exceptions=True)
        await farm.stop()


async def _until(stopped: asyncio.Event, script: asyncio.Task[None]) -> None:
    """Wait for the end; a script that breaks down is one."""
    end = asyncio.ensure_future(stopped.wait())
    try:
        await asyncio.wait((end, script), return_when=asyncio.FIRST_COMPLETED)
        if script.done():
            script.result()
        await end
    finally:
        end.cancel()


def _pressed(farm: Farm) -> list[VirtualStreamer]:
    """Press the button of each streamer that waits for it, and give those."""
    waiting = [streamer for streamer in farm.streamers if streamer.claims.awaits_press]
    for streamer in waiting:
        streamer.claims.press()
    return waiting


def _checked_name(name: str | None) -> str | None:
    if name is None:
        return None
    clean = plain_name(name)
    if clean is None:
        raise WrongUsage("simulate.name_empty")
    return clean


def _stop_by_signal(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:
            # Windows has no signal handlers on loops.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
