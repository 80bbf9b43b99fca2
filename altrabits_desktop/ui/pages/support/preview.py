"""Exactly what a new request sends, as it is being typed, and that nothing else goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from altrabits_desktop.actions.belongings import subject_as_sent, text_as_sent
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.theme.theme import Theme


class Preview(QFrame):
    """A sunken box with the account, the subject and the text.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        heading = translate("support", "Exactly this is sent")
        self.setObjectName("support.preview")
        self.setAccessibleName(heading)
        self._account = ElidedLabel(theme, role="text.2", is_cut_in_middle=True)
        self._recipient = TextBlock(theme)
        self._recipient.setObjectName("support.preview.recipient")
        self._subject = PlainView(
            theme, name=translate("support", "Subject, as sent"), most_px=3 * theme.line_px("lines")
        )
        self._subject.setObjectName("support.preview.subject")
        self._text = PlainView(
            theme, name=translate("support", "Text, as sent"), most_px=theme.px("support.preview")
        )
        self._text.setObjectName("support.preview.text")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out(heading)

    def show_draft(self, report: HomeReport, *, subject: str, text: str) -> None:
        """Show what would be sent now, by whom and to whom."""
        self._account.set_text(
            fill(translate("support", "From {account}"), account=left_to_right(report.email))
        )
        self._recipient.set_text(words.recipient(report))
        nothing = translate("support", "Nothing is written yet", "in place of a text")
        self._subject.set_text(words.whole(subject_as_sent(subject)) or nothing)
        self._text.set_text(words.whole(text_as_sent(text)) or nothing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("sunken"),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.control"),
        )
        painter.end()

    def _lay_out(self, heading: str) -> None:
        theme = self._theme
        away, gap = theme.px("space.3") + theme.px("card.edge"), theme.px("space.2")
        column = QVBoxLayout(self)
        column.setContentsMargins(away, away, away, away)
        column.setSpacing(gap)
        first = QHBoxLayout()
        first.addWidget(ElidedLabel(theme, heading, type_name="chosen"), 1)
        column.addLayout(first)
        column.addWidget(self._account)
        column.addWidget(self._recipient)
        for title, view in (
            (translate("support", "Subject"), self._subject),
            (translate("support", "Text"), self._text),
        ):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(ElidedLabel(theme, title, role="text.2"))
            part.addWidget(view)
            column.addLayout(part)
        rest = translate(
            "support",
            "And a number made up for it. Nothing else goes along: no log, no streamer, no"
            " address.",
        )
        column.addWidget(TextBlock(theme, rest))
        column.addStretch(1)
