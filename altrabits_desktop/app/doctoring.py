"""Builds the doctor: what measures, what asks streamers, and what judges."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from altrabits_desktop.actions.doctor import Doctor
from altrabits_desktop.app.system_settings import system_settings
from altrabits_desktop.streamers.discovery.probe import ControlApiProbe

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.doctor import Measurements, Visit
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.doctor.examining import Examiner
    from altrabits_desktop.streamers.drivers.driver import Fetch

_ONE = "altrabits_desktop.streamers.discovery.doctor.one"


def build_doctor(
    *,
    cards: Callable[[], tuple[NetworkCard, ...]],
    port: int,
    fetch: Fetch,
    clock: Clock,
    report: Callable[[], FindingReport],
    directory: Directory,
    publish: Callable[[Changes], None],
) -> Doctor:
    """Build it on the running loop; nothing is measured yet.

    Args:
        cards: gives all cards that are up.
        port: of the announcements.
        fetch: asks an address of an own subnet.
        clock: for instants.
        report: gives what was tried to find streamers.
        directory: what is listed.
        publish: the change feed.
    """
    probe = ControlApiProbe(fetch=fetch, clock=clock)

    async def is_streamer(address: str) -> bool:
        await probe.ask(address, port=None)
        return True

    async def measure(looked_on: tuple[NetworkCard, ...], /, *, is_knocking: bool) -> Measurements:
        # Loaded where it measures: all of it would stop the window for a moment.
        examiner = await asyncio.to_thread(_examiner, cards, port)
        return await examiner.measure(looked_on, is_knocking=is_knocking)

    return Doctor(
        measure=measure,
        is_streamer=is_streamer,
        report=report,
        directory=directory,
        publish=publish,
        system=system_settings(),
        visit=_visit,
    )


async def _visit(
    address: str, /, *, ports: tuple[int, ...], cards: tuple[NetworkCard, ...]
) -> Visit:
    one = await asyncio.to_thread(import_module, _ONE)
    visited: Visit = await one.visit(address, ports=ports, cards=cards)
    return visited


def _examiner(cards: Callable[[], tuple[NetworkCard, ...]], port: int) -> Examiner:
    from altrabits_desktop.streamers.discovery.doctor.examining import Examiner

    return Examiner(cards, port)
