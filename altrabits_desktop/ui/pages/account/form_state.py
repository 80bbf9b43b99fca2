"""Shows in a form what the view model says of it: going on, refused, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.account.fields import NewPasswordField, PasswordField
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.ui.pages.account.faults import Doing, Spot
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.field import Field
    from altrabits_desktop.ui.widgets.push_button import PushButton


class FormState(QObject):
    """Follows the view model for one form. Main thread only.

    A fault stands under the field that it concerns until something is typed; the typed text stays.
    What was typed is forgotten as soon as it has served.

    Args:
        theme: the look in force.
        model: of the page.
        doing: what the form asks for.
        fields: by what a fault may be about; one field may stand for several.
        button: what sends the form.
        form: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        model: AccountViewModel,
        doing: Doing,
        fields: Mapping[Spot, Field],
        button: PushButton,
        form: QWidget,
    ) -> None:
        super().__init__(form)
        self._model = model
        self._doing = doing
        self._fields = fields
        self._button = button
        self._words = TextBlock(theme, role="bad")
        self.whole = QWidget()
        """What concerns no field; stands above the buttons, with room below it."""
        around = QVBoxLayout(self.whole)
        around.setContentsMargins(0, 0, 0, theme.px("space.3"))
        around.addWidget(self._words)
        self.whole.setObjectName(f"account.{doing.value}.fault")
        self.whole.hide()
        for field in dict.fromkeys(fields.values()):
            field.line.textEdited.connect(self._forget_fault)
        model.changed.connect(self.show_state)
        model.succeeded.connect(self._forget_typed)
        model.failed.connect(self._lead_to_fault)

    def show_state(self) -> None:
        """Show how it stands."""
        model, fault = self._model, self._model.fault
        self._button.set_busy(model.doing is self._doing)
        # While something else goes on it would do nothing.
        self._button.setEnabled(model.doing in {None, self._doing})
        said = fault if fault is not None and fault.doing is self._doing else None
        concerned = self._fields.get(said.spot) if said is not None else None
        for field in dict.fromkeys(self._fields.values()):
            field.set_error(said.sentence if said is not None and field is concerned else "")
        self._words.set_text(said.sentence if said is not None and concerned is None else "")
        self.whole.setVisible(bool(self._words.text()))

    def forget_typed(self) -> None:
        """Empty the form, passwords first of all."""
        for field in self._fields.values():
            if isinstance(field, NewPasswordField | PasswordField):
                field.forget()
            else:
                field.line.setText("")

    def _forget_typed(self, doing: Doing) -> None:
        if doing is self._doing:
            self.forget_typed()

    def _forget_fault(self) -> None:
        self._model.forget_fault(self._doing)

    def _lead_to_fault(self, doing: Doing) -> None:
        fault = self._model.fault
        if doing is not self._doing or fault is None:
            return
        field = self._fields.get(fault.spot)
        if field is not None and field.isVisible():
            field.line.setFocus(reason_of(is_by_key=False))
