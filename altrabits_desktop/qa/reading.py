"""What stands on the screen, as a person would read it: names of objects, and texts."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = frozenset("*?[")
"""Where one of them stands in a name, it may be a pattern."""


def shown(window: QWidget, pattern: str = "*") -> list[QWidget]:
    """Give the named objects that can be seen now, in reading order.

    Args:
        window: where to look.
        pattern: object name; `*` stands for anything.
    """
    found = [
        widget
        for widget in _named(window, pattern)
        if widget.isVisible() and widget.objectName() and is_named(widget, pattern)
    ]
    return sorted(found, key=lambda widget: _place(window, widget))


def is_named(widget: QWidget, pattern: str) -> bool:
    """Tell whether an object has a name; ids with brackets are taken as they stand."""
    name = widget.objectName()
    return name == pattern or fnmatchcase(name, pattern)


def text_of(widget: QWidget) -> str:
    """Give all texts in an object, in reading order, one a line."""
    parts = [widget, *widget.findChildren(QWidget)]
    seen = [part for part in parts if part.isVisible() or part is widget]
    ordered = sorted(seen, key=lambda part: _place(widget, part))
    return "\n".join(text for part in ordered for text in _own_texts(part) if text)


def _named(window: QWidget, pattern: str) -> list[QWidget]:
    if _SIGNS.isdisjoint(pattern):
        # Qt looks for a whole name many times faster than a walk from here.
        return window.findChildren(QWidget, pattern)
    return window.findChildren(QWidget)


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield widget.text() or widget.accessibleName()
        case QAbstractButton():
            # A count that is painted beside the words is in the spoken name alone.
            words, spoken = widget.text(), widget.accessibleName()
            yield words
            yield spoken if spoken != words else ""
        case QLineEdit():
            yield widget.text()
        case QPlainTextEdit() | QTextEdit() | PlainView() | TextField():
            yield widget.toPlainText()
        case QAbstractItemView():
            yield from _rows(widget)
        case _:
            yield ""


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        yield str(spoken or index.data(Qt.ItemDataRole.DisplayRole) or "")


def _place(inside: QWidget, widget: QWidget) -> tuple[int, int]:
    if widget is inside:
        return (-1, -1)
    corner = widget.mapTo(inside, widget.rect().topLeft())
    return (corner.y(), corner.x())
