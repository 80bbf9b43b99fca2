"""One first, then the rest: its others follow one by one, until one does not go well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.firmware_report import RestReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.firmware import is_newer, version_in
from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.firmware_files import UpdateRecord

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


def others_of(
    streamer: Streamer, all_of_them: Iterable[Streamer], *, record: UpdateRecord
) -> tuple[StreamerId, ...]:
    """Give who may follow a streamer: the person's of its product that run something older.

    Nobody does before what it runs is what its latest update has installed. Pure.
    """
    version = version_in(streamer.model_note)
    if version is None or not record.is_installed or record.version != version:
        return ()
    return tuple(
        one.id
        for one in all_of_them
        if one.id != streamer.id and one.product == streamer.product and takes_updates(one)
        if is_newer(version, version_in(one.model_note) or version)
    )


def takes_updates(streamer: Streamer) -> bool:
    """Tell whether a streamer can be updated, and obeys this computer."""
    is_theirs = streamer.is_owned and bool(streamer.owned_id) and not streamer.is_locked
    return is_theirs and Capability.FIRMWARE in streamer.capabilities


def plays(streamer: Streamer) -> bool:
    """Tell whether an update of a streamer would stop what is heard."""
    return streamer.state is not None and streamer.state.playback is Playback.PLAYING


def _has_begun_to_play(error: AltraBitsError) -> bool:
    return isinstance(error, Refused) and error.code == PLAYING
