"""Colours made of other colours; none is written here."""

from __future__ import annotations

from PySide6.QtGui import QColor


def clear(colour: QColor) -> QColor:
    """Give the same colour, not to be seen."""
    # Copying a colour by its constructor loads what `paint_flags` speaks of.
    return QColor(colour.red(), colour.green(), colour.blue(), 0)


def with_share(colour: QColor, share: float) -> QColor:
    """Give the same colour, as dense as a share from 0 to 1."""
    dense = clear(colour)
    dense.setAlphaF(share)
    return dense


def mixed(start: QColor, end: QColor, share: float) -> QColor:
    """Give the colour at a share of the way from one to the other; a clear one takes no hue."""
    if not start.alpha():
        start = clear(end)
    if not end.alpha():
        end = clear(start)
    return QColor(
        _between(start.red(), end.red(), share),
        _between(start.green(), end.green(), share),
        _between(start.blue(), end.blue(), share),
        _between(start.alpha(), end.alpha(), share),
    )


def _between(start: int, end: int, share: float) -> int:
    return round(start + (end - start) * share)
