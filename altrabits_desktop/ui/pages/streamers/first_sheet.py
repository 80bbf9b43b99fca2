"""What the very first picture of the streamers is painted on (`first_list`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainterPath

from altrabits_desktop.ui.theme.pictures import OWN_MAKER, product_picture
from altrabits_desktop.ui.widgets.box import paint_box, solid

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.ui.theme.theme import Theme


class FirstLook(NamedTuple):
    """What is shown first, and how."""

    rooms: tuple[tuple[str, tuple[Remembered, ...]], ...]
    """By room as they are read; "" for those without one, and for all where rooms do not count."""
    has_rows: bool
    has_headings: bool
    is_by_state: bool
    """Whether rows are ordered by their state, which is the same for all now."""


class Words(NamedTuple):
    """What each of them says, in the language of the window."""

    state: str
    remark: str
    no_room: str


class Line(NamedTuple):
    """One line of text; it stands in the middle of its place."""

    place: QRect
    text: str
    type_name: str
    is_numeric: bool = False
    is_at_end: bool = False
    is_centred: bool = False


class Inks(NamedTuple):
    """The lines by the role of their colour."""

    text: list[Line]
    second: list[Line]
    third: list[Line]


class Sheet(NamedTuple):
    """What is painted on: boxes and pictures at once, lines later by the colour they have."""

    theme: Theme
    painter: QPainter
    inks: Inks
    words: Words
    is_rtl: bool

    def width_px(self, text: str, type_name: str, *, is_numeric: bool = False) -> int:
        """Give the width of a line."""
        return QFontMetrics(self.theme.font(type_name, numeric=is_numeric)).horizontalAdvance(text)

    def icon(self, name: str, role: str, place: QRect) -> None:
        """Paint an icon as wide as its place, in the middle of its height."""
        size_px = place.width()
        corner = QPointF(place.left(), place.top() + (place.height() - size_px) / 2)
        self.theme.icons.paint(
            self.painter, name, role, corner=corner, size_px=size_px, rtl=self.is_rtl
        )

    def picture(self, product: str, place: QRect, *, radius_px: int) -> None:
        """Paint the picture of a product."""
        picture = self.theme.pictures.picture(
            product_picture(product, maker=OWN_MAKER),
            size_px=place.width(),
            radius_px=radius_px,
            ratio=self.painter.device().devicePixelRatioF(),
        )
        self.painter.drawPixmap(place.topLeft(), picture)

    def box(self, place: QRect, *, fill: str, edge: str | None, radius_px: float) -> None:
        """Paint a box in the colours of two roles."""
        paint_box(
            self.painter,
            QRectF(place),
            fill=self.theme.colour(fill),
            edge=self.theme.colour(edge) if edge else None,
            radius=radius_px,
        )

    def fill(self, place: QRect, role: str) -> None:
        """Fill a place with the colour of a role."""
        # A painter's own `fillRect` would load all of Qt's enumerations.
        path = QPainterPath()
        path.addRect(QRectF(place))
        self.painter.fillPath(path, solid(self.theme.colour(role)))

    def turned(self, part: QRect, whole: QRect) -> QRect:
        """Give a part of a place, measured from where reading begins, as it lies there."""
        left = whole.width() - part.left() - part.width() if self.is_rtl else part.left()
        return QRect(whole.left() + left, whole.top() + part.top(), part.width(), part.height())
