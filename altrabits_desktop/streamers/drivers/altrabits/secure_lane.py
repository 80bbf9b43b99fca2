"""The way to the secure port of one streamer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.driver import (
        DriverAddress,
        DriverIo,
        SecureAnswer,
        SecureFetch,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SecureLane:
    """Where claims and commands of one streamer go, and by which certificate."""

    secure: SecureFetch = field(repr=False)
    streamer: DriverAddress
    port: int = 0
    pin: str = ""
    token: str = field(default="", repr=False)

    @classmethod
    def of(cls, streamer: DriverAddress, io: DriverIo) -> SecureLane:
        """Give the way to a streamer, as long as its port is not known.

        Raises:
            Refused: `control.unsupported`: streamers are but read here.
        """
        if io.secure is None:
            raise Refused("control.unsupported")
        return cls(secure=io.secure, streamer=streamer)

    def at(self, port: int | None) -> SecureLane:
        """Give the way to a port.

        Raises:
            Refused: `control.unsupported`: there is none.
        """
        if port is None:
            raise Refused("control.unsupported")
        return replace(self, port=port)

    def pinned(self, pin: str, *, token: str = "") -> SecureLane:
        """Give the way by a certificate."""
        return replace(self, pin=pin, token=token)

    def plain_url(self, path: str) -> str:
        """Give the address of a path of the reading part."""
        return urljoin(self.streamer.url, path)

    async def look(self) -> str:
        """Give the SHA-256 of the certificate that is shown; raises like `SecureFetch.look`."""
        return await self.secure.look(
            self._url("/"),
            address=self.streamer.address,
            is_loopback_allowed=self.streamer.is_loopback_allowed,
        )

    async def send(
        self,
        method: str,
        path: str,
        *,
        content: bytes = b"",
        content_type: str = "application/json",
    ) -> SecureAnswer:
        """Send a request; raises like `SecureFetch.send`."""
        return await self.secure.send(
            method,
            self._url(path),
            address=self.streamer.address,
            is_loopback_allowed=self.streamer.is_loopback_allowed,
            pin=self.pin,
            token=self.token,
            content=content,
            content_type=content_type,
        )

    def _url(self, path: str) -> str:
        return f"https://{self.streamer.address}:{self.port}{path}"
