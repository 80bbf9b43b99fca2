"""Where the parts of a row are, for painting, for pointing and for the head above. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class Columns(NamedTuple):
    """The parts of one row; an empty rectangle where there is no room for a part."""

    picture: QRect
    name: QRect
    playing: QRect
    level: QRect
    number: QRect
    state: QRect
    answer: QRect
    more: QRect

    @property
    def offer(self) -> QRect:
        """Where the link of what can be done stands."""
        start = self.playing if self.level.isEmpty() else self.level
        return start.united(self.number)


def columns_of(row: QRect, *, theme: Theme, is_rtl: bool) -> Columns:
    """Give the parts of a row that is painted at a place.

    Where a row is narrow, the volume is a number alone and the answer's time is left out.
    """
    is_narrow = row.width() < theme.px("list.narrow_below")
    gap, away = theme.px("list.gap"), theme.px("list.padding")
    end = row.width() - away
    more = QRect(end - theme.px("list.more"), 0, theme.px("list.more"), row.height())
    answer, end = _before(more.left(), 0 if is_narrow else theme.px("list.answer"), gap=gap)
    state_px = theme.px("list.state_narrow" if is_narrow else "list.state")
    state, end = _before(end, state_px, gap=gap)
    number_px = theme.px("slider.number")
    volume_px = number_px if is_narrow else theme.px("list.volume")
    volume, end = _before(end, volume_px, gap=gap)
    name_px = theme.px("list.name_narrow" if is_narrow else "list.name")
    picture_px = theme.px("row.picture")
    start = picture_px + theme.px("list.picture_gap")
    playing = QRect(away + name_px + gap, 0, end - gap - away - name_px - gap, 0)
    groove_px = 0 if is_narrow else volume_px - number_px - theme.px("list.number_gap")
    parts = (
        QRect(away, (row.height() - picture_px) // 2, picture_px, picture_px),
        QRect(away + start, 0, name_px - start, row.height()),
        QRect(playing.left(), 0, playing.width(), row.height()),
        QRect(volume.left(), 0, groove_px, row.height()),
        QRect(volume.right() + 1 - number_px, 0, number_px, row.height()),
        QRect(state.left(), 0, state.width(), row.height()),
        QRect(answer.left(), 0, answer.width(), row.height()),
        more,
    )
    return Columns(*(_placed(part, row, is_rtl=is_rtl) for part in parts))


def _before(end: int, wide: int, *, gap: int) -> tuple[QRect, int]:
    """Give a column that ends a gap before another one, and where it begins."""
    if not wide:
        return QRect(end, 0, 0, 0), end
    start = end - gap - wide
    return QRect(start, 0, wide, 0), start


def _placed(part: QRect, row: QRect, *, is_rtl: bool) -> QRect:
    left = row.width() - part.left() - part.width() if is_rtl else part.left()
    return QRect(row.left() + left, row.top() + part.top(), part.width(), part.height())
