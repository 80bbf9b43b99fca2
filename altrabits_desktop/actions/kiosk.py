"""The kiosk of a shop: visits that end by themselves, what is put back after each, and staff."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.restoring import AGAIN_S, Restoring
from altrabits_desktop.actions.shop import ShopDirectory, VisitorControlling
from altrabits_desktop.actions.unbroken import to_its_end
from altrabits_desktop.contract.errors import AltraBitsError, ProfileUnusable, Refused
from altrabits_desktop.contract.kiosk import MOST_STREAMERS, KioskSetup, Phase, WipeReason
from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.shop import CheckedTelling
    from altrabits_desktop.actions.staff_pin import StaffPin
    from altrabits_desktop.contract.kiosk import SetState, Wipe
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.kiosk_files import KioskFiles

logger = logging.getLogger(__name__)

IDLE_S = 45.0
"""Without a touch, until the countdown."""
COUNTDOWN_S = 15.0
STAFF_S = 600.0
"""Without a touch, until the kiosk takes the place of what staff had opened."""
_TICK_S = 1.0
_VISITING = frozenset({Phase.VISIT, Phase.COUNTDOWN})


class Demo(Protocol):
    """The demo streamers (`actions.finding.Finding`)."""

    @property
    def is_demo_wanted(self) -> bool:
        """Whether they are running or about to."""

    async def start_demo(self) -> None:
        """Start them on this computer."""

    async def stop_demo(self) -> None:
        """Stop and forget them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskReport:
    """How the kiosk stands just now; a snapshot."""

    phase: Phase = Phase.STAFF
    seconds_left: int = 0
    """Until it goes back to the start; only in a countdown."""
    last_wipe: Wipe | None = None
    is_demo_alone: bool = False
    setup: KioskSetup | None = None
    """None where nothing was set up, and where it cannot be read."""
    is_damaged: bool = False
    """Whether something is kept that is no set-up."""

    @property
    def is_covering(self) -> bool:
        """Whether visitors have the window, not staff."""
        return self.phase is not Phase.STAFF


