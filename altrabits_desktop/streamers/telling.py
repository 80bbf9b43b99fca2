"""Tells a streamer what to do, over its open connection or a new one; learns what came of it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.contract.errors import (
    CertificateChanged,
    DriverSwitchedOff,
    Refused,
    StreamerSilent,
)
from altrabits_desktop.streamers.asker import DOUBT_LIMIT_S, LOSSES
from altrabits_desktop.streamers.drivers.driver import Telling
from altrabits_desktop.streamers.kept import is_dressed_anew

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId, StreamerState
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.streamers.asker import Asker
    from altrabits_desktop.streamers.drivers.driver import Connection, Reading, Recognition
    from altrabits_desktop.streamers.drivers.host import Host
    from altrabits_desktop.streamers.kept import Kept
    from altrabits_desktop.streamers.registry import Registry
    from altrabits_desktop.streamers.turns import Turns

Result = TypeVar("Result")

OPEN_LIMIT_S = 10.0
"""For a turn, the opening and the command together, where no connection is open."""


class Teller:
    """Single commands; what streamers tell afterwards goes to the registry.

    Args:
        registry: knows the drivers of streamers.
        host: opens drivers.
        asker: takes what streamers tell.
        turns: who may open a connection when.
    """

    def __init__(self, *, registry: Registry, host: Host, asker: Asker, turns: Turns) -> None:
        self._registry = registry
        self._host = host
        self._asker = asker
        self._turns = turns

    async def perform(
        self, streamer_id: StreamerId, command: Command, *, kept: Kept | None
    ) -> StreamerState | None:
        """Tell a streamer to do something: 5 s at most, 10 s where none is open.

        What came of it is in its answer, or is read.

        Args:
            kept: what is kept for the streamer.

        Returns:
            What it said of itself afterwards; None where it did not say, though it obeyed.

        Raises:
            Refused: as `drivers.driver.Connection.perform` says; `control.unsupported` for a
                streamer without a driver.
            DriverSwitchedOff: its driver failed or hangs.
            NotReachable: no answer in time, or somebody else answers; it may have been done.
            MalformedAnswer: an answer that does not fit.
        """
        return await self._through(
            streamer_id,
            lambda connection: self._told(streamer_id, command, connection),
            kept=kept,
            asked=type(command).__name__,
        )

    async def tell(self, streamer_id: StreamerId, inquiry: Inquiry, *, kept: Kept | None) -> Told:
        """Ask one of the person's for what its owner alone is told; takes as long as `perform`.

        Raises:
            Refused: `control.settings_refused`: nothing was taken on; and as `perform` does, as
                do all other errors.
        """
        return await self._through(
            streamer_id,
            lambda connection: self._asked(streamer_id, inquiry, connection),
            kept=kept,
            asked=type(inquiry).__name__,
        )

    async def _through(
        self,
        streamer_id: StreamerId,
        work: Callable[[Connection], Awaitable[Result]],
        *,
        kept: Kept | None,
        asked: str,
    ) -> Result:
        connection = kept.connection if kept is not None else None
        known = self._registry.recognition(streamer_id)
        target = (kept.worked if kept is not None else None) or known
        if kept is not None and is_dressed_anew(known, kept.worked or kept.target):
            # The open connection knows nothing yet of who owns it now.
            connection, target = None, known
        if target is None:
            raise Refused("control.unsupported", command=asked)
        try:
            if connection is None:
                has_worked = kept is not None and kept.worked == target
                return await self._opened(streamer_id, work, target, has_worked=has_worked)
            return await work(connection)
        except DriverSwitchedOff as off:
            self._asker.switch_off(streamer_id, off, target)
            raise

    async def _opened(
        self,
        streamer_id: StreamerId,
        work: Callable[[Connection], Awaitable[Result]],
        target: Recognition,
        *,
        has_worked: bool,
    ) -> Result:
        address = target.address.address
        limit = asyncio.timeout(OPEN_LIMIT_S)
        try:
            async with (
                limit,
                self._turns.at(address, has_worked=has_worked),
                self._turns.opening(address, has_worked=has_worked),
            ):
                await self._turns.start()
                async with self._host.open(target) as connection:
                    # Whoever answers there must be the one that is meant, before it is told.
                    self._asker.take(streamer_id, await connection.read_state())
                    return await work(connection)
        except TimeoutError as error:
            raise StreamerSilent("streamer.silent") from error

    async def _asked(
        self, streamer_id: StreamerId, inquiry: Inquiry, connection: Connection
    ) -> Told:
        if not isinstance(connection, Telling):
            raise Refused("control.unsupported", command=type(inquiry).__name__)
        try:
            return await connection.tell(inquiry)
        except CertificateChanged:
            # Whether it is the person's is settled at once, not at the next question to it.
            await self._read(streamer_id, connection)
            raise

    async def _told(
        self, streamer_id: StreamerId, command: Command, connection: Connection
    ) -> StreamerState | None:
        try:
            told = await connection.perform(command)
        except CertificateChanged:
            # Whether it is the person's is settled at once, not at the next question to it.
            await self._read(streamer_id, connection)
            raise
        finally:
            # What was asked before is older than the command, whenever its answer comes.
            self._asker.outdate(streamer_id)
        if told is None:
            return await self._read(streamer_id, connection)
        return self._taken(streamer_id, told)

    async def _read(self, streamer_id: StreamerId, connection: Connection) -> StreamerState | None:
        with suppress(*LOSSES, TimeoutError):
            async with asyncio.timeout(DOUBT_LIMIT_S):
                reading = await connection.read_state()
            return self._taken(streamer_id, reading)
        return None

    def _taken(self, streamer_id: StreamerId, reading: Reading) -> StreamerState | None:
        with suppress(*LOSSES):
            self._asker.take(streamer_id, reading)
            return reading.state
        return None
