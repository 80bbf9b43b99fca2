"""The picture of the focus ring, a widget over its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class RingFrame(QWidget):
    """Lies over everything in its host and follows its control while it is shown.

    Args:
        control: what has the focus.
        host: what the ring lies in, from `host_of`.
        theme: the look in force.
        radius_px: of the control's own corners.
    """

    def __init__(self, control: QWidget, host: QWidget, *, theme: Theme, radius_px: int) -> None:
        super().__init__(host)
        self._control = control
        self._host = host
        self._theme = theme
        self._away_px = theme.px("ring.width") + theme.px("ring.gap")
        self._radius_px = radius_px + self._away_px
        self._watched: list[QWidget] = []
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        control.destroyed.connect(self.deleteLater)

    def follow(self) -> None:
        """Lie round the control and watch it and what it lies in."""
        self.stop()
        place: QWidget | None = self._control
        while place is not None and place is not self._host:
            place.installEventFilter(self)
            self._watched.append(place)
            place = place.parentWidget()
        self._settle()
        self.show()
        self.raise_()

    def stop(self) -> None:
        """Watch nothing and be hidden."""
        for place in self._watched:
            place.removeEventFilter(self)
        self._watched.clear()
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._settle()
        elif event.type() in {QEvent.Type.Hide, QEvent.Type.ParentChange}:
            self.stop()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=None,
            edge=self._theme.colour("accent"),
            radius=self._radius_px,
            edge_px=self._theme.px("ring.width"),
        )
        painter.end()

    def _settle(self) -> None:
        corner = self._control.mapTo(self._host, QPoint(0, 0))
        away = self._away_px
        self.setGeometry(QRect(corner, self._control.size()).adjusted(-away, -away, away, away))


def host_of(control: QWidget) -> QWidget | None:
    """Give what a ring lies in: the window, or what the nearest scroll area scrolls."""
    host = control.parentWidget()
    while host is not None and not host.isWindow():
        outer = host.parentWidget()
        area = outer.parentWidget() if outer is not None else None
        if isinstance(area, QAbstractScrollArea) and area.viewport() is outer:
            break
        host = outer
    return host
