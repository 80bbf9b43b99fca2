"""The buttons that say what plays next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Next, Pause, Play, Previous, Stop
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.offered import primary_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme


class TransportRow(QWidget):
    """Previous, play or pause, next, stop; only what the streamer can.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary: Play | Pause | Stop = Play()
        self._previous = self._make(theme, "previous", translate("streamer", "Previous"))
        self._play = self._make(
            theme,
            "play",
            translate("streamer", "Play"),
            look=IconLook.ROUND,
            size_px=theme.px("playing.play"),
        )
        self._next = self._make(theme, "next", translate("streamer", "Next"))
        self._stop = self._make(theme, "stop", translate("streamer", "Stop"))
        self._previous.clicked.connect(lambda: self.told.emit(Previous()))
        self._play.clicked.connect(self.play_or_pause)
        self._next.clicked.connect(lambda: self.told.emit(Next()))
        self._stop.clicked.connect(lambda: self.told.emit(Stop()))
        # Tapes run to the right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        for button in (self._previous, self._play, self._next, self._stop):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_offered(self, offered: Offered, streamer: Streamer) -> None:
        """Show what can be told now."""
        primary = self._primary = primary_of(streamer, offered)
        match primary:
            case Play():
                self._play.set_act("play", name=translate("streamer", "Play"))
            case Pause():
                self._play.set_act("pause", name=translate("streamer", "Pause"))
            case Stop():
                self._play.set_act("stop", name=translate("streamer", "Stop"))
        for button in (self._previous, self._next):
            button.setVisible(Capability.SKIP in offered.can)
        # Where the round button stops already there is no second one for it.
        is_asleep = streamer.presence is Presence.ASLEEP
        self._stop.setVisible(not isinstance(primary, Stop) and not is_asleep)
        self.setVisible(Capability.CONTROL in offered.can)

    def play_or_pause(self) -> None:
        """Do what the round button does."""
        if not self.isHidden():
            self.told.emit(self._primary)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Let the keyboard begin at the round button; False where there is none."""
        if self.isHidden():
            return False
        self._play.setFocus(reason)
        return True

    def _make(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        look: IconLook = IconLook.PLAIN,
        size_px: int = 0,
    ) -> IconButton:
        button = IconButton(theme, icon, name=name, look=look, size_px=size_px, parent=self)
        button.setObjectName(f"streamer.{icon}")
        return button
