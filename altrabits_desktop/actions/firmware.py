"""Updates of the person's streamers: what is ready, what is under way, what became of the last one.

Only on the person's wish is anything loaded; what the server offers is looked at before, and what
is not signed by a trusted maker, newer and still good is not offered to the person at all.

Source: docs/security-requirements.md R57; docs/protocols/firmware-update.md.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace as replaced

from altrabits_desktop.actions.firmware_course import Course, Progress, Source, Updatable
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.firmware import best_for, is_newer, version_in
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.runtime.firmware_files import UpdateRecord
from altrabits_desktop.runtime.firmware_trust import proved_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.firmware_files import FirmwareFiles

TOLD_EVERY_S = 0.1
"""Progress is told so often at most."""
_NO_RECORD = UpdateRecord()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareReport:
    """How it stands with the firmware of one streamer; a snapshot."""

    version: str | None
    """That it says to run; None where it says none that can be read."""
    can_update: bool
    """Whether it takes updates, and obeys this computer."""
    is_checking: bool = False
    has_checked: bool = False
    ready: FirmwareManifest | None = None
    """Newer firmware that fits; None where there is none, or nobody has looked yet."""
    is_of_maker: bool = True
    """Whether the maker signed it, and not a key that was named to try firmware."""
    progress: Progress | None = None
    """Of the update that is under way."""
    record: UpdateRecord = _NO_RECORD
    fault: AltraBitsError | None = None
    """Why the latest look or update came to nothing."""
    others: tuple[StreamerId, ...] = ()
    """The person's other streamers of the same product that still run something older than this
    one, after its update went well."""

    @property
    def is_later(self) -> bool:
        """Whether the person does not want to be asked about what is ready."""
        return self.ready is not None and self.record.later == self.ready.version


@dataclass(slots=True)
class _State:
    """Of one streamer, while the program runs."""

    signed: SignedManifest | None = None
    manifest: FirmwareManifest | None = None
    is_checking: bool = False
    has_checked: bool = False
    progress: Progress | None = None
    fault: AltraBitsError | None = None
    told_at_s: float = float("-inf")
    was_updated: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Trust(Protocol):
    """Whose firmware is taken; blocks for a small read."""

    def __call__(self) -> tuple[frozenset[str], frozenset[str]]:
        """Give the maker's keys, and one that was named on purpose beside them."""


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
        self._tasks: set[asyncio.Task[FirmwareReport]] = set()
        self._keeping = asyncio.Lock()

    def report(self, streamer: Streamer) -> FirmwareReport:
        """Give how it stands; quick."""
        state = self._states.get(streamer.id, _State())
        version = version_in(streamer.model_note)
        ready, signed = state.manifest, state.signed
        if ready is not None and version is not None and not is_newer(ready.version, version):
            ready = None
        record = (self._records or {}).get(streamer.owned_id or "", _NO_RECORD)
        return FirmwareReport(
            version=version,
            can_update=_can_update(streamer),
            is_checking=state.is_checking,
            has_checked=state.has_checked,
            ready=ready,
            is_of_maker=signed is None or signed.key in self._makers,
            progress=state.progress,
            record=record,
            fault=state.fault,
            others=self._others(streamer) if state.was_updated else (),
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
        self._say(streamer_id)
        try:
            found = await self._best(streamer)
            state.signed, state.manifest = found if found is not None else (None, None)
            state.has_checked = True
        except AltraBitsError as error:
            state.fault = error
            raise
        finally:
            state.is_checking = False
            self._say(streamer_id)
        return self.report(self._need(streamer_id))

    async def install(self, streamer_id: StreamerId, *, may_stop: bool = True) -> FirmwareReport:
        """Update a streamer to what is ready for it; goes on when its caller is cancelled.

        Args:
            streamer_id: which one.
            may_stop: whether what plays may be stopped for it.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `firmware.none`; what keeps the old firmware, such as `firmware.kept_power`,
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

        The first that does not go well ends it. What plays is not stopped, and left out.

        Raises:
            AltraBitsError: like `install`.
        """
        for other in self.report(self._need(streamer_id)).others:
            streamer = self._directory.streamer(other)
            if streamer is None or _plays(streamer):
                continue
            if (await self.check(other)).ready is not None:
                await self.install(other, may_stop=False)

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
            state.fault, state.was_updated = None, False
            try:
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
            state.was_updated = True
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
        state = self._state(streamer_id)

        def tell(progress: Progress) -> None:
            before, now_s = state.progress, self._clock.steady_s()
            state.progress = progress
            is_same = before is not None and before[::3] == progress[::3]
            if is_same and now_s - state.told_at_s < TOLD_EVERY_S:
                return
            state.told_at_s = now_s
            self._say(streamer_id)

        return Course(
            streamer_id,
            signed,
            manifest,
            source=self._source,
            streamers=self._streamers,
            files=self._files,
            clock=self._clock,
            tell=tell,
        )

    async def _best(self, streamer: Streamer) -> tuple[SignedManifest, FirmwareManifest] | None:
        version = version_in(streamer.model_note)
        if version is None or streamer.product is None:
            raise Refused("firmware.version_unknown")
        if self._records is None:
            self._records = await asyncio.to_thread(self._files.records)
        offered = await self._source.offered(streamer.product)
        self._makers, named = await asyncio.to_thread(self._trust)
        proved = await asyncio.to_thread(_proved, offered, self._makers | named)
        by_manifest = dict(proved)
        best = best_for(
            tuple(by_manifest), product=streamer.product, version=version, now=self._clock.now()
        )
        return None if best is None else (by_manifest[best], best)

    def _others(self, streamer: Streamer) -> tuple[StreamerId, ...]:
        version = version_in(streamer.model_note)
        if version is None:
            return ()
        return tuple(
            one.id
            for one in self._directory.streamers()
            if one.id != streamer.id and one.product == streamer.product and _can_update(one)
            if is_newer(version, version_in(one.model_note) or version)
        )

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
            before = records.get(streamer.owned_id, _NO_RECORD)
            self._records = {**records, streamer.owned_id: replaced(before, **fields)}
            self._say(streamer.id)
            await asyncio.to_thread(self._files.keep, self._records)

    def _state(self, streamer_id: StreamerId) -> _State:
        return self._states.setdefault(streamer_id, _State())

    def _keep_task(self, task: asyncio.Task[FirmwareReport]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[FirmwareReport]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            # Told to whoever asked for it, who may have gone.
            task.exception()

    def _say(self, streamer_id: StreamerId) -> None:
        self._publish(Changes(streamers=frozenset({streamer_id})))


def _proved(
    offered: tuple[SignedManifest, ...], trusted: frozenset[str]
) -> list[tuple[FirmwareManifest, SignedManifest]]:
    """Give what is signed by who is trusted; loads a library, and computes."""
    found = []
    for signed in offered:
        # Whatever the server makes up, or somebody else signed, is as good as not there.
        with suppress(AltraBitsError):
            found.append((proved_manifest(signed, trusted=trusted), signed))
    return found


def _can_update(streamer: Streamer) -> bool:
    is_theirs = streamer.is_owned and bool(streamer.owned_id) and not streamer.is_locked
    return is_theirs and Capability.FIRMWARE in streamer.capabilities


def _plays(streamer: Streamer) -> bool:
    return streamer.state is not None and streamer.state.playback is Playback.PLAYING
