"""The keys that the whole window answers to, from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut

from altrabits_desktop.ui.keys import sequences
from altrabits_desktop.ui.shell.commands import WINDOW_COMMANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.shell.commands import Commands


class Shortcuts(QObject):
    """Hears the keys until `leave`. Main thread only.

    Args:
        commands: what is told by them.
        window: where they are heard.
        parent: owner.
    """

    def __init__(self, commands: Commands, *, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._heard: list[QShortcut] = []
        for each in WINDOW_COMMANDS:
            keys = sequences(each.command)
            if keys:
                shortcut = QShortcut(window)
                shortcut.setKeys(keys)
                run = partial(commands.run, each.command)
                shortcut.activated.connect(run)
                # Where two of its own keys mean the same press.
                shortcut.activatedAmbiguously.connect(run)
                self._heard.append(shortcut)

    def leave(self) -> None:
        """Hear nothing any more."""
        for shortcut in self._heard:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._heard.clear()
