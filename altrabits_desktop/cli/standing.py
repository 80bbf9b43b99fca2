"""How a person stands to account and policy once a command has been carried out, in words."""

from __future__ import annotations

from collections.abc import Mapping

from altrabits_desktop.cli.moments import day_of
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate

Record = Mapping[str, object]


def standing_lines(words: tuple[str, ...], record: Record) -> str:
    """Give what was done and how the person stands, for people.

    Args:
        words: of the command.
        record: who is signed in, what is decided and where the sign-in rests.
    """
    who = (
        fill(translate("account", "Signed in as {email}."), email=plain_text(str(record["email"])))
        if record["email"]
        else translate("account", "Nobody is signed in.")
    )
    done = _done(words, is_over=bool(record.get("ended_at_server", True)))
    lines = [line for line in (done, who, _decided(record)) if line]
    if record.get("already"):
        lines.append(_already(record["already"]))
    if record["is_no_of_computer"]:
        lines.append(
            translate(
                "policy",
                "The no was said on this computer while nobody was signed in, and the account has"
                " not recorded it. It holds here until you decide once more: `altrabits policy"
                " decline`, or `altrabits policy accept`.",
            )
        )
    if record["email"] and record["kept"] == "memory":
        lines.append(
            translate(
                "account", "No keyring keeps this sign-in: it lasts until the window is closed."
            )
        )
    return "\n".join(lines)


def _done(words: tuple[str, ...], *, is_over: bool) -> str:
    """Say what was done where the standing does not show it; empty where it does.

    Args:
        words: of the command.
        is_over: whether a sign-in that was ended is over at the server too.
    """
    if words == ("account", "password"):
        return translate("account", "The password is changed. All other sign-ins have ended.")
    if words == ("account", "delete"):
        return translate("account", "The account is deleted, with all it held.")
    if words == ("account", "sign-out") and not is_over:
        return translate(
            "account",
            "The server has not heard of it, so its list still has this sign-in, which nobody can"
            " use any more; it can be ended there after the next one.",
        )
    return ""


def _already(before: object) -> str:
    told = before if isinstance(before, Mapping) else {}
    if told.get("number") is None:
        words = translate("policy", "This was decided already, on {day}; nothing new is recorded.")
    else:
        words = translate(
            "policy",
            "This was decided already, on {day}, with receipt {number}; nothing new is recorded.",
        )
    return fill(words, day=day_of(told.get("decided_at")), number=str(told.get("number")))


def _decided(record: Record) -> str:
    """Say what is decided about the version in force; empty where none is known."""
    if record["version"] is None:
        return ""
    if record["decision"] == "accepted":
        words = translate("policy", "Version {version} of the policy is accepted.")
    elif record["decision"] == "declined":
        words = translate("policy", "Version {version} of the policy is declined.")
    else:
        words = translate("policy", "Version {version} of the policy is not decided about.")
    return fill(words, version=plain_text(str(record["version"])))
