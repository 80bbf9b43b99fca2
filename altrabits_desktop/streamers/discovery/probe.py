"""Asks one address that a person typed whether a streamer with the control API answers there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.plain_text import plain_name
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.identity import canonical_mac
from altrabits_desktop.streamers.reach import http_url
from altrabits_desktop.streamers.sighting import Sighting

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import InfoMessage
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Fetch


class Probe(Protocol):
    """The question to a typed address."""

    async def ask(self, address: str, *, port: int | None) -> Sighting:
        """Give what answers there.

        Raises:
            NotReachable: nothing answers in time.
            MalformedAnswer: something answers that is no streamer.
        """


class ControlApiProbe:
    """Keeps `Probe` by the control API's `info`.

    Args:
        fetch: how it is asked.
        clock: for the instant.
    """

    def __init__(self, *, fetch: Fetch, clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock

    async def ask(self, address: str, *, port: int | None) -> Sighting:
        """Give what answers at an IPv4 literal within 5 s.

        Raises:
            NotReachable: nothing answers in time.
            MalformedAnswer: something answers that is no streamer.
        """
        # The codec loads the whole of msgspec, which nothing before the first paint may do.
        from altrabits_desktop.contract.codec import decode_info
        from altrabits_desktop.contract.control_api import INFO_PATH

        content = await self._fetch.get(
            http_url(address, port=port, path=INFO_PATH),
            address=address,
            is_loopback_allowed=True,
        )
        return self._sighting(decode_info(content), address=address, port=port)

    def _sighting(self, info: InfoMessage, *, address: str, port: int | None) -> Sighting:
        return Sighting(
            heard_by=HeardBy.MANUAL,
            heard_at=self._clock.now(),
            address=address,
            mac=canonical_mac(info.mac or ""),
            api_id=info.id,
            name=plain_name(info.name),
            product=plain_name(info.product),
            maker=plain_name(info.maker),
            model_note=plain_name(info.firmware),
            room=plain_name(info.room),
            page_url=http_url(address, port=port, path=info.page),
            control_url=http_url(address, port=port, path="/api/v1"),
        )
