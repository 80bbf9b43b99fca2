"""What is asked of one streamer and not yet as it was asked for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.setting_wishes import joined
from altrabits_desktop.contract.commands import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.coalescing import Coalescing
    from altrabits_desktop.actions.wishes import Wish, Wished
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId


@dataclass(slots=True, eq=False)
class Held:
    """A wish that is shown."""

    wish: Wish
    since_s: float
    """Since when what shows is not what the streamer says, whichever wish that began with."""
    drawing: asyncio.TimerHandle
    """Tells that it shows; a moment later, so that the command goes first."""
    until_s: float = float("inf")
    """Set when its command is sent: what waits for its turn does not go back meanwhile."""
    has_ended: bool = False
    """Whether its command was answered: from then on, what the streamer says counts."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A command of a hand that moves."""

    command: Command
    check: Callable[[], None] | None = None

    def after(self, waiting: Meant) -> Meant:
        """Give what is sent in the place of one that was not sent yet, and of this one."""
        if not (isinstance(self.command, Setting) and isinstance(waiting.command, Setting)):
            return self
        return replace(self, command=joined(waiting.command, self.command))


@dataclass(slots=True, eq=False)
class Wanted:
    """What is asked of one streamer; there from its first command until it is forgotten."""

    streamer_id: StreamerId
    dragged: dict[Wished, Coalescing[Meant]] = field(default_factory=dict)
    held: dict[Wished, Held] = field(default_factory=dict)
    missed: Held | None = None
    """The wish for a volume that never came to be, while that is said."""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Commands other than the volume follow one another; those that no hand drags in the order
    they were given."""

    def holds(self, held: Held) -> bool:
        """Whether a wish still shows, and no newer one in its place."""
        return self.held.get(held.wish.part) is held
