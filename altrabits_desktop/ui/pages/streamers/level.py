"""The volume as a line that is only looked at: a groove, its filled part, the mark of a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from altrabits_desktop.ui.pages.streamers.face import Level
    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100


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


def _paint_limit(
    painter: QPainter, groove: QRectF, limit: int, *, theme: Theme, is_rtl: bool
) -> None:
    wide, high = theme.px("slider.maximum_width"), theme.px("slider.maximum_height")
    share = limit / _WHOLE
    at = groove.left() + groove.width() * (1 - share if is_rtl else share)
    mark = QRectF(round(at - wide / 2), round(groove.center().y() - high / 2), wide, high)
    painter.fillRect(mark, theme.colour("text.2"))
