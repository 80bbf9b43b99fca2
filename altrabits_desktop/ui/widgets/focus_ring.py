"""The focus ring: 2 px of accent, 2 px away from its control, shown for the keyboard only.

It lies over the neighbours as a widget of its own in the page (or in what a scroll area scrolls),
because a control cannot paint outside itself. A control makes one `FocusRing` and tells it when
the focus comes and goes; the widget behind it is made when the ring is first seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.ring_frame import RingFrame


class FocusRing:
    """Shows and hides the ring of one control.

    Args:
        control: what has the focus.
        theme: the look in force.
        radius_px: of the control's own corners; the ring's are wider by its distance.
        is_always_shown: also for the mouse, as fields want it.
    """

    def __init__(
        self, control: QWidget, theme: Theme, *, radius_px: int, is_always_shown: bool = False
    ) -> None:
        self._control = control
        self._theme = theme
        self._radius_px = radius_px
        self._is_always_shown = is_always_shown
        self._was_shown = False
        self._frame: RingFrame | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the ring is to be seen now."""
        return self._frame is not None and not self._frame.isHidden()

    def enter(self, reason: Qt.FocusReason) -> None:
        """The focus came to the control."""
        is_back = self._was_shown and is_passing(reason)
        self._was_shown = False
        if self._is_always_shown or is_keyboard(reason) or is_back:
            self.appear()

    def leave(self, reason: Qt.FocusReason) -> None:
        """The focus left the control."""
        # For a menu Qt tells it twice.
        self._was_shown = (self.is_shown or self._was_shown) and is_passing(reason)
        self.vanish()

    def appear(self) -> None:
        """Show the ring round the control; nothing happens for a control without a parent."""
        # Imported here: no ring is seen in the first window.
        from altrabits_desktop.ui.widgets.ring_frame import RingFrame, host_of

        host = host_of(self._control)
        if host is None:
            return
        if self._frame is None or self._frame.parentWidget() is not host:
            self.vanish()
            self._frame = RingFrame(
                self._control, host, theme=self._theme, radius_px=self._radius_px
            )
        self._frame.follow()

    def vanish(self) -> None:
        """Take the ring away."""
        if self._frame is not None:
            self._frame.stop()


def has_ring(widget: QWidget | None) -> bool:
    """Tell whether a control shows by its ring that the focus came by a key.

    Rows have a ring of their own and tell it by `has_ring`.
    """
    ring = getattr(widget, "ring", None)
    if isinstance(ring, FocusRing):
        return ring.is_shown
    return bool(getattr(widget, "has_ring", False))


def reason_of(*, is_by_key: bool) -> Qt.FocusReason:
    """Give why the focus goes somewhere by itself: with the ring after a key, else without."""
    from PySide6.QtCore import Qt

    reason = Qt.FocusReason
    return reason.ShortcutFocusReason if is_by_key else reason.OtherFocusReason


def is_keyboard(reason: Qt.FocusReason) -> bool:
    """Tell whether the focus came by a key."""
    from PySide6.QtCore import Qt

    return reason in {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }


def is_passing(reason: Qt.FocusReason) -> bool:
    """Tell whether the focus only went to another window or a menu and will be back."""
    from PySide6.QtCore import Qt

    return reason in {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
    }
