"""How far a new password has come: a few bars, and the count in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from altrabits_desktop.contract.accounts import PASSWORD_LEAST
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class LengthMeter(QWidget):
    """Counts characters up to the least number, and says no more of a password.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars(theme)
        self._words = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(self._bars, 1)
        row.addWidget(self._words)
        self.show_length(0)

    @property
    def words(self) -> str:
        """The count as it is said."""
        return self._words.text()

    def show_length(self, characters: int) -> None:
        """Show how many characters there are."""
        self._bars.fill(characters)
        self._words.set_text(words.length_words(characters))
        self._words.set_role("ok" if characters >= PASSWORD_LEAST else "text.2")
        self.setAccessibleName(self._words.text())


class _Bars(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._characters = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, characters: int) -> None:
        self._characters = characters
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self._theme.px("account.meter_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        parts, gap = theme.px("account.meter_parts"), theme.px("account.meter_gap")
        high = self.height()
        width = (self.width() - gap * (parts - 1)) / parts
        filled = min(parts, self._characters * parts // PASSWORD_LEAST)
        role = "ok" if self._characters >= PASSWORD_LEAST else "accent"
        for number in range(parts):
            place = parts - 1 - number if self.isRightToLeft() else number
            bar = QRectF(place * (width + gap), 0, width, high)
            fill = theme.colour(role if number < filled else "track")
            paint_box(painter, bar, fill=fill, radius=high / 2)
        painter.end()
