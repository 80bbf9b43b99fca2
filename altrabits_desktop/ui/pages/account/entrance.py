"""What page Account shows to somebody who is not signed in: two forms in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.account.create_form import CreateForm
from altrabits_desktop.ui.pages.account.promises import Promises
from altrabits_desktop.ui.pages.account.sign_in_form import SignInForm
from altrabits_desktop.ui.pages.account.with_and_without import WithAndWithout
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class Entrance(QWidget):
    """Creating first; the way to the other form takes the address along, never a password.

    The address that is being typed is there again after another page, as is the form.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    policy_wanted = Signal()
    stay_wanted = Signal()

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._create = CreateForm(theme, model=model)
        self._create.policy_wanted.connect(self.policy_wanted)
        self._create.stay_wanted.connect(self._stay)
        self._create.other_wanted.connect(self._show_sign_in)
        self._sign_in = SignInForm(theme, model=model)
        self._sign_in.other_wanted.connect(self._show_create)
        self._is_known_here = self._has_account()
        wants_sign_in = self._is_known_here or model.wants_sign_in
        (self._create if wants_sign_in else self._sign_in).hide()
        (self._sign_in if wants_sign_in else self._create).email.line.setText(model.typed_email)
        for form in (self._create, self._sign_in):
            form.email.line.textEdited.connect(self._hold)
        forms = QVBoxLayout()
        forms.setSpacing(0)
        forms.addWidget(self._create)
        forms.addWidget(self._sign_in)
        model.changed.connect(self._follow)
        self._promises = Promises(theme)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.px("page.gap"))
        self._pair.addLayout(forms, theme.px("account.form"))
        self._pair.addWidget(WithAndWithout(theme), theme.px("account.beside"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("page.gap"))
        column.addLayout(self._pair)
        column.addWidget(self._promises)

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Let form and comparison stand beside or below each other."""
        self._pair.setDirection(direction)
        self._promises.set_direction(direction)

    def forget_typed(self) -> None:
        """Empty both forms."""
        self._create.forget_typed()
        self._sign_in.forget_typed()

    def _has_account(self) -> bool:
        """Whether somebody is to sign in again, who therefore has an account."""
        report = self._model.report
        if report.email:
            return False
        is_ended = report.is_withheld or report.is_lapsed or report.has_account_data
        return is_ended or self._model.has_signed_out

    def _follow(self) -> None:
        """Lead to the sign-in what becomes known in the first moments of a start."""
        was_known, self._is_known_here = self._is_known_here, self._has_account()
        is_typed = any(field.line.text() for field in (self._create.email, self._create.password))
        if was_known or not self._is_known_here or is_typed or self._create.isHidden():
            return
        focused: QWidget | None = self.window().focusWidget()
        self._sign_in.show()
        if focused is not None and self._create.isAncestorOf(focused):
            self._sign_in.email.line.setFocus(reason_of(is_by_key=has_ring(focused)))
        self._create.hide()

    def _hold(self, email: str) -> None:
        self._model.typed_email = email

    def _stay(self) -> None:
        self._hold("")
        self.stay_wanted.emit()

    def _show_sign_in(self) -> None:
        self._swap(self._create, self._sign_in)

    def _show_create(self) -> None:
        self._swap(self._sign_in, self._create)

    def _swap(self, former: CreateForm | SignInForm, now: CreateForm | SignInForm) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._model.wants_sign_in = now is self._sign_in
        now.email.line.setText(former.email.line.text())
        former.forget_typed()
        now.show()
        now.email.line.setFocus(reason_of(is_by_key=is_by_key))
        former.hide()
