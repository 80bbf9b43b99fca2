"""What is open to one and what is not: two cards side by side, or below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from altrabits_desktop.ui.pages.privacy import words
from altrabits_desktop.ui.pages.privacy.lines import LinesCard, feature_widgets

if TYPE_CHECKING:
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.pages.privacy.words import FeatureLine
    from altrabits_desktop.ui.theme.theme import Theme


class Features(QWidget):
    """All that is open takes two columns where nothing is closed and there is room.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_wide = False
        self._open_shown: tuple[FeatureLine, ...] | None = None
        self._closed_shown: tuple[FeatureLine, ...] | None = None
        self._open = LinesCard(theme, heading="")
        self._open.setObjectName("privacy.open")
        self._closed = LinesCard(theme, heading="")
        self._closed.setObjectName("privacy.closed")
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.px("page.gap"))
        self._pair.addWidget(self._open, 1)
        self._pair.addWidget(self._closed, 1)

    def show_report(self, report: HomeReport) -> None:
        """Show how it stands, in both cards."""
        self.show_open(report)
        closed = words.feature_lines(report, is_open=False)
        self._closed.setVisible(bool(closed))
        self._closed.set_heading(words.closed_heading(report))
        if closed != self._closed_shown:
            self._closed_shown = closed
            self._closed.show_lines(feature_widgets(self._theme, closed, is_open=False))
        self.arrange(is_wide=self._is_wide)

    def show_open(self, report: HomeReport) -> None:
        """Show what is open, in its card alone."""
        opened = words.feature_lines(report, is_open=True)
        self._open.set_heading(words.open_heading(report))
        if opened != self._open_shown:
            self._open_shown = opened
            self._open.show_lines(feature_widgets(self._theme, opened, is_open=True))

    def arrange(self, *, is_wide: bool) -> None:
        """Stand side by side, or below each other."""
        self._is_wide = is_wide
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._open.set_columns(2 if is_wide and not self._closed_shown else 1)
