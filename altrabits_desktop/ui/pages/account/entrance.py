"""What page Account shows to somebody who is not signed in: two forms in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.ui.pages.account.create_form import CreateForm
    from altrabits_desktop.ui.pages.account.promises import Promises
    from altrabits_desktop.ui.pages.account.sign_in_form import SignInForm
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class Entrance(QWidget):
    """Creating first; the way to the other form takes the address along, never a password.

    The address that is being typed is there again after another page, as is the form.

    Only the form that is seen is made; the other one when it is wanted. Form and comparison are
    seen together, so that neither moves.

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
        self._look = theme
        self._model = model
        self._create: CreateForm | None = None
        self._sign_in: SignInForm | None = None
        self._promises: Promises | None = None
        self._is_known_here = self._has_account()
        self._wants_sign_in = self._is_known_here or model.wants_sign_in
        self._direction = QBoxLayout.Direction.LeftToRight
        self._both = QWidget()
        self._both.hide()
        self._forms = QVBoxLayout()
        self._forms.setSpacing(0)
        self._pair = QBoxLayout(self._direction, self._both)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.px("page.gap"))
        self._pair.addLayout(self._forms, theme.px("account.form"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px("page.gap"))
        self._column.addWidget(self._both)
        model.changed.connect(self._follow)
        self._pieces = Pieces(self._turns(), parent=self)

    def build_rest(self) -> None:
        """Make at once what is not there yet."""
        self._pieces.finish()

    def set_direction(self, direction: QBoxLayout.Direction) -> None:
        """Let form and comparison stand beside or below each other."""
        self._direction = direction
        self._pair.setDirection(direction)
        if self._promises is not None:
            self._promises.set_direction(direction)

    def forget_typed(self) -> None:
        """Empty both forms."""
        for form in (self._create, self._sign_in):
            if form is not None:
                form.forget_typed()

    def _turns(self) -> Iterator[Callable[[], None]]:
        yield self._make_first
        yield self._make_comparison
        yield self._both.show
        yield self._make_promises
        yield self._show_promises

    def _make_first(self) -> None:
        form = self._sign_in_form() if self._wants_sign_in else self._create_form()
        form.email.line.setText(self._model.typed_email)

    def _make_comparison(self) -> None:
        from altrabits_desktop.ui.pages.account.with_and_without import WithAndWithout

        self._pair.addWidget(WithAndWithout(self._look), self._look.px("account.beside"))

    def _make_promises(self) -> None:
        from altrabits_desktop.ui.pages.account.promises import Promises

        self._promises = Promises(self._look)
        self._promises.hide()
        self._promises.set_direction(self._direction)
        self._column.addWidget(self._promises)

    def _show_promises(self) -> None:
        if self._promises is not None:
            self._promises.show()

    def _create_form(self) -> CreateForm:
        if self._create is None:
            from altrabits_desktop.ui.pages.account.create_form import CreateForm

            self._create = CreateForm(self._look, model=self._model)
            self._create.policy_wanted.connect(self.policy_wanted)
            self._create.stay_wanted.connect(self._stay)
            self._create.other_wanted.connect(self._show_sign_in)
            self._take(self._create)
        return self._create

    def _sign_in_form(self) -> SignInForm:
        if self._sign_in is None:
            from altrabits_desktop.ui.pages.account.sign_in_form import SignInForm

            self._sign_in = SignInForm(self._look, model=self._model)
            self._sign_in.other_wanted.connect(self._show_create)
            self._take(self._sign_in)
        return self._sign_in

    def _take(self, form: CreateForm | SignInForm) -> None:
        form.email.line.textEdited.connect(self._hold)
        self._forms.addWidget(form)

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
        if was_known or not self._is_known_here:
            return
        self._wants_sign_in = True
        create = self._create
        if create is None or create.isHidden():
            return
        if any(field.line.text() for field in (create.email, create.password)):
            return
        focused: QWidget | None = self.window().focusWidget()
        sign_in = self._sign_in_form()
        sign_in.show()
        if focused is not None and create.isAncestorOf(focused):
            sign_in.email.line.setFocus(reason_of(is_by_key=has_ring(focused)))
        create.hide()

    def _hold(self, email: str) -> None:
        self._model.typed_email = email

    def _stay(self) -> None:
        self._hold("")
        self.stay_wanted.emit()

    def _show_sign_in(self) -> None:
        if self._create is not None:
            self._swap(self._create, self._sign_in_form())

    def _show_create(self) -> None:
        if self._sign_in is not None:
            self._swap(self._sign_in, self._create_form())

    def _swap(self, former: CreateForm | SignInForm, now: CreateForm | SignInForm) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._model.wants_sign_in = now is self._sign_in
        now.email.line.setText(former.email.line.text())
        former.forget_typed()
        now.show()
        now.email.line.setFocus(reason_of(is_by_key=is_by_key))
        former.hide()
