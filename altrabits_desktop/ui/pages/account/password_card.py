"""Another password: the present one, and the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account.faults import Doing, Spot
from altrabits_desktop.ui.pages.account.fields import NewPasswordField, PasswordField
from altrabits_desktop.ui.pages.account.form_state import FormState
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class PasswordCard(Card):
    """Main thread only.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._model = model
        heading = translate("account", "Another password")
        self.setObjectName("account.password")
        self.setAccessibleName(heading)
        self.current = PasswordField(
            theme, "account.password.current", label=translate("account", "Present password")
        )
        self.new = NewPasswordField(
            theme,
            "account.password.new",
            label=translate("account", "New password"),
            reason=translate("account", "All other sign-ins end with the change."),
        )
        self._button = PushButton(
            theme,
            translate("account", "Change password"),
            busy_text=translate("account", "Changing"),
        )
        self._button.setObjectName("account.password.button")
        self._button.clicked.connect(self._send)
        fields = {Spot.PASSWORD: self.current, Spot.NEW: self.new}
        self._state = FormState(
            theme, model=model, doing=Doing.CHANGE, fields=fields, button=self._button, form=self
        )
        column = QVBoxLayout(self)
        edge = theme.px("card.padding") + theme.px("card.edge")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self.current)
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self.new)
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self._state.whole)
        column.addWidget(self._button)
        column.addStretch(1)
        for line in (self.current.line, self.new.line):
            line.returnPressed.connect(self._send)
        self._state.show_state()

    def forget_typed(self) -> None:
        """Empty the form."""
        self._state.forget_typed()

    def _send(self) -> None:
        if not self._button.is_busy:
            self._model.change_password(self.current.line.text(), self.new.line.text())
