"""Carries out `altrabits firmware`: each errand is short, however long an update takes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.firmware import notes_in
from altrabits_desktop.runtime.wording import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.firmware import Updater
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

FIRMWARE = "firmware"
ALL = "all"
"""Operand of an installation that goes on with the others."""
STOP = "stop"
"""Operand of an installation that may stop what plays."""
WATCH_S = 1.0
"""How long an errand that watches waits for something new."""


class FirmwareDesk:
    """Serves whoever updates streamers.

    Args:
        updater: does it.
        directory: what streamers say of themselves.
        seeking: waits for a streamer.
        closed_by: the gate, asked before a streamer that has not been heard is waited for.
    """

    def __init__(
        self, updater: Updater, *, directory: Directory, seeking: Seeking, closed_by: Gate
    ) -> None:
        self._updater = updater
        self._directory = directory
        self._seeking = seeking
        self._closed_by = closed_by
        self._under_way: dict[StreamerId, asyncio.Task[None]] = {}
        self._meant: dict[str, Streamer] = {}
        """Whom an id meant whose update is under way: it may be away, and listed no longer."""

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            (FIRMWARE, "check"): lambda: self._check(given[0]),
            (FIRMWARE, "install"): lambda: self._install(given[0], given[1:]),
            (FIRMWARE, "watch"): lambda: self._watch(given[0]),
        }

    async def _check(self, text: str) -> Result:
        streamer = await self._found(text)
        await self._updater.check(streamer.id)
        return self._record(streamer)

    async def _install(self, text: str, wishes: Sequence[str]) -> Result:
        streamer = await self._found(text)
        if streamer.id not in self._under_way:
            if (await self._updater.check(streamer.id)).ready is None:
                return self._record(streamer)
            task = asyncio.ensure_future(self._carry_out(streamer.id, wishes))
            self._under_way[streamer.id] = task
            self._meant[text] = streamer
        return await self._watch(text)

    async def _carry_out(self, streamer_id: StreamerId, wishes: Sequence[str]) -> None:
        # What comes of it is in the report, for whoever watches.
        with suppress(AltraBitsError):
            await self._updater.install(streamer_id, may_stop=STOP in wishes)
            if ALL in wishes:
                await self._updater.install_others(streamer_id)

    async def _watch(self, text: str) -> Result:
        """Give how it stands after a moment, or as soon as it has come to its end.

        Raises:
            AltraBitsError: what the update came to, where that is not the new firmware; also that
                of one of the others.
        """
        streamer = await self._found(text)
        task = self._under_way.get(streamer.id)
        if task is not None:
            await asyncio.wait((task,), timeout=WATCH_S)
            if task.done():
                del self._under_way[streamer.id]
                _raise_fault(self._updater.report(streamer))
        return {
            **self._record(streamer),
            "is_under_way": streamer.id in self._under_way,
        }

    async def _found(self, text: str) -> Streamer:
        code = self._closed_by(Feature.FIRMWARE, is_demo=False)
        if code is not None:
            raise DecisionNeeded(code)
        meant = self._meant.get(text)
        if meant is not None and meant.id in self._under_way:
            return self._directory.streamer(meant.id) or meant
        return await self._seeking.found(text)

    def _record(self, streamer: Streamer) -> dict[str, object]:
        now = self._directory.streamer(streamer.id) or streamer
        return record_of(now, self._updater.report(now))

    async def stop(self) -> None:
        """Watch no more; the updater ends what is under way."""
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)


def record_of(streamer: Streamer, report: FirmwareReport) -> dict[str, object]:
    """Give what programs are told of the firmware of a streamer; pure but for the language."""
    ready, record, progress = report.ready, report.record, report.progress
    return {
        "id": streamer.owned_id or streamer.id,
        "name": streamer.name,
        "version": report.version,
        "has_checked": report.has_checked,
        "is_later": report.is_later,
        "ready": None
        if ready is None
        else {
            "version": ready.version,
            "notes": notes_in(ready, spoken().language),
            "size_bytes": ready.size_bytes,
            "released_at": instant(ready.released_at),
        },
        "step": progress.step.value if progress else None,
        "done_bytes": progress.done if progress else None,
        "total_bytes": progress.total if progress else None,
        "is_away": progress.is_away if progress else False,
        "last": None
        if record.version is None or record.at is None
        else {
            "version": record.version,
            "is_installed": record.is_installed,
            "code": record.code or None,
            "at": instant(record.at),
        },
        "against": report.against,
        "others": len(report.others),
        "rest": {"now": report.rest.now or None, "left_out": list(report.rest.left_out)},
    }


def _raise_fault(report: FirmwareReport) -> None:
    fault = report.fault or report.rest.fault
    if fault is not None:
        raise fault
