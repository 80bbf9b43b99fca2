"""The field that searches: a glass before the text, the key that leads here behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from altrabits_desktop.ui.theme.paint_flags import CENTRE, direction, side
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.icon_button import IconButton


class SearchField(QLineEdit):
    """A line to search with; Escape empties it, and only an empty one passes Escape on.

    Args:
        theme: the look in force.
        name: what is searched, read aloud.
        placeholder: shown while it is empty.
        clear_name: what the button that empties it says.
        key_words: the key that leads here ("Ctrl F"); "" for none.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        placeholder: str,
        clear_name: str,
        key_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key_words = key_words
        self.ring = FocusRing(
            self, theme, radius_px=theme.px("corner.control"), is_always_shown=True
        )
        self.setFrame(False)
        self.setFont(theme.font("text"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._clear_name = clear_name
        self._clear: IconButton | None = None
        self.textChanged.connect(self._show_clear)
        self._make_room()
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("field.search"), self._theme.px("field.height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self._theme.px("field.height"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Imported here: see `theme/paint_flags`.
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
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
        self._make_room()
        self._place_clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("card"),
            edge=self._theme.colour("field"),
            radius=self._theme.px("corner.control"),
        )
        size_px = self._theme.px("field.icon")
        left = self._theme.px("field.padding") + self._theme.px("card.edge")
        if self.isRightToLeft():
            left = self.width() - left - size_px
        corner = QPointF(left, (self.height() - size_px) / 2)
        self._theme.icons.paint(painter, "search", "text.2", corner=corner, size_px=size_px)
        if self._key_words and not self.text():
            self._paint_key(painter)
        painter.end()
        super().paintEvent(event)

    def _dress(self) -> None:
        # Colours what is painted here, the key; what is typed has the palette's own colour.
        self._theme.dress(self, "text.2")

    def _paint_key(self, painter: QPainter) -> None:
        place = self._key_place()
        paint_box(
            painter,
            place,
            fill=self._theme.colour("sunken"),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.mark"),
        )
        painter.drawText(place, CENTRE | direction(self._key_words), self._key_words)

    def _key_place(self) -> QRectF:
        width = QFontMetrics(self.font()).horizontalAdvance(self._key_words)
        width += 2 * self._theme.px("field.key_cap_padding")
        height = self._theme.px("field.key_cap")
        away = self._theme.px("field.padding") + self._theme.px("card.edge")
        left = away if self.isRightToLeft() else self.width() - away - width
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _make_room(self) -> None:
        theme = self._theme
        start = theme.px("field.padding") + theme.px("field.icon")
        start += theme.px("field.search_icon_gap") - theme.px("field.own_margin")
        if self._key_words and not self.text():
            end = round(self._key_place().width()) + theme.px("field.padding")
        else:
            end = theme.px("target.least")
        end += theme.px("chip.gap")
        if self.isRightToLeft():
            start, end = end, start
        self.setTextMargins(start, 0, end, 0)
        # Whatever is typed begins beside the glass.
        self.setProperty("alignment", side(is_right=self.isRightToLeft()))

    def _show_clear(self, text: str) -> None:
        if self._clear is None:
            self._clear = self._make_clear()
        self._clear.setVisible(bool(text))
        self._make_room()
        self.update()

    def _make_clear(self) -> IconButton:
        # Made with the first letter: an empty field has nothing to clear.
        from PySide6.QtCore import Qt

        from altrabits_desktop.ui.widgets.icon_button import IconButton

        button = self._clear = IconButton(self._theme, "close", name=self._clear_name, parent=self)
        button.setObjectName(f"{self.objectName().rpartition('.')[0]}.clear")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(self.clear)
        self._place_clear()
        return button

    def _place_clear(self) -> None:
        if self._clear is None:
            return
        size = self._clear.sizeHint()
        away = (self.height() - size.height()) // 2
        left = away if self.isRightToLeft() else self.width() - away - size.width()
        self._clear.setGeometry(left, away, size.width(), size.height())
