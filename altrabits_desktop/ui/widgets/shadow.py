"""The soft shadow under cards and dialogs: one picture cut in nine parts, made once a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from altrabits_desktop.ui.theme.colours import clear, with_share

if TYPE_CHECKING:
    from PySide6.QtGui import QGradient

    from altrabits_desktop.ui.theme.theme import Theme

# Share of the whole darkness at shares of the way from the inner to the outer end of the blur.
_FALL = ((0.0, 1.0), (0.25, 0.82), (0.42, 0.62), (0.5, 0.5), (0.58, 0.4), (0.8, 0.16), (1.0, 0.0))
_BODY_PX = 2


class Shadow:
    """Paints the shadow of boxes of one kind. Main thread only.

    Args:
        theme: the look in force.
        kind: "card" or "dialog", a table `shadow.KIND` of the measures.
    """

    def __init__(self, theme: Theme, kind: str) -> None:
        self._theme = theme
        self._kind = kind
        self._made: tuple[object, float, QPixmap] | None = None

    @property
    def reach_px(self) -> int:
        """How far beyond a box the shadow may reach on any side."""
        return self._blur_px + self._theme.px(f"shadow.{self._kind}.drop")

    def prepare(self, ratio: float) -> None:
        """Make the picture now, so that the first paint does not wait for it."""
        self._pixmap(ratio)

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Paint the shadow that a box throws; the place under the box stays as it was."""
        corner = self._corner_px
        place = box.translated(0, self._theme.px(f"shadow.{self._kind}.drop")).adjusted(
            -self._blur_px, -self._blur_px, self._blur_px, self._blur_px
        )
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._pixmap(ratio)
        columns = _thirds(place.left(), place.width(), corner)
        rows = _thirds(place.top(), place.height(), corner)
        source = (0, corner), (corner, _BODY_PX), (corner + _BODY_PX, corner)
        for row, (top, height) in enumerate(rows):
            for column, (left, width) in enumerate(columns):
                if row == column == 1:
                    continue
                cut = QRectF(
                    source[column][0] * ratio,
                    source[row][0] * ratio,
                    source[column][1] * ratio,
                    source[row][1] * ratio,
                )
                painter.drawPixmap(QRectF(left, top, width, height), pixmap, cut)

    @property
    def _blur_px(self) -> int:
        return self._theme.px(f"shadow.{self._kind}.blur")

    @property
    def _corner_px(self) -> int:
        return 2 * self._blur_px + self._theme.px("corner.card")

    def _pixmap(self, ratio: float) -> QPixmap:
        tokens = self._theme.tokens
        if self._made is None or self._made[0] is not tokens or self._made[1] != ratio:
            self._made = (tokens, ratio, self._draw(ratio))
        return self._made[2]

    def _draw(self, ratio: float) -> QPixmap:
        """Draw the nine parts: a falling edge on four sides and round four corners."""
        corner, blur = self._corner_px, self._blur_px
        side = 2 * corner + _BODY_PX
        # Imported here: the first window has no cards yet.
        from PySide6.QtGui import QLinearGradient, QRadialGradient

        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(clear(self._theme.colour("shade")))
        painter = QPainter(picture)
        far = corner + _BODY_PX
        for turn in range(4):
            painter.save()
            painter.translate(side / 2, side / 2)
            painter.rotate(90 * turn)
            painter.translate(-side / 2, -side / 2)
            middle = QPointF(corner, corner)
            round_fall = QRadialGradient(middle, corner)
            self._fill_stops(round_fall, start=1 - 2 * blur / corner)
            painter.fillRect(QRectF(0, 0, corner, corner), round_fall)
            flat_fall = QLinearGradient(0, 2 * blur, 0, 0)
            self._fill_stops(flat_fall, start=0)
            painter.fillRect(QRectF(corner, 0, far - corner, corner), flat_fall)
            painter.restore()
        painter.end()
        return picture

    def _fill_stops(self, gradient: QGradient, *, start: float) -> None:
        whole = self._theme.tokens.share(f"shadow.{self._kind}.{self._theme.tokens.shade}")
        for way, share in _FALL:
            colour = with_share(self._theme.colour("shade"), whole * share)
            gradient.setColorAt(start + (1 - start) * way, colour)


def _thirds(start: int, length: int, corner: int) -> tuple[tuple[float, float], ...]:
    edge = min(corner, length / 2)
    return (start, edge), (start + edge, length - 2 * edge), (start + length - edge, edge)
