"""Names of one's own for streamers around, and which of them are ignored.

Kept for whoever is signed in, until they sign out (C8); for anybody else until the program ends.
A streamer is known again by what it says to be, never by its address.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

import msgspec

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.remarks import REMARKS_MOST, Remark
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class RemarkStore(Protocol):
    """Where remarks of whoever is signed in are kept (`actions.remark_store.AccountRemarks`)."""

    @property
    def account(self) -> str:
        """Whose they are; empty where nothing may be kept."""

    async def read(self) -> tuple[Remark, ...]:
        """Give those that are kept.

        Raises:
            StoreUnusable: they cannot be read.
        """

    async def write(self, remarks: Iterable[Remark]) -> None:
        """Keep these in place of those before.

        Raises:
            StoreUnusable: they could not be kept.
        """


class Told:
    """What was noted, as it is once and for all; found like all remarks."""

    def __init__(self, remarks: Iterable[Remark] = ()) -> None:
        self.all = {remark.key: remark for remark in remarks}
        self._book = OwnedBook(
            OwnedStreamer(id=one.key, name=one.name, room="", identity=_noted_identity(one))
            for one in self.all.values()
        )

    def of(self, streamer: Streamer) -> Remark | None:
        """Give what is noted of a streamer; None for nothing, and of one of the person's."""
        if not self.all or streamer.owned_id is not None:
            return None
        found = self._book.of(_identity(streamer))
        return self.all.get(found.id) if found is not None else None


class Remarks:
    """All of them; on its loop.

    Args:
        store: keeps those of an account.
        drop: takes streamers off the list until they are heard again (`Registry.forget`).
        publish: the change feed.
        keep: runs a coroutine until it is done (`Lifetime.keep`).
    """

    def __init__(
        self,
        store: RemarkStore,
        *,
        drop: Callable[[Iterable[StreamerId]], None],
        publish: Callable[[Changes], None],
        keep: Callable[[Coroutine[object, object, None]], None],
    ) -> None:
        self._store = store
        self._drop = drop
        self._publish = publish
        self._keep = keep
        self._told = Told()
        self._account = ""
        """Whose those are that are held now."""
        self._changing = asyncio.Lock()

    @property
    def is_kept(self) -> bool:
        """Whether what is noted now outlives the program."""
        return bool(self._store.account)

    @property
    def ignored(self) -> tuple[Remark, ...]:
        """Those that are ignored, the latest last."""
        return tuple(remark for remark in self._told.all.values() if remark.is_ignored)

    def of(self, streamer: Streamer) -> Remark | None:
        """Give what is noted of a streamer; None for nothing, and of one of the person's."""
        return self._told.of(streamer)

    def follow(self, changes: Changes) -> None:
        """Hold those of whoever is signed in now; for `ChangeFeed.subscribe`."""
        if Topic.HOME in changes.topics and self._store.account != self._account:
            self._keep(self.read())

    async def read(self) -> None:
        """Hold those of whoever is signed in; what somebody else noted is forgotten.

        Raises:
            StoreUnusable: they cannot be read.
        """
        async with self._changing:
            await self._hold()

    async def name(self, streamer: Streamer, name: str) -> None:
        """Call a streamer so from now on, wherever it is; an empty name takes that back.

        Raises:
            Refused: `streamer.is_own` of one of the person's, `streamer.name_long`,
                `remarks.full`, `remarks.nameless` of one that says nothing to know it again by.
            StoreUnusable: it could not be kept.
        """
        wanted = plain_text(name)
        if len(" ".join(name.split())) > NAME_CHARACTERS:
            raise Refused("streamer.name_long", most=NAME_CHARACTERS)
        await self._note(streamer, name=wanted)

    async def ignore(self, streamer: Streamer) -> None:
        """Show a streamer no more, until that is taken back; raises like `name`."""
        await self._note(streamer, is_ignored=True)

    async def heed(self, key: str) -> None:
        """Show one again that was ignored.

        Raises:
            Refused: `remarks.unknown`.
            StoreUnusable: it could not be kept.
        """
        async with self._changing:
            await self._hold()
            remark = self._told.all.get(key)
            if remark is None or not remark.is_ignored:
                raise Refused("remarks.unknown")
            await self._put(msgspec.structs.replace(remark, is_ignored=False))

    async def forget(self, streamer: Streamer) -> None:
        """Take a streamer off the list, with what was noted; it comes back when it is heard.

        Raises:
            Refused: `streamer.is_own`.
            StoreUnusable: what was noted is still kept.
        """
        if streamer.owned_id is not None:
            raise Refused("streamer.is_own")
        async with self._changing:
            await self._hold()
            remark = self.of(streamer)
            if remark is not None:
                await self._put(msgspec.structs.replace(remark, name="", is_ignored=False))
        self._drop((streamer.id,))

    async def _note(self, streamer: Streamer, **noted: object) -> None:
        if streamer.owned_id is not None:
            raise Refused("streamer.is_own")
        # What is noted already is read and changed in one turn, or notes at once would lose some.
        async with self._changing:
            await self._hold()
            remark = self.of(streamer) or _new(streamer)
            if remark.key not in self._told.all and len(self._told.all) >= REMARKS_MOST:
                raise Refused("remarks.full", most=REMARKS_MOST)
            known = _known_of(streamer, remark)
            await self._put(msgspec.structs.replace(remark, **known, **noted))

    async def _hold(self) -> None:
        account = self._store.account
        if account != self._account:
            self._account = account
            self._take(await self._store.read() if account else ())

    async def _put(self, remark: Remark) -> None:
        changed = {key: one for key, one in self._told.all.items() if key != remark.key}
        if remark.name or remark.is_ignored:
            changed[remark.key] = remark
        if self._account:
            await self._store.write(changed.values())
        self._take(changed.values())

    def _take(self, remarks: Iterable[Remark]) -> None:
        self._told = Told(remarks)
        # Whom it concerns may be far down in the list, or not be listed at all.
        self._publish(Changes(topics=Topic.REMARKS, has_new_set=True))


def _new(streamer: Streamer) -> Remark:
    texts = _identity(streamer).texts()
    if not texts:
        raise Refused("remarks.nameless")
    return Remark(key=texts[0])


def _known_of(streamer: Streamer, remark: Remark) -> dict[str, str]:
    """Give by what a streamer is known again: more of it may have been heard since."""
    return {
        "seen_as": streamer.announced_name or streamer.name,
        "product": streamer.product or "",
        "mac": remark.mac or streamer.mac or "",
        "udn": remark.udn or streamer.udn or "",
        "api_id": remark.api_id or streamer.api_id or "",
    }


def _identity(streamer: Streamer) -> Identity:
    return Identity(streamer.mac, streamer.udn, streamer.api_id)


def _noted_identity(remark: Remark) -> Identity:
    return Identity(remark.mac or None, remark.udn or None, remark.api_id or None)
