"""The ways a streamer was heard, as chips side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.chip import Chip, ChipKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class WaysLine(QWidget):
    """One chip a way; there are four ways at most.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, theme.px("space.2"))
        self._row.setSpacing(theme.px("space.2"))
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_ways(self, ways: Sequence[str]) -> None:
        """Show other ways; without any it takes no room."""
        self.setVisible(bool(ways))
        while len(self._chips) < len(ways):
            chip = Chip(self._theme, kind=ChipKind.OK)
            self._row.insertWidget(len(self._chips), chip)
            self._chips.append(chip)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(ways))
        for chip, way in zip(self._chips, ways, strict=False):
            chip.set_state("check", way, ChipKind.OK)
