"""Keys that scroll the open page wherever the focus is, unless what has it uses them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def scroll_area_of(page: QWidget | None) -> QAbstractScrollArea | None:
    """Give what scrolls on a page now; of several what has the focus in it. None for nothing."""
    if page is None:
        return None
    here: QWidget | None = page.window().focusWidget()
    areas = [
        area
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisibleTo(page) and not isinstance(area, (PlainView, TextField))
    ]
    holding = (area for area in areas if here is not None and area.isAncestorOf(here))
    return next(holding, areas[0] if areas else None)


def scroll_by_key(page: QWidget | None, key: int) -> bool:
    """Scroll a page by a key, and tell whether it was one that scrolls."""
    area = scroll_area_of(page)
    move = next((action for known, action in _MOVES.items() if known == key), None)
    if area is None or move is None:
        return False
    area.verticalScrollBar().triggerAction(move)
    return True


def scroll_by_press(page: QWidget | None, event: QKeyEvent) -> bool:
    """Scroll a page by a key pressed alone, and tell whether it was one that scrolls."""
    # The keys beside the digits tell a modifier of their own.
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and scroll_by_key(page, event.key())
