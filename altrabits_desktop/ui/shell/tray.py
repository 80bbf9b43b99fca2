"""The icon in the system's tray, where there is one: a small player, and the way to the window.

The window is never hidden to it: what closing does stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.commands import BY_NAME
from altrabits_desktop.ui.shell.media_state import media_state
from altrabits_desktop.ui.shell.streamer_commands import listed_for
from altrabits_desktop.ui.widgets.plain import tray_tip, without_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.commands import Commands
    from altrabits_desktop.ui.shell.media_state import MediaState
    from altrabits_desktop.ui.shell.window_command import Shell
    from altrabits_desktop.ui.theme.theme import Theme

_PLAYED_BY = (Command.PLAY, Command.PREVIOUS, Command.NEXT, Command.MUTE)
"""As on a player; how loud stands below."""
_TOPICS = Topic.HOME | Topic.DEMO | Topic.KIOSK
_STEP = 5
_LOUDEST = 100


class Tray(QObject):
    """Shows the streamer that media keys mean too. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        commands: asked whether each may be given, and told it.
        come_forward: shows the window.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        commands: Commands,
        come_forward: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._commands = commands
        self._come_forward = come_forward
        self._chosen = self._meant = ""
        self._shown: tuple[object, ...] = ()
        self.menu = QMenu()
        self.menu.setObjectName("tray.menu")
        self.icon = QSystemTrayIcon(theme.pictures.window_icon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._press)
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)
        self._renew()

    def choose(self, streamer_id: str) -> None:
        """Mean a streamer, because its page was opened."""
        self._chosen = streamer_id
        self._renew()

    def leave(self) -> None:
        """Go out of the tray."""
        self._unsubscribe()
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _follow(self, changes: Changes) -> None:
        if changes.streamers or changes.topics & _TOPICS:
            self._renew()

    def _renew(self) -> None:
        # In a kiosk nothing of it is there.
        self.icon.setVisible(self._commands.may(Command.SHOW_STREAMER))
        report = self._services.home.report()
        state = media_state(self._services.directory.streamers(), report, chosen=self._chosen)
        streamer = self._streamer_of(state)
        levels = streamer.state if streamer is not None else None
        # What a menu shows is made anew only where it is another: it may be open.
        shown = (
            *(state.streamer_id, state.track, state.name, state.playback, state.volume, state.can),
            *((levels.is_muted, levels.volume_maximum) if levels is not None else ()),
        )
        if shown != self._shown:
            self._shown = shown
            self._fill(state, streamer)

    def _streamer_of(self, state: MediaState) -> Streamer | None:
        if state.streamer_id is None:
            return None
        return self._services.directory.streamer(state.streamer_id)

    def _fill(self, state: MediaState, streamer: Streamer | None) -> None:
        self.menu.clear()
        self._meant = state.streamer_id or ""
        self.icon.setToolTip(PRODUCT_NAME)
        streamer_id = state.streamer_id
        if streamer_id is not None:
            words = f"{state.name} · {state.title}" if state.title else state.name
            self.icon.setToolTip(tray_tip(words))
            self._add(Command.SHOW_STREAMER, words, lambda shell: shell.show_streamer(streamer_id))
            if streamer is not None:
                self._add_player(state, streamer)
            self.menu.addSeparator()
        forward = self._entry("tray.window", translate("tray", "Show the window"))
        forward.triggered.connect(self._come_forward)
        close = BY_NAME[Command.CLOSE]
        self._add(close.command, close.title(), close.does)

    def _add_player(self, state: MediaState, streamer: Streamer) -> None:
        told = listed_for(streamer, self._services.home.report(), self._commands)
        player = [each for each in told if each.command in _PLAYED_BY]
        for each in sorted(player, key=lambda each: _PLAYED_BY.index(each.command)):
            self._add(each.command, each.title, each.does)
        if state.volume is not None and Capability.SET_VOLUME in state.can:
            most = streamer.state.volume_maximum if streamer.state is not None else None
            louder = min(state.volume + _STEP, most or _LOUDEST)
            softer = max(state.volume - _STEP, 0)
            self._add_volume(Command.LOUDER, translate("tray", "Louder"), state, louder)
            self._add_volume(Command.SOFTER, translate("tray", "Softer"), state, softer)

    def _add_volume(self, command: Command, words: str, state: MediaState, volume: int) -> None:
        streamer_id = state.streamer_id
        if streamer_id is None or volume == state.volume or not self._commands.may(command):
            return

        def tell(shell: Shell) -> None:
            shell.launch(shell.services.controlling.perform(streamer_id, SetVolume(volume)))

        self._add(command, words, tell)

    def _add(self, command: Command, words: str, does: Callable[[Shell], object]) -> None:
        name = f"tray.{command.value.rpartition('.')[2]}"
        entry = self._entry(name, words)
        meant = self._meant

        def do() -> None:
            if command is Command.SHOW_STREAMER:
                self._come_forward()
            # Else the next press would mean another one, as soon as this one pauses.
            self._chosen = meant
            self._commands.tell(command, does)

        entry.triggered.connect(do)

    def _entry(self, name: str, words: str) -> QAction:
        entry = QAction(without_shortcut(words), self.menu)
        entry.setObjectName(name)
        self.menu.addAction(entry)
        return entry

    def _press(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._come_forward()
