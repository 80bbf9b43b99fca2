"""Looks host names up: as the system does, and by mDNS where the name is of this link.

Many systems cannot look `.local` up by themselves, and a streamer's name is such a one. Both are
asked at the same time, so that neither waits for the other to fail.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.discovery.mdns_services import GROUP
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.discovery.udp import usable_for

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncZeroconf

    from altrabits_desktop.contract.streamers import NetworkCard

logger = logging.getLogger(__name__)

LIMIT_S = 3.0
_DOMAIN = ".local"
_LABEL_BYTES = 63
_OWN_ROUND_S = 0.5
"""How much sooner than the whole mDNS gives up, so that its sockets are closed by then."""

Resolve = Callable[[str], Awaitable[str | None]]
"""Gives an IPv4 literal of a host name, None where there is none."""
OnLink = Callable[[str, Sequence["NetworkCard"]], Awaitable[str | None]]
"""The same for a name of the link, on some cards."""


async def resolve_name(name: str) -> str | None:
    """Look a host name up as the system does; at most 3 s, on a thread of the pool."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(LIMIT_S):
            found = await loop.getaddrinfo(name, None, family=socket.AF_INET)
    except (OSError, UnicodeError):
        return None
    return str(found[0][4][0]) if found else None


async def resolve_on_link(name: str, cards: Sequence[NetworkCard]) -> str | None:
    """Ask who is called so by mDNS, on these cards; at most 3 s, on a thread of the pool.

    Args:
        name: as `name_on_link` gives it.
        cards: where it is asked.

    Returns:
        An address in a subnet of these cards, where one is among those told; else the first.
    """
    if not cards:
        return None
    return await asyncio.to_thread(lambda: asyncio.run(_ask(name, tuple(cards))))


class Names:
    """Looks names up in both ways; on the loop of discovery.

    Args:
        cards: gives the cards that are looked on.
        by_system: asks the system.
        on_link: asks by mDNS.
    """

    def __init__(
        self,
        cards: Callable[[], Sequence[NetworkCard]],
        *,
        by_system: Resolve = resolve_name,
        on_link: OnLink = resolve_on_link,
    ) -> None:
        self._cards = cards
        self._by_system = by_system
        self._on_link = on_link

    async def resolve(self, name: str) -> str | None:
        """Give an IPv4 literal of a host name; None where nobody knows it. At most 3 s."""
        of_link = name_on_link(name)
        asking = [asyncio.ensure_future(self._by_system(name))]
        if of_link is not None:
            asking.append(asyncio.ensure_future(self._on_link(of_link, self._cards())))
        try:
            for answered in asyncio.as_completed(asking):
                found = await answered
                if found is not None:
                    return found
        finally:
            for one in asking:
                one.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        return None


def name_on_link(name: str) -> str | None:
    """Give the name that mDNS knows a host by, such as `kitchen.local`; None for another. Pure.

    A bare name may be one too: people read `kitchen` on a streamer, and type that.
    """
    bare = name.rstrip(".").lower()
    whole = bare if "." in bare else f"{bare}{_DOMAIN}"
    labels = whole.split(".")
    is_sound = all(0 < len(label) <= _LABEL_BYTES for label in labels)
    return whole if is_sound and whole.endswith(_DOMAIN) and whole != _DOMAIN else None


async def _ask(name: str, cards: tuple[NetworkCard, ...]) -> str | None:
    # Imported here: it takes a tenth of a second, and nobody draws on this loop.
    from zeroconf import IPVersion
    from zeroconf.asyncio import AsyncZeroconf

    try:
        usable = usable_for(GROUP, sorted({card.address for card in cards}))
        zeroconf = AsyncZeroconf(interfaces=usable, ip_version=IPVersion.V4Only)
    except OSError as error:
        logger.info("mdns: no name can be looked up: %s", error.strerror)
        return None
    try:
        return await _answered(zeroconf, name, cards)
    finally:
        await zeroconf.async_close()


async def _answered(
    zeroconf: AsyncZeroconf, name: str, cards: tuple[NetworkCard, ...]
) -> str | None:
    from zeroconf import (  # type: ignore[attr-defined] # its list of public names lacks one
        AddressResolverIPv4,
        Error,
        IPVersion,
    )

    resolver = AddressResolverIPv4(f"{name}.")
    with contextlib.suppress(Error):
        await resolver.async_request(zeroconf.zeroconf, (LIMIT_S - _OWN_ROUND_S) * 1000)
    told = [str(each) for each in resolver.ip_addresses_by_version(IPVersion.V4Only)]
    return nearest(told, cards)


def nearest(addresses: Sequence[str], cards: Sequence[NetworkCard]) -> str | None:
    """Give the first address in a subnet of these cards, else the first; None for none. Pure.

    A computer with a virtual network says addresses that nobody else reaches, too.
    """
    subnets = Subnets(cards)
    here = (each for each in addresses if subnets.card_of(each) is not None)
    return next(here, next(iter(addresses), None))
