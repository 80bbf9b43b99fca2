"""The end of an account: said in full before the password is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.faults import Doing, Spot
from altrabits_desktop.ui.pages.account.fields import PasswordField
from altrabits_desktop.ui.pages.account.form_state import FormState
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class DeletionCard(Card):
    """Two steps: the card asks for the password only after a first press. Main thread only.

    Return in the password deletes nothing: it leads to the buttons, where the first is the one that
    keeps the account.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        heading = translate("account", "Delete the account")
        self.setObjectName("account.delete")
        self.setAccessibleName(heading)
        self._open = PushButton(theme, translate("account", "Delete account"), icon="remove")
        self._open.setObjectName("account.delete.open")
        self._open.clicked.connect(self._unfold)
        self.password = PasswordField(
            theme,
            "account.delete.password",
            reason=translate("account", "Once more, because nothing brings the account back."),
        )
        self._keep = self._make(translate("account", "Keep the account"), "account.delete.keep")
        self._keep.clicked.connect(self._fold)
        self._delete = self._make(
            translate("account", "Delete for ever"),
            "account.delete.button",
            busy_text=translate("account", "Deleting"),
        )
        self._delete.clicked.connect(self._send)
        fields = {Spot.PASSWORD: self.password, Spot.NEW: self.password}
        self._state = FormState(
            theme, model=model, doing=Doing.DELETE, fields=fields, button=self._delete, form=self
        )
        self._question = self._make_question()
        column = QVBoxLayout(self)
        edge = theme.px("card.padding") + theme.px("card.edge")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addSpacing(theme.px("notice.text_gap"))
        column.addWidget(TextBlock(theme, words.deletion_sentence()))
        column.addSpacing(theme.px("space.2"))
        column.addWidget(TextBlock(theme, words.ownership_sentence()))
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self._open)
        column.addWidget(self._question)
        column.addStretch(1)
        self.password.line.returnPressed.connect(self._lead_to_buttons)
        self._state.show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Imported here: see `theme/paint_flags`.
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and not self._question.isHidden():
            self._fold()
            event.accept()
            return
        super().keyPressEvent(event)

    def fold(self) -> None:
        """Ask nothing, with nothing of a password left."""
        self._state.forget_typed()
        self._question.hide()
        self._open.show()

    def _make(self, text: str, name: str, *, busy_text: str = "") -> PushButton:
        button = PushButton(
            self._look, text, look=Look.PAIR, height=Height.NORMAL, busy_text=busy_text
        )
        button.setObjectName(name)
        button.setDefault(False)
        return button

    def _make_question(self) -> QWidget:
        theme = self._look
        question = QWidget()
        question.setObjectName("account.delete.question")
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.password)
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self._state.whole)
        pair = QHBoxLayout()
        pair.setSpacing(theme.px("space.2"))
        pair.addWidget(self._keep)
        pair.addWidget(self._delete)
        pair.addStretch(1)
        column.addLayout(pair)
        question.hide()
        width = max(button.sizeHint().width() for button in (self._keep, self._delete))
        for button in (self._keep, self._delete):
            button.setFixedWidth(width)
        return question

    def _unfold(self) -> None:
        is_by_key = has_ring(self._open)
        self._question.show()
        self.password.line.setFocus(reason_of(is_by_key=is_by_key))
        self._open.hide()
        # Once all of it has its place.
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        for part in (self._delete, self.password.line):
            bring_into_sight(part)

    def _fold(self) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._model.forget_fault(Doing.DELETE)
        self._open.show()
        self._open.setFocus(reason_of(is_by_key=is_by_key))
        self.fold()

    def _lead_to_buttons(self) -> None:
        self._keep.setFocus(reason_of(is_by_key=True))

    def _send(self) -> None:
        if not self._delete.is_busy:
            self._model.delete(self.password.line.text())
