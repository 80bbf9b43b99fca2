"""Subscriptions to renderers' events: asked for, renewed while they last, and ended.

Source: UPnP Device Architecture 2.0, chapter 4.1.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, MalformedAnswer, NotReachable
from altrabits_desktop.streamers.answer_limits import HousePace
from altrabits_desktop.streamers.events.callback import Callback
from altrabits_desktop.streamers.events.door import Door

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Subscription
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood

FIRST_WITHIN_S = 3.0
"""Each subscription begins with a notice of how all is; where none comes, a firewall is between."""
ASKED_FOR_S = 300
LEAST_S, MOST_S = 20.0, 1800.0
"""Whatever a streamer grants, it is asked anew neither all the time nor hardly ever."""
NOTICES_A_SECOND = 40
"""What all streamers together may send: each takes the loop's time for some milliseconds."""
END_WITHIN_S = 0.6
"""Whoever closes a driver waits no longer; without a word it ends by itself."""

_SID = re.compile(r"[!-~]{1,256}")
_GRANTED = re.compile(r"second-(\d{1,7})", re.IGNORECASE | re.ASCII)


class Exchange(Protocol):
    """A request whose answer is its head alone (`streamers.fetching.Fetching.exchange`)."""

    async def exchange(
        self,
        method: str,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: Mapping[str, str],
    ) -> Mapping[str, str]:
        """Give the headers of the answer, names in lower case."""


class Subscribing:
    """Keeps `drivers.driver.Events`; on one loop. One door for each segment, while it is needed.

    Args:
        fetch: asks streamers.
        neighbourhood: which address of this computer a streamer can reach.
        clock: for all waiting.
    """

    def __init__(self, *, fetch: Exchange, neighbourhood: Neighbourhood, clock: Clock) -> None:
        self._fetch = fetch
        self._neighbourhood = neighbourhood
        self._clock = clock
        self._pace = HousePace(clock, lines_a_second=NOTICES_A_SECOND)
        self._doors: dict[str, Door] = {}
        self._opening = asyncio.Lock()

    @asynccontextmanager
    async def subscribed(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncIterator[Subscription]:
        """Have a streamer's events come for as long as the context is open.

        Args:
            url: where its service takes subscriptions, on its own address.
            address: the streamer's.
            is_loopback_allowed: like `Fetch.get`.

        Raises:
            NotReachable: no answer, or no card of this computer on its segment; from `next` also
                when no notice comes within 3 s, or it grants no more.
            MalformedAnswer: it answers something else; from `next` also when it says too much.
        """
        own = self._neighbourhood.own_address(address)
        if own is None:
            raise NotReachable("streamer.unreachable", address=address)
        callback = Callback(address, clock=self._clock)
        asking = _Asking(self._fetch, url, address, is_loopback_allowed=is_loopback_allowed)
        door = await self._expecting(own, callback)
        try:
            sid, granted_s = await asking.begin(door.expect(callback))
            callback.grant(sid)
            keeping = asyncio.ensure_future(self._keep(asking, callback, granted_s))
            try:
                yield callback
            finally:
                keeping.cancel()
                await asyncio.wait((keeping,))
                with suppress(AltraBitsError, TimeoutError):
                    async with asyncio.timeout(END_WITHIN_S):
                        await asking.end(callback.sid)
        finally:
            await self._leave(door, callback)

    async def stop(self) -> None:
        """Close every door."""
        doors = tuple(self._doors.values())
        self._doors.clear()
        for door in doors:
            await door.close()

    async def _expecting(self, own: str, callback: Callback) -> Door:
        async with self._opening:
            door = self._doors.get(own)
            if door is None:
                door = Door(own, pace=self._pace)
                try:
                    await door.open()
                except OSError as error:
                    raise NotReachable("streamer.unreachable", address=own) from error
                self._doors[own] = door
            door.expect(callback)
            return door

    async def _leave(self, door: Door, callback: Callback) -> None:
        door.forget(callback)
        if door.is_needed:
            return
        if self._doors.get(door.address) is door:
            del self._doors[door.address]
        await door.close()

    async def _keep(self, asking: _Asking, callback: Callback, granted_s: float) -> None:
        try:
            await self._clock.sleep(FIRST_WITHIN_S)
            if not callback.has_come.is_set():
                raise NotReachable("streamer.unreachable", address=callback.source)
            rest_s = granted_s / 2 - FIRST_WITHIN_S
            while True:
                await self._clock.sleep(rest_s)
                granted_s = await asking.renew(callback.sid)
                rest_s = granted_s / 2
        except AltraBitsError as error:
            callback.fail(error)


class _Asking:
    """The three requests of one subscription."""

    def __init__(
        self, fetch: Exchange, url: str, address: str, *, is_loopback_allowed: bool
    ) -> None:
        self._fetch = fetch
        self._url = url
        self._address = address
        self._is_loopback_allowed = is_loopback_allowed

    async def begin(self, callback_url: str) -> tuple[str, float]:
        """Ask for events at an address; give what the subscription is called and how long it is.

        Raises:
            MalformedAnswer: `events.malformed`: it does not say what it is called.
        """
        said = await self._send(
            "SUBSCRIBE",
            {
                "CALLBACK": f"<{callback_url}>",
                "NT": "upnp:event",
                "TIMEOUT": f"Second-{ASKED_FOR_S}",
            },
        )
        sid = said.get("sid", "").strip()
        if not _SID.fullmatch(sid):
            raise MalformedAnswer("events.malformed")
        return sid, _granted_s(said)

    async def renew(self, sid: str) -> float:
        """Ask for more of the same, and give how long that is."""
        said = await self._send("SUBSCRIBE", {"SID": sid, "TIMEOUT": f"Second-{ASKED_FOR_S}"})
        return _granted_s(said)

    async def end(self, sid: str) -> None:
        """Ask for no more."""
        await self._send("UNSUBSCRIBE", {"SID": sid})

    async def _send(self, method: str, headers: Mapping[str, str]) -> Mapping[str, str]:
        return await self._fetch.exchange(
            method,
            self._url,
            address=self._address,
            is_loopback_allowed=self._is_loopback_allowed,
            headers=headers,
        )


def _granted_s(said: Mapping[str, str]) -> float:
    found = _GRANTED.fullmatch(said.get("timeout", "").strip())
    granted_s = float(found[1]) if found is not None else float(ASKED_FOR_S)
    return max(LEAST_S, min(granted_s, MOST_S))
