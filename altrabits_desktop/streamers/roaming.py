"""Follows this computer from network to network: who was heard in one left is not of the next."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Origin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.networks import Network

logger = logging.getLogger(__name__)


class Roaming:
    """Which networks this computer is in; on the loop of discovery.

    A cable that is out leaves everybody in the list, silent: it may come back. Only another
    network that is entered takes those along that cannot be in it.

    Args:
        streamers: gives whom is known now (`Registry.streamers`).
        forget: drops some of them (`Registry.forget`).
        leave: told that what was typed in the networks left means nobody here.
    """

    def __init__(
        self,
        *,
        streamers: Callable[[], tuple[Streamer, ...]],
        forget: Callable[[Iterable[StreamerId]], None],
        leave: Callable[[], None],
    ) -> None:
        self._streamers = streamers
        self._forget = forget
        self._leave = leave
        self._heard_in: tuple[Network, ...] = ()
        """The networks in which those that are known may have been heard."""
        self.here: tuple[Network, ...] = ()
        """Where this computer is, or was last."""

    def enter(self, networks: tuple[Network, ...]) -> bool:
        """Be in these networks from now on, before anything is heard in them.

        Returns:
            Whether one of them is another network than before; then who cannot be there is gone.
        """
        if not networks:
            return False
        self.here = networks
        former = self._heard_in
        is_another = any(not _is_among(one, former) for one in networks)
        if not former or not is_another:
            self._heard_in = _joined(former, networks)
            return False
        self._heard_in = networks
        kept = [one for one in networks if _is_among(one, former)]
        gone = [
            one.id
            for one in self._streamers()
            if one.origin is Origin.LAN and not any(each.holds(one.address) for each in kept)
        ]
        logger.info("another network was entered; streamers left behind: %d", len(gone))
        self._leave()
        self._forget(gone)
        return True

    def drop(self, address: str) -> None:
        """Take whoever was heard at an address off the list: it is asked no more."""
        self._forget([one.id for one in self._streamers() if one.address == address])


def _joined(former: Iterable[Network], networks: Iterable[Network]) -> tuple[Network, ...]:
    """Give all of both once, each as it is known best: a router's MAC may come later, or go."""
    best: list[Network] = []
    for one in (*former, *networks):
        same = next((each for each in best if each.is_same(one)), None)
        if same is None:
            best.append(one)
        elif one.gateway_mac and not same.gateway_mac:
            best[best.index(same)] = one
    return tuple(best)


def _is_among(network: Network, others: Iterable[Network]) -> bool:
    return any(network.is_same(other) for other in others)
