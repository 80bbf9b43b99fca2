"""What is asked of one streamer: what of it shows, what of it still waits, in which order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altrabits_desktop.actions.coalescing import SEND_EVERY_S
from altrabits_desktop.actions.wishes import Wished, overtakes

if TYPE_CHECKING:
    from altrabits_desktop.actions.coalescing import Coalescing
    from altrabits_desktop.actions.wishes import Wish
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock

_BY_SLIDERS = frozenset(
    {Wished.POSITION, Wished.EQUALISER, Wished.BALANCE, Wished.VOLUME_MAXIMUM},
)
"""What comes many times in a row, beside the volume."""


@dataclass(slots=True, eq=False)
class Held:
    """A wish that is shown."""

    command: Command
    wish: Wish
    since_s: float
    """Since when what shows is not what the streamer says, whichever wish that began with."""
    drawing: asyncio.TimerHandle
    """Tells that it shows; a moment later, so that the command goes first."""
    until_s: float = float("inf")
    """Set when its command is sent: what waits for its turn does not go back meanwhile."""
    has_ended: bool = False
    """Whether its command was answered: from then on, what the streamer says counts."""
    is_overtaken: bool = False
    """Whether a newer one leaves nothing of it; it is not sent any more then."""


@dataclass(slots=True, eq=False)
class Wanted:
    """What is asked of one streamer; there from its first command until it is forgotten."""

    streamer_id: StreamerId
    volume: Coalescing
    held: dict[Wished, Held] = field(default_factory=dict)
    missed: Held | None = None
    """The wish for a volume that never came to be, while that is said."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Commands other than the volume follow one another in the order they were given."""
    in_turn: set[asyncio.Task[None]] = field(default_factory=set)
    """Those commands, each until it was answered."""
    sent_at_s: dict[Wished, float] = field(default_factory=dict)

    @property
    def unanswered(self) -> tuple[asyncio.Task[None], ...]:
        """What goes on until all that was asked for so far was sent, and was answered or failed."""
        volume = self.volume.sending
        return tuple(self.in_turn) if volume is None else (*self.in_turn, volume)

    def hold(self, held: Held) -> Held | None:
        """Show a wish, and give the one whose place it takes."""
        part = held.wish.part
        earlier = self.held.get(part)
        if earlier is not None:
            held.wish, held.since_s = held.wish.after(earlier.wish), earlier.since_s
            earlier.is_overtaken = part in _BY_SLIDERS and overtakes(held.command, earlier.command)
        self.held[part] = held
        return earlier

    def holds(self, held: Held) -> bool:
        """Whether a wish still shows, and no newer one in its place."""
        return self.held.get(held.wish.part) is held

    async def keep_pace(self, held: Held, clock: Clock) -> None:
        """Wait until a command may be sent that others like it were sent before."""
        part = held.wish.part
        if part not in _BY_SLIDERS or held.is_overtaken:
            return
        rest_s = self.sent_at_s.get(part, float("-inf")) + SEND_EVERY_S - clock.steady_s()
        if rest_s > 0:
            await clock.sleep(rest_s)
        if not held.is_overtaken:
            self.sent_at_s[part] = clock.steady_s()
