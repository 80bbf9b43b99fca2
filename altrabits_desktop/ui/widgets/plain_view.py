"""Plain text to read, select and copy: wrapped anywhere, as high as its lines up to a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.text_lines import make_bare, set_side, space_lines, sunk_px

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_FLAGS = Qt.TextInteractionFlag.TextSelectableByMouse | (
    Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class PlainView(QTextEdit):
    """A text that nothing interprets; the rest of a long one scrolls inside.

    Args:
        theme: the look in force.
        name: what it is, read aloud.
        most_px: how high it gets.
        type_name: row of the type table.
        numeric: digits of one width.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        most_px: int,
        type_name: str = "lines",
        numeric: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type_name = type_name
        self._most_px = most_px
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.mark"))
        self._words: str | None = None
        self._sunk_px = 0
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(_FLAGS)
        make_bare(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(type_name, numeric=numeric))
        self.document().setUndoRedoEnabled(False)
        set_side(self)
        self.set_text("")

    def set_text(self, text: str) -> None:
        """Show another text; what is selected stays where the text is the same."""
        if text == self._words:
            return
        self._words = text
        self.setPlainText(text)
        space_lines(self, self._theme.line_px(self._type_name))
        self._fit()

    def set_most(self, most_px: int) -> None:
        """Let it get higher, or less high."""
        self._most_px = most_px
        self._fit()

    def natural_px(self) -> int:
        """Give how wide the longest line is, with room for the cursor."""
        metrics = QFontMetrics(self.font())
        lines = (self._words or "").split("\n")
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        return widest + self._theme.px("space.1")

    def sizeHint(self) -> QSize:
        return QSize(min(self.natural_px(), self._theme.px("policy.text")), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("target.least"), self._theme.line_px(self._type_name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            set_side(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_moving = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if is_moving and not event.modifiers() and not self.verticalScrollBar().maximum():
            # All of it is seen, so the key scrolls what it stands on.
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Take nothing in."""

    def _fit(self) -> None:
        line_px = self._theme.line_px(self._type_name)
        wanted = max(line_px, round(self.document().size().height()))
        height = min(wanted, self._most_px)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        sunk_by_px = sunk_px(self, line_px)
        if sunk_by_px != self._sunk_px:
            self._sunk_px = sunk_by_px
            self.setViewportMargins(0, -sunk_by_px, 0, 0)
