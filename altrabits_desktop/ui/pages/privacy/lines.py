"""The lines of the cards on page Privacy: an icon, a name, what is to be known of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.pages.privacy.words import FeatureLine
    from altrabits_desktop.ui.theme.theme import Theme

LINES_MOST = 100
"""Of one kind in one card: nobody reads on, and a server may tell of thousands."""
_AT_ONCE = 16
"""As many as are in sight; the others follow, some in each turn of the loop."""
_IN_A_TURN = 2


class Line(QWidget):
    """An icon and words, with a border to the line above.

    Args:
        theme: the look in force.
        icon: name of the icon.
        name: what it is.
        note: a second line; "" for none.
        rest: a text below that wraps; "" for none.
        icon_role: role of the icon's colour.
        end: what stands at the end; owned from now on.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        icon: str,
        name: str,
        note: str = "",
        rest: str = "",
        icon_role: str = "text.2",
        end: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_first = True
        self.setAccessibleName(". ".join(text for text in (name, note, rest) if text))
        gap = theme.px("space.2") + (theme.px("space.1") // 2 if note else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap, 0, gap)
        row.setSpacing(theme.px("space.3"))
        mark = IconMark(theme, icon, role=icon_role, size_px=theme.px("icon.button"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop if rest else Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, name, type_name="label", numeric=True))
        if note:
            column.addWidget(ElidedLabel(theme, note, role="text.2", numeric=True))
        if rest:
            column.addSpacing(theme.px("space.1"))
            column.addWidget(TextBlock(theme, rest))
        row.addLayout(column, 1)
        if end is not None:
            row.addWidget(
                end, 0, Qt.AlignmentFlag.AlignTop if rest else Qt.AlignmentFlag.AlignVCenter
            )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        least = theme.px("privacy.row" if note else "privacy.feature")
        self.setMinimumHeight(least)

    def set_first(self, *, is_first: bool) -> None:
        """Tell whether there is no line above, and so no border."""
        self._is_first = is_first
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_first:
            return
        painter, high = QPainter(self), self._theme.px("card.edge")
        place = QRectF(0, 0, self.width(), high)
        paint_box(painter, place, fill=self._theme.colour("border"), radius=0)
        painter.end()


class LinesCard(Card):
    """A heading, perhaps a word at its end, and lines that may be others later.

    Args:
        theme: the look in force.
        heading: what the lines are about.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._heading = ElidedLabel(theme, heading, type_name="name")
        self._aside = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._sentence = TextBlock(theme)
        self._lines: list[Line] = []
        self._rest: Iterator[Line] = iter(())
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._go_on)
        self.setAccessibleName(heading)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px("space.3"))
        head.addWidget(self._heading, 1)
        head.addWidget(self._aside)
        self._column.addLayout(head)
        self._column.addSpacing(theme.px("space.2"))
        self._column.addWidget(self._sentence)
        self._sentence.hide()
        self._columns = 1
        self._body = QHBoxLayout()
        self._body.setSpacing(theme.px("space.8"))
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._pad()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown below the heading."""
        return tuple(self._lines)

    @property
    def sentence(self) -> str:
        """What is said instead of lines, or before them."""
        return self._sentence.text()

    def set_heading(self, heading: str, *, aside: str = "") -> None:
        """Name the lines, with a word at the end of the heading."""
        self._heading.set_text(heading)
        self._aside.set_text(aside)
        self.setAccessibleName(heading)

    def say(self, sentence: str) -> None:
        """Say something above the lines; "" for nothing."""
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self._pad()

    def add(self, part: QWidget) -> None:
        """Put something between heading and lines; owned from now on."""
        self._column.insertWidget(2, part)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines; owned from now on. Those beyond the first few follow soon."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._rest = islice(lines, LINES_MOST)
        self._lines = list(islice(self._rest, _AT_ONCE))
        self._settle()
        self._pad()
        # What is made of each takes milliseconds, and the window must answer meanwhile.
        self._turns.start(0)

    def _go_on(self) -> None:
        more = list(islice(self._rest, _IN_A_TURN))
        if not more:
            self._turns.stop()
            return
        self._lines += more
        taken = self._body.itemAt(0)
        column = taken.layout() if taken is not None else None
        if self._columns > 1 or not isinstance(column, QVBoxLayout):
            self._settle()
            return
        for line in more:
            line.set_first(is_first=False)
            column.insertWidget(column.count() - 1, line)
            line.show()

    def set_columns(self, columns: int) -> None:
        """Let the lines stand in so many columns, the first ones in the first."""
        if columns != self._columns:
            self._columns = columns
            self._settle()

    def _settle(self) -> None:
        while (taken := self._body.takeAt(0)) is not None:
            former = taken.layout()
            if former is None:
                continue
            # Nobody tells a layout that stands nowhere that its widgets are gone; one of Qt's items
            # that is not its widget's first would then look at it.
            while former.takeAt(0) is not None:
                pass
            former.deleteLater()
        high = -(-len(self._lines) // self._columns)
        for begin in range(0, len(self._lines), max(1, high)):
            column = QVBoxLayout()
            column.setSpacing(0)
            self._body.addLayout(column, 1)
            for number, line in enumerate(self._lines[begin : begin + high]):
                line.set_first(is_first=number == 0)
                column.addWidget(line)
                line.show()
            column.addStretch(1)

    def _pad(self) -> None:
        # Lines bring room of their own.
        edge = self._look.px("card.padding") + self._look.px("card.edge")
        below = self._look.px("space.2") if self._lines else edge
        self._column.setContentsMargins(edge, edge, edge, below)


def left_out_words(count: int, command: str) -> str:
    """Give that a card has not all of so many lines, and what lists them; "" where it has.

    Args:
        count: how many there are.
        command: of the console; never translated.
    """
    if count <= LINES_MOST:
        return ""
    words = translate("privacy", "The latest {shown} of {count} are here; “{command}” lists all.")
    return fill(words, shown=LINES_MOST, count=count, command=command)


def feature_widgets(theme: Theme, features: Iterable[FeatureLine], *, is_open: bool) -> list[Line]:
    """Give one line a feature: a tick before what is open, a lock behind what is not."""
    widgets: list[Line] = []
    for feature in features:
        lock = None if is_open else IconMark(theme, "lock", size_px=theme.px("icon.chip"))
        widgets.append(
            Line(
                theme,
                icon="check" if is_open else feature.icon,
                icon_role="ok" if is_open else "text.2",
                name=feature.words,
                end=lock,
            )
        )
    return widgets
