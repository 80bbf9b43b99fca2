"""A streamer that is made ready for a new owner: how far it is, and what was seen of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.ui.pages.streamer.own_gate import is_own_open

if TYPE_CHECKING:
    from altrabits_desktop.actions.new_owner import Phase, ReadyStreamer
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.ui.services import Services

_NEEDED = frozenset({Capability.RESET, Capability.HAND_OVER})


@dataclass(slots=True, eq=False)
class Readying:
    """One streamer, from the person's yes on."""

    streamer_id: StreamerId
    name: str
    phase: Phase | None = None
    """None before the streamer was told anything."""
    ready: ReadyStreamer | None = None
    """What was seen, once it is ready."""
    fault: str = ""
    """Why it is not."""
    file: str = ""
    """Where that is written down; empty while it is not."""


class NewOwnerModel(QObject):
    """One at a time. It outlives the page: a reset goes to its end. Main thread.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._latest: Readying | None = None
        self.is_busy = False
        """Whether a streamer is being made ready, or a file is written."""

    def offers(self, streamer: Streamer) -> bool:
        """Tell whether a streamer of the person's can be made ready from here."""
        return (
            self._services.new_owner is not None
            and streamer.is_owned
            and is_own_open(self._services.home.report())
            and streamer.is_here
            and not streamer.is_locked
            and not streamer.has_other_owner
            and streamer.capabilities >= _NEEDED
        )

    def is_told(self, streamer: Streamer) -> bool:
        """Tell whether there is anything to be said: what can be begun, or was."""
        return self.of(streamer.id) is not None or self.offers(streamer)

    def can_begin(self, streamer: Streamer) -> bool:
        """Tell whether a streamer can be made ready now."""
        return not self.is_busy and self.offers(streamer)

    def of(self, streamer_id: StreamerId) -> Readying | None:
        """Give how far a streamer is; None where nothing was begun with it."""
        latest = self._latest
        return latest if latest is not None and latest.streamer_id == streamer_id else None

    def begin(self, streamer: Streamer) -> None:
        """Reset it, and look at it again."""
        new_owner = self._services.new_owner
        if self.is_busy or new_owner is None:
            return
        readying = self._latest = Readying(streamer.id, streamer.name)
        self.is_busy = True
        self.changed.emit()

        async def make_ready() -> None:
            readying.ready = await new_owner.get().make_ready(streamer.id, told=self._take_phase)

        self._services.launcher.launch(self, make_ready(), on_error=self._fail, on_done=self._end)

    def save(self) -> None:
        """Write down what was seen, in the folder of what the person saves."""
        readying = self._latest
        if self.is_busy or readying is None or readying.ready is None:
            return
        self.is_busy = True
        self.changed.emit()
        self._services.launcher.launch(
            self, self._write(readying, readying.ready), on_error=self._fail, on_done=self._end
        )

    def _take_phase(self, phase: Phase) -> None:
        if self._latest is not None:
            self._latest.phase = phase
            self.changed.emit()

    async def _write(self, readying: Readying, ready: ReadyStreamer) -> None:
        # Imported here: hardly anybody gives a streamer away.
        from altrabits_desktop.actions.new_owner_paper import paper_of
        from altrabits_desktop.actions.snapshot_shelf import SnapshotShelf
        from altrabits_desktop.ui.pages.streamer.documents_model import documents_folder

        shelf = SnapshotShelf(documents_folder())
        written = shelf.write_text(paper_of(ready), name=readying.name, at=ready.looked_at)
        readying.file = str(await written)

    def _fail(self, error: AltraBitsError) -> None:
        if self._latest is not None:
            self._latest.fault = sentence_of(error)

    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()
