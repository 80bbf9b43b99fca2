"""Carries out what `altrabits streamers` notes of streamers that are in no account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.streamers.identity import Identity, id_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.remarks import Remarks
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.streamers import Streamer

KEPT_IN_ACCOUNT = "account"
KEPT_FOR_RUN = "run"
"""How long what was noted is kept: with the sign-in, or until the program ends."""


class RemarksDesk:
    """Serves whoever names, ignores and forgets streamers around.

    Args:
        remarks: what is noted.
        seeking: waits for a streamer.
        name_owned: names one of the person's.
    """

    def __init__(self, remarks: Remarks, *, seeking: Seeking, name_owned: Work) -> None:
        self._remarks = remarks
        self._seeking = seeking
        self._name_owned = name_owned

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            ("streamers", "name"): lambda: self._name(given[0], given[1]),
            ("streamers", "ignore"): lambda: self._ignore(given[0]),
            ("streamers", "ignored"): self._ignored,
            ("streamers", "unignore"): lambda: self._heed(given[0]),
            ("streamers", "forget"): lambda: self._forget(given[0]),
        }

    async def _name(self, text: str, name: str) -> Result:
        try:
            return await self._name_owned()
        except Refused as refusal:
            if refusal.code != "streamer.not_owned":
                raise
        streamer = await self._seeking.found(text)
        await self._remarks.name(streamer, name)
        remark = self._remarks.of(streamer)
        return self._record(streamer, name=remark.name if remark is not None else streamer.name)

    async def _ignore(self, text: str) -> Result:
        streamer = await self._seeking.found(text)
        await self._remarks.ignore(streamer)
        return self._record(streamer, name=streamer.name)

    async def _ignored(self) -> Result:
        await self._remarks.read()
        return [self._noted(remark) for remark in self._remarks.ignored]

    async def _heed(self, text: str) -> Result:
        await self._remarks.read()
        wanted = text.casefold()
        for remark in self._remarks.ignored:
            if wanted in {name.casefold() for name in (remark.key, *_ids(remark))}:
                await self._remarks.heed(remark.key)
                return self._noted(remark)
        raise Refused("remarks.unknown")

    async def _forget(self, text: str) -> Result:
        streamer = await self._seeking.found(text)
        await self._remarks.forget(streamer)
        return self._record(streamer, name=streamer.announced_name or streamer.name)

    def _record(self, streamer: Streamer, *, name: str) -> dict[str, object]:
        return {
            "id": shown_id(streamer),
            "name": name,
            "room": streamer.room,
            "product": streamer.product,
            "kept": self._kept(),
        }

    def _noted(self, remark: Remark) -> dict[str, object]:
        return {
            "id": _ids(remark)[0],
            "name": remark.name or remark.seen_as,
            "room": None,
            "product": remark.product or None,
            "kept": self._kept(),
        }

    def _kept(self) -> str:
        return KEPT_IN_ACCOUNT if self._remarks.is_kept else KEPT_FOR_RUN


def _ids(remark: Remark) -> tuple[str, ...]:
    return id_names(Identity(remark.mac or None, remark.udn or None, remark.api_id or None))
