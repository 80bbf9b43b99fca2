"""Walks a window as a screen reader does, and tells what a person without a mouse would miss."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton

from altrabits_desktop.qa.names import interactive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

ROLE = QAccessible.Role
NAMED = frozenset(
    {
        *(ROLE.PushButton, ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.Link),
        *(ROLE.EditableText, ROLE.ComboBox, ROLE.Slider, ROLE.SpinBox, ROLE.MenuItem),
        *(ROLE.Graphic, ROLE.List, ROLE.ListItem, ROLE.Table, ROLE.Dialog, ROLE.ProgressBar),
    }
)
DEPTH = 40


def windows_of(window: QWidget) -> list[QWidget]:
    """Give a window and the dialogs that stand before it."""
    before = [
        top
        for top in QApplication.topLevelWidgets()
        if top.isVisible() and top is not window and window.isAncestorOf(top)
    ]
    return [window, *before]


def nameless(window: QWidget) -> list[str]:
    """Give what is told to a screen reader without a name."""
    return [
        f"{place.role().name} {place.object().objectName()}"
        for place in _places(QAccessible.queryAccessibleInterface(window))
        if place.role() in NAMED and not place.text(QAccessible.Text.Name)
    ]


def named_alike(window: QWidget) -> dict[str, set[str]]:
    """Give the names that several controls share, and which; a choice is told by its group."""
    controls = [each for each in interactive(window) if not isinstance(each, QRadioButton)]
    counted = Counter(each.accessibleName() for each in controls)
    return {
        name: {each.objectName() for each in controls if each.accessibleName() == name}
        for name, count in counted.items()
        if count > 1
    }


def out_of_reach(window: QWidget) -> set[str]:
    """Give what can be pressed, filled or moved, and Tab does not lead to."""
    return {
        each.objectName() or type(each).__name__
        for each in interactive(window)
        if each.isEnabled() and not each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    }


def without_object_name(window: QWidget) -> list[str]:
    """Give what a script cannot name."""
    return [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and not each.objectName()
    ]


def _places(place: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    yield place
    for number in range(place.childCount() if depth < DEPTH else 0):
        child = place.child(number)
        if child.isValid() and not child.state().invisible:
            yield from _places(child, depth + 1)
