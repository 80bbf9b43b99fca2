"""Runs drivers at arm's length: whatever one does wrong ends there, and is said once."""

from __future__ import annotations

import asyncio
import importlib
import logging
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, DriverSwitchedOff, Refused
from altrabits_desktop.runtime.error_places import told_of
from altrabits_desktop.streamers.drivers.driver import Reading, Telling

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import DriverId
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverIo,
        News,
        Recognition,
    )

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Seconds after which a driver is taken to hang; longer than any driver's own limits."""

    load_s: float = 20.0
    open_s: float = 8.0
    read_s: float = 8.0
    news_s: float = 14.0
    close_s: float = 1.0


class Load(Protocol):
    """How a driver's code is fetched; blocks, runs in a pool thread."""

    def __call__(self, driver_id: DriverId, /) -> Driver:
        """Give the driver; whatever it raises switches the driver off."""


def load_driver(driver_id: DriverId) -> Driver:
    """Import a driver of the program and make it; heavy libraries come along, so not on the loop.

    Raises:
        ImportError: there is none, or a library of its is missing.
    """
    module = importlib.import_module(f"altrabits_desktop.streamers.drivers.{driver_id}.driver")
    make: Callable[[], Driver] = module.make_driver
    return make()


class Host:
    """Opens drivers with time limits; on one loop.

    Args:
        io: what drivers may use of the world.
        load: imports a driver.
        limits: when a driver is taken to hang.
    """

    def __init__(
        self, *, io: DriverIo, load: Load = load_driver, limits: TimeLimits | None = None
    ) -> None:
        self._io = io
        self._load = load
        self._limits = limits or TimeLimits()
        self._drivers: dict[DriverId, Driver] = {}
        self._loading: dict[DriverId, asyncio.Lock] = {}
        self._missing: set[DriverId] = set()
        self._said: set[tuple[DriverId, str]] = set()

    @asynccontextmanager
    async def open(self, recognition: Recognition) -> AsyncIterator[Connection]:
        """Open a connection to a streamer; closed with the context.

        It raises, and so does all that the connection is asked for:

        Raises:
            DriverSwitchedOff: `driver.missing`, `driver.failed` or `driver.hangs`: the driver is
                of no use for this streamer. Other streamers and drivers go on.
            NotReachable: the streamer did not answer.
            MalformedAnswer: the streamer's answer does not fit.
        """
        driver_id = recognition.driver_id
        driver = await self._driver(driver_id)
        async with self._arms_length(driver_id, self._limits.open_s):
            context = driver.open(recognition.address, self._io)
            connection = await context.__aenter__()
        try:
            yield _HeldConnection(self, driver_id, connection)
        finally:
            # What ended the context counts, not what goes wrong while it closes.
            with suppress(AltraBitsError):
                async with self._arms_length(driver_id, self._limits.close_s):
                    await context.__aexit__(None, None, None)

    async def read(self, driver_id: DriverId, connection: Connection) -> Reading:
        """Read by a driver; raises as `open` says."""
        async with self._arms_length(driver_id, self._limits.read_s):
            return _with_capabilities(await connection.read_state(), connection)

    async def watch(
        self, driver_id: DriverId, connection: Connection
    ) -> AsyncGenerator[News, None]:
        """Watch by a driver; raises as `open` says."""
        news: AsyncGenerator[News, None] | None = None
        try:
            while True:
                async with self._arms_length(driver_id, self._limits.news_s):
                    news = news or connection.watch()
                    latest = await anext(news, None)
                    if isinstance(latest, Reading):
                        latest = _with_capabilities(latest, connection)
                if latest is None:
                    return
                yield latest
        finally:
            if news is not None:
                with suppress(AltraBitsError):
                    async with self._arms_length(driver_id, self._limits.close_s):
                        await news.aclose()

    async def perform(
        self, driver_id: DriverId, connection: Connection, command: Command
    ) -> Reading | None:
        """Perform by a driver; raises as `open` says, and `Refused` when the streamer says no."""
        async with self._arms_length(driver_id, self._limits.read_s):
            told = await connection.perform(command)
            return None if told is None else _with_capabilities(told, connection)

    async def tell(self, driver_id: DriverId, connection: Connection, inquiry: Inquiry) -> Told:
        """Ask by a driver what an owner alone is told; raises as `perform` does."""
        if not isinstance(connection, Telling):
            raise Refused("control.unsupported", command=type(inquiry).__name__)
        async with self._arms_length(driver_id, self._limits.read_s):
            return await connection.tell(inquiry)

    async def _driver(self, driver_id: DriverId) -> Driver:
        async with self._loading.setdefault(driver_id, asyncio.Lock()):
            if driver_id in self._missing:
                raise DriverSwitchedOff("driver.missing")
            if driver_id not in self._drivers:
                try:
                    async with self._arms_length(driver_id, self._limits.load_s):
                        driver = await asyncio.to_thread(self._load, driver_id)
                except DriverSwitchedOff as error:
                    self._missing.add(driver_id)
                    raise DriverSwitchedOff("driver.missing") from error
                self._drivers[driver_id] = driver
            return self._drivers[driver_id]

    @asynccontextmanager
    async def _arms_length(self, driver_id: DriverId, limit_s: float) -> AsyncIterator[None]:
        limit = asyncio.timeout(limit_s)
        try:
            async with limit:
                yield
        except AltraBitsError:
            raise
        # Drivers may be anybody's code: whatever one raises must not end what others do.
        except Exception as error:
            hangs = isinstance(error, TimeoutError) and limit.expired()
            code = "driver.hangs" if hangs else "driver.failed"
            self._say(driver_id, code, error)
            raise DriverSwitchedOff(code) from error

    def _say(self, driver_id: DriverId, code: str, error: Exception) -> None:
        if (driver_id, code) in self._said:
            return
        self._said.add((driver_id, code))
        # The message may hold what a streamer sent, so only kind and place are told.
        logger.error("driver %s: %s, %s", driver_id, code, told_of(error))


def _with_capabilities(reading: Reading, connection: Connection) -> Reading:
    """Let an answer carry what its streamer can: that may change with what plays."""
    facts = replace(reading.facts, capabilities=connection.capabilities)
    return replace(reading, facts=facts)


class _HeldConnection:
    """A connection at arm's length."""

    def __init__(self, host: Host, driver_id: DriverId, connection: Connection) -> None:
        self._host = host
        self._driver_id = driver_id
        self._connection = connection

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what this very streamer can tell."""
        return self._connection.capabilities

    async def read_state(self) -> Reading:
        """Ask once."""
        return await self._host.read(self._driver_id, self._connection)

    async def watch(self) -> AsyncGenerator[News, None]:
        """Give news until closed."""
        async with aclosing(self._host.watch(self._driver_id, self._connection)) as news:
            async for latest in news:
                yield latest

    async def perform(self, command: Command) -> Reading | None:
        """Tell the streamer to do something."""
        return await self._host.perform(self._driver_id, self._connection, command)

    async def tell(self, inquiry: Inquiry) -> Told:
        """Ask for what an owner alone is told."""
        return await self._host.tell(self._driver_id, self._connection, inquiry)
