"""A place in the side bar: icon, name, count; folded it is the icon alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class SidePlace(QPushButton):
    """A way to one page; checked while that page is open.

    Args:
        theme: the look in force.
        icon: name of the icon.
        text: name of the page, plain.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, icon: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._words = text
        self._count = ""
        self._is_folded = False
        self._has_news = False
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.control"))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(without_shortcut(text))
        self.setAccessibleName(text)
        theme.changed.connect(self._dress)
        self.toggled.connect(self._dress)
        self._dress()

    @property
    def is_folded(self) -> bool:
        """Whether only the icon is shown."""
        return self._is_folded

    def set_folded(self, is_folded: bool) -> None:
        """Show the icon alone with the name as tool tip, or everything."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._name_in_tool_tip()
            policy = QSizePolicy.Policy.Fixed if is_folded else QSizePolicy.Policy.Expanding
            self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
            self.updateGeometry()
            self.update()

    def set_count(self, count: str, *, spoken: str = "", is_news: bool = False) -> None:
        """Show how many there are.

        Args:
            count: the number; "" for none.
            spoken: the whole name with the count, read aloud.
            is_news: it is of what is new, so a dot beside the icon stands for it where there is
                no room for the number.
        """
        self._count = count
        self._has_news = is_news and bool(count)
        self.setAccessibleName(spoken or self._words)
        self._name_in_tool_tip()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._theme.px("place.height")
        if self._is_folded:
            return QSize(self._theme.px("place.folded"), height)
        text_px = QFontMetrics(self._theme.font("chosen")).horizontalAdvance(self._words)
        return QSize(self._text_start_px() + text_px + self._theme.px("place.padding"), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("place.folded"), self._theme.px("place.height"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Imported here: nothing is pressed before the first paint.
        from altrabits_desktop.ui.widgets.pressing import press_by_key

        if not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(self._fill()),
            radius=self._theme.px("corner.control"),
        )
        self._paint_icon(painter)
        if not self._is_folded:
            self._paint_words(painter)
        painter.end()

    def _fill(self) -> QColor:
        if self.isChecked():
            return self._theme.colour("accent.nav")
        match appearance_of(self):
            case Appearance.HOVER:
                return self._theme.colour("chip")
            case Appearance.PRESSED:
                return self._theme.colour("accent.nav")
            case _:
                return clear(self._theme.colour("chip"))

    def _paint_icon(self, painter: QPainter) -> None:
        size_px = self._theme.px("icon.place")
        left = float(self._theme.px("place.padding"))
        rtl = self.isRightToLeft()
        if self._is_folded:
            left = (self.width() - size_px) / 2
        elif rtl:
            left = self.width() - left - size_px
        corner = QPointF(left, (self.height() - size_px) / 2)
        self._theme.icons.paint(
            painter, self._icon, self._text_role, corner=corner, size_px=size_px, rtl=rtl
        )

        if self._is_folded and self._has_news:
            self._paint_dot(painter, left=left if rtl else left + size_px, top=corner.y())

    def _paint_dot(self, painter: QPainter, *, left: float, top: float) -> None:
        size = self._theme.px("support.mark")
        place = QRectF(left - size / 2, top - size / 2, size, size)
        paint_box(painter, place, fill=self._theme.colour("accent"), radius=size / 2)

    def _name_in_tool_tip(self) -> None:
        words = self.accessibleName() if self._has_news else self._words
        self.setToolTip(tool_tip(words) if self._is_folded else "")

    def _paint_words(self, painter: QPainter) -> None:
        rtl = self.isRightToLeft()
        start, end = self._text_start_px(), self._theme.px("place.padding")
        inside = QRectF(self.rect()).adjusted(end if rtl else start, 0, -start if rtl else -end, 0)
        row = "chosen" if self.isChecked() else "label"
        painter.setFont(self._theme.font(row, numeric=True))
        painter.drawText(inside, side(is_right=not rtl) | direction(self._count), self._count)
        count_px = QFontMetrics(painter.font()).horizontalAdvance(self._count)
        painter.setFont(self._theme.font(row))
        room = inside.adjusted(count_px if rtl else 0, 0, 0 if rtl else -count_px, 0)
        words = self._words
        metrics = QFontMetrics(painter.font())
        if metrics.horizontalAdvance(words) > room.width():
            # Imported here: see `theme/paint_flags`.
            from PySide6.QtCore import Qt

            mode = Qt.TextElideMode.ElideRight
            words = metrics.elidedText(words, mode, int(room.width()))
        painter.drawText(room, side(is_right=rtl) | direction(words), words)

    @property
    def _text_role(self) -> str:
        return "accent.text" if self.isChecked() else "text.2"

    def _dress(self) -> None:
        self._theme.dress(self, self._text_role)

    def _text_start_px(self) -> int:
        theme = self._theme
        return theme.px("place.padding") + theme.px("icon.place") + theme.px("place.gap")
