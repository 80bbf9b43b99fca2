"""What a person can tell a streamer to do: shown at once, sent sparingly, then what it says."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.coalescing import Coalescing
from altrabits_desktop.actions.other_owners import OtherOwners
from altrabits_desktop.actions.wanted import Held, Wanted
from altrabits_desktop.actions.wishes import Wished, awaited_of, shown, wish_of
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    MalformedAnswer,
    StreamerSilent,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.grouping import Grouping
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import (
        AwaitedVolume,
        Streamer,
        StreamerId,
        StreamerState,
    )
    from altrabits_desktop.runtime.clock import Clock

logger = logging.getLogger(__name__)

DRAWN_AFTER_S = 0.004
"""Within the frame in which it was asked for."""
SHOWN_S = 5.0
"""How long something is shown that was told and that the streamer does not confirm."""
SAID_AFTER_S = 0.2
"""How long a volume waits for its confirmation before that is said: most come at once, and words
that come and go with them would only flicker."""
REGRETTED_S = 4.0
"""How long it is said that a volume did not come to be."""
FINISH_S = 0.6
"""How long the end of the program waits for what was told last: most streamers need a tenth."""


class Obeying(Protocol):
    """The streamers as they take commands (`streamers.connections.Connections`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        """Tell one streamer to do something, and give what it says of itself afterwards.

        No answer that was asked for before the end of the command shows in the directory after
        it.

        Returns:
            None where it obeyed and could not be read afterwards.
        """


class Gate(Protocol):
    """Whether something is open to the person (`privacy.gate.closed_by`)."""

    def __call__(self, feature: Feature, /, *, is_demo: bool) -> str | None:
        """Give the code of the sentence that says why it is closed; None where it is open."""


class Controlling:
    """The actions; also a directory, in which what was asked for shows at once. On one loop.

    Args:
        streamers: take the commands.
        directory: what streamers say of themselves.
        closed_by: the gate; it is asked again before each command that is sent.
        clock: for all waiting.
        publish: the change feed.
    """

    def __init__(
        self,
        *,
        streamers: Obeying,
        directory: Directory,
        closed_by: Gate,
        clock: Clock,
        publish: Callable[[Changes], None],
    ) -> None:
        self._streamers = streamers
        self._directory = directory
        self._closed_by = closed_by
        self._clock = clock
        self._publish = publish
        self._wanted: dict[StreamerId, Wanted] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.others = OtherOwners(directory, publish=publish)
        """Which obey somebody else."""
        self._grouping: Grouping | None = None

    @property
    def grouping(self) -> Grouping:
        """Give what lets streamers play together; made when it is first asked for."""
        if self._grouping is None:
            # Imported here: hardly any start needs it.
            from altrabits_desktop.actions.grouping import Grouping

            self._grouping = Grouping(directory=self, telling=self)
        return self._grouping

    def has_other_owner(self, owned_id: str) -> bool:
        """Tell whether a streamer of the account last said that it obeys somebody else."""
        return self.others.has(owned_id)

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all streamers, in the order first heard, as they are or soon will be."""
        return tuple(self._shown(streamer) for streamer in self._directory.streamers())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one streamer as it is or soon will be."""
        streamer = self._directory.streamer(streamer_id)
        return None if streamer is None else self._shown(streamer)

    async def perform(
        self,
        streamer_id: StreamerId,
        command: Command,
        *,
        check: Callable[[], None] | None = None,
    ) -> None:
        """Tell a streamer to do something; what that will change shows at once.

        What one is to play that plays along with another one is told to that one.

        It shows until the streamer confirms it, for 5 s at most after the command was sent, or for
        as long as it is under way; a command that fails shows no longer. No answer from before the
        command moves it back. What was waited for in vain gives way to what the streamer says, of
        a volume with a word about it. A volume is sent at once, or a tenth of a second after the
        one before; one that a newer one overtakes meanwhile is not sent, and this returns for it.
        A command is carried out even when its caller is cancelled.

        Args:
            streamer_id: which one.
            command: what it is to do.
            check: asked once more when the turn of a command other than the volume has come;
                what it raises keeps the command from being sent.

        Raises:
            DecisionNeeded: `gate.sign_in_needed` and others of the gate; nothing was shown or sent.
            Refused: `control.unsupported` and others: it cannot, or said no.
            NotReachable: no answer in time, or no such streamer; it may have been done.
            MalformedAnswer: `control.answer_unreadable`: an answer that does not fit.
        """
        self._refuse_closed(streamer_id)
        await self.perform_itself(self._meant(streamer_id, command), command, check=check)

    async def perform_itself(
        self,
        streamer_id: StreamerId,
        command: Command,
        *,
        check: Callable[[], None] | None = None,
    ) -> None:
        """Tell this very streamer, and no other in its place; else like `perform`."""
        self._refuse_closed(streamer_id)
        wanted = self._wanted.get(streamer_id)
        if wanted is None:
            wanted = self._wanted[streamer_id] = self._new_wanted(streamer_id)
        held = self._hold(wanted, command)
        if isinstance(command, SetVolume):
            await wanted.volume.give(command.volume)
            return
        task = self._run(self._send_in_turn(wanted, command, held, check))
        wanted.in_turn.add(task)
        task.add_done_callback(wanted.in_turn.discard)
        await asyncio.wait((task,))
        task.result()

    def follow(self, changes: Changes) -> None:
        """Let what streamers say take the place of what was asked; for `ChangeFeed.subscribe`."""
        for streamer_id in changes.streamers & self._wanted.keys():
            streamer = self._directory.streamer(streamer_id)
            if streamer is None:
                del self._wanted[streamer_id]
            elif streamer.state is not None:
                self._take(self._wanted[streamer_id], streamer.state)

    async def settled(self, streamer_id: StreamerId) -> None:
        """Return when a streamer has answered all that it was told so far, or has failed to."""
        wanted = self._wanted.get(streamer_id)
        if wanted is not None and wanted.unanswered:
            await asyncio.wait(wanted.unanswered)

    async def finish(self, *, limit_s: float = FINISH_S) -> None:
        """Let what was told so far go out before `stop`: all of it has been shown already.

        Args:
            limit_s: of real time; whoever does not answer keeps nobody longer.
        """
        going_on = [task for wanted in self._wanted.values() for task in wanted.unanswered]
        if going_on:
            await asyncio.wait(going_on, timeout=limit_s)

    async def stop(self) -> None:
        """Send nothing more; whoever waits is cancelled, and only what streamers say shows."""
        for wanted in tuple(self._wanted.values()):
            for held in wanted.held.values():
                held.drawing.cancel()
            await wanted.volume.stop()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self._wanted.clear()

    def _meant(self, streamer_id: StreamerId, command: Command) -> StreamerId:
        """Give who is told: what one plays that plays along is its leader's business."""
        streamer = self._directory.streamer(streamer_id)
        if streamer is None or streamer.state is None or streamer.state.leader is None:
            return streamer_id
        from altrabits_desktop.actions.grouping import told_instead

        return told_instead(command, streamer, self._directory.streamers())

    def _refuse_closed(self, streamer_id: StreamerId) -> None:
        streamer = self._directory.streamer(streamer_id)
        if streamer is None:
            raise StreamerSilent("streamer.silent")
        code = self._closed_by(Feature.CONTROL, is_demo=streamer.origin is Origin.DEMO)
        if code is not None:
            raise DecisionNeeded(code)

    def _new_wanted(self, streamer_id: StreamerId) -> Wanted:
        async def send(volume: int) -> None:
            await self._send(wanted, SetVolume(volume), wanted.held.get(Wished.VOLUME))

        wanted = Wanted(streamer_id, Coalescing(send, clock=self._clock))
        return wanted

    def _hold(self, wanted: Wanted, command: Command) -> Held | None:
        wish = wish_of(command)
        if wish is None:
            return None
        # Drawing it takes longer than sending the command, which therefore goes first.
        drawing = asyncio.get_running_loop().call_later(DRAWN_AFTER_S, self._say, wanted)
        held = Held(command, wish, self._clock.steady_s(), drawing)
        earlier = wanted.hold(held)
        if wish.part is Wished.VOLUME:
            wanted.missed = None
            if earlier is None:
                self._run(self._say_later(wanted, SAID_AFTER_S))
        return held

    async def _send_in_turn(
        self,
        wanted: Wanted,
        command: Command,
        held: Held | None,
        check: Callable[[], None] | None,
    ) -> None:
        async with wanted.turn:
            if held is not None:
                await wanted.keep_pace(held, self._clock)
                if held.is_overtaken:
                    return
            await self._send(wanted, command, held, check)

    async def _send(
        self,
        wanted: Wanted,
        command: Command,
        held: Held | None,
        check: Callable[[], None] | None = None,
    ) -> None:
        try:
            if check is not None:
                check()
            self._refuse_closed(wanted.streamer_id)
            if held is not None:
                held.until_s = self._clock.steady_s() + SHOWN_S
            after = await self._performed(wanted.streamer_id, command)
        except BaseException:
            self._let_go(wanted, held)
            raise
        if held is None:
            return
        held.has_ended = True
        if after is not None:
            self._take(wanted, after)
        if wanted.holds(held):
            self._run(self._let_go_later(wanted, held))

    async def _performed(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        try:
            with self.others.listening(streamer_id):
                return await self._streamers.perform(streamer_id, command)
        except MalformedAnswer as error:
            # Whoever asked for it is told what that means for what was asked.
            raise MalformedAnswer("control.answer_unreadable") from error

    def _take(self, wanted: Wanted, state: StreamerState) -> None:
        """Let go what a streamer confirms, of what it was told before."""
        for held in tuple(wanted.held.values()):
            if held.has_ended and held.wish.is_confirmed_by(state):
                self._let_go(wanted, held)

    async def _let_go_later(self, wanted: Wanted, held: Held) -> None:
        await self._clock.sleep(held.until_s - self._clock.steady_s())
        if not wanted.holds(held):
            return
        if held.wish.part is not Wished.VOLUME:
            self._let_go(wanted, held)
            return
        wanted.missed = held
        self._let_go(wanted, held)
        await self._clock.sleep(REGRETTED_S)
        if wanted.missed is held:
            wanted.missed = None
            self._say(wanted)

    async def _say_later(self, wanted: Wanted, pause_s: float) -> None:
        await self._clock.sleep(pause_s)
        if Wished.VOLUME in wanted.held:
            self._say(wanted)

    def _let_go(self, wanted: Wanted, held: Held | None) -> None:
        if held is not None and wanted.holds(held):
            held.drawing.cancel()
            del wanted.held[held.wish.part]
            self._say(wanted)

    def _shown(self, streamer: Streamer) -> Streamer:
        if streamer.owned_id is not None and self.others.has(streamer.owned_id):
            streamer = replace(streamer, has_other_owner=True)
        wanted = self._wanted.get(streamer.id)
        if wanted is None or not (wanted.held or wanted.missed is not None):
            return streamer
        state = shown(streamer.state, (held.wish for held in wanted.held.values()))
        return replace(streamer, state=state, awaited=self._awaited(wanted, streamer, state))

    def _awaited(
        self, wanted: Wanted, streamer: Streamer, state: StreamerState | None
    ) -> AwaitedVolume | None:
        """Give what is said of a volume: that it is awaited, or was in vain."""
        held = wanted.held.get(Wished.VOLUME)
        if held is None:
            missed = wanted.missed.wish.level if wanted.missed is not None else None
            return awaited_of(missed, streamer.state, has_failed=True)
        if self._clock.steady_s() - held.since_s < SAID_AFTER_S:
            return None
        return awaited_of(state.volume if state is not None else None, streamer.state)

    def _say(self, wanted: Wanted) -> None:
        self._publish(Changes(streamers=frozenset({wanted.streamer_id})))

    def _run(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, AltraBitsError):
            logger.error("a command ended by an error", exc_info=error)
