"""What scrolls: no frame, the ground showing through, a thin bar over the page's own margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from altrabits_desktop.ui.theme.paint_flags import NO_FOCUS, NO_SCROLL_BAR
from altrabits_desktop.ui.widgets.own_viewport import clear_viewport, take_touch

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QScrollBar, QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class ScrollArea(QScrollArea):
    """Scrolls one widget up and down; the widget is always as wide as the area.

    The bar lies over the end of the content, where a page has its margin, so that nothing moves
    when it comes or goes.

    Args:
        theme: the look in force.
        content: what is scrolled; owned from now on.
        away: name of the measure between the bar and the area's end.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        content: QWidget,
        *,
        away: str = "scroll.away",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._away_px = theme.px(away)
        clear_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("horizontalScrollBarPolicy", NO_SCROLL_BAR)
        self.setProperty("verticalScrollBarPolicy", NO_SCROLL_BAR)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.bar: QScrollBar | None = None
        """There since the content was first higher than the area: a bar costs 5 ms."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The area filters the events of its content already, for the sake of this one.
        is_taken = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize:
            self._follow_size()
        return is_taken

    def _follow_size(self) -> None:
        is_higher = self._content.height() > self.viewport().height()
        if self.bar is None and not is_higher:
            return
        bar, own = self.bar or self._make_bar(), self.verticalScrollBar()
        width, away = self._theme.px("scroll.width"), self._away_px
        left = away if self.isRightToLeft() else self.width() - away - width
        bar.setGeometry(left, 0, width, self.height())
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(own.singleStep())
        bar.setRange(own.minimum(), own.maximum())
        bar.setValue(own.value())
        bar.setVisible(is_higher)
        bar.raise_()

    def _make_bar(self) -> QScrollBar:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QScrollBar

        bar = self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        bar.setObjectName("scroll_bar")
        take_touch(self.viewport())
        # The area's own bar stays hidden and keeps the truth; ours follows it and leads it.
        own = self.verticalScrollBar()
        own.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(own.setValue)
        return bar


def bring_into_sight(part: QWidget) -> None:
    """Scroll whatever a part lies in until it can be seen."""
    place = part.parentWidget()
    while place is not None:
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(part)
        place = place.parentWidget()
