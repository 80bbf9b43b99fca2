"""What page Account says of how a person stands. Pure but for the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.accounts import PASSWORD_LEAST
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import (
    ago,
    clock_time,
    joined,
    left_to_right,
    long_date,
    short_date,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.accounts import Account, SessionMessage

_METHOD = re.compile(
    r"argon2id, ([0-9]{1,6}) MiB, ([0-9]{1,6}) passes, ([0-9]{1,6}) lanes", re.ASCII
)


def line(report: HomeReport) -> str:
    """Give what is true now, for below the title."""
    if not report.is_known:
        return translate("account", "Looking up who is signed in.")
    if report.is_withheld:
        return translate(
            "account", "The keyring of this computer does not give the sign-in. Sign in again."
        )
    if report.is_lapsed:
        return translate(
            "account",
            "The sign-in ended with the program: no keyring on this computer kept it. Sign in"
            " again.",
        )
    if report.is_ended:
        return translate(
            "account",
            "Your sign-in has ended, as by a new password or after a long time. Sign in again.",
        )
    if not report.email:
        return translate("account", "Nobody is signed in. The app works without an account.")
    words = translate("account", "Signed in as {email}")
    return fill(words, email=left_to_right(report.email))


def away_sentences(report: HomeReport) -> tuple[str, str]:
    """Give why the server is away, and what that means here."""
    why = translate("account", "The server does not answer.")
    if report.server_code and report.server_code != "server.away":
        why = sentence(report.server_code)
    return why, translate("account", "What is done here needs it; all else goes on.")


def unsent_sentences(report: HomeReport) -> tuple[str, str]:
    """Give what a sign-out would lose; "" where nothing waits to be sent."""
    if not report.waits:
        return "", ""
    return (
        translate("account", "%n changes are not sent yet.", "of this account", report.waits),
        translate("account", "Signing out now loses what waits."),
    )


def listed_still_sentence() -> str:
    """Give what is left of a sign-in that ended while the server did not answer."""
    return translate(
        "account",
        "You are signed out on this computer. The server has not heard of it, so its list still has"
        " this sign-in, which nobody can use any more; it can be ended there after the next one.",
    )


def withheld_sentence() -> str:
    """Give where what is not shown of the account is; why it is not told stands elsewhere."""
    return translate(
        "account",
        "Since when there is an account, its number and how the password is kept are told by the"
        " server when it can be asked again.",
    )


def closed_sentences(report: HomeReport) -> tuple[str, str]:
    """Give why things are closed to somebody who is signed in; "" where none are."""
    match report.standing:
        case Standing.LIMITED:
            return (
                translate("account", "A decision about the privacy policy is due."),
                translate("account", "What needs a yes waits for it."),
            )
        case Standing.DECLINED:
            return (
                translate("account", "The privacy policy is declined."),
                translate("account", "What needs a yes is closed."),
            )
        case _:
            return "", ""


def policy_sentence(report: HomeReport) -> str:
    """Give how the policy stands to making an account."""
    if report.policy is None and report.server is ServerState.STARTING:
        return translate("account", "The privacy policy is being read; an account needs a yes.")
    if report.policy is None:
        return translate(
            "account", "An account needs a yes to the privacy policy, which is not known just now."
        )
    version = left_to_right(report.policy.version)
    match report.decision:
        case DecisionKind.ACCEPTED:
            words = translate("account", "Privacy policy {version} is accepted.")
        case DecisionKind.DECLINED:
            words = translate(
                "account",
                "Privacy policy {version} is declined on this computer; an account needs a yes.",
            )
        case _:
            words = translate(
                "account",
                "An account needs a yes to privacy policy {version}, read and given before.",
            )
    return fill(words, version=version)


def length_words(characters: int) -> str:
    """Give how far a new password has come."""
    if characters >= PASSWORD_LEAST:
        return translate("account", "Long enough")
    words = translate("account", "{count} of {least} characters", "of a password")
    return fill(words, count=characters, least=PASSWORD_LEAST)


def password_note(account: Account | None) -> str:
    """Give what the line above says: how the password is kept, and since when it is that one."""
    if account is None:
        return translate("account", "How the password is kept")
    words = translate("account", "How the password is kept, since {date}")
    return fill(words, date=long_date(account.password_changed_at))


def strength_sentence(method: str, *, is_due: bool) -> str:
    """Give how the parameters stand to those of today, and last which they are (C28).

    Args:
        method: of `Account.password_method`.
        is_due: whether those of today are stronger.
    """
    words = translate("account", "As strong as the hash of any new password: {method}.")
    if is_due:
        words = translate(
            "account",
            "New passwords are kept more strongly; sign in to renew it. So far it is {method}.",
        )
    return fill(words, method=method_words(method))


def method_words(method: str) -> str:
    """Give the parameters of a hash in the person's language; others as the server words them."""
    found = _METHOD.fullmatch(method)
    if found is None:
        return left_to_right(method)
    memory, passes, lanes = found.groups()
    return ", ".join(
        (
            "argon2id",
            f"{memory}\N{NO-BREAK SPACE}MiB",
            translate("account", "%n pass(es)", "of a hash", int(passes)),
            translate("account", "%n lane(s)", "of a hash, computed side by side", int(lanes)),
        )
    )


def kept_sentence(*, is_kept: bool) -> str:
    """Give where the sign-in rests."""
    if is_kept:
        return translate("account", "The sign-in rests in the keyring of this computer.")
    return translate("account", "No keyring keeps this sign-in: it ends when the window is closed.")


def forgotten_sentence() -> str:
    """Give what is left to somebody who does not know the password any more."""
    return translate(
        "account",
        "A forgotten password cannot be reset yet. If it is lost, a new account can be made with"
        " another e-mail address; the old one stays as it is.",
    )


def session_name(session: SessionMessage) -> str:
    """Give what a sign-in is called: the copy's own name, else its system, and the version."""
    systems = {"linux": "Linux", "macos": "macOS", "windows": "Windows"}
    told = session.installation
    unknown = translate("account", "Unknown system")
    version = ""
    if told.app_version:
        words = translate("account", "version {version}", "of the app")
        version = fill(words, version=left_to_right(told.app_version))
    return joined((told.name, systems.get(told.system, unknown), version))


def session_begin(session: SessionMessage) -> str:
    """Give since when a sign-in holds.

    To the minute: those of one computer are told apart by nothing else.
    """
    return fill(
        translate("account", "Since {date}, {time}", "a sign-in"),
        date=short_date(session.created_at),
        time=clock_time(session.created_at),
    )


def session_use(session: SessionMessage, now: datetime) -> str:
    """Give when a sign-in was used last."""
    words = translate("account", "Used {ago}", "a sign-in")
    return fill(words, ago=ago(session.last_used_at, now))


def in_order(sessions: Iterable[SessionMessage]) -> tuple[SessionMessage, ...]:
    """Give the sign-in in use first, then the others as they come."""
    return tuple(sorted(sessions, key=lambda session: not session.is_current))


def deletion_sentence() -> str:
    """Give what a deletion takes along, and that nothing brings it back."""
    return translate(
        "account",
        "The account, its sign-ins, its streamers and its support requests are deleted at once,"
        " here and at the server. Nothing brings them back. Your decisions about the policy stay"
        " at the server under a number that names nobody.",
    )


def ownership_sentence() -> str:
    """Give what a deletion does not reach."""
    return translate(
        "account",
        "A streamer itself learns nothing of it: remove your streamers before, or each waits for"
        " its button when it is added again.",
    )
