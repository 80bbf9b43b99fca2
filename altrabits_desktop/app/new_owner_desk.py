"""Carries out what `altrabits streamers new-owner` asks, in errands that each end soon."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.actions.new_owner import NewOwner, Phase, ReadyStreamer
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.runtime.late import Late

WAIT_S = 20.0
"""How long one errand waits for the end; then it is asked again."""
_HEARD_LIMIT_S = 3.0


class NewOwnerDesk:
    """Serves whoever makes a streamer ready; one at a time.

    Args:
        new_owner: the action.
    """

    def __init__(self, new_owner: Late[NewOwner]) -> None:
        self._new_owner = new_owner
        self._work: asyncio.Task[ReadyStreamer] | None = None
        self._phase = ""

    def works(
        self,
        errand: OwnerErrand,
        *,
        seeking: Seeking,
        owned: Callable[[str], Awaitable[Owned]],
    ) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words.

        Args:
            errand: what is asked.
            seeking: waits for a streamer.
            owned: gives the person's streamer that an id means.
        """
        given = errand.operands
        return {
            ("streamers", "of-new-owner"): lambda: self._name(given[0], owned),
            ("streamers", "new-owner"): lambda: self._begin(given[0], given[1], seeking, owned),
            ("streamers", "made-ready"): self._wait,
        }

    async def stop(self) -> None:
        """Wait no longer; what was told to a streamer is done all the same."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    async def _name(self, text: str, owned: Callable[[str], Awaitable[Owned]]) -> Result:
        return {"name": (await owned(text)).name}

    async def _begin(
        self,
        text: str,
        typed: str,
        seeking: Seeking,
        owned: Callable[[str], Awaitable[Owned]],
    ) -> Result:
        one = await owned(text)
        if typed.strip().casefold() != one.name.strip().casefold():
            raise Refused("new_owner.name_differs", name=one.name)
        heard = await seeking.heard(one.id, limit_s=_HEARD_LIMIT_S)
        if heard is None:
            raise Refused("streamer.not_found", id=text)
        if self._work is not None and not self._work.done():
            raise Refused("new_owner.under_way")

        def tell(phase: Phase) -> None:
            self._phase = phase.value

        making = self._new_owner.get().make_ready(heard.id, told=tell)
        self._work = asyncio.ensure_future(making)
        self._phase = ""
        return {"phase": self._phase}

    async def _wait(self) -> Result:
        if self._work is None:
            raise Refused("object.unknown")
        done, _ = await asyncio.wait((self._work,), timeout=WAIT_S)
        if not done:
            return {"phase": self._phase}
        ready = self._work.result()
        return {"ready": {**asdict(ready), "looked_at": instant(ready.looked_at)}}
