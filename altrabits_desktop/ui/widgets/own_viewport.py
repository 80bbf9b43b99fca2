"""A viewport that Python knows.

The first widget of Qt's own making that Python is given, as by `viewport`, lets it look through
all classes of widgets for the nearest one, and build each of them with its enumerations: 10 ms,
and memory for as long as the program lives. Not for a `QTextEdit`, whose document paints on the
viewport that it began with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


def clear_viewport(area: QAbstractScrollArea) -> QWidget:
    """Give an area a viewport through which the ground shows; before anything else is set.

    All else is as with the viewport that Qt makes, once it is told to `take_touch`.
    """
    viewport = QWidget(area)
    area.setViewport(viewport)
    if not isinstance(area, QScrollArea):
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(False)
    return viewport


def take_touch(viewport: QWidget) -> None:
    """Let a viewport hear fingers."""
    # Imported here: see `ui.theme.paint_flags`.
    from PySide6.QtCore import Qt

    viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
