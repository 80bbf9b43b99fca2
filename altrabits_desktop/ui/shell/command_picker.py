"""Opens the command palette, fills it as things change, and does what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from altrabits_desktop.runtime.changes import Topic
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.command_palette import CommandPalette
    from altrabits_desktop.ui.shell.commands import Commands
    from altrabits_desktop.ui.shell.palette_entries import PaletteEntry
    from altrabits_desktop.ui.theme.theme import Theme

_TELLING = Topic.HOME | Topic.DEMO | Topic.SETTINGS


class CommandPicker(QObject):
    """At most one palette is open. Main thread only, with the loop running.

    Args:
        theme: the look in force.
        services: what the window was given.
        commands: what can be told.
        window: what the palette covers, and owner.
    """

    def __init__(
        self, theme: Theme, *, services: Services, commands: Commands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._commands = commands
        self._window = window
        self._palette: CommandPalette | None = None
        self._came_from: QWidget | None = None
        self._had_ring = False
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)

    @property
    def is_open(self) -> bool:
        """Whether the palette stands over the window."""
        return self._palette is not None

    def open(self) -> None:
        """Show what can be done, to choose from; nothing happens while that is shown."""
        if self._palette is not None:
            return
        # Imported here: few starts come to it.
        from altrabits_desktop.ui.shell.command_palette import CommandPalette

        self._came_from = self._window.focusWidget()
        self._had_ring = has_ring(self._came_from)
        self._palette = palette = CommandPalette(self._theme, window=self._window)
        palette.typed.connect(self._fill_anew)
        palette.chosen.connect(self._do)
        palette.keys_wanted.connect(self._show_keys)
        palette.given_up.connect(self.close)
        self._fill(is_anew=True)
        palette.open()

    def close(self) -> bool:
        """Take it away, and give the keyboard back; tells whether it was open."""
        palette, self._palette = self._palette, None
        if palette is None:
            return False
        focused: QWidget | None = self._window.focusWidget()
        is_away = focused is not None and not palette.isAncestorOf(focused)
        palette.hide()
        palette.deleteLater()
        came_from, self._came_from = self._came_from, None
        if is_away:
            # Something else has taken the keyboard, which it keeps.
            return True
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(reason_of(is_by_key=self._had_ring))
        return True

    def leave(self) -> None:
        """Be of no use any more."""
        self._unsubscribe()
        self.close()
        self.deleteLater()

    def _do(self, entry: PaletteEntry) -> None:
        self.close()
        self._commands.tell(entry.command, entry.does)

    def _show_keys(self) -> None:
        self.close()
        self._commands.run(Command.SHOW_KEYS)

    def _fill_anew(self, _text: str) -> None:
        self._fill(is_anew=True)

    def _fill(self, *, is_anew: bool) -> None:
        from altrabits_desktop.ui.shell.palette_entries import entries_for

        if self._palette is None:
            return
        entries = entries_for(
            self._palette.text,
            self._services.directory.streamers(),
            self._services.home.report(),
            self._commands,
        )
        self._palette.show_entries(entries, is_anew=is_anew)

    def _follow(self, changes: Changes) -> None:
        if self._services.is_covered:
            # Behind the cover of a kiosk it would keep the keyboard.
            self.close()
        if self._palette is not None and (changes.streamers or changes.topics & _TELLING):
            self._fill(is_anew=False)