class Kiosk:
    """Its state, and what visitors and staff may ask of it. On one loop.

    Args:
        files: what it keeps.
        pin: tries of the staff PIN.
        directory: all streamers around, as they are or soon will be.
        heard: the same by their own word alone, to see whether they are put back.
        telling: takes the commands that put them back; the gate stands in it.
        has_other_owner: tells by its id in the account whether a streamer last said that it obeys
            somebody else.
        is_open: whether the account may control streamers: signed in, and the policy accepted;
            None as long as that is not known.
        demo: what remains where it may not.
        clock: for all waiting.
        publish: the change feed.
    """

    def __init__(
        self,
        *,
        files: KioskFiles,
        pin: StaffPin,
        directory: Directory,
        heard: Directory,
        telling: CheckedTelling,
        has_other_owner: Callable[[str], bool],
        is_open: Callable[[], bool | None],
        demo: Demo,
        clock: Clock,
        publish: Callable[[Changes], None],
    ) -> None:
        self._files = files
        self._pin = pin
        self._is_open = is_open
        self._demo = demo
        self._clock = clock
        self._publish = publish
        self._phase = Phase.STAFF
        self._reason = WipeReason.START
        self._touched_s = 0.0
        self._setup: KioskSetup | None = None
        self._is_damaged = False
        self._restoring = Restoring(
            files=files, directory=directory, heard=heard, telling=telling, clock=clock
        )
        self._has_own_demo = False
        self._demo_due_s = 0.0
        self._was_covering = False
        self._stirred = asyncio.Event()
        self._changing = asyncio.Lock()
        self.visit = 0
        """How many visits there were since the start; another number is another visit."""
        self.shown = ShopDirectory(directory, self, has_other_owner=has_other_owner)
        """The streamers that visitors see."""
        self.controlling = VisitorControlling(telling, directory=self.shown, kiosk=self)
        """Takes what visitors tell them."""

    @property
    def is_visited(self) -> bool:
        """Whether a visit goes on."""
        return self._phase in _VISITING

    @property
    def is_demo_alone(self) -> bool:
        """Whether only the demo is open to visitors."""
        return not self.listed or self._is_open() is False

    @property
    def listed(self) -> Sequence[str]:
        """Ids in the account of the streamers that staff show."""
        return tuple(state.id for state in self._setup.streamers) if self._setup else ()

    def report(self) -> KioskReport:
        """Give how it stands; quick."""
        left_s = IDLE_S + COUNTDOWN_S - self._idle_s()
        return KioskReport(
            phase=self._phase,
            seconds_left=max(1, round(left_s)) if self._phase is Phase.COUNTDOWN else 0,
            last_wipe=self._restoring.last,
            is_demo_alone=self.is_demo_alone,
            setup=self._setup,
            is_damaged=self._is_damaged,
        )

    async def load(self) -> None:
        """Read what staff have chosen; what cannot be read is reported, and opens nothing."""
        try:
            self._setup = await asyncio.to_thread(self._files.setup)
            self._is_damaged = False
        except ProfileUnusable:
            self._setup, self._is_damaged = None, True
        self._say()

    def cover(self, reason: WipeReason = WipeReason.STAFF) -> None:
        """Give the window to visitors, after a wipe."""
        self._begin_wipe(reason)

    def begin(self) -> None:
        """Somebody touched the start: a visit begins, unless the last one is still being wiped."""
        if self._phase is Phase.START:
            self._touched_s = self._clock.steady_s()
            self.visit += 1
            self._enter(Phase.VISIT)

    def touch(self) -> None:
        """Somebody is there: pointer, key or finger."""
        self._touched_s = self._clock.steady_s()
        if self._phase is Phase.COUNTDOWN:
            self._enter(Phase.VISIT)

    def end(self) -> None:
        """The visitor is done."""
        if self.is_visited:
            self._begin_wipe(WipeReason.DONE)

    async def leave(self, pin: str) -> None:
        """Give the window to staff, who have typed a PIN.

        Raises:
            Refused: `kiosk.pin_wrong` or `kiosk.pin_braked`; the kiosk stays.
        """
        kept = self._setup.pin if self._setup is not None else ""
        await self._pin.check(pin, kept=kept)
        self._touched_s = self._clock.steady_s()
        self._enter(Phase.STAFF)

    async def set_up(self, pin: str, streamers: Sequence[SetState]) -> None:
        """Keep what staff have chosen; once begun it goes to its end.

        Args:
            pin: a new PIN; "" for the one that is kept.
            streamers: which visitors see, and how each is to be.

        Raises:
            Refused: what is wrong with the PIN; `kiosk.pin_missing` where none is kept;
                `kiosk.too_many` for more streamers than can be read again.
            ProfileUnusable: it could not be kept; what was there is as it was.
        """
        if len(streamers) > MOST_STREAMERS:
            raise Refused("kiosk.too_many", most=MOST_STREAMERS)
        # A page may be left at once: what the file says is to hold, and the other way round.
        await to_its_end(self._set_up(pin, tuple(streamers)))

    async def remove(self) -> None:
        """Be no kiosk any more, and keep nothing of it; once begun it goes to its end.

        Raises:
            ProfileUnusable: it is still there.
        """
        await to_its_end(self._remove())

    async def _set_up(self, pin: str, streamers: tuple[SetState, ...]) -> None:
        async with self._changing:
            kept = self._setup.pin if self._setup is not None else ""
            if not pin and not kept:
                raise Refused("kiosk.pin_missing")
            hashed = await self._pin.hash(pin) if pin else kept
            setup = KioskSetup(pin=hashed, streamers=streamers)
            await asyncio.to_thread(self._files.keep_setup, setup)
            self._setup, self._is_damaged = setup, False
            self._say()

    async def _remove(self) -> None:
        async with self._changing:
            await asyncio.to_thread(self._files.remove)
            self._setup, self._is_damaged = None, False
            self._restoring.forget()
            # Without a PIN nobody would get out again.
            self._was_covering = False
            self._say()

    async def wipes(self) -> tuple[Wipe, ...]:
        """Give when it was wiped, the latest last."""
        return await asyncio.to_thread(self._files.wipes)

    def follow(self, changes: Changes) -> None:
        """See that the account may do less or more now; for `ChangeFeed.subscribe`."""
        if changes.topics & (Topic.HOME | Topic.DEMO):
            self._stirred.set()

    async def run(self) -> None:
        """Let visits end by themselves, until cancelled."""
        while True:
            turn = asyncio.ensure_future(self._turn())
            try:
                await asyncio.wait((turn,))
            finally:
                turn.cancel()
                await asyncio.wait((turn,))
            error = turn.exception()
            if error is not None:
                # Nothing else ends visits: whatever it was, the next one must end as well.
                logger.error("the kiosk goes on after an error", exc_info=error)
                await self._clock.sleep(_TICK_S)

    async def _turn(self) -> None:
        if self._phase is Phase.WIPING:
            await self._wipe()
        await self._mind_demo()
        await self._rest(self._due_s())
        await self._pass()

    def _due_s(self) -> float | None:
        """Give when the next look is due; None for as soon as something stirs."""
        match self._phase:
            case Phase.WIPING:
                return 0.0
            case Phase.VISIT:
                return max(_TICK_S, IDLE_S - self._idle_s())
            case Phase.STAFF if self._was_covering:
                return max(_TICK_S, STAFF_S - self._idle_s())
            case Phase.COUNTDOWN:
                return _TICK_S
            case Phase.START:
                return self._restoring.due_s() or (AGAIN_S if self._is_demo_missing else None)
        return None

    async def _pass(self) -> None:
        idle_s = self._idle_s()
        match self._phase:
            case Phase.VISIT if idle_s >= IDLE_S:
                self._enter(Phase.COUNTDOWN)
            case Phase.COUNTDOWN if idle_s >= IDLE_S + COUNTDOWN_S:
                self._begin_wipe(WipeReason.IDLE)
            case Phase.COUNTDOWN:
                self._say()
            case Phase.STAFF if self._was_covering and idle_s >= STAFF_S:
                self._begin_wipe(WipeReason.STAFF)
            case Phase.START:
                await self._look_again()

    async def _wipe(self) -> None:
        try:
            await self._put_all_back()
        except Exception:
            # Where it could not be done the next one must be: nobody leads out of a wipe.
            self._end_wipe()
            raise
        self._end_wipe()

    async def _put_all_back(self) -> None:
        wanted = self._setup.streamers if self._setup is not None else ()
        await self._restoring.wipe(wanted, reason=self._reason)
        was_shown = self.is_demo_alone and self._demo.is_demo_wanted
        if self._has_own_demo or (was_shown and self._reason is not WipeReason.START):
            # What a visitor did to the demo goes with it, whoever had started it.
            self._has_own_demo = False
            await self._try(self._demo.stop_demo())

    def _end_wipe(self) -> None:
        if self._phase is Phase.WIPING:
            self._enter(Phase.START)

    async def _look_again(self) -> None:
        """Look after the streamers until somebody comes, who has them to themselves."""
        looking = asyncio.ensure_future(self._restoring.look_again())
        try:
            while not looking.done() and self._phase is Phase.START:
                stirred = asyncio.ensure_future(self._stirred.wait())
                await asyncio.wait((looking, stirred), return_when=asyncio.FIRST_COMPLETED)
                stirred.cancel()
                self._stirred.clear()
        finally:
            looking.cancel()
            await asyncio.wait((looking,))
        if not looking.cancelled() and looking.result():
            self._say()

    async def _mind_demo(self) -> None:
        """Let the demo run while nothing else is open, and no longer."""
        is_covering = self._phase is not Phase.STAFF
        if is_covering and self._is_demo_missing and self._clock.steady_s() >= self._demo_due_s:
            self._has_own_demo = True
            if not await self._try(self._demo.start_demo()):
                # That it was tried is told, which leads here again at once.
                self._demo_due_s = self._clock.steady_s() + AGAIN_S
        elif self._has_own_demo and not (is_covering and self.is_demo_alone):
            self._has_own_demo = False
            await self._try(self._demo.stop_demo())

    @property
    def _is_demo_missing(self) -> bool:
        return self.is_demo_alone and not self._demo.is_demo_wanted

    async def _try(self, work: Awaitable[None]) -> bool:
        """Tell whether it was done."""
        try:
            await work
        except AltraBitsError as error:
            logger.warning("the demo of the kiosk: %s", error.code)
            return False
        except TimeoutError:
            logger.warning("the demo of the kiosk was too slow")
            return False
        return True

    def _begin_wipe(self, reason: WipeReason) -> None:
        self._was_covering = True
        if self._phase is not Phase.WIPING:
            self._reason = reason
            self._enter(Phase.WIPING)

    def _enter(self, phase: Phase) -> None:
        self._phase = phase
        self._stirred.set()
        self._say()

    def _idle_s(self) -> float:
        return self._clock.steady_s() - self._touched_s

    async def _rest(self, limit_s: float | None) -> None:
        waiting: list[asyncio.Future[object]] = [asyncio.ensure_future(self._stirred.wait())]
        if limit_s is not None:
            waiting.append(asyncio.ensure_future(self._clock.sleep(limit_s)))
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waiting:
                each.cancel()
        self._stirred.clear()

    def _say(self) -> None:
        self._publish(Changes(topics=Topic.KIOSK, has_new_set=True))
