"""The command palette: over the window, everything that can be done, found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.policy.scrim import Scrim
from altrabits_desktop.ui.shell.palette_field import PaletteField
from altrabits_desktop.ui.shell.palette_foot import PaletteFoot
from altrabits_desktop.ui.shell.palette_painter import PalettePainter
from altrabits_desktop.ui.shell.palette_rows import Heading, PaletteRows, spoken
from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.key_cap import KeyCap
from altrabits_desktop.ui.widgets.own_viewport import clear_viewport, take_touch
from altrabits_desktop.ui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from altrabits_desktop.ui.shell.palette_entries import PaletteEntry
    from altrabits_desktop.ui.theme.theme import Theme


class CommandPalette(QWidget):
    """Covers the window and keeps the keyboard until something was chosen, or nothing is wanted.

    Args:
        theme: the look in force.
        window: what it covers, and owner.
    """

    typed = Signal(str)
    """Something else is searched for."""
    chosen = Signal(object)
    """An entry is to be done."""
    keys_wanted = Signal()
    """Page Keys is wanted."""
    given_up = Signal()
    """Nothing is wanted any more."""

    def __init__(self, theme: Theme, *, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.setObjectName("commands")
        self.setAccessibleName(translate("commands", "Commands"))
        self._scrim = Scrim(theme, shadow=Shadow(theme, "dialog"), parent=self)
        # What is pressed beside the box is pressed here.
        self._scrim.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box = QWidget(self)
        self._field = PaletteField(theme, parent=self._box)
        self._escape = KeyCap(theme, translate("key", "Esc"), parent=self._box)
        self._rows = PaletteRows(self)
        self._list = self._make_list()
        self._foot = PaletteFoot(theme, parent=self._box)
        self._box.installEventFilter(self)
        window.installEventFilter(self)
        self._field.textChanged.connect(self.typed)
        self._field.stepped.connect(self._step)
        self._field.paged.connect(self._turn_page)
        self._field.taken.connect(self._take)
        self._field.keys_wanted.connect(self.keys_wanted)
        self._field.given_up.connect(self.given_up)
        theme.changed.connect(self._list.viewport().update)

    @property
    def text(self) -> str:
        """What is searched for."""
        return self._field.text()

    def open(self) -> None:
        """Cover the window, with the keyboard in the field."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[PaletteEntry], *, is_anew: bool) -> None:
        """Show what fits.

        Args:
            entries: in their order.
            is_anew: whether the first one is chosen; else what was chosen stays so.
        """
        row = self._rows.row_at(self._list.currentIndex())
        key = "" if is_anew or row is None or isinstance(row, Heading) else row.key
        self._rows.show_entries(entries)
        self._place()
        self._choose(self._rows.place_of(key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.given_up.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        if watched is self._box and event.type() == QEvent.Type.Paint:
            self._paint_box()
        return False

    def _make_list(self) -> QListView:
        view = QListView(self._box)
        take_touch(clear_viewport(view))
        view.setObjectName("commands.list")
        view.setAccessibleName(translate("commands", "What can be done"))
        view.setModel(self._rows)
        view.setItemDelegate(PalettePainter(self._theme, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.entered.connect(self._point)
        view.clicked.connect(self._press)
        return view

    def _place(self) -> None:
        theme, edge = self._theme, self._theme.px("card.edge")
        away, top = theme.px("palette.away"), theme.px("palette.top")
        width = min(theme.px("palette.width"), self.width() - 2 * away)
        field, foot = theme.px("palette.field") + edge, theme.px("palette.foot") + edge
        most = self.height() - top - away - field - foot
        high = min(self._content_px(), most)
        box = QRect((self.width() - width) // 2, top, width, field + high + foot)
        self._scrim.show_box(box)
        self._box.setGeometry(box)
        self._list.setGeometry(edge, field, width - 2 * edge, high)
        self._foot.setGeometry(edge, field + high + edge, width - 2 * edge, foot - 2 * edge)
        self._place_field(width)

    def _place_field(self, width: int) -> None:
        theme, edge = self._theme, self._theme.px("card.edge")
        start = edge + theme.px("palette.inset") + theme.px("palette.padding")
        begin = start + theme.px("icon.place") + theme.px("palette.padding")
        begin -= theme.px("field.own_margin")
        cap, high = self._escape.sizeHint(), theme.px("palette.field")
        end = width - start - cap.width()
        self._escape.setGeometry(
            self._mirrored(end, cap.width()), (high - cap.height()) // 2, cap.width(), cap.height()
        )
        room = end - theme.px("space.2") - begin
        self._field.setGeometry(self._mirrored(begin, room), edge, room, high - edge)

    def _mirrored(self, left: int, wide: int) -> int:
        return self._box.width() - left - wide if self.isRightToLeft() else left

    def _content_px(self) -> int:
        count = self._rows.rowCount()
        heights = (
            self._list.sizeHintForIndex(self._rows.index(row)).height() for row in range(count)
        )
        return sum(heights) + self._theme.px("palette.inset") if count else self._nothing_px

    @property
    def _nothing_px(self) -> int:
        return 2 * self._theme.px("palette.entry")

    def _paint_box(self) -> None:
        theme, edge = self._theme, self._theme.px("card.edge")
        painter = QPainter(self._box)
        size_px, high = theme.px("icon.place"), theme.px("palette.field")
        left = edge + theme.px("palette.inset") + theme.px("palette.padding")
        corner = QPointF(self._mirrored(left, size_px), (high - size_px) / 2)
        theme.icons.paint(painter, "search", "text.2", corner=corner, size_px=size_px)
        for top in (high, self._foot.y() - edge):
            line = QRectF(edge, top, self._box.width() - 2 * edge, edge)
            paint_box(painter, line, fill=theme.colour("border"), radius=0)
        if not self._rows.rowCount():
            self._paint_nothing(painter)
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        theme, words = self._theme, self._nothing_words()
        begin = theme.px("palette.inset") + theme.px("palette.padding") + theme.px("card.edge")
        place = self._list.geometry().adjusted(begin, 0, -begin, 0)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("text.2"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side(is_right=self.isRightToLeft()) | direction(words), shown)

    def _nothing_words(self) -> str:
        return fill(
            translate("commands", "Nothing here is called “{text}”."), text=self._field.text()
        )

    def _step(self, step: int) -> None:
        self._choose(self._rows.neighbour(self._list.currentIndex().row(), step=step))

    def _turn_page(self, step: int) -> None:
        row = self._list.currentIndex().row()
        for _ in range(max(1, self._list.height() // self._theme.px("palette.entry") - 1)):
            following = self._rows.neighbour(row, step=step)
            if (following - row) * step <= 0:
                break
            row = following
        self._choose(row)

    def _choose(self, row: int) -> None:
        self._box.update()
        if row < 0:
            self._list.clearSelection()
            self._speak(self._nothing_words())
            return
        index = self._rows.index(row)
        self._list.setCurrentIndex(index)
        if row and isinstance(self._rows.row_at(self._rows.index(row - 1)), Heading):
            # Else nobody would see the first one's heading again.
            self._list.scrollTo(self._rows.index(row - 1))
        self._list.scrollTo(index)
        entry = self._rows.row_at(index)
        if entry is not None and not isinstance(entry, Heading):
            self._speak(spoken(entry))

    def _speak(self, words: str) -> None:
        """Let a screen reader say what is chosen: the keyboard itself stays in the field."""
        if words == self._field.accessibleDescription():
            return
        self._field.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def _take(self) -> None:
        entry = self._rows.row_at(self._list.currentIndex())
        if entry is not None and not isinstance(entry, Heading):
            self.chosen.emit(entry)

    def _point(self, index: QModelIndex) -> None:
        entry = self._rows.row_at(index)
        if entry is not None and not isinstance(entry, Heading):
            self._choose(index.row())

    def _press(self, index: QModelIndex) -> None:
        self._point(index)
        if not isinstance(self._rows.row_at(index), Heading):
            self._take()
