"""Which of its states a button shows: as it is, or as the component sheet asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

SHOWN_AS = "shown_as"
"""Dynamic property that forces a state, for pictures of states."""


class Appearance(StrEnum):
    """How a control looks under the pointer."""

    NORMAL = "normal"
    HOVER = "hover"
    PRESSED = "pressed"
    DISABLED = "disabled"


def appearance_of(button: QAbstractButton) -> Appearance:
    """Give the state a button shows now."""
    forced = button.property(SHOWN_AS)
    if forced:
        return Appearance(forced)
    if not button.isEnabled():
        return Appearance.DISABLED
    if button.isDown():
        return Appearance.PRESSED
    return Appearance.HOVER if button.underMouse() else Appearance.NORMAL
