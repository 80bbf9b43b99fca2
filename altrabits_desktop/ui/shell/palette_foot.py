"""The foot of the command palette: which keys do what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class PaletteFoot(QWidget):
    """Caps and words in one line.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        side = theme.px("palette.inset") + theme.px("palette.padding")
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(theme.px("space.2"))
        for caps, words in (
            (("↑", "↓"), translate("commands", "choose", "key of the list")),
            ((translate("key", "Enter"),), translate("commands", "do it", "key of the list")),
            (("?",), translate("commands", "all shortcuts", "key of the list")),
        ):
            if row.count():
                row.addSpacing(theme.px("space.2"))
            for cap in caps:
                row.addWidget(KeyCap(theme, cap))
            row.addWidget(ElidedLabel(theme, words, role="text.2"))
        row.addStretch(1)
