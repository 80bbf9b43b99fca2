"""What the person notes of a streamer around: a name of their own, or that they ignore it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Services


class NotedModel(QObject):
    """One thing at a time. Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    left = Signal()
    """The streamer is listed no more, as the person wanted it."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._remarks = services.remarks
        self.is_busy = False
        self.fault = ""
        """Why the latest thing did not go, as a sentence."""

    def may_note(self, streamer: Streamer) -> bool:
        """Tell whether anything can be noted: not of one's own, which the account names."""
        is_around = streamer.is_heard and streamer.owned_id is None
        return self._remarks is not None and is_around and streamer.origin is not Origin.DEMO

    def name_of(self, streamer: Streamer) -> str:
        """Give what the person calls it; empty for what it calls itself."""
        remark = self._remarks.of(streamer) if self._remarks is not None else None
        return remark.name if remark is not None else ""

    @property
    def kept_sentence(self) -> str:
        """Say for how long this is kept."""
        if self._remarks is not None and self._remarks.is_kept:
            return translate(
                "streamer", "Kept on this computer until you sign out, wherever the streamer is."
            )
        return translate(
            "streamer", "Nobody is signed in, so this holds until the window is closed."
        )

    def name(self, streamer: Streamer, name: str) -> None:
        """Call it so from now on."""
        if self._remarks is not None:
            self._do(self._remarks.name(streamer, name), self.changed.emit)

    def ignore(self, streamer: Streamer) -> None:
        """Show it no more."""
        if self._remarks is not None:
            self._do(self._remarks.ignore(streamer), self.left.emit)

    def forget(self, streamer: Streamer) -> None:
        """Take it off the list until it is heard again."""
        if self._remarks is not None:
            self._do(self._remarks.forget(streamer), self.left.emit)

    def forget_fault(self) -> None:
        """Something else is typed now."""
        if self.fault:
            self.fault = ""
            self.changed.emit()

    def _do(self, work: Coroutine[object, object, None], done: Callable[[], None]) -> None:
        if self.is_busy:
            work.close()
            return
        self.is_busy, self.fault = True, ""
        self.changed.emit()

        async def carry_out() -> None:
            await work
            done()

        self._services.launcher.launch(self, carry_out(), on_error=self._fail, on_done=self._end)

    def _fail(self, error: AltraBitsError) -> None:
        self.fault = sentence_of(error)

    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()
