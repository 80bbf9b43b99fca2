"""One message of a thread: who wrote it, when, and its words, never interpreted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.contract.tickets import Author
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import exact_time
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.contract.tickets import TicketMessage
    from altrabits_desktop.ui.theme.theme import Theme

_ALL_OF_IT_PX = 16_000


class MessageView(QWidget):
    """A message of the person or of support, with a line to the one above.

    Args:
        theme: the look in force.
        message: what is shown.
        is_first: whether none is above.
    """

    def __init__(self, theme: Theme, message: TicketMessage, *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self._message = message
        self._is_first = is_first
        self._is_whole = False
        who = words.author(message.author)
        is_of_support = message.author is Author.SUPPORT
        self.setObjectName("support.message")
        self._date = ElidedLabel(theme, role="text.2", numeric=True)
        self._date.setToolTip(tool_tip(exact_time(message.written_at)))
        self._text = PlainView(
            theme,
            name=fill(translate("support", "Message of {author}"), author=who),
            most_px=_ALL_OF_IT_PX,
        )
        self._text.setObjectName("support.message.text")
        self._unfold = PushButton(
            theme,
            translate("support", "Show all of it"),
            look=Look.SECONDARY,
            height=Height.SMALL,
            icon_after="chevron-down",
        )
        self._unfold.setObjectName("support.message.unfold")
        self._unfold.clicked.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out(who, is_of_support=is_of_support)
        self._show()

    def show_time(self, now: datetime) -> None:
        """Say how long ago it was written."""
        self._date.set_text(words.when(self._message.written_at, now))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_first:
            return
        painter = QPainter(self)
        place = QRectF(0, 0, self.width(), self._theme.px("card.edge"))
        paint_box(painter, place, fill=self._theme.colour("border"), radius=0)
        painter.end()

    def _lay_out(self, who: str, *, is_of_support: bool) -> None:
        theme = self._theme
        row = QHBoxLayout(self)
        gap = theme.px("space.3")
        row.setContentsMargins(0, gap, 0, gap)
        row.setSpacing(gap)
        disc = _Disc(theme, is_of_support=is_of_support)
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        first = QHBoxLayout()
        first.setSpacing(theme.px("space.2"))
        first.addWidget(ElidedLabel(theme, who, type_name="chosen"))
        first.addWidget(self._date)
        first.addStretch(1)
        column.addLayout(first)
        column.addSpacing(theme.px("space.1"))
        column.addWidget(self._text)
        column.addSpacing(theme.px("space.1"))
        column.addWidget(self._unfold)

    def _show(self) -> None:
        theme, text = self._theme, self._message.text
        self._unfold.setVisible(words.is_folded(text))
        self._text.set_most(theme.px("support.message") if self._is_whole else _ALL_OF_IT_PX)
        self._text.set_text(words.whole(text) if self._is_whole else words.folded(text))
        if self._is_whole:
            self._unfold.set_words(translate("support", "Show less"))
        else:
            self._unfold.set_words(translate("support", "Show all of it"))
        self._unfold.set_icon_names(after="chevron-up" if self._is_whole else "chevron-down")

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()


class _Disc(QWidget):
    """Decoration beside the name: a person, or the ring of support."""

    def __init__(self, theme: Theme, *, is_of_support: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_of_support = is_of_support
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("avatar.size"), self._theme.px("avatar.size"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, size_px = self._theme, self._theme.px("avatar.icon")
        ground, role, icon = ("chip", "text.2", "account")
        if self._is_of_support:
            ground, role, icon = ("accent.soft", "accent.text", "support")
        painter, place = QPainter(self), QRectF(self.rect())
        paint_box(painter, place, fill=theme.colour(ground), radius=place.height() / 2)
        away = (place.height() - size_px) / 2
        corner = QPointF(away, away)
        theme.icons.paint_at(painter, icon, role, corner=corner, size_px=size_px)
        painter.end()
