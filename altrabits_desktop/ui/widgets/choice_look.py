"""How one of several choices looks: chosen, under the pointer, or at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.theme.paint_flags import CENTRE, direction
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPainter
    from PySide6.QtWidgets import QAbstractButton

    from altrabits_desktop.ui.theme.theme import Theme


def choice_fill(button: QAbstractButton, theme: Theme, *, at_rest: QColor) -> QColor:
    """Give what a choice is filled with just now."""
    if button.isChecked():
        return theme.colour("accent.soft")
    if appearance_of(button) in {Appearance.HOVER, Appearance.PRESSED}:
        return theme.colour("row.hover")
    return at_rest


def choice_font(button: QAbstractButton, theme: Theme) -> QFont:
    """Give the font of a choice: a stronger one where it is chosen."""
    return theme.font("chosen" if button.isChecked() else "label")


def paint_choice_words(
    painter: QPainter, button: QAbstractButton, words: str, *, theme: Theme
) -> None:
    """Paint the words of a choice in its middle; there must be room for them."""
    painter.setFont(choice_font(button, theme))
    painter.drawText(button.rect(), CENTRE | direction(words), words)
