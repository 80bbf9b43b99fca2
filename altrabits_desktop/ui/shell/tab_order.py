"""The order in which Tab leads through the window: side bar, page, banners.

Qt would go by the order in which things were made, and pages are made after banners.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget


def neighbour(window: QWidget, regions: Sequence[QWidget], *, is_next: bool) -> QWidget | None:
    """Give what Tab leads to from where the focus is, or what Shift+Tab does; None for nothing.

    Args:
        window: all of it.
        regions: in the order of reading; what lies in none of them goes with the second.
        is_next: onwards, not back.
    """
    chain = list(_chain(window))
    # The sort keeps the order that things have within their region.
    chain.sort(key=lambda widget: _place(widget, regions))
    here = window.focusWidget()
    at = chain.index(here) if here in chain else -1
    onwards = [*chain[at + 1 :], *chain[: max(at, 0)]]
    if not is_next:
        onwards.reverse()
    return next((widget for widget in onwards if _takes_tab(widget, window)), None)


def lead_on(window: QWidget, regions: Sequence[QWidget], *, is_next: bool) -> bool:
    """Lead the keyboard where Tab leads, scrolled into sight; tells whether it leads anywhere."""
    found = neighbour(window, regions, is_next=is_next)
    if found is None:
        return False
    reason = Qt.FocusReason
    found.setFocus(reason.TabFocusReason if is_next else reason.BacktabFocusReason)
    bring_into_sight(found)
    return True


def _chain(window: QWidget) -> Iterator[QWidget]:
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _place(widget: QWidget, regions: Sequence[QWidget]) -> int:
    inside = (
        number
        for number, region in enumerate(regions)
        if widget is region or region.isAncestorOf(widget)
    )
    return next(inside, 1)


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    is_wanted = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(
        is_wanted
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisibleTo(window)
        and widget.window() is window
        and not _gives_way(widget)
    )


def _gives_way(widget: QWidget) -> bool:
    """Tell whether Tab leads to another one of a choice: to what is chosen."""
    if not isinstance(widget, QRadioButton) or widget.isChecked():
        return False
    choice = widget.parentWidget()
    buttons = [] if choice is None else choice.findChildren(QRadioButton)
    return any(each.isChecked() for each in buttons)
