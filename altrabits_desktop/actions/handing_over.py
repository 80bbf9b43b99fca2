"""Handing a streamer over to somebody else: both say yes, and nobody need stand before it.

The owner's yes is the code that the streamer gives; the other's is the claim by it, in their own
program with their own account. Nothing of one account goes to the other, through no server.

Source: docs/protocols/control-api.md, "Handing over"; docs/commitments.md C15.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.belongings import Keeping
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.altrabits.handing_over import HandOver
    from altrabits_desktop.streamers.drivers.altrabits.handing_over import (
        HandOverState as State,
    )
    from altrabits_desktop.streamers.drivers.driver import DriverAddress

LOOK_S = 2.0
"""How often the streamer is asked what has become of it."""


class HandOverEnd(StrEnum):
    """How a hand-over stands."""

    OPEN = "open"
    TAKEN = "taken"
    """The streamer is the other person's; it was taken off this account."""
    OVER = "over"
    """Nobody took it in time, or there were too many wrong codes; it is still this person's."""
    ENDED = "ended"
    """It was called off; it is still this person's."""


class Handing(Protocol):
    """What is used of the drivers (`streamers.claiming.StreamerClaims`)."""

    def held(self, streamer_id: StreamerId) -> DriverAddress | None:
        """Give the way to a streamer with what makes it obey, if it is here."""

    async def hand_over(self, address: DriverAddress) -> HandOver:
        """Get a code for the next owner."""

    async def state_of(self, begun: HandOver) -> State:
        """Ask what has become of it."""

    async def keep(self, begun: HandOver) -> None:
        """End it."""


