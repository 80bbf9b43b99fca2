"""Everything by which the window is told something: keys, the palette, addresses from outside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from altrabits_desktop.ui.shell.address_opener import AddressOpener
from altrabits_desktop.ui.shell.command_picker import CommandPicker
from altrabits_desktop.ui.shell.commands import Commands, everything
from altrabits_desktop.ui.shell.shortcuts import Shortcuts
from altrabits_desktop.ui.shell.sight import come_forward

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.keys import Command
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.tray import Tray
    from altrabits_desktop.ui.shell.window_command import Shell
    from altrabits_desktop.ui.theme.theme import Theme


def has_tray() -> bool:
    """Tell whether the system has a tray now."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class CommandDesk(QObject):
    """Listens until `leave`; all of it asks `commands` first. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        shell: what is told.
        window: where keys are heard, what the palette covers, and owner.
        report: told of an address that leads nowhere.
        allows: whether a command may be given in this window; asked anew each time.
        is_in_tray: whether there is a tray to stand in.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        shell: Shell,
        window: QWidget,
        report: Callable[[AltraBitsError], None],
        allows: Callable[[Command], bool] = everything,
        is_in_tray: Callable[[], bool] = has_tray,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.commands = Commands(shell, allows=allows)
        """What the window can be told."""
        self.picker = CommandPicker(theme, services=services, commands=self.commands, window=window)
        """The palette."""
        self.addresses = AddressOpener(services, commands=self.commands, report=report, parent=self)
        """Follows addresses that come from outside."""
        self.tray: Tray | None = None
        """The icon in the system's tray; None where there is no tray."""
        if is_in_tray():
            self.tray = self._make_tray(theme, services)
        self._keys = Shortcuts(self.commands, window=window, parent=self)

    def leave(self) -> None:
        """Hear nothing any more."""
        self._keys.leave()
        self.picker.leave()
        self.addresses.leave()
        if self.tray is not None:
            self.tray.leave()
        self.deleteLater()

    def _make_tray(self, theme: Theme, services: Services) -> Tray:
        # Imported here: many desktops have no tray.
        from altrabits_desktop.ui.shell.tray import Tray

        return Tray(
            theme,
            services=services,
            commands=self.commands,
            come_forward=partial(come_forward, self._window),
            parent=self,
        )
