"""A choice of a few things whose words come from elsewhere: boxes of one width, in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.choice_look import choice_fill, choice_font, paint_choice_words
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut
from altrabits_desktop.ui.widgets.pressing import press_by_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from altrabits_desktop.ui.theme.theme import Theme


def columns_for(count: int, *, width_px: int, cell_px: int, gap_px: int) -> int:
    """Give how many stand side by side, at least 1; pure.

    Args:
        count: how many there are, 1 or more.
        width_px: the room there is.
        cell_px: what the widest needs.
        gap_px: between two.
    """
    fitting = max(1, min(count, (width_px + gap_px) // (cell_px + gap_px)))
    rows = -(-count // fitting)
    # As even as it goes: four and three rather than six and one.
    return -(-count // rows)


class ChoiceGrid(QWidget):
    """One at most is chosen; arrow keys choose, Tab passes by.

    Args:
        theme: the look in force.
        name: what is chosen, read aloud.
        prefix: begin of the object names; a number follows.
        parent: owner.
    """

    chosen = Signal(str)
    """What the person chose."""

    def __init__(
        self, theme: Theme, *, name: str, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._prefix = prefix
        self._choices: tuple[str, ...] = ()
        self._buttons: list[_ChoiceButton] = []
        self._columns = 0
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px("space.2"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def columns(self) -> int:
        """How many stand side by side now."""
        return self._columns

    def set_choices(self, choices: Sequence[str]) -> None:
        """Show other things to choose; nothing happens for the same ones."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._make(number, text) for number, text in enumerate(choices, 1)]
        self._columns = 0
        self._arrange()

    def choose(self, choice: str) -> None:
        """Show what is chosen without a word to anybody; "" for nothing of it."""
        for button in self._buttons:
            # Qt lets go of the last one of a group only when it is no group.
            button.setAutoExclusive(False)
            button.setChecked(button.words == choice)
        for button in self._buttons:
            button.setAutoExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self, number: int, text: str) -> _ChoiceButton:
        button = _ChoiceButton(self._theme, text, parent=self)
        button.setObjectName(f"{self._prefix}.{number}")
        button.wanted.connect(self.chosen)
        return button

    def _arrange(self) -> None:
        if not self._buttons:
            return
        cell_px = max(button.whole_px for button in self._buttons)
        columns = columns_for(
            len(self._buttons),
            width_px=self.width(),
            cell_px=cell_px,
            gap_px=self._theme.px("space.2"),
        )
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, button in enumerate(self._buttons):
            self._grid.addWidget(button, number // columns, number % columns)
            button.show()


class _ChoiceButton(QRadioButton):
    wanted = Signal(str)
    """A person pressed it."""

    def __init__(self, theme: Theme, words: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = words
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.control"))
        self.setText(without_shortcut(words))
        self.setAccessibleName(words)
        self.setToolTip(tool_tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self.toggled.connect(self._dress)
        # Not told for a change that no person has made.
        self.clicked.connect(self._tell)
        self._dress()

    @property
    def whole_px(self) -> int:
        """How wide it is with all of its words."""
        text_px = QFontMetrics(self._theme.font("chosen")).horizontalAdvance(self.words)
        return text_px + 2 * self._theme.px("button.padding")

    def sizeHint(self) -> QSize:
        return QSize(self.whole_px, self._theme.px("button.normal"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("button.normal"), self._theme.px("button.normal"))

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
        theme = self._theme
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(choice_fill(self, theme, at_rest=theme.colour("card"))),
            edge=None if self.isChecked() else theme.colour("border"),
            radius=theme.px("corner.control"),
        )
        room_px = self.width() - 2 * theme.px("space.2")
        # Imported here: see `theme/paint_flags`.
        from PySide6.QtCore import Qt

        metrics = QFontMetrics(choice_font(self, theme))
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room_px)
        paint_choice_words(painter, self, shown, theme=theme)
        painter.end()

    def _dress(self) -> None:
        self._theme.dress(self, self._text_role)

    def _tell(self) -> None:
        self.wanted.emit(self.words)

    @property
    def _text_role(self) -> str:
        return "accent.text" if self.isChecked() else "text"
