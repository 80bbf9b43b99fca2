"""One sentence for each code that the server may refuse with; see `sentences.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BETWEEN_PROGRAMS = (
    *("request.malformed", "request.key_missing", "request.revision_missing"),
    *("request.target_too_long", "request.media_type", "request.host", "request.origin"),
    *("request.secret", "path.unknown", "method.unknown", "key.reused"),
    "cursor.unknown",
)
"""Told among programs; a person can do no more about them than bring both to one version."""


def _not_agreed() -> str:
    return translate(
        "errors", "This program and the server do not agree. They may be of different versions."
    )


_SERVER: Mapping[str, Callable[[], str]] = {
    "request.too_large": lambda: translate("errors", "This is too long to be sent."),
    "server.away": lambda: translate(
        "errors", "The server does not answer. Try again later; what waits to be sent is safe."
    ),
    "server.busy": lambda: translate(
        "errors", "The server has too much to do just now. Try again in a moment."
    ),
    "server.failed": lambda: translate(
        "errors", "Something went wrong in the server. Try again in a moment."
    ),
    "server.host_malformed": lambda: translate(
        "errors", "“{host}” is no address of this computer."
    ),
    "server.address_missing": lambda: translate(
        "errors",
        "This computer does not have the address {host}. Name one of its own with --host, or leave"
        " --host out: then programs on this computer alone reach the server.",
    ),
    "server.port_forbidden": lambda: translate(
        "errors",
        "This computer does not let you use port {port}. Name one of 1024 or higher with --port.",
    ),
    "server.in_use": lambda: translate(
        "errors", "Another server runs on the folder {folder} already."
    ),
    "server.in_window": lambda: translate(
        "errors",
        "The program that is open with the folder {folder} is the server of this folder itself, so"
        " none is needed beside it. For one that other computers use, close it first, or name"
        " another folder with --profile.",
    ),
    "server.port_taken": lambda: translate(
        "errors", "Another program holds port {port} at {host}. Name another with --port."
    ),
    "server.another": lambda: translate(
        "errors",
        "The window that is open uses another server: {server}. Close it, or leave --server out.",
    ),
    "server.another_own": lambda: translate(
        "errors",
        "The window that is open uses the server of this computer. Close it, or leave --server"
        " out.",
    ),
    "server.untrusted": lambda: translate(
        "errors", "This computer does not trust the server's certificate; nothing was sent."
    ),
    "server.malformed": lambda: translate(
        "errors", "The server's answer cannot be read. It may be of another version."
    ),
    "keyring.none": lambda: translate(
        "errors",
        "There is no keyring on this computer that could keep the sign-in. Open the window"
        " (altrabits-desktop) and leave it open: the sign-in lasts until it is closed.",
    ),
    "keyring.withheld": lambda: translate(
        "errors",
        "The keyring of this computer does not give the sign-in: it is locked or away. Sign in"
        " again; nothing is lost.",
    ),
    "object.unknown": lambda: translate("errors", "It is not there any more."),
    "object.exists": lambda: translate("errors", "It is there already."),
    "object.changed": lambda: translate(
        "errors", "It was changed elsewhere meanwhile. Look at it again."
    ),
    "streamers.too_many": lambda: translate(
        "errors", "The account can hold no more streamers. Remove one first."
    ),
    "tickets.too_many": lambda: translate(
        "errors",
        "The account can hold no more support requests or messages. Use the contact that the"
        " privacy policy names.",
    ),
    "messages.too_many": lambda: translate(
        "errors", "This support request can hold no more messages. Open a new one."
    ),
    "ticket.closed": lambda: translate(
        "errors", "The support request {number} is closed. Open a new one."
    ),
}

_ACCOUNT: Mapping[str, Callable[[], str]] = {
    "session.missing": lambda: translate("errors", "Sign in first."),
    "session.ended": lambda: translate("errors", "This sign-in has ended. Sign in again."),
    "sign_in.refused": lambda: translate("errors", "E-mail address or password is wrong."),
    "sign_in.braked": lambda: translate(
        "errors", "There were too many tries. The next one is possible in {seconds} seconds."
    ),
    "account.signed_in": lambda: translate("errors", "Somebody is signed in. Sign out first."),
    "account.unsent": lambda: translate(
        "errors",
        "Signing out would lose what waits to be sent ({count}). It goes as soon as the server"
        " answers.",
    ),
    "account.unsent_left": lambda: translate(
        "errors",
        "Nobody is signed in. What the last account has not sent yet ({count}) would be lost; it"
        " goes after a sign-in.",
    ),
    "account.email_malformed": lambda: translate("errors", "This is not an e-mail address."),
    "account.email_taken": lambda: translate(
        "errors", "There is an account with this e-mail address already."
    ),
    "account.not_opened": lambda: translate(
        "errors",
        "This password does not open an account of this e-mail address. If there was one before,"
        " sign in with its own password.",
    ),
    "account.password_short": lambda: translate(
        "errors", "A password needs at least 15 characters. A few words in a row do well."
    ),
    "account.password_common": lambda: translate(
        "errors", "This password is among those that are tried first. Choose a rarer one."
    ),
    "account.password_long": lambda: translate("errors", "This password is too long."),
    "password.not_given": lambda: translate(
        "errors", "No password was given. Type it, or send it with --password-stdin."
    ),
    "password.differs": lambda: translate(
        "errors", "The two passwords are not the same, so nothing was done. Try again."
    ),
    "account.password_wrong": lambda: translate("errors", "The password is wrong."),
}

_POLICY: Mapping[str, Callable[[], str]] = {
    "gate.sign_in_needed": lambda: translate("errors", "This needs a sign-in."),
    "gate.decision_needed": lambda: translate(
        "errors", "A decision about the privacy policy comes first."
    ),
    "gate.declined": lambda: translate(
        "errors",
        "The privacy policy is declined, so this is closed. The decision can be changed at any"
        " time.",
    ),
    "policy.unknown": lambda: translate(
        "errors", "The server does not know this version of the privacy policy."
    ),
    "policy.outdated": lambda: translate(
        "errors", "Version {version} of the privacy policy holds by now. Read that one first."
    ),
    "policy.text_differs": lambda: translate(
        "errors",
        "The privacy policy that was shown is not the one that was published. Read it again.",
    ),
    "policy.not_accepted": lambda: translate(
        "errors", "There is no account without accepting the privacy policy."
    ),
    "decision.shown_at_malformed": lambda: translate(
        "errors", "The clock of this computer is wrong. Set it, then decide again."
    ),
}

_OPERATOR: Mapping[str, Callable[[], str]] = {
    "file.unreadable": lambda: translate("errors", "The file {file} cannot be read: {reason}."),
    "server.no_database": lambda: translate(
        "errors", "No server has run on the folder {folder} yet, so there is nothing to work on."
    ),
    "ticket.unknown": lambda: translate("errors", "There is no support request of that number."),
    "ticket.subject_empty": lambda: translate("errors", "A support request needs a subject."),
    "ticket.subject_long": lambda: translate(
        "errors", "A subject may have {most} characters at most."
    ),
    "streamer.unknown": lambda: translate("errors", "This streamer is not around any more."),
    "streamer.not_found": lambda: translate(
        "errors",
        "No streamer has the id {id}. `altrabits discover` lists those that are heard, `altrabits"
        " streamers list` those of yours.",
    ),
    "streamer.not_owned": lambda: translate(
        "errors",
        "This streamer is not in your account. `altrabits streamers add {id}` adds it.",
    ),
    "streamer.owned": lambda: translate("errors", "This streamer is yours already."),
    "streamer.is_own": lambda: translate(
        "errors",
        "This streamer is in your account: its name is changed there, and it is removed there.",
    ),
    "remarks.unknown": lambda: translate("errors", "No such streamer is ignored."),
    "remarks.full": lambda: translate(
        "errors", "There is no more room: {most} streamers have a name or are ignored already."
    ),
    "remarks.nameless": lambda: translate(
        "errors", "This streamer says nothing by which it could be known again."
    ),
    "streamer.name_empty": lambda: translate("errors", "A streamer needs a name."),
    "streamer.name_long": lambda: translate("errors", "A name may have {most} characters at most."),
    "streamer.room_long": lambda: translate("errors", "A room may have {most} characters at most."),
    "ticket.text_empty": lambda: translate("errors", "A message needs words."),
    "ticket.text_long": lambda: translate(
        "errors", "A message may have {most} characters at most."
    ),
}

_STORE: Mapping[str, Callable[[], str]] = {
    "store.busy": lambda: translate(
        "errors", "Another program holds the database. Try again in a moment."
    ),
    "store.closed": lambda: translate("errors", "The server has ended."),
    "store.damaged": lambda: translate(
        "errors", "The database is damaged. It stays as it is; bring back a backup of it."
    ),
    "store.failed": lambda: translate("errors", "The database could not be used."),
    "store.full": lambda: translate(
        "errors", "The disk is full. Make room; what was kept before is safe."
    ),
    "store.newer": lambda: translate(
        "errors", "A newer version of this program has written the database. Install that version."
    ),
    "store.read_only": lambda: translate(
        "errors", "The database cannot be written. See who owns its folder."
    ),
}

_POLICIES: Mapping[str, Callable[[], str]] = {
    "policy.back_dated": lambda: translate(
        "errors",
        "Version {version} would take effect before now or before the version in force."
        " Name a later date.",
    ),
    "policy.bundled_damaged": lambda: translate(
        "errors",
        "The privacy policy that belongs to the program cannot be read. Install the program anew.",
    ),
    "policy.class_malformed": lambda: translate(
        "errors", "The class of a policy's change is editorial, minor or material."
    ),
    "policy.contact_missing": lambda: translate(
        "errors",
        "A policy names whom people can turn to. Give a contact of at most 500 characters.",
    ),
    "policy.date_malformed": lambda: translate(
        "errors",
        "The day on which the policy takes effect is missing or is none. It looks like 2026-11-01;"
        " a time of day needs its time zone.",
    ),
    "policy.empty": lambda: translate("errors", "The policy file is empty."),
    "policy.language_malformed": lambda: translate(
        "errors", "The language of the policy is missing or is none. It looks like en or de-AT."
    ),
    "policy.language_missing": lambda: translate(
        "errors",
        "Version {version} is not published in the language of version {other}, so they cannot be"
        " compared.",
    ),
    "policy.languages_differ": lambda: translate(
        "errors",
        "The languages of one policy have the same version and class, and take effect at the same"
        " time. Name them as they were published.",
    ),
    "policy.not_utf8": lambda: translate(
        "errors", "The policy file is not text in UTF-8. Save it in that encoding."
    ),
    "policy.side_malformed": lambda: translate(
        "errors", "The side file of the policy cannot be read. It is a small TOML file in UTF-8."
    ),
    "policy.side_unknown": lambda: translate(
        "errors",
        "The side file of the policy says “{key}”, which is not known."
        " It can say {known} and the table states.",
    ),
    "policy.states_malformed": lambda: translate(
        "errors",
        "The side file's table states does not fit at “{paragraph}”: the text needs that"
        " paragraph, and its commitments look like C27.",
    ),
    "policy.summary_malformed": lambda: translate(
        "errors",
        "A policy has a summary of at most 2000 characters, which people read first.",
    ),
    "policy.too_large": lambda: translate(
        "errors", "The policy file is larger than 1 MB. Shorten it."
    ),
    "policy.unreadable": lambda: translate(
        "errors",
        "The policy cannot be shown to a person: it has more than 500 headings, 20,000 lines or"
        " 20,000 signs such as stars, or a word of more than 2,000 letters. Write it as a text.",
    ),
    "policy.version_malformed": lambda: translate(
        "errors",
        "The version of the policy is missing or is none. It is a text such as 1.0, of at most 32"
        " letters, digits, dots and hyphens; a TOML file puts it in quotes.",
    ),
    "policy.version_past": lambda: translate(
        "errors",
        "Version {version} holds no longer, so no language is added to it."
        " Name the version in force or one to come.",
    ),
    "policy.version_taken": lambda: translate(
        "errors",
        "Version {version} is published in the language {language} already, and a published policy"
        " is never changed. Name another version.",
    ),
}

SENTENCES: Mapping[str, Callable[[], str]] = {
    **dict.fromkeys(_BETWEEN_PROGRAMS, _not_agreed),
    **_SERVER,
    **_ACCOUNT,
    **_POLICY,
    **_OPERATOR,
    **_STORE,
    **_POLICIES,
}
