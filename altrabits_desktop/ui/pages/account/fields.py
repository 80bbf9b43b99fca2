"""The fields of page Account: an address, a password, one that is only being chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account.length_meter import LengthMeter
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.secret_line import SecretLine

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


def email_field(theme: Theme, name: str, *, reason: str, aside: str = "") -> Field:
    """Make the field for an e-mail address.

    Args:
        theme: the look in force.
        name: object name of its line.
        reason: what it is asked for.
        aside: at the end of its label.
    """
    field = Field(
        theme,
        label=translate("account", "E-mail"),
        reason=reason,
        aside=aside,
        is_in_form=True,
    )
    field.line.setObjectName(name)
    return field


class PasswordField(Field):
    """A password that there is already.

    Args:
        theme: the look in force.
        name: object name of its line.
        label: above the line; "" for the plain word.
        reason: why it is asked for.
    """

    def __init__(self, theme: Theme, name: str, *, label: str = "", reason: str = "") -> None:
        words = label or translate("account", "Password")
        self.secret = _secret_line(theme, name, label=words)
        super().__init__(theme, label=words, reason=reason, line=self.secret)

    def forget(self) -> None:
        """Empty it."""
        self.secret.forget()


class NewPasswordField(Field):
    """A password that is only being chosen; its characters are counted as they come.

    Args:
        theme: the look in force.
        name: object name of its line.
        reason: how it is kept.
        label: above the line; "" for the plain word.
        aside: at the end of the label.
    """

    def __init__(
        self, theme: Theme, name: str, *, reason: str, label: str = "", aside: str = ""
    ) -> None:
        words = label or translate("account", "Password")
        self.secret = _secret_line(theme, name, label=words)
        self._meter = LengthMeter(theme)
        super().__init__(
            theme, label=words, reason=reason, aside=aside, line=self.secret, under=self._meter
        )
        self.secret.textChanged.connect(self._count)
        self.set_error("")

    def forget(self) -> None:
        """Empty it."""
        self.secret.forget()

    def set_error(self, error: str) -> None:
        super().set_error(error)
        self._speak()

    def _count(self, text: str) -> None:
        self._meter.show_length(len(text))
        self._speak()

    def _speak(self) -> None:
        self.line.setAccessibleDescription(f"{self.said} {self._meter.words}.")


def _secret_line(theme: Theme, name: str, *, label: str) -> SecretLine:
    line = SecretLine(
        theme,
        name=label,
        show_name=translate("account", "Show the password"),
        hide_name=translate("account", "Hide the password"),
    )
    line.set_name(name)
    return line
