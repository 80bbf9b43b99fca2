"""A name or room that the person gives their streamer: told to the streamer too, where it listens.

The account's names are what the person sees here; a streamer that knows its own shows it on its
display, its page and to everybody else in the house.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command, Rename
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

logger = logging.getLogger(__name__)


class Telling(Protocol):
    """What tells streamers to do something (`actions.controlling.Controlling`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell one."""


def is_told_its_name(streamer: Streamer) -> bool:
    """Whether a streamer has the name and room, too, that the person gives it; pure."""
    is_theirs = streamer.is_here and streamer.is_owned
    return is_theirs and Capability.RENAME in streamer.capabilities


async def tell_name(streamer: Streamer | None, told: Rename, *, controlling: Telling) -> bool:
    """Tell a streamer its name or room, and give whether it has it; at most 5 s.

    One that cannot, is not here or says no is left as it is: the account has the name all the same.

    Args:
        streamer: of the person's, as it is known now; None where it is not.
        told: the name, or the room.
        controlling: tells it.
    """
    if streamer is None or not is_told_its_name(streamer):
        return False
    try:
        await controlling.perform(streamer.id, told)
    except AltraBitsError as error:
        logger.info("a streamer was not told its name: %s", error.code)
        return False
    return True