class Forgetting(Protocol):
    """What is used of the adder (`actions.adding.Adder`)."""

    async def forget(self, owned_id: str) -> None:
        """Take a streamer off the account without a word to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverReport:
    """One hand-over, as it is shown."""

    streamer_id: StreamerId
    name: str
    code: str = field(repr=False)
    """Six digits, for the other person alone; empty once it is no longer open."""
    ends_at_s: float
    """On the steady clock."""
    end: HandOverEnd = HandOverEnd.OPEN


@dataclass(slots=True, eq=False)
class _Begun:
    owned_id: str
    hand_over: HandOver
    watching: asyncio.Task[None] | None = None


class HandingOver:
    """The actions, and what has become of each; on the loop of the membership.

    Args:
        membership: whose streamers they are.
        directory: what is around.
        handing: asks streamers.
        adder: takes them off the account.
        clock: for the waiting.
        tell: that a report is to be read again.
    """

    def __init__(
        self,
        membership: Keeping,
        *,
        directory: Directory,
        handing: Handing,
        adder: Forgetting,
        clock: Clock,
        tell: Callable[[], None],
    ) -> None:
        self._membership = membership
        self._directory = directory
        self._handing = handing
        self._adder = adder
        self._clock = clock
        self._tell = tell
        self._begun: dict[StreamerId, _Begun] = {}
        self._reports: dict[StreamerId, HandOverReport] = {}

    def report(self, streamer_id: StreamerId) -> HandOverReport | None:
        """Give how the latest hand-over of a streamer stands; None where there was none."""
        return self._reports.get(streamer_id)

    def forget_report(self, streamer_id: StreamerId) -> None:
        """Forget one that has ended: the person has seen it."""
        if streamer_id not in self._begun and self._reports.pop(streamer_id, None) is not None:
            self._tell()

    async def begin(self, streamer_id: StreamerId) -> HandOverReport:
        """Get a code from a streamer of the person's, and watch what becomes of it.

        Whoever claims the streamer by the code within ten minutes is its owner; it is taken off
        this account then, which goes on while the program runs, whatever page is shown. A former
        code of the same streamer is good no longer.

        Raises:
            DecisionNeeded: the gate is closed.
            Refused: `object.unknown`: it is none of the person's; `control.not_owned`: this
                computer cannot speak for them; `control.unsupported`: it cannot be handed over.
            CertificateChanged: another certificate is shown; nothing was said.
            NotReachable: no answer in time.
            MalformedAnswer: an answer that does not fit.
        """
        self._need()
        streamer = self._directory.streamer(streamer_id)
        if streamer is None or streamer.owned_id is None:
            raise Refused("object.unknown")
        address = self._handing.held(streamer_id)
        if address is None:
            raise Refused("control.not_owned")
        hand_over = await self._handing.hand_over(address)
        self._leave(streamer_id)
        begun = self._begun[streamer_id] = _Begun(streamer.owned_id, hand_over)
        report = self._reports[streamer_id] = HandOverReport(
            streamer_id=streamer_id,
            name=streamer.name,
            code=hand_over.code,
            ends_at_s=hand_over.ends_at_s,
        )
        begun.watching = asyncio.ensure_future(self._watch(streamer_id, begun))
        self._tell()
        return report

    async def end(self, streamer_id: StreamerId) -> None:
        """Keep a streamer after all; nothing where no hand-over is open.

        Raises:
            NotReachable: it was not told; the code is good until its time is over.
            AltraBitsError: as `begin`.
        """
        begun = self._begun.get(streamer_id)
        if begun is None:
            return
        await self._handing.keep(begun.hand_over)
        # Somebody may have taken it just before: that is looked at, not assumed.
        await self._look(streamer_id, begun, otherwise=HandOverEnd.ENDED)

    async def ended(self, streamer_id: StreamerId) -> HandOverReport | None:
        """Wait until a hand-over is no longer open, and give its report; None for none."""
        begun = self._begun.get(streamer_id)
        if begun is not None and begun.watching is not None:
            await asyncio.wait((begun.watching,))
        return self._reports.get(streamer_id)

    async def stop(self) -> None:
        """Watch no longer; codes that were given stay good until their time is over."""
        tasks = [one.watching for one in self._begun.values() if one.watching is not None]
        self._begun.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _watch(self, streamer_id: StreamerId, begun: _Begun) -> None:
        while self._begun.get(streamer_id) is begun:
            await self._clock.sleep(LOOK_S)
            is_late = self._clock.steady_s() >= begun.hand_over.ends_at_s
            with suppress(AltraBitsError):
                await self._look(
                    streamer_id, begun, otherwise=HandOverEnd.OVER if is_late else None
                )
            if is_late and self._begun.get(streamer_id) is begun:
                # It could not be asked: who owns it shows at the next command.
                self._close(streamer_id, begun, HandOverEnd.OVER)

    async def _look(
        self, streamer_id: StreamerId, begun: _Begun, *, otherwise: HandOverEnd | None
    ) -> None:
        state = await self._handing.state_of(begun.hand_over)
        if self._begun.get(streamer_id) is not begun:
            return
        if state.value == HandOverEnd.TAKEN.value:
            # The account first: it is not shown as the person's while it obeys somebody else.
            await self._adder.forget(begun.owned_id)
            self._close(streamer_id, begun, HandOverEnd.TAKEN)
        elif state.value == HandOverEnd.OVER.value:
            self._close(streamer_id, begun, otherwise or HandOverEnd.OVER)
        elif otherwise is not None:
            self._close(streamer_id, begun, otherwise)

    def _close(self, streamer_id: StreamerId, begun: _Begun, end: HandOverEnd) -> None:
        self._reports[streamer_id] = replace(self._reports[streamer_id], code="", end=end)
        if self._begun.get(streamer_id) is begun:
            del self._begun[streamer_id]
        self._tell()
        watching = begun.watching
        if watching is not None and watching is not asyncio.current_task():
            watching.cancel()

    def _leave(self, streamer_id: StreamerId) -> None:
        former = self._begun.pop(streamer_id, None)
        if former is not None and former.watching is not None:
            former.watching.cancel()

    def _need(self) -> None:
        closed = self._membership.closed_by(Feature.OWN_STREAMERS)
        if closed is not None:
            raise DecisionNeeded(closed.value)
