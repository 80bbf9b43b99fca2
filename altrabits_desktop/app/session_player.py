"""The player on the session bus, where there is one: media keys and panels of Linux desktops.

It is a comfort: whatever goes wrong with it is logged once, and nothing else stops.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbus_fast.aio import MessageBus

    from altrabits_desktop.app.media_keys import MediaKeys

logger = logging.getLogger(__name__)

# The name that panels and `playerctl --player=altrabits` know it by.
NAME = "org.mpris.MediaPlayer2.altrabits"
PATH = "/org/mpris/MediaPlayer2"
CONNECT_LIMIT_S = 5.0


class SessionPlayer:
    """On the bus from `start` to `stop`. On the loop of the window.

    Args:
        address: of the bus; None where there is none, and then nothing happens.
        keys: what is told there, and does what is told.
        come_forward: shows the window.
    """

    def __init__(
        self, address: str | None, *, keys: MediaKeys, come_forward: Callable[[], None]
    ) -> None:
        self._address = address
        self._keys = keys
        self._come_forward = come_forward
        self._bus: MessageBus | None = None
        self._unfollow: Callable[[], None] | None = None

    async def run(self) -> None:
        """Stand on the bus until that ends, or until this is cancelled."""
        if self._address is None:
            return
        # Some 80 ms cold: the window goes on meanwhile.
        await asyncio.to_thread(importlib.import_module, "altrabits_desktop.app.mpris_interfaces")
        from dbus_fast.errors import DBusFastError

        try:
            async with asyncio.timeout(CONNECT_LIMIT_S):
                bus = await self._connect(self._address)
            await bus.wait_for_disconnect()  # type: ignore[no-untyped-call] # dbus-fast has no type
        except (DBusFastError, OSError, EOFError, ValueError, TypeError) as error:
            # TimeoutError is an OSError. No address: it has the name of whoever is signed in.
            logger.info("media keys do not work: %s", type(error).__name__)

    async def stop(self) -> None:
        """Leave the bus."""
        if self._unfollow is not None:
            self._unfollow()
        if self._bus is not None:
            self._bus.disconnect()

    async def _connect(self, address: str) -> MessageBus:
        from dbus_fast import NameFlag, RequestNameReply
        from dbus_fast.aio import MessageBus

        from altrabits_desktop.app.mpris_interfaces import PlayerInterface, ProgramInterface

        self._bus = bus = await MessageBus(bus_address=address).connect()
        player = PlayerInterface(self._keys)
        # Before the name: whoever sees that finds all of it.
        bus.export(PATH, ProgramInterface(self._come_forward))
        bus.export(PATH, player)
        reply = await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
        if reply is not RequestNameReply.PRIMARY_OWNER:
            # A window of another profile has it; the standard names the others so.
            await bus.request_name(f"{NAME}.instance{os.getpid()}", NameFlag.DO_NOT_QUEUE)
        self._unfollow = self._keys.follow(player.tell_changes)
        return bus
