"""What the kiosk shows now, and what visitors and staff may ask of it; knows no widget."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.directory import name_order
from altrabits_desktop.contract.streamers import Playback, StreamerId
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.face import Face, make_face
from altrabits_desktop.ui.pages.streamers.offered import controls_of

if TYPE_CHECKING:
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Kiosking, Services


class KioskViewModel(QObject):
    """State and intents of all pages of the kiosk. Main thread only.

    Args:
        services: what the window was given.
        kiosk: of these services.
        parent: owner.
    """

    changed = Signal()
    """The report is another."""
    streamers_changed = Signal()
    """One came, went or is different."""
    pin_changed = Signal()
    """`pin_fault` or `is_trying` is different."""

    def __init__(
        self, services: Services, *, kiosk: Kiosking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._kiosk = kiosk
        self.pin_fault = ""
        """Why the last PIN did not open; "" for none tried."""
        self.is_trying = False
        self.destroyed.connect(services.feed.subscribe(self._follow))

    @property
    def report(self) -> KioskReport:
        """How the kiosk stands."""
        return self._kiosk.report()

    def streamers(self) -> tuple[Streamer, ...]:
        """Give those that a visitor may try, by their names: none moves when another one comes."""
        shown = self._kiosk.shown.streamers()
        return tuple(sorted(shown, key=lambda one: name_order(one.name, one.key)))

    def face(self, streamer: Streamer) -> Face:
        """Give how one looks, and what a visitor may tell it."""
        face = make_face(
            streamer,
            now=self._services.clock.now(),
            controls=controls_of(
                streamer,
                self._services.home.report(),
                volume_step=self._services.settings.get().volume_step,
            ),
        )
        state = streamer.state
        if state is None or state.now_playing is not None or not face.controls.can_play:
            return face
        if state.playback in {Playback.STOPPED, Playback.PAUSED}:
            words = translate("kiosk", "Ready. Touch play to begin.")
            return replace(face, headline=words, detail="")
        return face

    def begin(self) -> None:
        """Let a visit begin."""
        self._kiosk.begin()

    def end(self) -> None:
        """Let it end."""
        self._kiosk.end()

    def tell(self, streamer_id: str, command: Command) -> None:
        """Tell a streamer something; one that does not obey shows what it does itself."""
        self._services.launcher.launch(
            self,
            self._kiosk.controlling.perform(StreamerId(streamer_id), command),
            on_error=self._drop,
        )

    def try_pin(self, pin: str) -> None:
        """Take a PIN; staff have the window when it is the right one."""
        if self.is_trying or not pin:
            return
        self.is_trying, self.pin_fault = True, ""
        self.pin_changed.emit()
        self._services.launcher.launch(
            self, self._kiosk.leave(pin), on_error=self._take_fault, on_done=self._end_try
        )

    def _drop(self, _error: AltraBitsError) -> None:
        # A visitor can do nothing about it, and the shop's affairs are nothing for them to read.
        self.streamers_changed.emit()

    def _take_fault(self, error: AltraBitsError) -> None:
        self.pin_fault = sentence_of(error)

    def _end_try(self) -> None:
        self.is_trying = False
        self.pin_changed.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.KIOSK | Topic.HOME | Topic.DEMO):
            self.changed.emit()
            self.streamers_changed.emit()
        elif changes.streamers or changes.has_new_set:
            self.streamers_changed.emit()
