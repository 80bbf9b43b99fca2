"""A new request: subject and text on one side, exactly what is sent on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.belongings import (
    SUBJECT_MOST,
    TEXT_MOST,
    subject_as_sent,
    text_as_sent,
)
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.pages.support.preview import Preview
from altrabits_desktop.ui.pages.support.ruler import Ruler
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.text_block import TextBlock
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_PASTED_MOST = 2_000


class NewRequest(Card):
    """What is typed is held by the model, so it is there again after another page.

    Args:
        theme: the look in force.
        model: holds what is typed.
        parent: owner.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, *, model: SupportViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._is_telling = False
        self._told: AltraBitsError | None = None
        heading = translate("support", "New request")
        self.setObjectName("support.form")
        self.setAccessibleName(heading)
        self.subject = LineField(theme, name=translate("support", "Subject"), is_in_form=True)
        self.subject.setObjectName("support.subject")
        self.subject.setMaxLength(_PASTED_MOST)
        self.subject.textChanged.connect(self._hold)
        self.text = TextField(
            theme,
            name=translate("support", "What it is about"),
            height_px=theme.px("support.text"),
            is_growing=True,
        )
        self.text.setObjectName("support.text")
        self.text.textChanged.connect(self._hold)
        self.text.finished.connect(self._send)
        self._subject_count = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._text_count = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("support.fault")
        self._subject_fault = TextBlock(theme, role="bad")
        self._subject_fault.setObjectName("support.subject.fault")
        self._preview = Preview(theme)
        self._later = PushButton(theme, translate("support", "Go on later"))
        self._later.setObjectName("support.later")
        self._later.clicked.connect(self.left)
        self._button = PushButton(
            theme,
            translate("support", "Send"),
            look=Look.PRIMARY,
            icon="send",
            busy_text=translate("support", "Sending"),
        )
        self._button.setObjectName("support.send")
        self._button.setAccessibleName(translate("support", "Send the request"))
        self._button.clicked.connect(self._send)
        self._lay_out(heading)

    def show_all(self) -> None:
        """Show what is typed, and why it could not be sent."""
        model = self._model
        self._is_telling = True
        if self.subject.text() != model.subject:
            self.subject.setText(model.subject)
        self.text.set_text(model.text)
        self._is_telling = False
        self._button.set_busy(model.is_sending)
        fault = model.fault
        code = fault.code if fault is not None else ""
        is_subject = code.startswith("ticket.subject")
        for place, is_meant in ((self._subject_fault, is_subject), (self._fault, not is_subject)):
            is_shown = fault is not None and is_meant
            place.set_text(sentence_of(fault) if fault is not None and is_meant else "")
            place.setVisible(is_shown)
        self.subject.set_wrong(is_subject)
        is_text = code.startswith("ticket.text")
        self.text.set_wrong(is_text)
        if fault is not self._told and (is_subject or is_text):
            # Once: whoever has gone on elsewhere stays there.
            (self.subject if is_subject else self.text).setFocus()
        self._told = fault
        self._show_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_wide = self.width() >= self._look.px("section.least_width")
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    def _hold(self) -> None:
        if not self._is_telling:
            self._model.subject = self.subject.text()
            self._model.text = self.text.toPlainText()
            self._show_draft()

    def _show_draft(self) -> None:
        model = self._model
        subject, text = len(subject_as_sent(model.subject)), len(text_as_sent(model.text))
        self._subject_count.set_text(words.count_of(subject, SUBJECT_MOST))
        self._subject_count.set_role("bad" if subject > SUBJECT_MOST else "text.2")
        self._text_count.set_text(words.count_of(text, TEXT_MOST))
        self._text_count.set_role("bad" if text > TEXT_MOST else "text.2")
        self._preview.show_draft(model.report, subject=model.subject, text=model.text)

    def _send(self) -> None:
        if not self._model.is_sending:
            self._model.send()

    def _lay_out(self, heading: str) -> None:
        theme = self._look
        away, edge = theme.px("card.padding"), theme.px("card.edge")
        content = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._sides.setContentsMargins(away, away, away, away)
        self._sides.setSpacing(away)
        self._sides.addLayout(self._form(), 1)
        self._sides.addWidget(self._preview, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(away, theme.px("space.3"), away, theme.px("space.3"))
        foot.setSpacing(theme.px("space.2"))
        foot.addWidget(self._later)
        foot.addStretch(1)
        foot.addWidget(self._button)
        head = QHBoxLayout()
        head.setContentsMargins(away, away, away, theme.px("space.3"))
        head.addWidget(ElidedLabel(theme, heading, type_name="name"), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Ruler(theme))
        whole.addWidget(ScrollArea(theme, content), 1)
        whole.addWidget(Ruler(theme))
        whole.addLayout(foot)

    def _form(self) -> QVBoxLayout:
        theme = self._look
        column = QVBoxLayout()
        column.setSpacing(theme.px("space.2"))
        for title, count, field, fault in (
            (
                translate("support", "Subject"),
                self._subject_count,
                self.subject,
                self._subject_fault,
            ),
            (translate("support", "What it is about"), self._text_count, self.text, self._fault),
        ):
            if column.count():
                column.addSpacing(theme.px("space.2"))
            line = QHBoxLayout()
            label = ElidedLabel(theme, title, type_name="chosen")
            label.setBuddy(field)
            line.addWidget(label, 1)
            line.addWidget(count)
            column.addLayout(line)
            column.addWidget(field)
            column.addWidget(fault)
        column.setStretchFactor(self.text, 1)
        return column
