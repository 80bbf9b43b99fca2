"""Updates of the person's streamers: what is ready, what is under way, what became of the last one.

Only on the person's wish is anything loaded; what the server offers is looked at before, and what
is not signed by a trusted maker, newer and still good is not offered to the person at all.

Source: docs/security-requirements.md R57; docs/protocols/firmware-update.md.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace as replaced

from altrabits_desktop.actions.firmware_course import Course, Progress, Source, Step, Updatable
from altrabits_desktop.actions.firmware_preflight import preflight
from altrabits_desktop.actions.firmware_report import NO_RECORD, NO_REST, FirmwareReport
from altrabits_desktop.actions.firmware_rest import (
    PLAYING,
    others_of,
    plays,
    takes_updates,
    update_rest,
)
from altrabits_desktop.actions.firmware_source import proved_of
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    MalformedAnswer,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.firmware import best_for, is_newer, version_in
from altrabits_desktop.runtime.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.firmware_report import RestReport
    from altrabits_desktop.actions.firmware_source import Trust
    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.firmware_files import FirmwareFiles, UpdateRecord

TOLD_EVERY_S = 0.1
"""Progress is told so often at most."""


@dataclass(slots=True)
class _State:
    """Of one streamer, while the program runs."""

    signed: SignedManifest | None = None
    manifest: FirmwareManifest | None = None
    against: str | None = None
    is_checking: bool = False
    has_checked: bool = False
    progress: Progress | None = None
    fault: AltraBitsError | None = None
    told_at_s: float = float("-inf")
    rest: RestReport = NO_REST
    following: asyncio.Task[None] | None = None
    """Of the others that follow this one."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Updater:
    """The actions; on one loop. A change of a streamer tells that its report is another.

    Args:
        source: what the server offers.
        streamers: take updates.
        directory: what streamers say of themselves.
        files: keep images, and what became of updates.
        trust: whose signatures count.
        closed_by: the gate.
        clock: for instants and waiting.
        publish: the change feed.
        look: asks a streamer anew what it is.
        is_somebody: whether somebody is signed in.
    """

    def __init__(
        self,
        *,
        source: Source,
        streamers: Updatable,
        directory: Directory,
        files: FirmwareFiles,
        trust: Trust,
        closed_by: Gate,
        clock: Clock,
        publish: Callable[[Changes], None],
        look: Callable[[StreamerId], Coroutine[object, object, None]],
        is_somebody: Callable[[], bool],
    ) -> None:
        self._source = source
        self._streamers = streamers
        self._directory = directory
        self._files = files
        self._trust = trust
        self._closed_by = closed_by
        self._clock = clock
        self._publish = publish
        self._look = look
        self._is_somebody = is_somebody
        self._states: dict[StreamerId, _State] = {}
        self._records: dict[str, UpdateRecord] | None = None
        self._makers: frozenset[str] = frozenset()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._keeping = asyncio.Lock()

    def report(self, streamer: Streamer) -> FirmwareReport:
        """Give how it stands; quick."""
        state = self._states.get(streamer.id, _State())
        version = version_in(streamer.model_note)
        ready, signed = state.manifest, state.signed
        if ready is not None and version is not None and not is_newer(ready.version, version):
            ready = None
        record = (self._records or {}).get(streamer.owned_id or "", NO_RECORD)
        return FirmwareReport(
            version=version,
            can_update=takes_updates(streamer),
            is_playing=plays(streamer),
            is_checking=state.is_checking,
            has_checked=state.has_checked,
            ready=ready,
            against=state.against if ready is not None else None,
            is_of_maker=signed is None or signed.key in self._makers,
            progress=state.progress,
            record=record,
            fault=state.fault,
            others=others_of(streamer, self._directory.streamers(), record=record),
            rest=state.rest,
        )

    async def check(self, streamer_id: StreamerId) -> FirmwareReport:
        """Look what the server has for a streamer; nothing is loaded.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `control.not_owned`, `control.unsupported`, `firmware.version_unknown`, and
                other codes of the server.
            NotReachable: the server does not answer.
        """
        streamer = self._need(streamer_id)
        state = self._state(streamer_id)
        state.is_checking, state.fault = True, None
        if not state.rest.now:
            state.rest = NO_REST
        self._say(streamer_id)
        try:
            found = await self._best(streamer)
            state.signed, state.manifest = found if found is not None else (None, None)
            state.against = await self._look_against(streamer, state.manifest)
            state.has_checked = True
        except AltraBitsError as error:
            state.fault = error
            raise
        finally:
            state.is_checking = False
            self._say(streamer_id)
        return self.report(self._need(streamer_id))

    async def install(self, streamer_id: StreamerId, *, may_stop: bool = False) -> FirmwareReport:
        """Update a streamer to what is ready for it; goes on when its caller is cancelled.

        Args:
            streamer_id: which one.
            may_stop: whether what plays may be stopped for it.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `firmware.none`; what is against it, as `actions.firmware_preflight` and
                `firmware.playing` say; what keeps the old firmware, such as `firmware.kept_power`,
                `firmware.damaged`, `firmware.differs`, `firmware.no_space`.
            NotReachable: server or streamer do not answer; the old firmware runs.
            ProfileUnusable: the image cannot be kept here.
        """
        self._need(streamer_id)
        task = asyncio.ensure_future(self._install(streamer_id, may_stop=may_stop))
        self._keep_task(task)
        return await asyncio.shield(task)

    async def install_others(self, streamer_id: StreamerId) -> None:
        """Update the others of the product of one whose update went well, one after the other.

        The first that does not go well ends it. What plays is not stopped, and left out, as what
        is away. Goes on when its caller is cancelled; a second wish waits for the same.

        Raises:
            AltraBitsError: like `install`; `FirmwareReport.rest` says whose.
        """
        others = self.report(self._need(streamer_id)).others
        state = self._state(streamer_id)
        if state.following is None or state.following.done():

            def tell(rest: RestReport) -> None:
                state.rest = rest
                self._say(streamer_id)

            work = update_rest(self, others, directory=self._directory, tell=tell)
            state.following = asyncio.ensure_future(work)
            self._keep_task(state.following)
        await asyncio.shield(state.following)

    async def put_off(self, streamer_id: StreamerId) -> None:
        """Do not ask about what is ready any more; it can be installed all the same.

        Raises:
            ProfileUnusable: that is not kept.
        """
        streamer = self._need(streamer_id)
        ready = self.report(streamer).ready
        if ready is not None:
            await self._keep(streamer, later=ready.version)

    async def forget(self) -> None:
        """Keep nothing of anybody any more: nobody is signed in."""
        await self.stop()
        self._records = None
        self._states.clear()
        await asyncio.to_thread(self._files.clear)

    async def stop(self) -> None:
        """End what is under way here; a streamer goes on with what it has."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _install(self, streamer_id: StreamerId, *, may_stop: bool) -> FirmwareReport:
        state = self._state(streamer_id)
        async with state.turn:
            streamer = self._need(streamer_id)
            signed, manifest = state.signed, self.report(streamer).ready
            if signed is None or manifest is None:
                raise Refused("firmware.none")
            state.fault = None
            try:
                await self._refuse_unfit(streamer, manifest, may_stop=may_stop)
                needed = [one.manifest for one in self._states.values() if one.manifest]
                await asyncio.to_thread(self._files.drop_others, needed)
                code = await self._course(streamer_id, signed, manifest).run(may_stop=may_stop)
                if code:
                    raise Refused(code)
            except AltraBitsError as error:
                state.fault = error
                await self._keep_outcome(streamer, manifest, code=error.code)
                raise
            finally:
                state.progress = None
                self._say(streamer_id)
            state.signed = state.manifest = None
            await self._keep_outcome(streamer, manifest, code="")
            await asyncio.to_thread(self._files.drop, manifest)
            # What it says of itself in the list is older than its update.
            await self._look(streamer_id)
            self._say(streamer_id)
            return self.report(self._directory.streamer(streamer_id) or streamer)

    def _course(
        self, streamer_id: StreamerId, signed: SignedManifest, manifest: FirmwareManifest
    ) -> Course:
        return Course(
            streamer_id,
            signed,
            manifest,
            source=self._source,
            streamers=self._streamers,
            files=self._files,
            clock=self._clock,
            tell=partial(self._tell, streamer_id),
        )

    def _tell(self, streamer_id: StreamerId, progress: Progress) -> None:
        state = self._state(streamer_id)
        before, now_s = state.progress, self._clock.steady_s()
        state.progress = progress
        is_same = before is not None and before[::3] == progress[::3]
        if is_same and now_s - state.told_at_s < TOLD_EVERY_S:
            return
        state.told_at_s = now_s
        self._say(streamer_id)

    async def _best(self, streamer: Streamer) -> tuple[SignedManifest, FirmwareManifest] | None:
        version = version_in(streamer.model_note)
        if version is None or streamer.product is None:
            raise Refused("firmware.version_unknown")
        if self._records is None:
            self._records = await asyncio.to_thread(self._files.records)
        offered = await self._source.offered(streamer.product)
        self._makers, named = await asyncio.to_thread(self._trust)
        proved = await asyncio.to_thread(proved_of, offered, self._makers | named)
        by_manifest = dict(proved)
        best = best_for(
            tuple(by_manifest), product=streamer.product, version=version, now=self._clock.now()
        )
        return None if best is None else (by_manifest[best], best)

    async def _refuse_unfit(
        self, streamer: Streamer, manifest: FirmwareManifest, *, may_stop: bool
    ) -> None:
        """Ask the streamer whether it may begin; nothing is loaded before."""
        self._tell(streamer.id, Progress(Step.LOAD))
        if plays(streamer) and not may_stop:
            raise Refused(PLAYING)
        state = self._state(streamer.id)
        told = await self._streamers.read(streamer.id)
        state.against = self._against(told, streamer, manifest)
        if state.against is not None:
            raise Refused(state.against)

    async def _look_against(
        self, streamer: Streamer, manifest: FirmwareManifest | None
    ) -> str | None:
        if manifest is None:
            return None
        try:
            told = await self._streamers.read(streamer.id)
        except (NotReachable, MalformedAnswer):
            # It is asked once more before anything is loaded.
            return None
        return self._against(told, streamer, manifest)

    def _against(
        self, told: FirmwareMessage, streamer: Streamer, manifest: FirmwareManifest
    ) -> str | None:
        product = streamer.product or ""
        return preflight(told, manifest, product=product, now=self._clock.now())

    def _need(self, streamer_id: StreamerId) -> Streamer:
        streamer = self._directory.streamer(streamer_id)
        code = self._closed_by(Feature.FIRMWARE, is_demo=False)
        if code is not None:
            raise DecisionNeeded(code)
        if streamer is None or not streamer.is_owned or not streamer.owned_id:
            raise Refused("control.not_owned")
        if streamer.is_locked:
            raise Refused("control.locked")
        if Capability.FIRMWARE not in streamer.capabilities:
            raise Refused("control.unsupported")
        return streamer

    async def _keep_outcome(
        self, streamer: Streamer, manifest: FirmwareManifest, *, code: str
    ) -> None:
        # Whoever has left meanwhile leaves nothing behind; and what is done is done.
        with suppress(AltraBitsError):
            await self._keep(
                streamer,
                version=manifest.version,
                is_installed=not code,
                code=code,
                at=self._clock.now(),
            )

    async def _keep(self, streamer: Streamer, **fields: object) -> None:
        if not self._is_somebody() or not streamer.owned_id:
            return
        async with self._keeping:
            records = self._records or {}
            before = records.get(streamer.owned_id, NO_RECORD)
            self._records = {**records, streamer.owned_id: replaced(before, **fields)}
            self._say(streamer.id)
            await asyncio.to_thread(self._files.keep, self._records)

    def _state(self, streamer_id: StreamerId) -> _State:
        return self._states.setdefault(streamer_id, _State())

    def _keep_task(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            # Told to whoever asked for it, who may have gone.
            task.exception()

    def _say(self, streamer_id: StreamerId) -> None:
        self._publish(Changes(streamers=frozenset({streamer_id})))
