"""mDNS by IPv6 on single cards: for streamers that have no address of IPv4.

Runs wholly on the loop of the thread `mdns`, beside the browsing by IPv4, which does not depend on
it: where a computer or a card has no IPv6, there is none.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.adapters import link_indexes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zeroconf.asyncio import AsyncZeroconf

    from altrabits_desktop.streamers.discovery.mdns_browsing import Browsing, Tell

logger = logging.getLogger(__name__)

_ASKS_AFTER_S = 1.0
_TRIES_BY_ITSELF = 4
"""Later it is tried with the questions of others."""


class OnLink:
    """Browses while there is a card that can.

    Args:
        indexes: numbers of the cards that are looked on.
        types: DNS-SD types without domain.
        tell: takes the news (`Browsing`).
    """

    def __init__(self, indexes: Iterable[int], *, types: tuple[str, ...], tell: Tell) -> None:
        self._indexes = frozenset(indexes)
        self._types = types
        self._tell = tell
        self._zeroconf: AsyncZeroconf | None = None
        self._browsing: Browsing | None = None
        self._tries = 0
        self._again: asyncio.Task[None] | None = None
        self._asking: asyncio.TimerHandle | None = None
        self._is_over = False

    async def start(self) -> None:
        """Listen and ask; without a card that has such an address it does nothing."""
        from zeroconf import IPVersion, NotRunningException
        from zeroconf.asyncio import AsyncZeroconf

        from altrabits_desktop.streamers.discovery.mdns_browsing import Browsing

        indexes = [index for index in link_indexes() if index in self._indexes]
        if not indexes:
            return
        try:
            self._zeroconf = AsyncZeroconf(interfaces=indexes, ip_version=IPVersion.V6Only)
            await self._zeroconf.zeroconf.async_wait_for_start()
        except (OSError, RuntimeError, NotRunningException):
            # No IPv6 here, or the address is still being tried out; IPv4 goes on.
            logger.info("mdns: cannot listen by IPv6")
            await self._close()
            return
        self._browsing = Browsing(
            self._zeroconf, types=self._types, tell=self._tell, is_on_link=True
        )
        # Whoever has an address of IPv4 as well is heard by that before.
        self._asking = asyncio.get_running_loop().call_later(_ASKS_AFTER_S, self._ask_first)

    def ask(self) -> None:
        """Send a question; tries to listen where that failed before.

        An address that has just come is tried out for a second, and cannot be used until then.
        """
        is_sent = self._browsing is not None and bool(self._browsing.ask())
        if not is_sent and self._again is None and not self._is_over:
            self._again = asyncio.ensure_future(self._start_again())

    def _ask_first(self) -> None:
        self._tries += 1
        if self._tries <= _TRIES_BY_ITSELF:
            self.ask()

    async def stop(self) -> None:
        """End it for good."""
        self._is_over = True
        if self._again is not None:
            await self._again
        await self._close()

    async def _start_again(self) -> None:
        await self._close()
        await self.start()
        self._again = None

    async def _close(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        if self._browsing is not None:
            await self._browsing.stop()
        if self._zeroconf is not None:
            await self._zeroconf.async_close()
        self._browsing = self._zeroconf = None
