"""The way from this computer to the streamers as a picture, the broken piece marked.

It is one widget for the eye; for screen readers every node and link is a named part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_box, paint_disc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class PieceState(Enum):
    """How one piece of the way is; each value: colour, its soft ground, the badge's icon."""

    OK = ("ok", "ok.soft", "check")
    BAD = ("bad", "bad.soft", "close")
    UNKNOWN = ("text.2", "chip", "minus")


@dataclass(frozen=True, slots=True)
class PathNode:
    """One thing on the way."""

    icon: str
    title: str
    lines: tuple[str, ...]
    """One or two lines under the title; the last carries the trouble of a bad node."""
    state: PieceState
    spoken: str
    """The whole in a sentence, read aloud."""


@dataclass(frozen=True, slots=True)
class PathLink:
    """What lies between two nodes."""

    label: str
    state: PieceState
    spoken: str


class PathPicture(QWidget):
    """Nodes in a row, joined by links; it begins where people begin to read.

    Args:
        theme: the look in force.
        name: what the picture shows, read aloud before its parts.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nodes: tuple[PathNode, ...] = ()
        self._links: tuple[PathLink, ...] = ()
        self._parts: list[QLabel] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_path(self, nodes: Sequence[PathNode], links: Sequence[PathLink]) -> None:
        """Show another way; there is one link less than there are nodes."""
        self._nodes, self._links = tuple(nodes), tuple(links)
        for part in self._parts:
            part.setParent(None)
            part.deleteLater()
        spoken = [node.spoken for node in self._nodes] + [link.spoken for link in self._links]
        self._parts = [self._make_part(words) for words in spoken]
        self._place_parts()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        lines = 1 + max((len(node.lines) for node in self._nodes), default=0)
        height = theme.px("path.node") + self._top_px() + theme.px("path.title_gap")
        height += lines * theme.line_px("text")
        return QSize(len(self._nodes) * theme.px("path.node_width"), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._nodes) * self._theme.px("path.node"), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for number, node in enumerate(self._nodes):
            self._paint_node(painter, node, self._box(number))
        for number, link in enumerate(self._links):
            self._paint_link(painter, link, self._box(number), self._box(number + 1))
        painter.end()

    def _top_px(self) -> int:
        return self._theme.px("path.badge_away")

    def _column_px(self) -> float:
        return min(self._theme.px("path.node_width"), self.width() / max(1, len(self._nodes)))

    def _box(self, number: int) -> QRectF:
        """Give the square of a node; number 0 stands where reading begins."""
        if self.isRightToLeft():
            number = len(self._nodes) - 1 - number
        side = self._theme.px("path.node")
        column = self._column_px()
        step = (self.width() - column) / max(1, len(self._nodes) - 1)
        return QRectF(round(step * number + (column - side) / 2), self._top_px(), side, side)

    def _paint_node(self, painter: QPainter, node: PathNode, box: QRectF) -> None:
        theme = self._theme
        is_bad = node.state is PieceState.BAD
        paint_box(
            painter,
            box,
            fill=theme.colour("card"),
            edge=theme.colour("bad" if is_bad else "border"),
            radius=theme.px("corner.card"),
            edge_px=theme.px("path.line") if is_bad else theme.px("card.edge"),
        )
        size_px = theme.px("path.icon")
        away = (box.width() - size_px) / 2
        theme.icons.paint_at(
            painter,
            node.icon,
            "bad" if is_bad else "text.2",
            corner=box.topLeft() + QPointF(away, away),
            size_px=size_px,
        )
        self._paint_badge(painter, node.state, box)
        self._paint_words(painter, node, box)

    def _paint_badge(self, painter: QPainter, state: PieceState, box: QRectF) -> None:
        theme = self._theme
        role, ground, icon = state.value
        size_px, mark_px = theme.px("path.badge"), theme.px("path.badge_icon")
        shift = theme.px("path.badge_shift")
        side = box.left() + shift if self.isRightToLeft() else box.right() - shift
        middle = QPointF(side, box.top() + shift)
        x, y = middle.x(), middle.y()
        whole_px = size_px + 2 * theme.px("path.badge_ring")
        paint_disc(painter, x, y, size=whole_px, fill=theme.colour("card"))
        paint_disc(painter, x, y, size=size_px, fill=theme.colour(ground))
        corner = middle - QPointF(mark_px / 2, mark_px / 2)
        theme.icons.paint_at(painter, icon, role, corner=corner, size_px=mark_px)

    def _paint_words(self, painter: QPainter, node: PathNode, box: QRectF) -> None:
        theme = self._theme
        line_px = theme.line_px("text")
        column = self._column_px()
        top = box.bottom() + theme.px("path.title_gap")
        left = box.center().x() - column / 2
        rows = [(node.title, "chosen", theme.colour("text"))]
        for number, line in enumerate(node.lines, 1):
            is_trouble = node.state is PieceState.BAD and number == len(node.lines)
            kind = "label" if is_trouble else "text"
            rows.append((line, kind, theme.colour("bad" if is_trouble else "text.2")))
        for text, kind, colour in rows:
            self._paint_line(painter, text, kind, colour, QRectF(left, top, column, line_px))
            top += line_px

    def _paint_line(
        self, painter: QPainter, text: str, kind: str, colour: QColor, place: QRectF
    ) -> None:
        painter.setFont(self._theme.font(kind, numeric=True))
        painter.setPen(colour)
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, cut)

    def _paint_link(self, painter: QPainter, link: PathLink, begin: QRectF, end: QRectF) -> None:
        theme = self._theme
        left, right = sorted((begin, end), key=QRectF.left)
        gap = theme.px("path.line_gap")
        y = left.center().y()
        role = "text.3" if link.state is PieceState.UNKNOWN else link.state.value[0]
        pen = QPen(theme.colour(role), theme.px("path.line"))
        if link.state is not PieceState.OK:
            pen.setDashPattern((theme.px("path.dash"), theme.px("path.dash")))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left.right() + gap, y, right.left() - gap, y))
        room, line_px = right.left() - left.right(), theme.line_px("text")
        place = QRectF(left.right(), y + theme.px("path.label_gap"), room, line_px)
        metrics = QFontMetrics(theme.font("label", numeric=True))
        for text in two_lines(link.label, room_px=int(room), measure=metrics.horizontalAdvance):
            self._paint_line(painter, text, "label", theme.colour(role), place)
            place.translate(0, line_px)

    def _make_part(self, spoken: str) -> QLabel:
        # Clear to the eye, a named place for screen readers.
        part = QLabel(self)
        part.setTextFormat(Qt.TextFormat.PlainText)
        part.setAccessibleName(spoken)
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part.show()
        return part

    def _place_parts(self) -> None:
        if not self._parts:
            return
        count = len(self._nodes)
        for number, part in enumerate(self._parts[:count]):
            part.setGeometry(self._box(number).toRect())
        for number, part in enumerate(self._parts[count:]):
            left, right = sorted((self._box(number), self._box(number + 1)), key=QRectF.left)
            part.setGeometry(QRectF(left.topRight(), right.bottomLeft()).toRect())


def two_lines(text: str, *, room_px: int, measure: Callable[[str], int]) -> tuple[str, ...]:
    """Part a text between two words where it does not fit into one line; pure.

    Args:
        text: plain.
        room_px: how wide a line may be.
        measure: gives the width of a text in pixels.

    Returns:
        One or two lines; as many words in the first as fit there, but one at least.
    """
    first, *rest = text.split() or [""]
    if measure(text) <= room_px or not rest:
        return (text,)
    while measure(f"{first} {rest[0]}") <= room_px:
        first = f"{first} {rest.pop(0)}"
    return first, " ".join(rest)
