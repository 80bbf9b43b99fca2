"""What `altrabits discover --watch` tells: a line for each change that its reader can see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import record_of
from altrabits_desktop.cli.moments import minute
from altrabits_desktop.cli.table import GrowingTable
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Presence, Reason
from altrabits_desktop.runtime.reason_sentences import standing_sentence
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.clock import Clock

_TIME, _NAME, _PRODUCT, _ADDRESS = 8, 20, 16, 15


class Watching:
    """Tells programs each lasting change of a record, and people each change of their line.

    Args:
        directory: where streamers are read.
        clock: for the time before each line.
        output: where it writes.
    """

    def __init__(self, *, directory: Directory, clock: Clock, output: Output) -> None:
        self._directory = directory
        self._clock = clock
        self._output = output
        self._table = GrowingTable((_TIME, _NAME, _PRODUCT, _ADDRESS))
        self._shown: dict[StreamerId, Streamer] = {}
        self.has_shown = False
        """Whether anything was told so far."""

    def show(self, changes: Changes) -> None:
        """Tell what changed.

        Raises:
            BrokenPipeError: the reader has gone.
            Refused: `output.unwritable`.
        """
        for streamer_id in sorted(changes.streamers):
            streamer = self._directory.streamer(streamer_id)
            if streamer is None:
                self._show_end(streamer_id)
                continue
            before = self._shown.get(streamer_id)
            self._shown[streamer_id] = streamer
            self.has_shown = True
            if self._output.is_json:
                if before is None or _lasting(before) != _lasting(streamer):
                    self._output.record(record_of(streamer))
            elif before is None or _seen(before) != _seen(streamer):
                self._write(_seen(streamer))

    def _show_end(self, streamer_id: StreamerId) -> None:
        # It was forgotten, or turned out to be another one: whoever reads this must learn it.
        streamer = self._shown.pop(streamer_id, None)
        if streamer is None:
            return
        if self._output.is_json:
            self._output.record({**record_of(streamer), "state": Presence.GONE.value})
        else:
            self._write((*_seen(streamer)[:-1], translate("discover", "no longer listed")))

    def _write(self, cells: tuple[str, ...]) -> None:
        at = self._clock.now().astimezone().strftime("%H:%M:%S")
        self._output.text(self._table.line((at, *cells)))


def state_words(presence: Presence) -> str:
    """Give how a streamer is."""
    match presence:
        case Presence.ANSWERING:
            return translate("discover", "answers")
        case Presence.CHECKING:
            return translate("discover", "being checked")
        case Presence.ASLEEP:
            return translate("discover", "asleep")
        case Presence.GONE:
            return translate("discover", "no longer answers")


def standing_words(streamer: Streamer) -> str:
    """Give how a streamer is, and of one that does not simply answer since when and why."""
    if streamer.reason is Reason.ANSWERED or streamer.since is None:
        return state_words(streamer.presence)
    return standing_sentence(streamer.presence, streamer.reason, time=minute(streamer.since))


def _lasting(streamer: Streamer) -> dict[str, object]:
    return {name: value for name, value in record_of(streamer).items() if name != "last_heard_at"}


def _seen(streamer: Streamer) -> tuple[str, ...]:
    return (
        plain_text(streamer.name),
        streamer.product or "",
        streamer.address,
        standing_words(streamer),
    )
