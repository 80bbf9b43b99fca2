"""The line that says how long the kiosk still waits, before it goes back to the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.actions.kiosk import COUNTDOWN_S
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.kiosk.words import countdown_line
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.ui.theme.theme import Theme


class Countdown(Card):
    """Keeps its room while it is hidden, so that nothing moves when it comes.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="ground", parent=parent)
        self._look = theme
        self.setObjectName("kiosk.countdown")
        self._words = ElidedLabel(theme, type_name="name", numeric=True)
        self._line = _Line(theme)
        stay = ElidedLabel(
            theme,
            translate("kiosk", "Touch anywhere to stay"),
            type_name="kiosk_small",
            role="text.2",
            is_at_end=True,
        )
        first = QHBoxLayout()
        first.addWidget(self._words, 1)
        first.addWidget(stay, 1)
        beside = QVBoxLayout()
        beside.setSpacing(theme.px("space.2"))
        beside.addStretch(1)
        beside.addLayout(first)
        beside.addWidget(self._line)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        edge = theme.px("kiosk.padding")
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(theme.px("space.4"))
        row.addWidget(IconMark(theme, "clock", size_px=theme.px("icon.large")))
        row.addLayout(beside, 1)
        self.setFixedHeight(theme.px("kiosk.countdown"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_left(self, report: KioskReport) -> None:
        """Show how long is left; nothing where no countdown runs."""
        self.setVisible(report.seconds_left > 0)
        if report.seconds_left:
            self._words.set_text(countdown_line(report))
            self.setAccessibleName(self._words.text())
            self._line.set_share(report.seconds_left / COUNTDOWN_S)


class _Line(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(theme.px("kiosk.line"))

    def set_share(self, share: float) -> None:
        self._share = min(1.0, share)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, radius = self._theme, self.height() / 2
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_box(painter, whole, fill=theme.colour("track"), radius=radius)
        filled = QRectF(whole)
        filled.setWidth(whole.width() * self._share)
        if self.isRightToLeft():
            filled.moveRight(whole.right())
        paint_box(painter, filled, fill=theme.colour("accent"), radius=radius)
        painter.end()
