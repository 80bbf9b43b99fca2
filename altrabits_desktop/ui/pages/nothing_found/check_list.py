"""What was checked: a mark, what it is, and what was found, in two columns below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from altrabits_desktop.contract.doctor import Health
from altrabits_desktop.runtime.sentences_checks import check_found, check_label
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.doctor import Check
    from altrabits_desktop.ui.theme.theme import Theme

_MARKS = {
    Health.GOOD: ("check", "ok"),
    Health.BAD: ("warning", "bad"),
    Health.UNKNOWN: ("minus", "text.2"),
}
_COLUMNS = 2


class CheckList(QWidget):
    """Reads down the first column, then down the second.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px("space.3"))
        self._grid.setVerticalSpacing(0)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def set_checks(self, checks: Sequence[Check]) -> None:
        """Show other findings; the number of lines never changes after the first time."""
        if not self._lines:
            rows = -(-len(checks) // _COLUMNS)
            for number in range(len(checks)):
                line = _Line(self._theme, parent=self)
                self._grid.addWidget(line, number % rows, number // rows)
                self._lines.append(line)
        for line, check in zip(self._lines, checks, strict=True):
            line.show_check(check)


class _Line(QWidget):
    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = IconMark(theme, "minus")
        self._label = ElidedLabel(theme, type_name="label")
        self._found = ElidedLabel(theme, role="text.2", numeric=True)
        self._label.setFixedWidth(theme.px("checks.label"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px("card.edge"), 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label)
        row.addWidget(self._found, 1)
        self.setFixedHeight(theme.px("checks.line"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_check(self, check: Check) -> None:
        icon, role = _MARKS[check.health]
        self._mark.set_icon(icon, role=role)
        label, found = check_label(check.name), check_found(check)
        self._label.set_text(label)
        self._found.set_text(found)
        self.setAccessibleName(
            fill(
                translate("nothing found", "{what}: {found}", "read aloud"),
                what=label,
                found=found,
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("border"))
        painter.end()
