"""The volume as it is painted: a groove, its filled part, the mark of a limit, perhaps a handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from altrabits_desktop.ui.widgets.box import paint_box, paint_circle, paint_disc

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from altrabits_desktop.ui.pages.streamers.face import Level
    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100
HELD = "accent.soft"
"""The halo of a handle that is held."""


def paint_level(
    painter: QPainter, place: QRectF, level: Level, *, theme: Theme, is_rtl: bool
) -> None:
    """Paint a level into the middle of a place, filled from where reading begins."""
    high = theme.px("slider.groove")
    groove = QRectF(place.left(), place.center().y() - high / 2, place.width(), high)
    paint_box(painter, groove, fill=theme.colour("track"), radius=high / 2)
    filled = QRectF(groove)
    filled.setWidth(groove.width() * level.value / _WHOLE)
    if is_rtl:
        filled.moveRight(groove.right())
    if level.value:
        role = "field" if level.is_muted else "accent"
        paint_box(painter, filled, fill=theme.colour(role), radius=high / 2)
    if level.limit is not None:
        _paint_limit(painter, groove, level.limit, theme=theme, is_rtl=is_rtl)
    if level.confirmed is not None:
        _paint_confirmed(painter, groove, level.confirmed, theme=theme, is_rtl=is_rtl)


def paint_handle(
    painter: QPainter,
    place: QRectF,
    level: Level,
    *,
    theme: Theme,
    is_rtl: bool,
    halo: str = "",
) -> None:
    """Paint the handle onto a level in its place.

    Args:
        painter: in the units of the place.
        place: that of the level.
        level: where the handle stands.
        theme: gives measures and colours.
        is_rtl: whether reading begins at the right.
        halo: role of the disc round it: `accent.soft` while it is held; "" for none.
    """
    at = _place_of(place, level.value, is_rtl=is_rtl)
    middle = place.center().y()
    colour = theme.colour("field" if level.is_muted else "accent")
    if halo:
        paint_disc(painter, at, middle, size=theme.px("slider.halo"), fill=theme.colour(halo))
    edge_px = theme.px("slider.edge")
    size = theme.px("slider.handle") - edge_px
    fill = colour if halo == HELD else theme.colour("card")
    paint_disc(painter, at, middle, size=size, fill=fill)
    paint_circle(painter, at, middle, size=size, edge=colour, edge_px=edge_px)


def level_at(place: QRect, x: int, *, is_rtl: bool) -> int:
    """Give the level that a point across the place of a level stands for, 0 to 100."""
    way = place.right() + 1 - x if is_rtl else x - place.left()
    return max(0, min(_WHOLE, round(way * _WHOLE / max(1, place.width()))))


def _paint_limit(
    painter: QPainter, groove: QRectF, limit: int, *, theme: Theme, is_rtl: bool
) -> None:
    wide, high = theme.px("slider.maximum_width"), theme.px("slider.maximum_height")
    left = round(_place_of(groove, limit, is_rtl=is_rtl) - wide / 2)
    mark = QRectF(left, round(groove.center().y() - high / 2), wide, high)
    painter.fillRect(mark, theme.colour("text.2"))


def _paint_confirmed(
    painter: QPainter, groove: QRectF, confirmed: int, *, theme: Theme, is_rtl: bool
) -> None:
    wide, high = theme.px("slider.confirmed_width"), theme.px("slider.confirmed_height")
    left = round(_place_of(groove, confirmed, is_rtl=is_rtl) - wide / 2)
    top = round(groove.center().y()) + theme.px("slider.confirmed_top")
    painter.fillRect(QRectF(left, top, wide, high), theme.colour("text"))


def _place_of(groove: QRectF, level: int, *, is_rtl: bool) -> float:
    share = level / _WHOLE
    return groove.left() + groove.width() * (1 - share if is_rtl else share)
