"""Announces the streamers of a farm by DNS-SD, all of them through one responder."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import API_VERSION, SERVICE_TYPE
from altrabits_desktop.simulator.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from zeroconf import ServiceInfo
    from zeroconf.asyncio import AsyncZeroconf

    from altrabits_desktop.simulator.streamer import VirtualStreamer

_DOMAIN_TYPE = f"{SERVICE_TYPE}.local."
_LABEL_BYTES = 63


class MdnsResponder:
    """One responder for a whole farm on one card.

    Names are not probed for: a farm knows its own names, and probing 250 of them takes most of a
    second each way. Announcing them together takes half a second in all.

    Args:
        address: IPv4 literal of the card that multicast leaves from.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._zeroconf: AsyncZeroconf | None = None
        self._services: dict[str, ServiceInfo] = {}
        self._turn = asyncio.Lock()
        """One at a time is added or removed: adding takes a while, and may be overtaken."""

    async def open(self) -> None:
        """Bind the multicast sockets.

        Raises:
            OSError: multicast is not to be had on this card; everything else goes on without.
        """
        # Imported here: the demo and every start of the app do without.
        from zeroconf import IPVersion
        from zeroconf.asyncio import AsyncZeroconf

        self._zeroconf = AsyncZeroconf(
            interfaces=[self._address], ip_version=IPVersion.V4Only, unicast=False
        )

    async def register(self, streamers: Sequence[VirtualStreamer]) -> None:
        """Answer for these streamers from now on, and announce them three times.

        What is registered already stays so, and what is not on mDNS when its turn comes is not.
        """
        added = [await self._add(streamer) for streamer in streamers]
        await asyncio.gather(*(announcing for announcing in added if announcing is not None))

    async def update(self, streamer: VirtualStreamer) -> None:
        """Tell a streamer's new address, port or texts; a new name is a new service."""
        await self.unregister(streamer)
        await self.register((streamer,))

    async def unregister(self, streamer: VirtualStreamer, *, is_goodbye: bool = True) -> None:
        """Answer for a streamer no more.

        Args:
            streamer: one of those registered; another is left alone.
            is_goodbye: whether it says that it leaves; a cut cable says nothing.
        """
        async with self._turn:
            service = self._services.pop(streamer.persona.id, None)
            if service is None or self._zeroconf is None:
                return
            if not is_goodbye:
                self._zeroconf.zeroconf.registry.async_remove(service)
                return
            saying = await self._zeroconf.async_unregister_service(service)
        await saying

    async def _add(self, streamer: VirtualStreamer) -> Awaitable[object] | None:
        """Answer for one, and give what announces it; None where nothing is to be done."""
        async with self._turn:
            is_there = streamer.persona.id in self._services
            if self._zeroconf is None or is_there or not streamer.is_on_mdns:
                return None
            service = service_of(streamer, label=self._free_label(streamer.persona.name))
            self._services[streamer.persona.id] = service
            return await self._zeroconf.async_register_service(
                service, cooperating_responders=True, strict=False
            )

    def _free_label(self, name: str) -> str:
        taken = {service.name for service in self._services.values()}
        labels = (_label(name, end) for end in ("", *(f" ({n})" for n in range(2, 1000))))
        return next(label for label in labels if f"{label}.{_DOMAIN_TYPE}" not in taken)

    async def close(self) -> None:
        """Say goodbye for all, and close the sockets."""
        if self._zeroconf is not None:
            await self._zeroconf.async_close()
            self._zeroconf = None
        self._services.clear()


def service_of(streamer: VirtualStreamer, *, label: str) -> ServiceInfo:
    """Give the service record of a streamer; a broken one has broken TXT values."""
    from zeroconf import ServiceInfo

    return ServiceInfo(
        _DOMAIN_TYPE,
        f"{label}.{_DOMAIN_TYPE}",
        port=streamer.control_port,
        properties=_texts(streamer),
        server=f"{streamer.persona.host_name.lower()}.local.",
        parsed_addresses=[streamer.address],
    )


def _texts(streamer: VirtualStreamer) -> dict[str, str | bytes]:
    persona = streamer.persona
    if Fault.GARBAGE in streamer.faults:
        return {"id": b"\xff\xfe\x00", "mac": "not a mac", "pn": b"\x1b[31m\xff", "api": "one"}
    return {
        "id": persona.id,
        "mac": persona.mac_text,
        "pn": persona.product,
        "rm": persona.room,
        "api": str(API_VERSION),
    }


def _label(name: str, end: str) -> str:
    return name.encode()[: _LABEL_BYTES - len(end)].decode(errors="ignore") + end
