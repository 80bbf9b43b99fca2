"""The command `altrabits simulate`: runs a farm until it is stopped."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_name
from altrabits_desktop.simulator.addresses import FIRST_ADDRESS, MOST_STREAMERS
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.faults import Fault, fault_named

if TYPE_CHECKING:
    from altrabits_desktop.simulator.claims import ShownCode
    from altrabits_desktop.simulator.streamer import VirtualStreamer

Say = Callable[[str, Mapping[str, str | int]], None]
"""Takes a code and its arguments: `simulate.streamer`, `simulate.mdns_off`, `simulate.running`,
`simulate.code`."""

Tell = Callable[[dict[str, str | None]], None]
"""Takes the record of a streamer, for programs."""


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


def print_record(record: dict[str, str | None]) -> None:
    """Print one line of JSON, at once."""
    print(json.dumps(record, ensure_ascii=False), flush=True)


def run(options: SimulateOptions, *, say: Say, tell: Tell = print_record) -> int:
    """Run a farm until SIGINT or SIGTERM, then give the exit status 0.

    With `--json` `tell` gets the record of each streamer, then of each code that one shows (`id`,
    `code`), and nothing else is said; without, `say` is told `simulate.streamer` (`name`,
    `product`, `address`, `mac`, `control_url`) for each, `simulate.mdns_off` (`reason`) where mDNS
    is not to be had, `simulate.running` (`count`), and `simulate.code` (`name`, `code`, `client`)
    at each claim.

    Raises:
        WrongUsage: `simulate.count_wrong`, `simulate.name_empty`, `simulate.fault_unknown`,
            `simulate.fault_needs_two`, `simulate.address_malformed`, `simulate.too_many`.
        Refused: `simulate.address_missing`, `simulate.address_simulated`.
        PortTaken: `simulate.port_taken`.
    """
    if not 1 <= options.count <= MOST_STREAMERS:
        raise WrongUsage("simulate.count_wrong", count=options.count, most=MOST_STREAMERS)
    faults = tuple(fault_named(name) for name in options.faults)
    name = _checked_name(options.name)
    if options.is_json:
        told = (lambda farm: _tell_all(farm, tell), partial(_tell_code, tell))
        asyncio.run(_live(options, name, faults, *told))
    else:
        said = (lambda farm: _say_all(farm, say), partial(_say_code, say))
        asyncio.run(_live(options, name, faults, *said))
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


async def _live(
    options: SimulateOptions,
    name: str | None,
    faults: tuple[Fault, ...],
    introduce: Callable[[Farm], None],
    show_code: Callable[[VirtualStreamer, ShownCode], None],
) -> None:
    stopped = asyncio.Event()
    _stop_by_signal(stopped)
    farm = Farm(FarmPlan(first_address=options.address, is_auto_confirm=options.is_auto_confirm))
    await farm.start(options.count, name=name, faults=faults)
    try:
        introduce(farm)
        for streamer in farm.streamers:
            streamer.claims.follow(partial(show_code, streamer))
        await stopped.wait()
    finally:
        await farm.stop()


def _tell_all(farm: Farm, tell: Tell) -> None:
    for streamer in farm.streamers:
        tell(record_of(streamer))


def _tell_code(tell: Tell, streamer: VirtualStreamer, shown: ShownCode) -> None:
    tell({"id": streamer.persona.id, "code": shown.code})


def _say_code(say: Say, streamer: VirtualStreamer, shown: ShownCode) -> None:
    client = plain_name(shown.client_name) or ""
    name = streamer.persona.name
    say("simulate.code", {"name": name, "code": shown.code, "client": client})


def _say_all(farm: Farm, say: Say) -> None:
    for streamer in farm.streamers:
        told = record_of(streamer) | {"product": streamer.persona.product}
        say("simulate.streamer", {key: value or "" for key, value in told.items()})
    if farm.mdns_error:
        say("simulate.mdns_off", {"reason": farm.mdns_error})
    say("simulate.running", {"count": len(farm.streamers)})


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
