"""Groups that a person keeps under a name, to bring them back by one press.

Kept for whoever is signed in and has not declined the policy, until they sign out (C8).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.saved_groups import GROUPS_MOST, SavedGroup, SavedMember
from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.grouping import Group
    from altrabits_desktop.contract.streamers import Streamer


class GroupStore(Protocol):
    """Where groups of whoever is signed in are kept (`actions.group_store.AccountGroups`)."""

    @property
    def account(self) -> str:
        """Whose they are; empty where nothing may be kept."""

    async def read(self) -> tuple[SavedGroup, ...]:
        """Give those that are kept.

        Raises:
            StoreUnusable: they cannot be read.
        """

    async def write(self, groups: Iterable[SavedGroup]) -> None:
        """Keep these in place of those before.

        Raises:
            StoreUnusable: they could not be kept.
        """


class SavedGroups:
    """All of them; on its loop. Each change raises what `need_open` raises, and `StoreUnusable`.

    Args:
        store: keeps those of an account.
        closed_by: the gate.
        publish: the change feed.
        keep: runs a coroutine until it is done (`Lifetime.keep`).
    """

    def __init__(
        self,
        store: GroupStore,
        *,
        closed_by: Gate,
        publish: Callable[[Changes], None],
        keep: Callable[[Coroutine[object, object, None]], None],
    ) -> None:
        self._store = store
        self._closed_by = closed_by
        self._publish = publish
        self._keep = keep
        self._account = ""
        """Whose those are that are held now."""
        self._changing = asyncio.Lock()
        self._all: tuple[SavedGroup, ...] = ()

    @property
    def all(self) -> tuple[SavedGroup, ...]:
        """Give those of whoever is signed in, in the order they were first kept."""
        return self._all

    @property
    def is_open(self) -> bool:
        """Whether anything may be kept now."""
        return bool(self._store.account) and self._closed() is None

    def follow(self, changes: Changes) -> None:
        """Hold those of whoever is signed in now; for `ChangeFeed.subscribe`."""
        if Topic.HOME in changes.topics and self._store.account != self._account:
            self._keep(self.read())

    async def read(self) -> None:
        """Hold those of whoever is signed in; somebody else's are forgotten.

        Raises:
            StoreUnusable: they cannot be read.
        """
        async with self._changing:
            await self._hold()

    async def named(self, name: str) -> SavedGroup:
        """Give the one that is called so, whatever its case.

        Raises:
            DecisionNeeded: as `need_open`.
            Refused: `groups.unknown`.
        """
        self.need_open()
        await self.read()
        return self._named(name)

    async def save(self, name: str, group: Group) -> SavedGroup | None:
        """Keep a group as it is now, with the volume of each; gives the one that it replaces.

        Raises:
            Refused: `groups.name_empty`, `streamer.name_long`, `groups.full`.
        """
        saved = saved_group(_checked(name), group.streamers)
        return await self.put(saved)

    async def put(self, saved: SavedGroup, *, place: int | None = None) -> SavedGroup | None:
        """Keep one as it is given, in place of one that is called so; gives that. Raises so too.

        Args:
            saved: what is kept.
            place: where a new one stands; at the end where that is not said.
        """
        self.need_open()
        async with self._changing:
            await self._hold()
            former = next((one for one in self.all if one.key == saved.key), None)
            if former is None and len(self.all) >= GROUPS_MOST:
                raise Refused("groups.full", most=GROUPS_MOST)
            if former is not None:
                await self._write(saved if one is former else one for one in self.all)
                return former
            groups = list(self.all)
            groups.insert(len(groups) if place is None else place, saved)
            await self._write(groups)
            return None

    async def rename(self, name: str, wanted: str) -> SavedGroup:
        """Give one another name, and give it as it was.

        Raises:
            Refused: as `named` and `save`; `groups.name_taken`.
        """
        self.need_open()
        async with self._changing:
            await self._hold()
            former = self._named(name)
            renamed = msgspec.structs.replace(former, name=_checked(wanted))
            if any(one.key == renamed.key and one is not former for one in self.all):
                raise Refused("groups.name_taken", name=renamed.name)
            await self._write(renamed if one is former else one for one in self.all)
            return former

    async def delete(self, name: str) -> SavedGroup:
        """Keep one no more, and give it; who plays together goes on. Raises like `named`."""
        self.need_open()
        async with self._changing:
            await self._hold()
            former = self._named(name)
            await self._write(one for one in self.all if one is not former)
            return former

    def need_open(self) -> None:
        """See to it that something may be kept.

        Raises:
            DecisionNeeded: `gate.sign_in_needed` and others of the gate.
        """
        code = self._closed()
        if code is not None:
            raise DecisionNeeded(code)
        if not self._store.account:
            raise DecisionNeeded("gate.sign_in_needed")

    def _closed(self) -> str | None:
        return self._closed_by(Feature.CONTROL, is_demo=False)

    def _named(self, name: str) -> SavedGroup:
        key = plain_text(name).casefold()
        found = next((one for one in self.all if one.key == key), None)
        if found is None:
            raise Refused("groups.unknown", name=plain_text(name))
        return found

    async def _hold(self) -> None:
        account = self._store.account
        if account != self._account:
            self._account = account
            self._take(await self._store.read() if account else ())

    async def _write(self, groups: Iterable[SavedGroup]) -> None:
        """Keep these; in the turn in which they were read, or changes at once would lose some."""
        changed = tuple(groups)
        await self._store.write(changed)
        self._take(changed)

    def _take(self, groups: tuple[SavedGroup, ...]) -> None:
        self._all = groups
        self._publish(Changes(topics=Topic.GROUPS))


def saved_group(name: str, streamers: Iterable[Streamer]) -> SavedGroup:
    """Give what is kept of streamers that play together, the leader first; pure."""
    return SavedGroup(name=name, members=tuple(_member(each) for each in streamers))


def _member(streamer: Streamer) -> SavedMember:
    return SavedMember(
        name=streamer.name,
        volume=streamer.state.volume if streamer.state is not None else None,
        api_id=streamer.api_id or "",
        udn=streamer.udn or "",
        mac=streamer.mac or "",
    )


def _checked(name: str) -> str:
    wanted = plain_text(name)
    if not wanted:
        raise Refused("groups.name_empty")
    if len(" ".join(name.split())) > NAME_CHARACTERS:
        raise Refused("streamer.name_long", most=NAME_CHARACTERS)
    return wanted
