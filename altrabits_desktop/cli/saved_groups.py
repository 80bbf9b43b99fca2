"""`altrabits group save` and the like: their words, and what is shown to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Record = Mapping[str, Any]

_JSON = Option("--json")
SAVED = (
    Errand(
        ("save",),
        (_JSON,),
        "ID NAME",
        lambda: translate("help", "keep the group of a streamer, with the volume of each"),
    ),
    Errand(("saved",), (_JSON,), "", lambda: translate("help", "list the groups that are kept")),
    Errand(
        ("restore",),
        (_JSON,),
        "NAME",
        lambda: translate("help", "bring a saved group back, each as loud as it was"),
    ),
    Errand(
        ("rename",),
        (_JSON,),
        "NAME NEW",
        lambda: translate("help", "give a saved group a new name"),
    ),
    Errand(
        ("delete",), (_JSON,), "NAME", lambda: translate("help", "keep a saved group no longer")
    ),
)


def lines_of_saved() -> Mapping[tuple[str, ...], Callable[[Record | Sequence[Record]], str]]:
    """Give what words the results of these commands."""
    return {
        ("group", "save"): _kept,
        ("group", "saved"): _listed,
        ("group", "restore"): _restored,
        ("group", "rename"): _listed,
        ("group", "delete"): _deleted,
    }


def _listed(result: Record | Sequence[Record]) -> str:
    records = (result,) if isinstance(result, Mapping) else tuple(result)
    if not records:
        return translate("control", "No group is saved.")
    return "\n".join(_line(record) for record in records)


def _kept(result: Record | Sequence[Record]) -> str:
    record = _one(result)
    words = translate("control", "Saved: {group}")
    if record["is_replaced"]:
        words = translate("control", "Saved in place of the former one: {group}")
    return fill(words, group=_line(record))


def _deleted(result: Record | Sequence[Record]) -> str:
    return fill(translate("control", "Deleted: {group}"), group=_line(_one(result)))


def _restored(result: Record | Sequence[Record]) -> str:
    record = _one(result)
    lines = [_line(record)]
    if record["missing"]:
        words = translate("control", "Not there: {names}.")
        lines.append(fill(words, names=_names(record["missing"])))
    if record["unwilling"]:
        words = translate("control", "Did not obey: {names}.")
        lines.append(fill(words, names=_names(record["unwilling"])))
    return "\n".join(lines)


def _line(record: Record) -> str:
    members = " + ".join(_member(each) for each in record["streamers"])
    return f"{plain_text(str(record['name']))}  {members}"


def _member(member: Record) -> str:
    name = plain_text(str(member["name"]))
    return name if member["volume"] is None else f"{name} {member['volume']}"


def _names(names: Iterable[object]) -> str:
    return ", ".join(plain_text(str(name)) for name in names)


def _one(result: Record | Sequence[Record]) -> Record:
    return result if isinstance(result, Mapping) else result[0]
