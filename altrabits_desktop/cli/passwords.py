"""The passwords that commands read: which, and the words around them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


class Secret(Enum):
    """What a command reads beside its words."""

    PRESENT = auto()
    """A password that there is."""
    NEW = auto()
    """One that is to be; there is a rule for it."""


_SECRETS: Mapping[tuple[str, ...], tuple[Secret, ...]] = {
    ("account", "create"): (Secret.NEW,),
    ("account", "sign-in"): (Secret.PRESENT,),
    ("account", "password"): (Secret.PRESENT, Secret.NEW),
    ("account", "delete"): (Secret.PRESENT,),
}


def secrets_of(words: tuple[str, ...]) -> list[tuple[Secret, str]]:
    """Give which secrets a command reads, and the words before each is typed."""
    kinds = _SECRETS.get(words, ())
    if words == ("account", "delete"):
        return [(kinds[0], _deleting_prompt())]
    if len(kinds) == 1:
        return [(kinds[0], translate("account", "Password: "))]
    prompts = {
        Secret.PRESENT: lambda: translate("account", "Present password: "),
        Secret.NEW: lambda: translate("account", "New password: "),
    }
    return [(kind, prompts[kind]()) for kind in kinds]


def _deleting_prompt() -> str:
    # The window asks in so many words; here the password is what a person agrees by.
    return translate(
        "account",
        "This deletes the account with its streamers and support requests, and nothing brings"
        " them back. A streamer that is not released before (`altrabits streamers release ID`)"
        " waits for its button when it is added again. Password: ",
    )


def again_prompt() -> str:
    """Give the words before a new password is typed once more."""
    return translate("account", "The same once more: ")


def password_rule() -> str:
    """Say what a new password needs: what is said again where one has not got it."""
    return sentence("account.password_short")


def memory_note() -> str:
    """Say before a sign-in that nothing outlives the window which would hold it."""
    return translate(
        "account",
        "No keyring on this computer keeps a sign-in: it will last until the window is closed.",
    )
