"""Looks for shared servers by DNS-SD, once; on a thread and a loop of its own.

What is heard is a hint where to look, never a proof: whoever joins proves code and certificates.
"""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING

from altrabits_desktop.contract.household import (
    API_VERSION,
    ID_DIGITS,
    NAME_BEGINS,
    SERVICE_TYPE,
    FoundHousehold,
)
from altrabits_desktop.streamers.discovery.mdns_services import GROUP
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.discovery.udp import usable_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zeroconf.asyncio import AsyncZeroconf

    from altrabits_desktop.contract.streamers import NetworkCard

logger = logging.getLogger(__name__)

FOUND_MOST = 16
LOOK_S = 2.5
_RESOLVE_MS = 2_000
_TYPE = f"{SERVICE_TYPE}.local."
_ID = re.compile(rf"[0-9a-f]{{{ID_DIGITS}}}")
_ADDRESS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,3}){3}")
_PORT_MOST = 65_535


async def find_households(
    cards: Sequence[NetworkCard], *, wanted_id: str = "", look_s: float = LOOK_S
) -> tuple[FoundHousehold, ...]:
    """Give the shared servers that answer on these cards, in the order of their addresses.

    None where nothing can be asked: the address can be typed.

    Args:
        cards: where to look.
        wanted_id: of the only one that is looked for; others, however many, take no place of its.
        look_s: for how long.
    """
    if not cards:
        return ()
    return await asyncio.to_thread(
        lambda: asyncio.run(_look(tuple(cards), wanted_id=wanted_id, look_s=look_s))
    )


async def _look(
    cards: tuple[NetworkCard, ...], *, wanted_id: str, look_s: float
) -> tuple[FoundHousehold, ...]:
    # Imported here: it takes a tenth of a second, and nobody draws on this loop.
    from zeroconf import IPVersion, ServiceStateChange, Zeroconf
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf

    names: list[str] = []

    def heard(
        zeroconf: Zeroconf,  # noqa: ARG001 # the library hands it over by name
        service_type: str,  # noqa: ARG001 # the same
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        is_meant = name.lower().startswith(f"{NAME_BEGINS}{wanted_id}" if wanted_id else "")
        if state_change is ServiceStateChange.Added and is_meant and len(names) < FOUND_MOST:
            names.append(name)

    try:
        usable = usable_for(GROUP, sorted({card.address for card in cards}))
        zeroconf = AsyncZeroconf(interfaces=usable, ip_version=IPVersion.V4Only)
    except OSError as error:
        logger.info("no shared server can be looked for: %s", error.strerror)
        return ()
    try:
        browser = AsyncServiceBrowser(zeroconf.zeroconf, _TYPE, handlers=[heard])
        await asyncio.sleep(look_s)
        await browser.async_cancel()
        found = await asyncio.gather(*(_resolved(zeroconf, name, cards) for name in names))
    finally:
        await zeroconf.async_close()
    return tuple(sorted({each for each in found if each}, key=lambda each: each.address))


async def _resolved(
    zeroconf: AsyncZeroconf, name: str, cards: tuple[NetworkCard, ...]
) -> FoundHousehold | None:
    from zeroconf import Error
    from zeroconf.asyncio import AsyncServiceInfo

    try:
        service = AsyncServiceInfo(_TYPE, name)
        if not await service.async_request(zeroconf.zeroconf, _RESOLVE_MS):
            return None
    except Error:
        # Anybody can point to what no service can be called, and no question can be put about.
        return None
    return household_of(
        service.properties, addresses=service.parsed_addresses(), port=service.port, cards=cards
    )


def household_of(
    texts: Mapping[bytes, bytes | None],
    *,
    addresses: Sequence[str],
    port: int | None,
    cards: Sequence[NetworkCard],
) -> FoundHousehold | None:
    """Read what a shared server says of itself; None for anything that is not exactly that. Pure.

    Args:
        texts: of its TXT record; hostile.
        addresses: that it claims to have; the first one of a network of ours counts.
        port: that it claims to listen on.
        cards: where it was heard.
    """
    said = {name: (value or b"").decode("ascii", "replace") for name, value in texts.items()}
    found_id, subnets = said.get(b"id", ""), Subnets(cards)
    here = next((each for each in addresses if _is_in(subnets, each)), None)
    is_whole = _ID.fullmatch(found_id) is not None and said.get(b"api") == str(API_VERSION)
    if not is_whole or here is None or port is None or not 0 < port <= _PORT_MOST:
        return None
    return FoundHousehold(found_id, f"{here}:{port}")


def _is_in(subnets: Subnets, address: str) -> bool:
    # The library gives addresses of both kinds.
    return _ADDRESS.fullmatch(address) is not None and subnets.card_of(address) is not None
