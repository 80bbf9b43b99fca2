"""A state as a small pill: always an icon and a word."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from altrabits_desktop.ui.theme.paint_flags import CENTRE, PLAIN_TEXT, direction
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class ChipKind(Enum):
    """What kind of state it is; each value is the pair of roles for ground and text."""

    NEUTRAL = ("chip", "text.2")
    ACTIVITY = ("accent.soft", "accent.text")
    OK = ("ok.soft", "ok")
    WARN = ("warn.soft", "warn")
    BAD = ("bad.soft", "bad")


class Chip(QLabel):
    """A pill of an icon and a word; a word that does not fit is cut and is the tool tip.

    Args:
        theme: the look in force.
        icon: name of the icon.
        text: the word, plain.
        kind: what kind of state it is.
        measures: table of the tokens that gives its measures.
        type_name: row of the type table that gives its font.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str = "info",
        text: str = "",
        kind: ChipKind = ChipKind.NEUTRAL,
        measures: str = "chip",
        type_name: str = "label",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._measures = measures
        self._is_raised = False
        self._shown = ""
        self._told: tuple[str, str, ChipKind] | None = None
        self._is_laid_out = False
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setFont(theme.font(type_name, numeric=True))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self.set_state(icon, text, kind)

    @property
    def kind(self) -> ChipKind:
        """What kind of state is shown."""
        return self._kind

    def set_raised(self, is_raised: bool) -> None:
        """Stand on a marked ground, where the neutral chip's own could not be told from it."""
        if is_raised is not self._is_raised:
            self._is_raised = is_raised
            self.update()

    @property
    def icon_name(self) -> str:
        """The icon that is shown."""
        return self._icon

    @property
    def shown_text(self) -> str:
        """The word as it is seen, with an ellipsis where it was cut."""
        return self._shown

    def set_state(self, icon: str, text: str, kind: ChipKind) -> None:
        """Show another state."""
        if (icon, text, kind) == self._told:
            return
        self._told = (icon, text, kind)
        self._icon = icon
        self._kind = kind
        self._dress()
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        text_px = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(self._before_px() + text_px + self._end_px(), self._px("height"))

    def minimumSizeHint(self) -> QSize:
        least_px = self._before_px() + self._theme.px("icon.large") + self._end_px()
        whole = self.sizeHint()
        return QSize(min(least_px, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_laid_out = True
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, role = self._kind.value
        if self._is_raised and self._kind is ChipKind.NEUTRAL:
            ground = "card"
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_box(painter, place, fill=self._theme.colour(ground), radius=place.height() / 2)
        size_px, start_px = self._px("icon"), self._px("start")
        left = self.width() - start_px - size_px if self.isRightToLeft() else start_px
        corner = QPointF(left, (self.height() - size_px) / 2)
        rtl = self.isRightToLeft()
        self._theme.icons.paint(painter, self._icon, role, corner=corner, size_px=size_px, rtl=rtl)
        painter.drawText(self._text_place(), CENTRE | direction(self._shown), self._shown)
        painter.end()

    def _text_place(self) -> QRect:
        before, end = self._before_px(), self._end_px()
        if self.isRightToLeft():
            before, end = end, before
        return self.rect().adjusted(before, 0, -end, 0)

    def _dress(self) -> None:
        role = self._kind.value[1]
        self._theme.dress(self, role, disabled_role=role)

    def _before_px(self) -> int:
        return self._px("start") + self._px("icon") + self._px("gap")

    def _end_px(self) -> int:
        return self._px("end")

    def _px(self, name: str) -> int:
        return self._theme.px(f"{self._measures}.{name}")

    def _fit(self) -> None:
        text = self.text()
        room_px = self.width() - self._before_px() - self._end_px()
        metrics = QFontMetrics(self.font())
        if self._is_laid_out and room_px < metrics.horizontalAdvance(text):
            # Imported here: see `theme/paint_flags`.
            from PySide6.QtCore import Qt

            self._shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)
        else:
            self._shown = text
        self.setToolTip(tool_tip(text) if self._shown != text else "")
