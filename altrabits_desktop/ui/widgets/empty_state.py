"""The empty page: a picture, what it means, one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.push_button import PushButton


class EmptyState(QWidget):
    """A spot picture in the middle, with a heading, a sentence and an action under it.

    Args:
        theme: the look in force.
        spot: name of the picture in `brand/spots`.
        heading: what is so.
        sentence: what it means.
        action: what to do; owned from now on.
        heading_type: row of the type table.
        sentence_type: the same for the sentence.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        spot: str,
        heading: str,
        sentence: str,
        action: PushButton | None = None,
        heading_type: str = "name",
        sentence_type: str = "lines",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heading = TextBlock(
            theme, heading, type_name=heading_type, role="text", is_centred=True
        )
        self._sentence = TextBlock(theme, sentence, type_name=sentence_type, is_centred=True)
        self.setAccessibleName(heading)
        for text in (self._heading, self._sentence):
            text.setFixedWidth(theme.px("spot.text_width"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px("space.2"))
        layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(_Spot(theme, spot), 0, middle)
        layout.addWidget(self._heading, 0, middle)
        layout.addWidget(self._sentence, 0, middle)
        if action is not None:
            layout.addSpacing(theme.px("space.2"))
            layout.addWidget(action, 0, middle)
        layout.addStretch(1)

    def set_words(self, *, heading: str, sentence: str) -> None:
        """Say something else; picture and action stay."""
        self._heading.set_text(heading)
        self._sentence.set_text(sentence)
        self.setAccessibleName(heading)


class _Spot(QWidget):
    """Decoration: the sentence under it says everything."""

    def __init__(self, theme: Theme, spot: str) -> None:
        super().__init__()
        self._theme = theme
        self._spot = spot
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("spot.width"), self._theme.px("spot.height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self._theme.pictures.tinted(
            f"spots/{self._spot}",
            "spot.line",
            size=self.sizeHint(),
            ratio=self.devicePixelRatioF(),
        )
        painter.drawPixmap(0, 0, picture)
        painter.end()
