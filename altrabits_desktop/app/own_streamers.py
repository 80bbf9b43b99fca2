"""Lets the registry know which streamers are the person's, whenever that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.runtime.changes import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.runtime.changes import ChangeFeed, Changes
    from altrabits_desktop.streamers.owned import Owns


class Owner(Protocol):
    """Takes which streamers are the person's (`streamers.demo_owner.DemoOwner`)."""

    def own(self, owns: Owns) -> None:
        """Let these be the person's from now on."""


class OwnStreamers:
    """Follows the change feed; on its loop.

    Args:
        membership: whose streamers they are.
        adder: gives the book of them.
        owner: is told.
        keep: runs a coroutine until it is done (`Lifetime.keep`).
    """

    def __init__(
        self,
        membership: Membership,
        adder: Adder,
        owner: Owner,
        *,
        keep: Callable[[Coroutine[object, object, None]], None],
    ) -> None:
        self._membership = membership
        self._adder = adder
        self._owner = owner
        self._keep = keep
        self._seen: tuple[Owned, ...] = ()
        self._leave: Callable[[], None] | None = None

    def start(self, feed: ChangeFeed) -> None:
        """Follow from now on."""
        self._leave = feed.subscribe(self._follow)

    async def stop(self) -> None:
        """Follow no more."""
        if self._leave is not None:
            self._leave()

    def _follow(self, changes: Changes) -> None:
        owned = self._membership.view.streamers
        if Topic.HOME in changes.topics and owned != self._seen:
            self._seen = owned
            self._keep(self._renew())

    async def _renew(self) -> None:
        self._owner.own((await self._adder.book()).of)
