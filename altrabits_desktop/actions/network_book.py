"""What is known of each network: which streamers of the person's are there, what they typed there.

Kept on disk exactly while somebody is signed in who has not declined the policy; without an
account it is in memory, and nothing of it is read. It is never sent anywhere.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.known_networks import (
    NETWORKS_MOST,
    TYPED_MOST,
    KnownNetwork,
    content_of,
    is_elsewhere,
    read_known,
    typed_in,
)
from altrabits_desktop.runtime.paths import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from altrabits_desktop.runtime.networks import Network

logger = logging.getLogger(__name__)

_OWNED_MOST = 1000


class NetworkBook:
    """One a profile; on the loop of the membership.

    Args:
        path: of the file; its folder is there whenever something may be kept.
        may_keep: whether something may be kept now; None while that is not known.
    """

    def __init__(self, path: Path, *, may_keep: Callable[[], bool | None]) -> None:
        self._path = path
        self._may_keep = may_keep
        self._known: list[KnownNetwork] = []
        self._noted_in: tuple[Network, ...] = ()
        self._noted: set[tuple[str, str]] = set()
        """Ids and addresses that were noted in the networks of now."""
        self._is_due = False
        self._written: bytes | None = None
        self._work: asyncio.Task[None] | None = None
        self.here: Callable[[], tuple[Network, ...]] = tuple
        """Gives the networks of now (`Roaming.here`)."""
        self.owned: Callable[[], Collection[str]] = tuple
        """Gives the ids of the person's streamers."""
        self.is_elsewhere_shown = False
        """Whether those of other networks are to be listed in this one too, until the end."""

    async def read(self) -> None:
        """Take what an earlier run has kept."""
        kept = await asyncio.to_thread(read_known, self._path)
        self._known += [one for one in kept if self._of(one.network) is None]

    def note(self, owned_id: str, address: str) -> None:
        """Take note that a streamer of the person's was heard here; quick when that is known."""
        here = self.here()
        if here != self._noted_in:
            self._noted_in, self._noted = here, set()
        if (owned_id, address) in self._noted or len(self._noted) > _OWNED_MOST:
            return
        self._noted.add((owned_id, address))
        for network in here:
            if network.holds(address):
                known = self._entry(network)
                if owned_id not in known.owned_ids:
                    ids = (*known.owned_ids, owned_id)[-_OWNED_MOST:]
                    self._replace(known, known._replace(owned_ids=ids))

    def is_elsewhere(self, owned_id: str) -> bool:
        """Whether one is known, and from no network of now, and is not to be listed here."""
        return not self.is_elsewhere_shown and self._is_elsewhere(owned_id)

    def count_elsewhere(self) -> int:
        """Count the person's streamers that are known, and from no network of now."""
        return sum(self._is_elsewhere(owned_id) for owned_id in self.owned())

    def show_elsewhere(self, *, is_shown: bool) -> None:
        """List them in this network too, or no longer."""
        self.is_elsewhere_shown = is_shown

    def typed(self) -> tuple[str, ...]:
        """Give what was typed in the networks of now; nothing where nothing may be kept."""
        if not self._may_keep():
            return ()
        return typed_in(self._known, self.here())

    def add_typed(
        self, text: str, *, address: str = "", within: tuple[Network, ...] | None = None
    ) -> None:
        """Remember what was typed and answered, where something may be kept.

        Args:
            text: as it was typed.
            address: where it answered; of several networks the one that holds it, else the one
                with a router, is where it is remembered.
            within: the networks in which it was typed; None for those of now.
        """
        if not self._may_keep():
            return
        networks = self.here() if within is None else within
        routed = (one for one in networks if one.gateway)
        its = next((one for one in networks if one.holds(address)), None) or next(routed, None)
        for network in (its,) if its else networks[:1]:
            known = self._entry(network)
            typed = (text, *(one for one in known.typed if one != text))[:TYPED_MOST]
            self._replace(known, known._replace(typed=typed))

    def forget_typed(self, text: str) -> None:
        """Remember it no more, in any network of now."""
        for network in self.here():
            known = self._of(network)
            if known is not None and text in known.typed:
                typed = tuple(one for one in known.typed if one != text)
                self._replace(known, known._replace(typed=typed))

    def follow(self) -> None:
        """Bring the file up to what may be kept now, soon; any number of times."""
        self._is_due = True
        if self._work is None or self._work.done():
            self._work = asyncio.get_running_loop().create_task(self._bring_up())

    async def settle(self) -> None:
        """Bring it up now; done when this returns, as far as can be."""
        self.follow()
        await self.stop()

    async def stop(self) -> None:
        """Finish what is under way, also where the caller is cancelled."""
        if self._work is not None:
            await asyncio.shield(self._work)

    def _is_elsewhere(self, owned_id: str) -> bool:
        return is_elsewhere(owned_id, self._known, self.here())

    def _of(self, network: Network) -> KnownNetwork | None:
        return next((one for one in self._known if one.network.is_same(network)), None)

    def _entry(self, network: Network) -> KnownNetwork:
        known = self._of(network)
        if known is None:
            known = KnownNetwork(network)
            self._known.insert(0, known)
            del self._known[NETWORKS_MOST:]
        elif network.gateway_mac and not known.network.gateway_mac:
            # More is known of its router by now.
            better = known._replace(network=network)
            self._known[self._known.index(known)] = known = better
        return known

    def _replace(self, former: KnownNetwork, known: KnownNetwork) -> None:
        self._known.remove(former)
        self._known.insert(0, known)
        self.follow()

    async def _bring_up(self) -> None:
        while self._is_due:
            self._is_due = False
            may_keep = self._may_keep()
            if may_keep is False:
                self._known.clear()
                self._noted.clear()
            content = self._written if may_keep is None else content_of(self._known)
            if content is None or content == self._written:
                continue
            try:
                await asyncio.to_thread(_keep, self._path, content)
            except OSError as error:
                # The next start knows less of the networks, and no more is lost.
                logger.warning("what is known of networks is not kept: %s", type(error).__name__)
            else:
                self._written = content


def _keep(path: Path, content: bytes) -> None:
    if content:
        write_whole(path, content)
    else:
        path.unlink(missing_ok=True)
