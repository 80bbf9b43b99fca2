"""A line that says the same in fewer words where the whole does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class FittingLabel(ElidedLabel):
    """Shows as much as there is room for; the whole is the tool tip while it is not shown.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="text.2", numeric=True, parent=parent)
        self._whole = ""
        self._short = ""
        self._tip = ""

    @property
    def whole(self) -> str:
        """What it says where there is room."""
        return self._whole

    def say(self, whole: str, *, short: str, tip: str = "") -> None:
        """Show the whole, or the short form where there is less room.

        Args:
            whole: one line.
            short: the same in fewer words.
            tip: always the tool tip; "" for the whole, while it is not shown.
        """
        self._whole, self._short, self._tip = whole, short, tip
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        is_whole = self.fontMetrics().horizontalAdvance(self._whole) <= self.width()
        self.set_text(self._whole if is_whole else self._short)
        said = self._tip or ("" if is_whole else self._whole)
        self.setToolTip(tool_tip(said) if said else "")
