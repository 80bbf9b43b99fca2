"""Paints the lines of the command palette: icon, title with what was typed, detail, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.shell.palette_rows import Heading, PaletteRows
from altrabits_desktop.ui.theme.paint_flags import SINGLE_LINE, direction, side
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.key_cap import cap_px, paint_cap

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.shell.palette_entries import PaletteEntry
    from altrabits_desktop.ui.shell.palette_rows import Index
    from altrabits_desktop.ui.theme.theme import Theme


class PalettePainter(QStyledItemDelegate):
    """A row is as high as the tokens say; right to left everything is mirrored.

    Args:
        theme: the look in force.
        view: the list, and owner.
    """

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(_row_at(index), Heading)
        return QSize(0, self._theme.px("palette.heading" if is_heading else "palette.entry"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_at(index)
        place = option.rect
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        inset = self._theme.px("palette.inset")
        # The scroll bar stands in the inset, so that nothing moves when it comes.
        end = inset - (self._view.width() - place.width())
        line = place.adjusted(end if is_rtl else inset, 0, -inset if is_rtl else -end, 0)
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, row.words, line, is_rtl=is_rtl)
        elif row is not None:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if is_chosen:
                theme = self._theme
                fill = theme.colour("accent.soft")
                paint_box(painter, QRectF(line), fill=fill, radius=theme.px("corner.control"))
            self._paint_entry(painter, row, line, is_chosen=is_chosen, is_rtl=is_rtl)
        painter.restore()

    def _paint_heading(self, painter: QPainter, words: str, line: QRect, *, is_rtl: bool) -> None:
        theme, padding = self._theme, self._theme.px("palette.padding")
        text = line.adjusted(padding, theme.px("palette.heading_above"), -padding, 0)
        text.setHeight(theme.line_px("text"))
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("text.2"))
        shown = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, SINGLE_LINE | direction(words) | side(is_right=is_rtl), shown)

    def _paint_entry(
        self, painter: QPainter, entry: PaletteEntry, line: QRect, *, is_chosen: bool, is_rtl: bool
    ) -> None:
        theme = self._theme
        padding, icon_px = theme.px("palette.padding"), theme.px("icon.place")
        inside = line.adjusted(padding, 0, -padding, 0)
        left = inside.right() + 1 - icon_px if is_rtl else inside.left()
        corner = QPointF(left, inside.top() + (inside.height() - icon_px) / 2)
        role = "accent.text" if is_chosen else "text.2"
        theme.icons.paint(painter, entry.icon, role, corner=corner, size_px=icon_px, rtl=is_rtl)
        keys = entry.keys or ((translate("key", "Enter"),) if is_chosen else ())
        room = inside.width() - icon_px - padding
        room -= self._paint_keys(painter, keys, inside, is_rtl=is_rtl)
        begin = icon_px + padding
        used = self._paint_title(painter, entry, inside, begin=begin, room=room, is_rtl=is_rtl)
        gap = theme.px("palette.padding")
        if entry.detail and room - used - gap > theme.px("palette.detail_least"):
            begin, room = begin + used + gap, room - used - gap
            place = _from_begin(inside, begin, room, is_rtl=is_rtl)
            painter.setFont(theme.font("text", numeric=True))
            painter.setPen(theme.colour("text.2"))
            shown = QFontMetrics(painter.font()).elidedText(
                entry.detail, Qt.TextElideMode.ElideRight, room
            )
            way = SINGLE_LINE | direction(entry.detail) | side(is_right=is_rtl)
            painter.drawText(place, way, shown)

    def _paint_keys(
        self, painter: QPainter, keys: tuple[str, ...], inside: QRect, *, is_rtl: bool
    ) -> int:
        """Paint caps where reading ends; gives the room they take, with a gap before them."""
        theme, used = self._theme, 0
        for words in reversed(keys):
            wide = cap_px(theme, words)
            high = theme.px("field.key_cap")
            left = inside.left() + used if is_rtl else inside.right() + 1 - used - wide
            place = QRectF(left, inside.top() + (inside.height() - high) / 2, wide, high)
            paint_cap(painter, place, words, theme=theme)
            used += wide + theme.px("space.2")
        return used

    def _paint_title(
        self,
        painter: QPainter,
        entry: PaletteEntry,
        inside: QRect,
        *,
        begin: int,
        room: int,
        is_rtl: bool,
    ) -> int:
        """Paint the title, marked where it was typed; gives how wide it is."""
        theme = self._theme
        font = theme.font("label")
        shown = QFontMetrics(font).elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        layout = _laid_out(shown, font, entry, theme=theme, room=room)
        line = layout.lineAt(0)
        wide = min(room, round(line.naturalTextWidth()) + 1)
        place = _from_begin(inside, begin, wide, is_rtl=is_rtl)
        top = place.top() + (place.height() - line.height()) / 2
        # A line begins at its own left, whichever way its letters run.
        shift = line.naturalTextRect().left()
        painter.setPen(theme.colour("text"))
        layout.draw(painter, QPointF(place.left() - shift, top))
        return wide


def _laid_out(
    shown: str, font: QFont, entry: PaletteEntry, *, theme: Theme, room: int
) -> QTextLayout:
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(
        Qt.LayoutDirection.LeftToRight
        if direction(entry.title) == direction("")
        else Qt.LayoutDirection.RightToLeft
    )
    layout.setTextOption(option)
    form = QTextCharFormat()
    form.setForeground(theme.colour("accent.text"))
    form.setFontWeight(theme.font("chosen").weight())
    cut = len(shown) if shown == entry.title else len(shown) - 1
    formats = []
    for begin, length in entry.marks:
        if begin < cut:
            marked = QTextLayout.FormatRange()
            marked.start = _units(shown[:begin])
            marked.length = _units(shown[begin : min(begin + length, cut)])
            marked.format = form
            formats.append(marked)
    layout.setFormats(formats)
    layout.beginLayout()
    layout.createLine().setLineWidth(room)
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """Give how long Qt finds a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _from_begin(inside: QRect, begin: int, wide: int, *, is_rtl: bool) -> QRect:
    """Give a part of a line by how far it is from where reading begins."""
    left = inside.right() + 1 - begin - wide if is_rtl else inside.left() + begin
    return QRect(left, inside.top(), wide, inside.height())


def _row_at(index: Index) -> Heading | PaletteEntry | None:
    model = index.model()
    return model.row_at(index) if isinstance(model, PaletteRows) else None
