"""Commands that the owner of a profile carries out: their words, and what is shown to people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from altrabits_desktop.cli.belongings import belongings_lines, ignored_lines
from altrabits_desktop.cli.control import CONTROLS, control_lines
from altrabits_desktop.cli.control_words import read_control
from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.finding import (
    ADDRESSES,
    CARDS,
    addresses_lines,
    addresses_purpose,
    cards_lines,
    cards_purpose,
)
from altrabits_desktop.cli.firmware import ERRANDS as OF_FIRMWARE
from altrabits_desktop.cli.firmware import FIRMWARE, firmware_lines
from altrabits_desktop.cli.firmware import purposes as purposes_of_firmware
from altrabits_desktop.cli.groups import (
    GROUP,
    PAUSE_ALL,
    group_lines,
    groups_purpose,
    paused_lines,
)
from altrabits_desktop.cli.household import HOUSEHOLD, household_lines, household_purpose
from altrabits_desktop.cli.moments import day_of
from altrabits_desktop.cli.policy_difference import difference_lines
from altrabits_desktop.cli.policy_history import history_in_order, history_lines
from altrabits_desktop.cli.receipts import receipts_lines, verified_words
from altrabits_desktop.cli.saved_groups import SAVED, lines_of_saved
from altrabits_desktop.cli.setting_words import read_setting
from altrabits_desktop.cli.settings import SETTINGS, setting_lines
from altrabits_desktop.cli.standing import standing_lines
from altrabits_desktop.cli.table import table
from altrabits_desktop.cli.upkeep import SNAPSHOT, UPKEEP, snapshot_purpose, upkeep_lines
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, spoken, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from altrabits_desktop.cli.control_words import Asked

    Record = Mapping[str, object]
    Result = Record | Sequence[Record]
    Told = dict[str, object] | list[dict[str, object]]

_JSON = Option("--json")
_CODE = Option("--code", "CODE")
_CONFIRM = Option("--confirm", "NAME")
_STDIN = Option("--password-stdin")
_DISCARD = Option("--discard")
RECEIPTS = ("policy", "receipts")

POLICY = (
    Errand(("show",), (_JSON,), "", lambda: translate("help", "show the privacy policy in force")),
    Errand(("history",), (_JSON,), "", lambda: translate("help", "list all published versions")),
    Errand(
        ("diff",),
        (_JSON,),
        "V1 V2",
        lambda: translate("help", "show what version V2 changes against version V1"),
    ),
    Errand(("accept",), (_JSON,), "", lambda: translate("help", "accept the version in force")),
    Errand(("decline",), (_JSON,), "", lambda: translate("help", "decline the version in force")),
    Errand(("receipts",), (_JSON,), "", lambda: translate("help", "list your decisions")),
    Errand(
        ("verify",),
        (_JSON,),
        "",
        lambda: translate("help", "check that none of your decisions was changed or is missing"),
    ),
)
ACCOUNT = (
    Errand(("create",), (_STDIN, _JSON), "EMAIL", lambda: translate("help", "create an account")),
    Errand(("sign-in",), (_STDIN, _JSON), "EMAIL", lambda: translate("help", "sign in")),
    Errand(
        ("sign-out",),
        (_DISCARD, _JSON),
        "",
        lambda: translate("help", "sign out on this computer"),
    ),
    Errand(("sessions",), (_JSON,), "", lambda: translate("help", "list your sign-ins")),
    Errand(("password",), (_STDIN, _JSON), "", lambda: translate("help", "change the password")),
    Errand(
        ("delete",),
        (_STDIN, _JSON),
        "",
        lambda: translate("help", "delete the account and everything in it"),
    ),
)
SUPPORT = (
    Errand(("list",), (_JSON,), "", lambda: translate("help", "list your support requests")),
    Errand(("show",), (_JSON,), "NUMBER", lambda: translate("help", "show a support request")),
    Errand(
        ("open",),
        (_JSON,),
        "SUBJECT [TEXT]",
        lambda: translate("help", "open a support request; without TEXT it is read from input"),
    ),
    Errand(
        ("reply",),
        (_JSON,),
        "NUMBER [TEXT]",
        lambda: translate("help", "write a further message; without TEXT it is read from input"),
    ),
    Errand(("close",), (_JSON,), "NUMBER", lambda: translate("help", "close a support request")),
)
STREAMERS = (
    Errand(("list",), (_JSON,), "", lambda: translate("help", "list the streamers you added")),
    Errand(("show",), (_JSON,), "ID", lambda: translate("help", "show one, and how it is now")),
    Errand(
        ("add",),
        (_CODE, _JSON),
        "ID",
        lambda: translate("help", "make one yours, by its code or its button"),
    ),
    Errand(("name",), (_JSON,), "ID NAME", lambda: translate("help", "give one a name")),
    Errand(("room",), (_JSON,), "ID ROOM", lambda: translate("help", "put one into a room")),
    Errand(
        ("hand-over",),
        (_JSON,),
        "ID",
        lambda: translate("help", "hand one over to somebody else, by a code"),
    ),
    Errand(
        ("new-owner",),
        (_CONFIRM, _JSON),
        "ID FILE",
        lambda: translate("help", "reset one for a new owner, and write down what was seen"),
    ),
    Errand(("release",), (_JSON,), "ID", lambda: translate("help", "take one off your account")),
    Errand(
        ("ignore",), (_JSON,), "ID", lambda: translate("help", "show one no more that is not yours")
    ),
    Errand(("ignored",), (_JSON,), "", lambda: translate("help", "list those that are ignored")),
    Errand(("unignore",), (_JSON,), "ID", lambda: translate("help", "show an ignored one again")),
    Errand(
        ("forget",),
        (_JSON,),
        "ID",
        lambda: translate("help", "take one off the list until it is heard again"),
    ),
)
GROUPS: Mapping[str, tuple[Errand, ...]] = {
    "policy": POLICY,
    "account": ACCOUNT,
    "streamers": STREAMERS,
    "support": SUPPORT,
    "household": HOUSEHOLD,
    "addresses": ADDRESSES,
    "cards": CARDS,
    "group": (*GROUP, *SAVED),
    **CONTROLS,
    **SETTINGS,
    **UPKEEP,
    FIRMWARE: OF_FIRMWARE,
}
IN_THE_HOUSE = frozenset(
    {
        *(
            ("streamers", word)
            for word in ("add", "show", "name", "room", "hand-over", "new-owner", "release")
        ),
        *(("streamers", word) for word in ("ignore", "ignored", "unignore", "forget")),
        *((verb,) for verb in (*CONTROLS, *SETTINGS, FIRMWARE)),
        *((verb, *errand.words) for verb, errands in UPKEEP.items() for errand in errands),
        *(("addresses", *errand.words) for errand in ADDRESSES),
        *(("group", *errand.words) for errand in (*GROUP, *SAVED)),
    }
)
"""Commands for which streamers must be heard."""


_OF_GROUPS: Mapping[str, Callable[[Result], str]] = {
    "group": group_lines,
    "household": household_lines,
    "addresses": addresses_lines,
    "cards": cards_lines,
    FIRMWARE: firmware_lines,
    "support": partial(belongings_lines, "support"),
    "streamers": partial(belongings_lines, "streamers"),
}
"""What gives the results of a whole group."""
_OF_WORDS: Mapping[tuple[str, ...], Callable[[Result], str]] = {
    PAUSE_ALL: paused_lines,
    **lines_of_saved(),
    ("streamers", "ignored"): ignored_lines,
}


def purposes() -> Mapping[str, Callable[[], str]]:
    """Give what each option of these commands is for."""
    return {
        **purposes_of_firmware(),
        "--code": lambda: translate("help", "the code that it shows; asked for if not said"),
        "--confirm": lambda: translate("help", "the streamer's name; asked for if not said"),
        "--discard": lambda: translate("help", "also where something waits to be sent: it is lost"),
        "--password-stdin": lambda: translate(
            "help", "read passwords from standard input, one a line, instead of asking"
        ),
    }


_PURPOSES: Mapping[str, Callable[[], str]] = {
    "household": household_purpose,
    "addresses": addresses_purpose,
    "cards": cards_purpose,
    SNAPSHOT: snapshot_purpose,
    "group": groups_purpose,
}


def group_purpose(group: str) -> str:
    """Say what a group of commands is for."""
    if group in _PURPOSES:
        return _PURPOSES[group]()
    if group == "support":
        return translate("help", "Opens support requests and shows what was answered.")
    if group == "streamers":
        return translate("help", "Adds streamers to your account, lists, names and releases them.")
    if group == "policy":
        return translate("help", "Shows the privacy policy and records what you decide about it.")
    return translate("help", "Creates your account, signs in and out, and deletes it again.")


def asked_of(words: tuple[str, ...], operands: Sequence[str]) -> Asked | None:
    """Give what a command asks of a streamer; None for one that tells streamers nothing.

    Raises:
        WrongUsage: what follows it does not fit.
    """
    if words[0] in SETTINGS:
        return read_setting(words[0], operands[1:])
    return read_control(words[0], operands[1:]) if words[0] in CONTROLS else None


def in_order(words: tuple[str, ...], result: Told) -> Told:
    """Give a result in the order in which people and programs read it."""
    if words == ("policy", "history") and isinstance(result, list):
        return history_in_order(result, language=spoken().language)
    return result


def lines_of(words: tuple[str, ...], result: Result, *, asked: Asked | None = None) -> str:
    """Give a result for people.

    Args:
        words: of the command.
        result: its record or records.
        asked: of `asked_of`.
    """
    if asked is not None and isinstance(result, Mapping):
        lines = setting_lines if words[0] in SETTINGS else control_lines
        return lines(words[0], result, asked=asked)
    of_group = _OF_WORDS.get(words) or _OF_GROUPS.get(words[0])
    if words[0] in UPKEEP:
        of_group = of_group or partial(upkeep_lines, words)
    if of_group is not None:
        return of_group(result)
    if not isinstance(result, Mapping):
        return _listed(words, result)
    if words == ("policy", "show"):
        return _policy(result)
    if words == ("policy", "diff"):
        return difference_lines(result)
    is_check = words == ("policy", "verify")
    return verified_words(result) if is_check else standing_lines(words, result)


def _listed(words: tuple[str, ...], records: Sequence[Record]) -> str:
    if words == ("policy", "history"):
        return history_lines(records)
    return receipts_lines(records) if words == RECEIPTS else _sessions(records)


def _policy(record: Record) -> str:
    head = fill(
        translate("policy", "Version {version}, in force from {day}. Fingerprint {fingerprint}"),
        version=plain_text(str(record["version"])),
        day=day_of(record["effective_at"]),
        fingerprint=str(record["fingerprint"]),
    )
    lines = [visible(line) for line in str(record["text"]).splitlines()]
    return "\n".join((head, "", *lines))


def _sessions(records: Sequence[Record]) -> str:
    head = (
        translate("account", "Sign-in"),
        translate("account", "System"),
        translate("account", "Since"),
        translate("account", "Last used"),
    )
    rows = [
        (
            translate("account", "this one")
            if record["is_current"]
            else plain_text(str(record["name"] or record["id"])),
            plain_text(str(record["system"] or "")),
            day_of(record["created_at"]),
            day_of(record["last_used_at"]),
        )
        for record in records
    ]
    return table(head, rows)
