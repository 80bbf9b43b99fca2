"""Scrolling by a finger on the screen, for a kiosk that has neither wheel nor keys."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties

_NEVER = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
_OVERSHOOT = (
    QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
    QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
)


def let_fingers_scroll(area: QAbstractScrollArea) -> None:
    """Let a finger move what an area shows up and down; one that moves across still drags a slider.

    It stops at its ends. What is touched first is pressed only when the finger does not move it.
    """
    viewport = area.viewport()
    # Not the gesture of touches: with that one the button below would be pressed as well. Touches
    # come as presses of the mouse here, as nothing in this program takes them itself.
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.LeftMouseButtonGesture)
    scroller = QScroller.scroller(viewport)
    properties = scroller.scrollerProperties()
    for metric in _OVERSHOOT:
        properties.setScrollMetric(metric, _NEVER)
    scroller.setScrollerProperties(properties)
