"""The form that signs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.faults import Doing, Spot
from altrabits_desktop.ui.pages.account.fields import PasswordField, email_field
from altrabits_desktop.ui.pages.account.form_shape import end_form, form_column, other_button
from altrabits_desktop.ui.pages.account.form_state import FormState
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


_REFUSALS = frozenset({"sign_in.refused", "sign_in.braked"})


class SignInForm(Card):
    """Main thread only.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    other_wanted = Signal()
    """There is no account yet."""

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self.setObjectName("account.sign_in")
        self.setAccessibleName(translate("account", "Sign in"))
        self.email = email_field(
            theme,
            "account.sign_in.email",
            reason=translate("account", "The one that the account was made with."),
        )
        self.password = PasswordField(theme, "account.sign_in.password")
        self._button = PushButton(
            theme,
            translate("account", "Sign in"),
            look=Look.PRIMARY,
            height=Height.LARGE,
            busy_text=translate("account", "Signing in"),
        )
        self._button.setObjectName("account.sign_in.button")
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self._send)
        self._other = other_button(
            theme, translate("account", "Create an account"), name="account.create.open"
        )
        self._other.clicked.connect(self.other_wanted)
        fields = {
            Spot.EMAIL: self.email,
            Spot.PASSWORD: self.password,
            Spot.NEW: self.password,
        }
        self._state = FormState(
            theme, model=model, doing=Doing.SIGN_IN, fields=fields, button=self._button, form=self
        )
        # Once it was needed it stays: what is typed next moves nothing.
        self._no_way = QWidget()
        around = QVBoxLayout(self._no_way)
        around.setContentsMargins(0, theme.px("space.3"), 0, 0)
        around.addWidget(TextBlock(theme, words.forgotten_sentence()))
        self._no_way.setObjectName("account.sign_in.forgotten")
        self._no_way.hide()
        self._lay_out()
        model.changed.connect(self._show_no_way)
        for line in (self.email.line, self.password.line):
            line.returnPressed.connect(self._send)
        self._state.show_state()

    def forget_typed(self) -> None:
        """Empty the form."""
        self._state.forget_typed()
        self._no_way.hide()

    def _show_no_way(self) -> None:
        fault = self._model.fault
        if fault is not None and fault.doing is Doing.SIGN_IN and fault.code in _REFUSALS:
            self._no_way.show()

    def _lay_out(self) -> None:
        theme = self._look
        sentence = translate("account", "With an account that there is already.")
        column = form_column(self, theme, sentence=sentence, fields=(self.email, self.password))
        column.addWidget(self._state.whole)
        column.addWidget(self._button)
        column.addWidget(self._no_way)
        question = translate("account", "None yet?", "no account")
        end_form(column, theme, question, button=self._other)

    def _send(self) -> None:
        if not self._button.is_busy:
            self._model.sign_in(self.email.line.text(), self.password.line.text())
