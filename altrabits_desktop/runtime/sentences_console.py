"""Sentences that name the command which helps, for those who read them at the console.

The window says what helps by its own buttons, so its sentences name none (`sentences.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.errors import AltraBitsError


def console_sentence_of(error: AltraBitsError) -> str:
    """Give the sentence of an error in the spoken language, as the console says it."""
    words = _CONSOLE.get(error.code)
    return sentence_of(error) if words is None else fill(words(), **error.arguments)


_CONSOLE: dict[str, Callable[[], str]] = {
    "gate.sign_in_needed": lambda: translate(
        "errors",
        "This needs a sign-in: `altrabits account sign-in EMAIL`, or `altrabits account create"
        " EMAIL` where there is no account yet.",
    ),
    "gate.decision_needed": lambda: translate(
        "errors",
        "A decision about the privacy policy comes first: `altrabits policy show`, then `altrabits"
        " policy accept` or `altrabits policy decline`.",
    ),
    "gate.declined": lambda: translate(
        "errors",
        "The privacy policy is declined, so this is closed. `altrabits policy accept` changes that"
        " at any time.",
    ),
    "policy.not_accepted": lambda: translate(
        "errors",
        "There is no account without accepting the privacy policy: `altrabits policy show`, then"
        " `altrabits policy accept`.",
    ),
    "policy.outdated": lambda: translate(
        "errors",
        "Version {version} of the privacy policy holds by now. Read that one first: `altrabits"
        " policy show`.",
    ),
    "session.missing": lambda: translate(
        "errors", "Sign in first: `altrabits account sign-in EMAIL`."
    ),
    "session.ended": lambda: translate(
        "errors", "This sign-in has ended. Sign in again: `altrabits account sign-in EMAIL`."
    ),
    "account.signed_in": lambda: translate(
        "errors", "Somebody is signed in. Sign out first: `altrabits account sign-out`."
    ),
    "account.unsent": lambda: translate(
        "errors",
        "Signing out would lose what waits to be sent ({count}). It goes as soon as the server"
        " answers; to lose it: `altrabits account sign-out --discard`.",
    ),
    "account.unsent_left": lambda: translate(
        "errors",
        "Nobody is signed in. What the last account has not sent yet ({count}) would be lost. It"
        " goes after a sign-in: `altrabits account sign-in EMAIL`; to lose it: `altrabits account"
        " sign-out --discard`.",
    ),
    "keyring.withheld": lambda: translate(
        "errors",
        "The keyring of this computer does not give the sign-in: it is locked or away. Sign in"
        " again, nothing is lost: `altrabits account sign-in EMAIL`.",
    ),
    "account.not_opened": lambda: translate(
        "errors",
        "This password does not open an account of this e-mail address. If there was one before,"
        " sign in with its own password: `altrabits account sign-in EMAIL`.",
    ),
    "control.not_owned": lambda: translate(
        "errors",
        "This streamer obeys its owner alone. Make it yours first: `altrabits streamers add ID`.",
    ),
    "control.locked": lambda: translate(
        "errors",
        "This computer has no key to this streamer. Release it with `altrabits streamers"
        " release ID`, then add it again with `altrabits streamers add ID`.",
    ),
    "control.owner_changed": lambda: translate(
        "errors",
        "This streamer has another owner now. Release it with `altrabits streamers release ID`,"
        " then add it again with `altrabits streamers add ID`.",
    ),
    "streamer.certificate_changed": lambda: translate(
        "errors",
        "The streamer shows another certificate than when it was added, so nothing was sent to it."
        " Somebody may pretend to be it. Only if it was reset or repaired, release it with"
        " `altrabits streamers release ID` and add it again with `altrabits streamers add ID`.",
    ),
    "streamer.borrowed": lambda: translate(
        "errors",
        "Something in this network says that it is “{name}” and does not show its certificate, so"
        " nothing was sent to it. If your streamer was reset, release it with `altrabits streamers"
        " release ID` and add it again with `altrabits streamers add ID`.",
    ),
    "streamer.is_own": lambda: translate(
        "errors",
        "This streamer is in your account. `altrabits streamers name ID NAME` gives it another"
        " name, and `altrabits streamers release ID` takes it off.",
    ),
    "address.not_remembered": lambda: translate(
        "errors",
        "This address is not remembered in this network. `altrabits addresses list` says which"
        " are.",
    ),
    "firmware.playing": lambda: translate(
        "errors",
        "The streamer plays, and an update would stop that. Wait, or let the update stop it:"
        " `altrabits firmware ID install --stop`.",
    ),
    "streamers.too_many": lambda: translate(
        "errors",
        "The account can hold no more streamers. Release one first: `altrabits streamers release"
        " ID`.",
    ),
    "ticket.closed": lambda: translate(
        "errors",
        "The support request {number} is closed. Open a new one: `altrabits support open SUBJECT"
        " TEXT`.",
    ),
    "claim.code_needed": lambda: translate(
        "errors",
        "The streamer wants the code that it shows: `altrabits streamers add ID --code CODE`.",
    ),
    "claim.expired": lambda: translate(
        "errors",
        "The code is no longer good. Begin again with `altrabits streamers add ID`; the streamer"
        " then shows another one.",
    ),
    "claim.not_pressed": lambda: translate(
        "errors",
        "Nobody pressed the button in time. Begin again with `altrabits streamers add ID`, and"
        " press it while that waits.",
    ),
}
"""By code; what has none here is said as in the window."""
