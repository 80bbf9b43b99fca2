"""What leads out of a streamer and back in: its log, and copies of its settings in files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from altrabits_desktop.ui.launching import is_there
from altrabits_desktop.ui.pages.streamer.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.snapshot_shelf import KeptSnapshot, SnapshotShelf
    from altrabits_desktop.actions.snapshots import Difference
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.contract.upkeep import KeptSettings
    from altrabits_desktop.ui.services import Services, Upkeeping

    Work = Callable[[Upkeeping], Coroutine[object, object, None]]

_FOLDER = "AltraBits"


def documents_folder() -> Path:
    """Give the folder for what a person saves: `AltraBits` among their documents."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location)) / _FOLDER


class DocumentsModel(QObject):
    """One thing at a time; errors are said in the window's banner. Main thread only.

    Args:
        services: what the window was given.
        streamer_id: which streamer.
        parent: owner.
    """

    changed = Signal()
    undo_offered = Signal(object)
    """Something was done that can be undone: an `Undo`."""

    def __init__(
        self, services: Services, streamer_id: StreamerId, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._id = streamer_id
        self._shelf: SnapshotShelf | None = None
        self.is_busy = False
        self.lines: tuple[str, ...] | None = None
        """What it has written down; None while that was not read."""
        self.saved = ""
        """The file that was just written; "" for none."""
        self.kept: tuple[KeptSnapshot, ...] = ()
        """The copies that there are, the newest first."""
        self.compared: KeptSnapshot | None = None
        """The one that is compared with the streamer as it is now."""
        self.differences: tuple[Difference, ...] = ()
        self.left_out: tuple[str, ...] = ()
        """What of it this streamer cannot take on."""

    @property
    def streamer(self) -> Streamer | None:
        """The streamer as it is now."""
        return self._services.directory.streamer(self._id)

    def read_log(self) -> None:
        """Ask what it has written down."""
        self._do(self._read_log)

    def save_log(self) -> None:
        """Write that into a file."""
        self._do(self._save_log)

    def read_kept(self) -> None:
        """Look which copies there are."""
        self._do(self._read_kept)

    def keep(self) -> None:
        """Copy its settings into a file."""
        self._do(self._keep)

    def compare(self, kept: KeptSnapshot) -> None:
        """Compare a copy with its settings as they are now."""
        self._do(partial(self._compare, kept))

    def put_back(self, kept: KeptSnapshot) -> None:
        """Let it take on the settings of a copy, as far as it can."""
        self._do(partial(self._put_back, kept))

    def change_preset(self, command: Command, words: str) -> None:
        """Overwrite or clear a preset, and offer to take that back where that is possible."""
        self._do(partial(self._change_preset, command, words))

    def _do(self, work: Work) -> None:
        upkeep = self._services.upkeep
        if self.is_busy or upkeep is None:
            return
        self.is_busy, self.saved = True, ""
        self.changed.emit()
        # A slow streamer needs seconds for each step, and the page may be left after the first.
        self._services.launcher.launch(
            self, work(upkeep.get()), on_done=self._end, is_carried_out=True
        )

    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()

    @property
    def _files(self) -> SnapshotShelf:
        if self._shelf is None:
            # Imported here: hardly anybody looks for files.
            from altrabits_desktop.actions.snapshot_shelf import SnapshotShelf

            self._shelf = SnapshotShelf(documents_folder())
        return self._shelf

    @property
    def _name(self) -> str:
        streamer = self.streamer
        return streamer.name if streamer is not None else ""

    async def _read_log(self, upkeep: Upkeeping) -> None:
        self.lines = await upkeep.log_lines(self._id)

    async def _save_log(self, _upkeep: Upkeeping) -> None:
        text, now = "\n".join(self.lines or ()) + "\n", self._services.clock.now()
        self.saved = str(await self._files.write_text(text, name=self._name, at=now))

    async def _read_kept(self, _upkeep: Upkeeping) -> None:
        self.kept = await self._files.kept()

    async def _keep(self, upkeep: Upkeeping) -> None:
        from altrabits_desktop.actions.snapshots import Snapshot

        snapshot = Snapshot(self._services.clock.now(), await upkeep.settings(self._id))
        self.saved = str(await self._files.keep(snapshot, name=self._name))
        self.kept = await self._files.kept()

    async def _compare(self, kept: KeptSnapshot, upkeep: Upkeeping) -> None:
        from altrabits_desktop.actions.snapshots import differences

        now = await upkeep.settings(self._id)
        taken = self._fitted(kept.snapshot.settings)
        self.compared = kept
        self.differences = differences(now, taken)

    async def _put_back(self, kept: KeptSnapshot, upkeep: Upkeeping) -> None:
        from altrabits_desktop.ui.pages.streamer.documents_words import put_back_words

        before = await upkeep.settings(self._id)
        await upkeep.take_settings(self._id, self._fitted(kept.snapshot.settings))
        self.compared, self.differences, self.left_out = None, (), ()
        self._offer(put_back_words(self._name), before, upkeep)

    async def _change_preset(self, command: Command, words: str, upkeep: Upkeeping) -> None:
        from altrabits_desktop.contract.upkeep import KeptSettings

        before = await upkeep.settings(self._id)
        await self._services.controlling.perform(self._id, command)
        self._offer(words, KeptSettings(presets=before.presets), upkeep)

    def _fitted(self, settings: KeptSettings) -> KeptSettings:
        from altrabits_desktop.actions.snapshots import fitted

        streamer = self.streamer
        if streamer is None:
            return settings
        taken, self.left_out = fitted(settings, streamer)
        return taken

    def _offer(self, words: str, before: KeptSettings, upkeep: Upkeeping) -> None:
        streamer_id = self._id

        async def take_back() -> None:
            await upkeep.take_settings(streamer_id, before)

        if is_there(self):
            self.undo_offered.emit(Undo(words, take_back))
