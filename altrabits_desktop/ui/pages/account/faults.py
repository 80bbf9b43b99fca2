"""Why something with an account did not go, and at which field that is said. Pure but for words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.accounts import PASSWORD_LEAST, PASSWORD_MOST, email_as_kept
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.runtime.sentences import sentence, sentence_of
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.contract.errors import AltraBitsError


class Doing(StrEnum):
    """What can be asked for on the page."""

    CREATE = "create"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    END = "end"
    CHANGE = "change"
    DELETE = "delete"


class Spot(StrEnum):
    """What a fault is about."""

    EMAIL = "email"
    PASSWORD = "password"  # noqa: S105 # the name of a field
    """The one that there is already."""
    NEW = "new"
    """A password that is only being chosen."""
    WHOLE = "whole"
    """No field in particular."""


class Fault(NamedTuple):
    """One sentence, and where it belongs."""

    doing: Doing
    spot: Spot
    sentence: str
    code: str = ""
    """Of what the server refused; empty of what was seen before anybody was asked."""


_SPOTS: Mapping[str, Spot] = {
    "account.email_malformed": Spot.EMAIL,
    "account.email_taken": Spot.EMAIL,
    "account.password_short": Spot.NEW,
    "account.password_common": Spot.NEW,
    "account.password_long": Spot.NEW,
    "account.password_wrong": Spot.PASSWORD,
    "sign_in.refused": Spot.PASSWORD,
    "sign_in.braked": Spot.PASSWORD,
}
_AWAY: Mapping[Doing, Callable[[], str]] = {
    Doing.CREATE: lambda: translate(
        "account", "The server does not answer, so no account was made. Try again when it does."
    ),
    Doing.SIGN_IN: lambda: translate(
        "account", "The server does not answer, so nobody was signed in. Try again when it does."
    ),
    Doing.END: lambda: translate(
        "account", "The server does not answer, so the sign-in goes on. Try again when it does."
    ),
    Doing.CHANGE: lambda: translate(
        "account", "The server does not answer, so the password stays. Try again when it does."
    ),
    Doing.DELETE: lambda: translate(
        "account", "The server does not answer, so nothing was deleted. Try again when it does."
    ),
}


def fault_told(doing: Doing, error: AltraBitsError) -> Fault:
    """Give what the server refused, at the field that it concerns."""
    return Fault(doing, _SPOTS.get(error.code, Spot.WHOLE), _words(doing, error), error.code)


def reading_fault(error: AltraBitsError) -> str:
    """Give why something of the account could not be read, in one sentence."""
    if isinstance(error, NotReachable) and error.code == "server.away":
        return translate("account", "The server does not answer, and this is kept there.")
    return sentence_of(error)


def email_fault(doing: Doing, email: str) -> Fault | None:
    """Give what is wrong with an address before anybody is asked, or None."""
    if not email:
        words = translate("account", "This field is still empty.")
        return Fault(doing, Spot.EMAIL, words)
    if email_as_kept(email) is not None:
        return None
    return Fault(doing, Spot.EMAIL, sentence("account.email_malformed"))


def password_fault(doing: Doing, password: str) -> Fault | None:
    """Give what is wrong with the typing of a password that there is already, or None."""
    if not password:
        words = translate("account", "This field is still empty.")
        return Fault(doing, Spot.PASSWORD, words)
    if len(password) <= PASSWORD_MOST:
        return None
    return Fault(doing, Spot.PASSWORD, sentence("account.password_long"))


def new_password_fault(doing: Doing, password: str) -> Fault | None:
    """Give what is wrong with a new password before anybody is asked, or None."""
    if len(password) < PASSWORD_LEAST:
        return Fault(doing, Spot.NEW, sentence("account.password_short"))
    if len(password) <= PASSWORD_MOST:
        return None
    return Fault(doing, Spot.NEW, sentence("account.password_long"))


def _words(doing: Doing, error: AltraBitsError) -> str:
    words = _AWAY.get(doing)
    if words is not None and isinstance(error, NotReachable) and error.code == "server.away":
        return words()
    return sentence_of(error)
