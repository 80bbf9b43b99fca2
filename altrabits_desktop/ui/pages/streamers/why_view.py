"""The doctor in the place of the list, for whoever misses a streamer while others are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.page import NothingFoundView
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class WhyView(QWidget):
    """The same as where nothing was found, with the way back to what was. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    left = Signal()
    """The person goes back to the list."""
    settings_wanted = Signal()

    def __init__(self, theme: Theme, services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = translate("streamers", "Why one may be missing")
        self.setObjectName("streamers.why")
        self.setAccessibleName(heading)
        self._back = IconButton(
            theme,
            "chevron-left",
            name=translate("streamers", "Back to the list"),
            look=IconLook.BOXED,
            size_px=theme.px("button.normal"),
        )
        self._back.setObjectName("streamers.why.back")
        self._back.clicked.connect(self.left)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px("space.3"))
        self._row.addWidget(self._back)
        self._row.addWidget(ElidedLabel(theme, heading, type_name="heading"), 1)
        doctor = NothingFoundView(theme, services)
        doctor.settings_wanted.connect(self.settings_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.4"))
        column.addLayout(self._row)
        column.addWidget(doctor, 1)

    def set_sides(self, sides_px: int) -> None:
        """Keep the head as far from the sides as everything below it."""
        self._row.setContentsMargins(sides_px, 0, sides_px, 0)

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at the way back."""
        self._back.setFocus(reason_of(is_by_key=is_by_key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)
