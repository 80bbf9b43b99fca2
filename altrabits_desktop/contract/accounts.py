"""Accounts and sign-ins as client and server exchange them. Importing this imports msgspec."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant
from altrabits_desktop.contract.policies import DecisionMessage, Receipt

PASSWORD_LEAST = 15
PASSWORD_MOST = 1024
EMAIL_MOST = 254

Email = Annotated[str, Meta(min_length=3, max_length=EMAIL_MOST)]
Password = Annotated[str, Meta(min_length=1, max_length=PASSWORD_MOST)]
"""Too short and too common ones are refused by the rule, with a code of their own."""
ServersId = Annotated[str, Meta(min_length=1, max_length=64)]
Label = Annotated[str, Meta(max_length=64)]


def email_as_kept(typed: str) -> str | None:
    """Give an e-mail address as it is kept, or None where it can be none; pure."""
    email = unicodedata.normalize("NFC", typed).strip()
    name, at, host = email.rpartition("@")
    is_plain = all(
        not character.isspace() and unicodedata.category(character)[0] != "C" for character in email
    )
    is_one = bool(name and at and host) and is_plain and "@" not in name
    return email if is_one and len(email) <= EMAIL_MOST else None


class InstallationMessage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sign-in tells of the copy of the app: this and no more (C5)."""

    name: Label = ""
    """Chosen by the person; empty by default, never the computer's own name."""
    system: Annotated[str, Meta(max_length=16)] = ""
    """Family: `linux`, `macos` or `windows`."""
    app_version: Annotated[str, Meta(max_length=32)] = ""


class CreateAccount(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two fields, and the yes without which there is no account (C4, C45)."""

    email: Email
    password: Password
    acceptance: DecisionMessage
    installation: InstallationMessage = InstallationMessage()


class SignIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign-in with the two fields."""

    email: Email
    password: Password
    installation: InstallationMessage = InstallationMessage()


class Account(Struct, frozen=True, kw_only=True):
    """What is kept of an account."""

    id: ServersId
    email: Email
    created_at: Instant
    password_changed_at: Instant
    password_method: Annotated[str, Meta(max_length=200)]
    """How the password is kept, such as `argon2id, 64 MiB, 3 passes, 4 lanes`; never itself."""
    is_password_due: bool = False
    """Whether new passwords are kept by stronger parameters; the next sign-in renews it (C28)."""


class SessionMessage(Struct, frozen=True, kw_only=True):
    """One sign-in, as its owner sees it."""

    id: ServersId
    installation: InstallationMessage
    created_at: Instant
    last_used_at: Instant
    is_current: bool


class SessionGrant(Struct, frozen=True, kw_only=True):
    """What a successful sign-in gives."""

    token: str
    """256 random bits; only its hash is kept by the server."""
    session: SessionMessage
    account: Account
    is_decision_due: bool
    """Whether the session is limited until the policy in force is decided about (C46)."""
    receipt: Receipt | None = None
    """Of the acceptance that the account was created with."""


class Sessions(Struct, frozen=True, kw_only=True):
    """The sign-ins of an account, the latest first."""

    sessions: Annotated[tuple[SessionMessage, ...], Meta(max_length=1_000)]


class ChangePassword(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ends all other sessions."""

    current: Password
    new: Password


class DeleteAccount(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The password again, because nothing brings an account back."""

    password: Password
