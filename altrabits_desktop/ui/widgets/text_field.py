"""The field of several lines: plain text alone, the edge and ring of all fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QTextEdit

from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.text_lines import make_bare, set_side, space_lines, sunk_px

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_SENDING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextField(QTextEdit):
    """Several lines to type in; Tab leads on, Ctrl+Enter says that it is finished.

    Args:
        theme: the look in force.
        name: what is typed here, read aloud.
        height_px: how high it is.
        placeholder: shown while it is empty.
        is_growing: higher where there is room.
        parent: owner.
    """

    finished = Signal()
    """Ctrl+Enter was pressed."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        height_px: int,
        placeholder: str = "",
        is_growing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_wrong = False
        self.ring = FocusRing(
            self, theme, radius_px=theme.px("corner.control"), is_always_shown=True
        )
        make_bare(self)
        self.setFont(theme.font("text"))
        self.setAccessibleName(name)
        # Not Qt's own, which is cut at the lower edge of Inter's line in scripts that reach lower.
        self._placeholder = placeholder
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        ways = QSizePolicy.Policy
        self.setSizePolicy(ways.Expanding, ways.Expanding if is_growing else ways.Fixed)
        self.setMinimumHeight(height_px)
        if not is_growing:
            self.setMaximumHeight(height_px)
        set_side(self)
        space_lines(self, theme.line_px("lines"))
        away = theme.px("field.padding") + theme.px("card.edge")
        above = theme.px("space.2") + theme.px("card.edge")
        self.setViewportMargins(away, above, away, above)
        self._bar = self._make_bar()

    @property
    def is_wrong(self) -> bool:
        """Whether what stands in it is marked as wrong."""
        return self._is_wrong

    def set_wrong(self, is_wrong: bool) -> None:
        """Mark what stands in it as wrong, or take the mark away."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self.viewport().update()
            self.update()

    def set_text(self, text: str) -> None:
        """Put a text in; what stands there already stays as it is, with the cursor."""
        if text != self.toPlainText():
            self.setPlainText(text)
            space_lines(self, self._theme.line_px("lines"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self.minimumHeight())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SENDING and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            if not event.isAutoRepeat():
                self.finished.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def event(self, event: QEvent) -> bool:
        # Paint events of a scroll area itself come here; `paintEvent` is its viewport's.
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            paint_box(
                painter,
                QRectF(self.rect()),
                fill=self._theme.colour("card"),
                edge=self._theme.colour("bad" if self._is_wrong else "field"),
                radius=self._theme.px("corner.control"),
            )
            painter.end()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        is_composing = bool(self.textCursor().block().layout().preeditAreaText())
        if not self._placeholder or is_composing or not self.document().isEmpty():
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text.3"))
        line_px = self._theme.line_px("lines")
        # Where the first line that is typed will stand.
        place = QRect(0, sunk_px(self, line_px), self.viewport().width(), line_px)
        flags = side(is_right=self.isRightToLeft()) | direction(self._placeholder)
        painter.drawText(place, flags, self._placeholder)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            set_side(self)

    def _make_bar(self) -> QScrollBar:
        bar, own = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        bar.setObjectName("scroll_bar")
        own.valueChanged.connect(bar.setValue)
        own.rangeChanged.connect(self._place_bar)
        bar.valueChanged.connect(own.setValue)
        return bar

    def _place_bar(self) -> None:
        bar, own = self._bar, self.verticalScrollBar()
        width, away = self._theme.px("scroll.width"), self._theme.px("space.1") // 2
        left = away if self.isRightToLeft() else self.width() - away - width
        bar.setGeometry(left, away, width, self.height() - 2 * away)
        bar.setPageStep(own.pageStep())
        bar.setRange(own.minimum(), own.maximum())
        bar.setValue(own.value())
        bar.setVisible(own.maximum() > 0)
        bar.raise_()
