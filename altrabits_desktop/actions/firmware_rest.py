"""One first, then the rest: its others follow one by one, until one does not go well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.firmware_report import RestReport
from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

PLAYING = "firmware.playing"


class UpdatesOne(Protocol):
    """What is used of `actions.firmware.Updater`."""

    async def check(self, streamer_id: StreamerId) -> FirmwareReport:
        """Look what there is for it."""

    async def install(self, streamer_id: StreamerId, *, may_stop: bool) -> FirmwareReport:
        """Update it."""


async def update_rest(
    updater: UpdatesOne,
    others: Iterable[StreamerId],
    *,
    directory: Directory,
    tell: Callable[[RestReport], None],
) -> None:
    """Update them in turn; what plays or is away is left out, and never stopped.

    Args:
        updater: does each.
        others: whom.
        directory: how they are when their turn comes.
        tell: told of each turn, and how it ended.

    Raises:
        AltraBitsError: like `Updater.install`: of the first that did not go well.
    """
    left_out: tuple[str, ...] = ()
    for other in others:
        streamer = directory.streamer(other)
        if streamer is None:
            continue
        if plays(streamer) or not streamer.is_here:
            left_out = (*left_out, streamer.name)
            continue
        tell(RestReport(now=streamer.name, left_out=left_out))
        try:
            if (await updater.check(other)).ready is not None:
                await updater.install(other, may_stop=False)
        except AltraBitsError as error:
            if not _has_begun_to_play(error):
                tell(RestReport(failed=streamer.name, fault=error, left_out=left_out))
                raise
            left_out = (*left_out, streamer.name)
    tell(RestReport(left_out=left_out))


def plays(streamer: Streamer) -> bool:
    """Tell whether an update of a streamer would stop what is heard."""
    return streamer.state is not None and streamer.state.playback is Playback.PLAYING


def _has_begun_to_play(error: AltraBitsError) -> bool:
    return isinstance(error, Refused) and error.code == PLAYING
