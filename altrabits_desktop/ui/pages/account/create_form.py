"""The form that makes an account: two fields, and the yes that comes before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.faults import Doing, Spot
from altrabits_desktop.ui.pages.account.fields import NewPasswordField, email_field
from altrabits_desktop.ui.pages.account.form_shape import end_form, form_column, other_button
from altrabits_desktop.ui.pages.account.form_state import FormState
from altrabits_desktop.ui.pages.account.rule_line import RuleLine
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class CreateForm(Card):
    """Creating and staying without an account are the same in weight. Main thread only.

    Args:
        theme: the look in force.
        model: of the page.
        parent: owner.
    """

    policy_wanted = Signal()
    """The policy is to be read and decided about first."""
    stay_wanted = Signal()
    """The person goes on without an account."""
    other_wanted = Signal()
    """There is an account already."""

    def __init__(
        self, theme: Theme, *, model: AccountViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._has_wish = False
        """Whether the button was pressed before it was known what it can do."""
        self.setObjectName("account.create")
        self.setAccessibleName(translate("account", "Create an account"))
        required = translate("account", "required")
        self.email = email_field(
            theme,
            "account.create.email",
            reason=translate("account", "To tell accounts apart, and for security notices."),
            aside=required,
        )
        self.password = NewPasswordField(
            theme,
            "account.create.password",
            reason=translate(
                "account", "Any characters; nobody can read it back. It is kept as a hash alone."
            ),
            aside=required,
        )
        self._mark = IconMark(theme, "privacy", size_px=theme.px("icon.button"))
        self._policy = TextBlock(theme)
        self._policy.setObjectName("account.create.policy")
        self._create, self._stay = self._make_pair()
        self._other = other_button(
            theme, translate("account", "Sign in"), name="account.sign_in.open"
        )
        self._other.clicked.connect(self.other_wanted)
        fields = {
            Spot.EMAIL: self.email,
            Spot.NEW: self.password,
            Spot.PASSWORD: self.password,
        }
        self._state = FormState(
            theme, model=model, doing=Doing.CREATE, fields=fields, button=self._create, form=self
        )
        self._lay_out()
        for line in (self.email.line, self.password.line):
            line.returnPressed.connect(self._send)
        model.changed.connect(self._show_policy)
        self._show_policy()
        self._state.show_state()

    def forget_typed(self) -> None:
        """Empty the form."""
        self._state.forget_typed()

    def _make_pair(self) -> tuple[PushButton, PushButton]:
        create = PushButton(
            self._look,
            translate("account", "Create account"),
            look=Look.PAIR,
            height=Height.LARGE,
            busy_text=translate("account", "Creating"),
        )
        create.setObjectName("account.create.button")
        create.clicked.connect(self._send)
        stay = PushButton(
            self._look,
            translate("account", "Stay anonymous"),
            look=Look.PAIR,
            height=Height.LARGE,
        )
        stay.setObjectName("account.create.stay")
        stay.clicked.connect(self.stay_wanted)
        for button in (create, stay):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return create, stay

    def _lay_out(self) -> None:
        theme = self._look
        column = form_column(
            self,
            theme,
            sentence=translate("account", "Two fields and nothing else; the rest is up to you."),
            fields=(self.email, self.password),
        )
        column.addWidget(RuleLine(theme))
        column.addSpacing(theme.px("space.4"))
        policy = QHBoxLayout()
        policy.setSpacing(theme.px("space.3"))
        policy.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        policy.addWidget(self._policy, 1)
        column.addLayout(policy)
        column.addSpacing(theme.px("space.4"))
        column.addWidget(self._state.whole)
        pair = QHBoxLayout()
        pair.setSpacing(theme.px("space.2"))
        pair.addWidget(self._create, 1)
        pair.addWidget(self._stay, 1)
        column.addLayout(pair)
        end_form(column, theme, translate("account", "Already have one?"), button=self._other)

    def _show_policy(self) -> None:
        is_accepted, report = self._model.is_accepted, self._model.report
        is_starting = report.server is ServerState.STARTING
        self._mark.set_icon("check" if is_accepted else "privacy", role=_role(is_accepted))
        self._policy.set_text(words.policy_sentence(report))
        if is_accepted or is_starting:
            self._create.set_words(
                translate("account", "Create account"), busy_text=translate("account", "Creating")
            )
        elif report.policy is None:
            asking = translate("account", "Asking")
            self._create.set_words(translate("account", "Ask again"), busy_text=asking)
            self._create.set_busy(self._model.is_asking)
        else:
            self._create.set_words(translate("account", "Read the policy"))
        if self._has_wish and is_starting:
            self._create.set_busy(True)
        elif self._has_wish:
            self._has_wish = False
            self._carry_out(report)

    def _carry_out(self, report: HomeReport) -> None:
        self._create.set_busy(False)
        if report.policy is not None:
            self._send()

    def _send(self) -> None:
        if self._create.is_busy:
            return
        if self._model.is_accepted:
            self._model.create(self.email.line.text(), self.password.line.text())
        elif self._model.report.server is ServerState.STARTING:
            self._has_wish = True
            self._create.set_busy(True)
        elif self._model.report.policy is None:
            self._model.ask_again()
        else:
            self.policy_wanted.emit()


def _role(is_accepted: bool) -> str:
    return "ok" if is_accepted else "text.2"
