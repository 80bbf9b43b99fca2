"""Asks one typed address in every way there is, until one of them brings an answer."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    MalformedAnswer,
    NotReachable,
    WrongUsage,
)
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.local_names import Resolve, resolve_name
from altrabits_desktop.streamers.discovery.typed_address import (
    TypedAddress,
    may_be_asked,
    parse_typed_address,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.probe import Probe
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

_QUESTIONS = 2
_ANSWER_S = 1.5
_TEXTS_KEPT = 64


class Asking:
    """Questions to typed addresses, and who waits for an answer.

    Args:
        clock: for the time limits.
        neighbourhood: a typed address in it may be contacted from then on.
        probe: asks by the control API.
        deliver: takes what the probe finds.
        ask: asks an address by all listeners.
        resolve: looks host names up.
        leaves_by_chosen: whether the system reaches an address by a card that is looked on.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        neighbourhood: Neighbourhood,
        probe: Probe,
        deliver: Deliver,
        ask: Callable[[str], Awaitable[None]],
        resolve: Resolve = resolve_name,
        leaves_by_chosen: Callable[[str], bool] = lambda _address: True,
    ) -> None:
        self._clock = clock
        self._neighbourhood = neighbourhood
        self._probe = probe
        self._deliver = deliver
        self._ask = ask
        self._resolve = resolve
        self._leaves_by_chosen = leaves_by_chosen
        self._waiting: dict[str, set[asyncio.Future[Sighting]]] = {}
        self._addresses: dict[str, str] = {}
        """Of each text that was typed, where it was asked last."""
        self._others: set[str] = set()
        """Addresses that are asked now and where something answers that is no streamer."""

    def hear(self, sighting: Sighting) -> None:
        """Tell those who wait for an answer from a sighting's address.

        The first one is delivered as what a person asked for, which has a place in any list.
        """
        # A bare announcement without a product's name is somebody else's device.
        if sighting.heard_by is HeardBy.ANNOUNCE and sighting.product is None:
            self._note_other(sighting.address)
            return
        waiting = [w for w in self._waiting.get(sighting.address, ()) if not w.done()]
        if waiting and sighting.has_identity:
            typed = replace(sighting, heard_by=HeardBy.MANUAL)
            # Where its driver is, it tells itself, and may tell otherwise later.
            self._deliver(replace(typed, control_url=None, description_url=None))
        for one in waiting:
            one.set_result(sighting)

    def give_up(self) -> None:
        """Let whoever waits go: another network was entered, where the address is another's."""
        self._addresses.clear()
        for address in self._waiting:
            self._give_up_at(address)

    def forget(self, text: str) -> str | None:
        """Know no more what was typed, and let go whoever waits for it.

        Returns:
            The address that is to be asked no more; None where another text stands for it too.
        """
        address = self._addresses.pop(_key(text), None)
        if address is None or address in self._addresses.values():
            return None
        self._give_up_at(address)
        return address

    def _give_up_at(self, address: str) -> None:
        for one in self._waiting.get(address, ()):
            if not one.done():
                one.set_exception(NotReachable("address.silent", address=address))

    async def try_address(self, text: str) -> Answered:
        """Ask what a person typed; whatever answers is delivered as a sighting.

        Takes at most 3 s, and 3 s more where a name must be looked up.

        Returns:
            Who answered first.

        Raises:
            WrongUsage: `address.malformed`, `address.not_local` for one outside the house, or
                `address.other_card` for one that a card leads to which was not chosen.
            NotReachable: `address.unknown_name`, `address.silent`, or `address.no_streamer` where
                something else answers.
        """
        typed = parse_typed_address(text)
        address = await self._literal(typed)
        is_local = self._neighbourhood.is_local(address)
        if not may_be_asked(address, is_local=is_local):
            raise WrongUsage("address.not_local", address=address)
        if not is_local and not self._leaves_by_chosen(address):
            raise WrongUsage("address.other_card", address=address)
        if not is_local:
            self._neighbourhood.admit(address)
        self._note_asked(text, address)
        heard: asyncio.Future[Sighting] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(address, set()).add(heard)
        probing = asyncio.ensure_future(self._probed(address, port=typed.port))
        try:
            found = await self._first_answer(address, heard=heard, probing=probing)
            if found is None:
                is_other = address in self._others
                code = "address.no_streamer" if is_other else "address.silent"
                raise NotReachable(code, address=address)
            return Answered(address, found.name or "", found.product or "", found.heard_by)
        finally:
            probing.cancel()
            await asyncio.gather(probing, return_exceptions=True)
            self._waiting[address].discard(heard)
            if not heard.cancel():
                # It may say that another network was entered, to nobody who still listens.
                heard.exception()
            if not self._waiting[address]:
                del self._waiting[address]
                self._others.discard(address)

    def _note_asked(self, text: str, address: str) -> None:
        self._addresses[_key(text)] = address
        while len(self._addresses) > _TEXTS_KEPT:
            self._addresses.pop(next(iter(self._addresses)))

    def _note_other(self, address: str) -> None:
        if address in self._waiting:
            self._others.add(address)

    async def _literal(self, typed: TypedAddress) -> str:
        if typed.is_literal:
            return typed.host
        address = await self._resolve(typed.host)
        if address is None:
            raise NotReachable("address.unknown_name", name=typed.host)
        return address

    async def _probed(self, address: str, *, port: int | None) -> Sighting | None:
        try:
            sighting = await self._probe.ask(address, port=port)
        except MalformedAnswer:
            self._note_other(address)
            return None
        except AltraBitsError:
            return None
        self._deliver(sighting)
        return sighting

    async def _first_answer(
        self,
        address: str,
        *,
        heard: asyncio.Future[Sighting],
        probing: asyncio.Future[Sighting | None],
    ) -> Sighting | None:
        for _ in range(_QUESTIONS):
            await self._ask(address)
            found = await self._answer_within(_ANSWER_S, heard=heard, probing=probing)
            if found is not None:
                return found
        return None

    async def _answer_within(
        self,
        limit_s: float,
        *,
        heard: asyncio.Future[Sighting],
        probing: asyncio.Future[Sighting | None],
    ) -> Sighting | None:
        limit = asyncio.ensure_future(self._clock.sleep(limit_s))
        try:
            while not limit.done():
                unsettled = [f for f in (heard, probing, limit) if not f.done()]
                await asyncio.wait(unsettled, return_when=asyncio.FIRST_COMPLETED)
                if heard.done():
                    return heard.result()
                if probing.done() and probing.result() is not None:
                    return probing.result()
        finally:
            limit.cancel()
        return None


def _key(text: str) -> str:
    return text.strip().casefold()
