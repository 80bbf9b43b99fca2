"""The line of the command palette that is typed in; its keys choose from the list below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.shell.palette_entries import WORDS_CHARACTERS
from altrabits_desktop.ui.theme.paint_flags import side

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_DOING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STAYING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class PaletteField(QLineEdit):
    """Keeps the keyboard while the palette is open; Tab goes on in the list.

    Args:
        theme: the look in force.
        parent: owner.
    """

    stepped = Signal(int)
    """The next entry is wanted, or the one before."""
    paged = Signal(int)
    """What is a page further down is wanted, or further up."""
    taken = Signal()
    """The chosen entry is to be done."""
    keys_wanted = Signal()
    """Page Keys is wanted."""
    given_up = Signal()
    """Nothing is wanted any more."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commands.field")
        self.setFrame(False)
        self.setFont(theme.font("reading"))
        self.setAccessibleName(translate("commands", "Find a command or a streamer"))
        self.setPlaceholderText(translate("commands", "Command or streamer"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMaxLength(WORDS_CHARACTERS)
        self._align()
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key in _DOING:
            self.taken.emit()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text() == "?":
            self.keys_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.stepped.emit(1 if is_next else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.given_up.emit()

    def _dress(self) -> None:
        # The weakest text stands on no ground of a dialog.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.colour("text.2"))
        self.setPalette(palette)

    def _align(self) -> None:
        # Whatever is typed begins beside the glass.
        self.setProperty("alignment", side(is_right=self.isRightToLeft()))
