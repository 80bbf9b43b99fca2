"""A tile of page Streamer: something that was kept, one press away; or the place for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut
from altrabits_desktop.ui.widgets.pressing import is_for_the_page, press_by_key

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class Tile(QPushButton):
    """A number or an icon, and a name; one that adds something has a broken edge.

    Args:
        theme: the look in force.
        words: what it is called.
        number: stands before the words; 0 for an icon.
        icon: stands there instead; "add" is of one that adds something.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, words: str, *, number: int = 0, icon: str = "add", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._icon = icon
        self._is_adding = not number and icon == "add"
        self.number = number
        self._is_chosen = False
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.control"))
        self.setAutoDefault(False)
        self.setText(without_shortcut(words))
        self.setToolTip(tool_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show that it plays, or no longer."""
        if is_chosen is not self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("presets.least"), self._theme.px("button.normal"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("button.normal"), self._theme.px("button.normal"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_the_page(event):
            event.ignore()
        elif not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(self._fill()),
            edge=self._edge(),
            radius=theme.px("corner.control"),
            is_dashed=self._is_adding,
        )
        away = theme.px("button.padding")
        begin = away + theme.px("icon.chip") + theme.px("space.2")
        if self.number:
            begin = away + theme.px("presets.number")
            self._write(painter, str(self.number), away, begin, role="text.2")
        else:
            self._paint_icon(painter, away)
        role = "text.2" if self._is_adding else "text"
        role = "accent.text" if self._is_chosen else role
        self._write(painter, self._words, begin, self.width() - away, role=role)
        painter.end()

    def _write(self, painter: QPainter, text: str, begin: int, end: int, *, role: str) -> None:
        font = self._theme.font("chosen" if self._is_chosen else "label", numeric=True)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, end - begin)
        left = self.width() - end if self.isRightToLeft() else begin
        place = QRectF(left, 0, end - begin + 1, self.height())
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(place, side(is_right=self.isRightToLeft()) | direction(shown), shown)

    def _paint_icon(self, painter: QPainter, away: int) -> None:
        size = self._theme.px("icon.chip")
        left = self.width() - away - size if self.isRightToLeft() else away
        corner = QPointF(left, (self.height() - size) / 2)
        role = "accent.text" if self._is_chosen else "text.2"
        self._theme.icons.paint(painter, self._icon, role, corner=corner, size_px=size)

    def _fill(self) -> QColor:
        state = appearance_of(self)
        if self._is_chosen:
            return self._theme.colour("accent.soft")
        if state is Appearance.PRESSED:
            return self._theme.colour("chip")
        if state is Appearance.HOVER:
            return self._theme.colour("row.hover")
        return clear(self._theme.colour("card")) if self._is_adding else self._theme.colour("card")

    def _edge(self) -> QColor | None:
        if self._is_chosen:
            return None
        return self._theme.colour("field" if self._is_adding else "border")
