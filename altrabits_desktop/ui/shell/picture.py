"""The window as a person sees it: with the dialog and the menus that stand before it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QMenu, QWidget


def picture_of(window: QWidget) -> QPixmap:
    """Give a picture of the window; dialogs and menus are windows of their own for Qt."""
    picture = window.grab()
    painter = QPainter(picture)
    corner = window.mapToGlobal(QPoint(0, 0))
    before: list[QWidget] = [*window.findChildren(QDialog), *window.findChildren(QMenu)]
    for part in before:
        if part.isVisible():
            at = part.mapToGlobal(QPoint(0, 0)) - corner
            painter.setClipRegion(part.mask().translated(at))
            painter.setClipping(not part.mask().isEmpty())
            painter.drawPixmap(at, part.grab())
    painter.end()
    return picture
