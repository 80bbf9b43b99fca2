"""Announces the server of a household by DNS-SD: where it is, and nothing about anybody.

The name is made of the certificate's SHA-256, which everybody who connects is shown; the computer's
own name and its people's are not told.
"""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.household import API_VERSION, ID_DIGITS, NAME_BEGINS, SERVICE_TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zeroconf import ServiceInfo
    from zeroconf.asyncio import AsyncZeroconf

logger = logging.getLogger(__name__)

_TYPE = f"{SERVICE_TYPE}.local."
_MORE_NAMES = 2
_MARK_BYTES = 4


class Announcing:
    """One a shared server; belongs to its loop.

    Args:
        fingerprint: SHA-256 of its certificate.
        port: that it listens on.
    """

    def __init__(self, *, fingerprint: str, port: int) -> None:
        self._fingerprint = fingerprint
        self._port = port
        self._zeroconf: AsyncZeroconf | None = None

    async def open(self, addresses: Sequence[str]) -> bool:
        """Announce on these addresses of this computer; whether that can be done.

        Without it everything goes on: the address can be typed.
        """
        try:
            # Imported here: a server alone may be without it.
            from zeroconf import NonUniqueNameException
            from zeroconf.asyncio import AsyncZeroconf

            from altrabits_desktop.server.household.local_responder import LocalResponder

            self._zeroconf = AsyncZeroconf(zc=LocalResponder(addresses))
        except (ImportError, OSError) as error:
            logger.info("the server is not announced: %s", type(error).__name__)
            return False
        # Anybody can claim a name first. Which one it is does not matter: its text says whose.
        for mark in ("", *(f"-{secrets.token_hex(_MARK_BYTES)}" for _ in range(_MORE_NAMES))):
            service = service_of(self._fingerprint, port=self._port, addresses=addresses, mark=mark)
            try:
                await (await self._zeroconf.async_register_service(service, strict=False))
            except NonUniqueNameException:
                logger.warning("somebody else has the name by which the server is announced")
            except OSError as error:
                logger.info("the server is not announced: %s", type(error).__name__)
                break
            else:
                return True
        await self.close()
        return False

    async def close(self) -> None:
        """Say goodbye."""
        zeroconf, self._zeroconf = self._zeroconf, None
        if zeroconf is not None:
            with suppress(OSError):
                await zeroconf.async_unregister_all_services()
            await zeroconf.async_close()


def service_of(
    fingerprint: str, *, port: int, addresses: Sequence[str], mark: str = ""
) -> ServiceInfo:
    """Give the service record of a server; a mark makes its name another one."""
    from zeroconf import ServiceInfo

    name = f"{NAME_BEGINS}{fingerprint[:ID_DIGITS]}{mark}"
    return ServiceInfo(
        _TYPE,
        f"{name}.{_TYPE}",
        port=port,
        properties={"id": fingerprint[:ID_DIGITS], "api": str(API_VERSION)},
        server=f"{name}.local.",
        parsed_addresses=list(addresses),
    )
