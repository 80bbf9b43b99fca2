"""A number that is read like a label and typed over like a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_TAKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NumberField(QLineEdit):
    """Enter takes what was typed, Escape and leaving it do not; it has an edge where it is used.

    Args:
        theme: the look in force.
        name: what the number is, read aloud.
        most: the greatest number; the least is 0.
        parent: owner.
    """

    taken = Signal(int)
    """The number that the person typed, and took by Enter."""
    stepped = Signal(int)
    """By how much an arrow key changes it."""

    def __init__(
        self, theme: Theme, *, name: str, most: int = 100, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = 0
        self._most = most
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.inner"), is_always_shown=True)
        self.setFrame(False)
        self.setFont(theme.font("label", numeric=True))
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, most, self))
        self.setMaxLength(len(str(most)))
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        away = theme.px("number.away")
        self.setTextMargins(away, 0, away, 0)

    @property
    def is_typed_in(self) -> bool:
        """Whether something is typed that was not taken yet."""
        return self.isModified() and self.hasFocus()

    def show_value(self, value: int) -> None:
        """Show another number; what is being typed stays."""
        self._value = value
        if not self.is_typed_in:
            self._restore()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("number.width"), self._theme.px("number.height"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _TAKING:
            self._take()
        elif key is Qt.Key.Key_Escape and self.isModified():
            self._restore()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())
        self._restore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.hasFocus():
            painter = QPainter(self)
            paint_box(
                painter,
                QRectF(self.rect()),
                fill=self._theme.colour("card"),
                edge=self._theme.colour("field"),
                radius=self._theme.px("corner.inner"),
            )
            painter.end()
        super().paintEvent(event)

    def _take(self) -> None:
        if self.text():
            # A validator lets numbers be typed that only begin too great.
            self._value = min(int(self.text()), self._most)
            self.taken.emit(self._value)
        self._restore()
        self.selectAll()

    def _restore(self) -> None:
        text = str(self._value)
        if self.text() != text:
            self.setText(text)
        self.setModified(False)
