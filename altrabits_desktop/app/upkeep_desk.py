"""Carries out what `altrabits network`, `logs`, `restart`, `snapshot` and the like ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.actions.snapshots import (
    Snapshot,
    differences,
    fitted,
    read_snapshot,
    snapshot_bytes,
)
from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.actions.upkeep import is_meant
from altrabits_desktop.cli.upkeep import COMPARE, RESTORE, SAVE, SNAPSHOT
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.upkeep import Upkeep
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.runtime.clock import Clock

    Look = Callable[[Streamer, str], Awaitable[Result]]

_PRIVATE = frozenset({"source"})
"""Of presets: in the words of the streamer, and nothing for people."""


class UpkeepDesk:
    """Serves whoever looks after a streamer of their own.

    Args:
        upkeep: the actions.
        seeking: waits for a streamer.
        closed_by: the gate, asked before a streamer that has not been heard is waited for.
        clock: for the instant of a snapshot.
    """

    def __init__(self, upkeep: Upkeep, *, seeking: Seeking, closed_by: Gate, clock: Clock) -> None:
        self._upkeep = upkeep
        self._seeking = seeking
        self._closed_by = closed_by
        self._clock = clock

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        looks: Mapping[tuple[str, ...], Look] = {
            ("network",): self._network,
            ("health",): self._health,
            ("logs",): self._logs,
            ("restart",): self._restart,
            ("reset",): self._reset,
            (SNAPSHOT, SAVE): self._save,
            (SNAPSHOT, COMPARE): self._compare,
            (SNAPSHOT, RESTORE): self._restore,
        }
        return {words: partial(self._done, look, errand.operands) for words, look in looks.items()}

    async def _done(self, look: Look, operands: tuple[str, ...]) -> Result:
        wanted, *rest = operands
        code = self._closed_by(Feature.CONTROL, is_demo=False)
        if code is not None and self._seeking.now(wanted) is None:
            raise DecisionNeeded(code)
        return await look(await self._seeking.found(wanted), rest[0] if rest else "")

    async def _network(self, streamer: Streamer, _: str) -> Result:
        return _record(streamer, await self._upkeep.network(streamer.id))

    async def _health(self, streamer: Streamer, _: str) -> Result:
        return _record(streamer, await self._upkeep.health(streamer.id))

    async def _logs(self, streamer: Streamer, _: str) -> Result:
        lines = await self._upkeep.log_lines(streamer.id)
        return {"id": shown_id(streamer), "lines": list(lines)}

    async def _restart(self, streamer: Streamer, _: str) -> Result:
        await self._upkeep.restart(streamer.id)
        return {"id": shown_id(streamer)}

    async def _reset(self, streamer: Streamer, name: str) -> Result:
        if not is_meant(streamer, name):
            raise Refused("reset.not_confirmed", name=streamer.name)
        await self._upkeep.reset(streamer.id)
        return {"id": shown_id(streamer)}

    async def _save(self, streamer: Streamer, _: str) -> Result:
        settings = await self._upkeep.settings(streamer.id)
        content = snapshot_bytes(Snapshot(self._clock.now(), settings))
        return {"id": shown_id(streamer), "content": content.decode()}

    async def _compare(self, streamer: Streamer, content: str) -> Result:
        snapshot = read_snapshot(content.encode())
        now = await self._upkeep.settings(streamer.id)
        return {
            "id": shown_id(streamer),
            "made_at": instant(snapshot.made_at),
            "differences": [
                {"name": one.name, "before": _told(one.before), "after": _told(one.after)}
                for one in differences(snapshot.settings, now)
            ],
        }

    async def _restore(self, streamer: Streamer, content: str) -> Result:
        settings, left_out = fitted(read_snapshot(content.encode()).settings, streamer)
        await self._upkeep.take_settings(streamer.id, settings)
        return {
            "id": shown_id(streamer),
            "left_out": list(left_out),
            "name": settings.name,
            "known_as": streamer.name,
        }


def _record(streamer: Streamer, told: object) -> dict[str, object]:
    record: dict[str, object] = msgspec.to_builtins(told)
    return {"id": shown_id(streamer), **record}


def _told(value: object) -> object:
    plain = msgspec.to_builtins(value)
    if not isinstance(plain, dict):
        return plain
    return {key: each for key, each in plain.items() if key not in _PRIVATE}
