"""Where a person is on a page: what has the focus and how far it is scrolled.

Kept by names, so that it holds on a page that is made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.ui.shell.scrolling import scroll_area_of
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody was on a page."""

    page: str
    """Object name, as below."""
    control: str
    """What had the focus; "" for nothing that has a name."""
    has_ring: bool
    scrolled_px: int


def whereabouts_on(page: QWidget) -> Whereabouts:
    """Give where somebody is on the open page."""
    control: QWidget | None = page.window().focusWidget()
    area = scroll_area_of(page)
    return Whereabouts(
        page=page.objectName(),
        control=control.objectName() if control is not None else "",
        has_ring=has_ring(control),
        scrolled_px=area.verticalScrollBar().value() if area is not None else 0,
    )


def return_to(
    place: Whereabouts, page: QWidget, *, regions: Iterable[QWidget], is_by_key: bool
) -> None:
    """Lead back to a place if its page is open again.

    Args:
        place: from `whereabouts_on`.
        page: what is open now.
        regions: where the control may lie.
        is_by_key: whether the control shows its ring.
    """
    if page.objectName() != place.page:
        return
    regions = tuple(regions)
    _build(place, page, regions)
    _scroll(page, place.scrolled_px)
    control = _control(place, regions)
    if control is not None:
        control.setFocus(reason_of(is_by_key=is_by_key))


def _build(place: Whereabouts, page: QWidget, regions: Iterable[QWidget]) -> None:
    """Let a page that makes its parts one by one make those now that the place needs."""
    build_until = getattr(page, "build_until", None)
    build_rest = getattr(page, "build_rest", None)
    if callable(build_until) and not place.scrolled_px:
        build_until(lambda: not place.control or _control(place, regions) is not None)
    elif callable(build_rest):
        build_rest()
        QApplication.sendPostedEvents()


def _control(place: Whereabouts, regions: Iterable[QWidget]) -> QWidget | None:
    found = (region.findChild(QWidget, place.control) for region in regions if place.control)
    control = next((each for each in found if isinstance(each, QWidget)), None)
    return control if control is not None and control.isVisibleTo(control.window()) else None


def _scroll(page: QWidget, scrolled_px: int) -> None:
    area = scroll_area_of(page)
    if area is not None:
        area.verticalScrollBar().setValue(scrolled_px)
