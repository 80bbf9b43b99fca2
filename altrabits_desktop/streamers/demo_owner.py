"""Owns the demo's streamers for this computer, so that they obey whoever looks at the demo.

They ask for no code and belong to nobody's account; what makes them obey is held in memory and
forgotten with the demo.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer, own_nothing

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId, StreamerState
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.streamers.claiming import StreamerClaims
    from altrabits_desktop.streamers.owned import Owns
    from altrabits_desktop.streamers.registry import Registry

_CLIENT_NAME = "AltraBits Desktop"


class Telling(Protocol):
    """What takes commands (`connections.Connections`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        """Tell a streamer to do something."""

    async def tell(self, streamer_id: StreamerId, inquiry: Inquiry) -> Told:
        """Ask one for what its owner alone is told."""


class DemoOwner:
    """Passes commands on, and claims a streamer of the demo before its first one. On one loop.

    Args:
        registry: is told what is owned.
        connections: take the commands.
        claims: asks streamers.
    """

    def __init__(self, registry: Registry, *, connections: Telling, claims: StreamerClaims) -> None:
        self._registry = registry
        self._connections = connections
        self._claims = claims
        self._owns: Owns = own_nothing
        self._of_demo: dict[StreamerId, OwnedStreamer] = {}
        self._claiming = asyncio.Lock()

    def own(self, owns: Owns) -> None:
        """Let these be the person's streamers; those of the demo obey beside them."""
        self._owns = owns
        self._tell()

    def forget(self) -> None:
        """Forget what made the demo's streamers obey: they are gone."""
        self._of_demo.clear()
        self._tell()

    async def perform(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        """Tell a streamer to do something; raises as `Connections.perform` and claims do."""
        await self._claim_first(streamer_id)
        return await self._connections.perform(streamer_id, command)

    async def tell(self, streamer_id: StreamerId, inquiry: Inquiry) -> Told:
        """Ask one for what its owner alone is told; raises like `perform`."""
        await self._claim_first(streamer_id)
        return await self._connections.tell(streamer_id, inquiry)

    async def _claim_first(self, streamer_id: StreamerId) -> None:
        async with self._claiming:
            streamer = self._registry.streamer(streamer_id)
            if streamer is not None and self._is_to_be_claimed(streamer):
                await self._claim(streamer)

    def _is_to_be_claimed(self, streamer: Streamer) -> bool:
        is_of_demo = streamer.origin is Origin.DEMO
        return is_of_demo and not streamer.is_owned and streamer.id not in self._of_demo

    async def _claim(self, streamer: Streamer) -> None:
        offer = await self._claims.begin(streamer.id, client_name=_CLIENT_NAME)
        if offer is None:
            return
        won = await self._claims.confirm(offer, code="")
        identity = Identity(streamer.mac, streamer.udn, streamer.api_id)
        self._of_demo[streamer.id] = OwnedStreamer(
            id="", name="", room="", identity=identity, pin=won.pin, token=won.token
        )
        self._tell()

    def _tell(self) -> None:
        of_person, of_demo = self._owns, OwnedBook(self._of_demo.values()).of
        self._registry.own(lambda identity: of_person(identity) or of_demo(identity))
