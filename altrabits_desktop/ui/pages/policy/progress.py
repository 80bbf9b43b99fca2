"""Below the contents: how far one has read, or where one is among the places found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class ProgressLine(QWidget):
    """A sentence over a bar.

    Args:
        theme: the look in force.
        type_name: row of the type table that the sentence is in.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, type_name: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(theme, type_name=type_name, role="text.2", numeric=True)
        self._bar = _Bar(theme)
        self.setFixedHeight(theme.px("policy.contents_foot"))
        padding = theme.px("policy.entry_padding")
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, theme.px("space.3"), padding, 0)
        column.setSpacing(theme.px("space.2"))
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addStretch(1)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_share(self, share: float, *, words: str) -> None:
        """Show a share from 0 to 1, and say it."""
        self._words.set_text(words)
        self._bar.set_share(share)


class HitsLine(QWidget):
    """Which place of how many, and the ways to the ones beside it.

    Args:
        theme: the look in force.
        parent: owner.
    """

    stepped = Signal(int)
    """The next place is wanted, or the one before by -1."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(theme, role="text.2", numeric=True)
        self._back = IconButton(
            theme, "chevron-up", name=translate("policy", "Show the place before")
        )
        self._back.setObjectName("policy.search.previous")
        self._back.clicked.connect(self._step_back)
        self._on = IconButton(
            theme, "chevron-down", name=translate("policy", "Show the next place")
        )
        self._on.setObjectName("policy.search.next")
        self._on.clicked.connect(self._step_on)
        self.setFixedHeight(theme.px("policy.contents_foot"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px("policy.entry_padding"), 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        row.addWidget(self._on)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_words(self, words: str, *, is_found: bool) -> None:
        """Say where one is; the ways are there only where something was found."""
        self._words.set_text(words)
        self._back.setVisible(is_found)
        self._on.setVisible(is_found)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)


class _Bar(QWidget):
    """Decoration: the words above it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(theme.px("policy.progress"))

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole = QPainter(self), QRectF(self.rect())
        radius = whole.height() / 2
        paint_box(painter, whole, fill=self._theme.colour("track"), radius=radius)
        done = QRectF(whole)
        done.setWidth(whole.width() * self._share)
        if self.isRightToLeft():
            done.moveRight(whole.right())
        if self._share:
            paint_box(painter, done, fill=self._theme.colour("accent"), radius=radius)
        painter.end()
