"""Carries out what `altrabits streamers hand-over` asks, in errands that each end soon."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.actions.handing_over import HandingOver, HandOverReport
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.late import Late

WAIT_S = 20.0
"""How long one errand waits for the end; then it is asked again."""
_HEARD_LIMIT_S = 3.0


class HandingDesk:
    """Serves whoever hands a streamer over.

    Args:
        handing: the actions.
        seeking: waits for a streamer.
        owned: gives the person's streamer that an id means.
        clock: how long a code is good.
    """

    def __init__(
        self,
        handing: Late[HandingOver],
        *,
        seeking: Seeking,
        owned: Callable[[str], Awaitable[Owned]],
        clock: Clock,
    ) -> None:
        self._handing = handing
        self._seeking = seeking
        self._owned = owned
        self._clock = clock

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            ("streamers", "hand-over"): lambda: self._begin(given[0]),
            ("streamers", "handed-over"): lambda: self._wait(given[0]),
            ("streamers", "keep"): lambda: self._keep(given[0]),
        }

    async def _begin(self, text: str) -> Result:
        owned = await self._owned(text)
        heard = await self._seeking.heard(owned.id, limit_s=_HEARD_LIMIT_S)
        if heard is None:
            raise Refused("streamer.not_found", id=text)
        return self._record(await self._handing.get().begin(heard.id))

    async def _wait(self, handle: str) -> Result:
        """Give how it stands, once it has ended or after a while."""
        streamer_id = _id_of(handle)
        waiting = asyncio.ensure_future(self._handing.get().ended(streamer_id))
        done, _ = await asyncio.wait((waiting,), timeout=WAIT_S)
        if not done:
            waiting.cancel()
        report = self._handing.get().report(streamer_id)
        if report is None:
            raise Refused("object.unknown")
        return self._record(report)

    async def _keep(self, handle: str) -> Result:
        await self._handing.get().end(_id_of(handle))
        return {}

    def _record(self, report: HandOverReport) -> dict[str, object]:
        return {
            "hand_over": report.streamer_id,
            "name": report.name,
            "end": report.end.value,
            "code": report.code or None,
            "ends_in_s": max(0, round(report.ends_at_s - self._clock.steady_s())),
        }


def _id_of(handle: str) -> StreamerId:
    from altrabits_desktop.contract.streamers import StreamerId

    return StreamerId(handle)
