"""A choice of a few things side by side: two views, three themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.choice_look import choice_fill, paint_choice_words
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut
from altrabits_desktop.ui.widgets.pressing import press_by_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Segment:
    """One thing to choose: its key in the program, its words, and the icon in their place."""

    key: str
    text: str
    icon: str = ""
    """Shown instead of the text, which is then the tool tip."""


class Segmented(QWidget):
    """Side by side, exactly one chosen; arrow keys choose, Tab passes by.

    Args:
        theme: the look in force.
        segments: what there is to choose; the first is chosen.
        name: what is chosen, read aloud.
        parent: owner.
    """

    chosen = Signal(str)
    """The key of what the person chose."""

    def __init__(
        self,
        theme: Theme,
        segments: Sequence[Segment],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, _SegmentButton] = {}
        self.setAccessibleName(name)
        inset = theme.px("segments.inset")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.setSpacing(0)
        for segment in segments:
            button = _SegmentButton(theme, segment, parent=self)
            button.setObjectName(segment.key)
            button.toggled.connect(self._tell)
            layout.addWidget(button)
            self._buttons[segment.key] = button
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(segments[0].key)

    @property
    def key(self) -> str:
        """The key of what is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Show what is chosen without a word to anybody."""
        self.blockSignals(True)
        self._buttons[key].setChecked(True)
        self.blockSignals(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("card"),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.control"),
        )
        painter.end()

    def _tell(self, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(self.key)


class _SegmentButton(QRadioButton):
    def __init__(self, theme: Theme, segment: Segment, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segment = segment
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.inner"))
        self.setText(without_shortcut(segment.text))
        self.setAccessibleName(segment.text)
        if segment.icon:
            self.setToolTip(tool_tip(segment.text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self.toggled.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        theme = self._theme
        height = theme.px("segments.height") - 2 * theme.px("segments.inset")
        if self._segment.icon:
            return QSize(theme.px("icon.button") + 2 * theme.px("segments.padding"), height)
        text_px = QFontMetrics(theme.font("chosen")).horizontalAdvance(self._segment.text)
        return QSize(text_px + 2 * theme.px("segments.padding_text"), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        at_rest = clear(self._theme.colour("row.hover"))
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(choice_fill(self, self._theme, at_rest=at_rest)),
            radius=self._theme.px("corner.inner"),
        )
        if self._segment.icon:
            size_px = self._theme.px("icon.button")
            away = QPointF((self.width() - size_px) / 2, (self.height() - size_px) / 2)
            self._theme.icons.paint(
                painter,
                self._segment.icon,
                self._text_role,
                corner=away,
                size_px=size_px,
                rtl=self.isRightToLeft(),
            )
        else:
            paint_choice_words(painter, self, self._segment.text, theme=self._theme)
        painter.end()

    @property
    def _text_role(self) -> str:
        return "accent.text" if self.isChecked() else "text.2"

    def _dress(self) -> None:
        self._theme.dress(self, self._text_role)
