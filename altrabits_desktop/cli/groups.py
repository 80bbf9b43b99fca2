"""`altrabits group ...`: its words, and what is shown to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.control import sound_line
from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Record = Mapping[str, Any]

_JSON = Option("--json")
PAUSE_ALL = ("group", "pause-all")
GROUP = (
    Errand(
        ("list",), (_JSON,), "", lambda: translate("help", "list the streamers that play together")
    ),
    Errand(
        ("join",),
        (_JSON,),
        "ID LEADER",
        lambda: translate("help", "let a streamer play what another one plays, in step"),
    ),
    Errand(
        ("leave",),
        (_JSON,),
        "ID",
        lambda: translate("help", "take one out of its group; the group ends with who leads it"),
    ),
    Errand(
        ("volume",),
        (_JSON,),
        "ID [N|+N|-N]",
        lambda: translate("help", "say how loud a group is, or set it; its balance stays"),
    ),
    Errand(
        ("pause-all",), (_JSON,), "", lambda: translate("help", "let everything that plays pause")
    ),
)


def groups_purpose() -> str:
    """Say what these commands are for."""
    return translate("help", "Lets streamers play together, and sets how loud they are together.")


def group_lines(result: Record | Sequence[Record]) -> str:
    """Give groups, or what was told to pause, for people."""
    records = (result,) if isinstance(result, Mapping) else tuple(result)
    if not records:
        return translate("control", "Nothing plays together.")
    return "\n".join(_line(record) for record in records)


def paused_lines(result: Record | Sequence[Record]) -> str:
    """Give what was told to pause, for people."""
    records = (result,) if isinstance(result, Mapping) else tuple(result)
    if not records:
        return translate("control", "Nothing plays that could be told to pause.")
    return "\n".join(sound_line(record) for record in records)


def _line(record: Record) -> str:
    names = " + ".join(plain_text(str(each["name"])) for each in record["streamers"])
    if record["volume"] is None:
        return names
    volume = fill(translate("control", "volume {volume}"), volume=str(record["volume"]))
    levels = ", ".join(
        str(each["volume"]) for each in record["streamers"] if each["volume"] is not None
    )
    return f"{names}  {volume} ({levels})"
