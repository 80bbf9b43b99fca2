"""`altrabits firmware ID`: its words, and what is shown of updates to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.moments import minute_of
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Record = Mapping[str, Any]

FIRMWARE = "firmware"
ALL, STOP = "--all", "--stop"
CHECK, INSTALL = "check", "install"
_NOTES_CHARACTERS = 400

ERRANDS = (
    Errand(
        (),
        (Option(ALL), Option(STOP), Option("--json")),
        "ID [check|install]",
        lambda: translate(
            "help", "say which firmware a streamer has and what is ready for it, or install that"
        ),
    ),
)


def purposes() -> Mapping[str, Callable[[], str]]:
    """Give what each option of this command is for."""
    return {
        ALL: lambda: translate(
            "help", "once it is back and well, also your others of the same product, one by one"
        ),
        STOP: lambda: translate(
            "help", "stop what plays on it; without this an update waits for another time"
        ),
    }


def wanted(operands: Sequence[str]) -> str:
    """Give what is asked for behind the id.

    Raises:
        WrongUsage: `usage.choice`.
    """
    word = operands[1] if len(operands) > 1 else CHECK
    if word not in {CHECK, INSTALL}:
        raise WrongUsage(
            "usage.choice",
            option="altrabits firmware",
            value=plain_text(word),
            choices=f"{CHECK}, {INSTALL}",
        )
    return word


def firmware_lines(result: Record | Sequence[Record]) -> str:
    """Give how it stands with the firmware of one streamer, for people."""
    records = [result] if isinstance(result, Mapping) else result
    return "\n".join(line for record in records for line in _lines(record))


def progress_words(record: Record) -> str:
    """Say what goes on with an update, in one line; empty where nothing does."""
    name, follows = plain_text(str(record["name"])), record["rest"]["now"]
    if follows:
        words = translate("firmware", "{name} is being updated; the others follow one by one.")
        return fill(words, name=plain_text(str(follows)))
    if not record["step"]:
        return ""
    if record["is_away"]:
        words = translate("firmware", "{name} does not answer; it is waited for.")
    else:
        words = _STEPS[str(record["step"])]()
    return fill(words, name=name)


def _lines(record: Record) -> list[str]:
    name, version = plain_text(str(record["name"])), record["version"]
    known = translate("firmware", "{name} has firmware {version}.")
    unknown = translate("firmware", "{name} does not say which firmware it has.")
    lines = [fill(known if version else unknown, name=name, version=str(version))]
    ready = record["ready"]
    if ready is not None:
        words = translate("firmware", "{version} is ready. Music stops for about 2 min.")
        lines.append(fill(words, version=str(ready["version"])))
        lines += [
            f"  {plain_text(line, limit=_NOTES_CHARACTERS)}"
            for line in str(ready["notes"]).splitlines()
        ]
        if record["against"]:
            lines.append(sentence(str(record["against"])))
    elif record["has_checked"]:
        lines.append(translate("firmware", "Nothing newer is offered."))
    if record["rest"]["left_out"]:
        names = ", ".join(plain_text(str(name)) for name in record["rest"]["left_out"])
        words = translate("firmware", "Left out, as they play or do not answer: {names}.")
        lines.append(fill(words, names=names))
    last = record["last"]
    if last is not None:
        lines.append(_last(last))
    return lines


def _last(last: Record) -> str:
    day = minute_of(last["at"])
    if last["is_installed"]:
        words = translate("firmware", "{version} was installed: {at}.")
        return fill(words, version=str(last["version"]), at=day)
    words = translate("firmware", "{version} was not installed: {at}. {reason}")
    return fill(words, version=str(last["version"]), at=day, reason=sentence(str(last["code"])))


_STEPS: Mapping[str, Callable[[], str]] = {
    "load": lambda: translate("firmware", "{name}: the firmware is loaded from the server."),
    "verify": lambda: translate("firmware", "{name}: the firmware is verified."),
    "install": lambda: translate("firmware", "{name}: the firmware goes to the streamer."),
    "restart": lambda: translate("firmware", "{name} starts with the new firmware."),
}
