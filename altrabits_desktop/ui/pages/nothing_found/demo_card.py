"""What can be done without a streamer in the network: try the demo, or type an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.address_form import AddressForm
from altrabits_desktop.ui.widgets.artwork import Artwork
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_PICTURE = "products/cobalt-s1"


class DemoCard(Card):
    """A picture, the demo's button, and below a line the field for an address.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    demo_wanted = Signal()

    def __init__(self, theme: Theme, services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._start = PushButton(
            theme,
            translate("nothing found", "Start the demo"),
            icon="play",
            busy_text=translate("nothing found", "Starting"),
        )
        self._start.setObjectName("streamers.empty.demo")
        self._start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start.clicked.connect(self.demo_wanted)
        edge = theme.px("card.padding") + theme.px("card.edge")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px("space.3"))
        layout.addLayout(_head(theme))
        layout.addWidget(self._start)
        layout.addSpacing(theme.px("space.2"))
        layout.addWidget(_Line(theme))
        layout.addSpacing(theme.px("space.2"))
        layout.addWidget(AddressForm(theme, services, prefix="streamers.empty"))
        layout.addStretch(1)

    def set_starting(self, is_starting: bool) -> None:
        """Show that the demo is about to begin."""
        self._start.set_busy(is_starting)


def _head(theme: Theme) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(theme.px("space.1"))
    words.addStretch(1)
    words.addWidget(
        ElidedLabel(theme, translate("nothing found", "Try it anyway"), type_name="name")
    )
    words.addWidget(
        TextBlock(
            theme,
            translate("nothing found", "Three demo streamers, here"),
            type_name="text",
        )
    )
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(theme.px("space.3"))
    row.addWidget(
        Artwork(
            theme,
            _PICTURE,
            size_px=theme.px("demo.picture"),
            name=translate("nothing found", "A demo streamer"),
        )
    )
    row.addLayout(words, 1)
    return row


class _Line(QFrame):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px("card.edge"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("border"))
        painter.end()
