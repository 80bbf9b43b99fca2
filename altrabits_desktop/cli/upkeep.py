"""`altrabits network`, `logs`, `restart`, `snapshot` and the like: words, and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.moments import minute_of
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.upkeep import LinkKind
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Record = Mapping[str, Any]
    Result = Record | Sequence[Record]

_JSON = Option("--json")
_MEGABYTE = 1024 * 1024
_LINE_MOST = 512
_MINUTE_S = 60
SNAPSHOT = "snapshot"
SAVE, COMPARE, RESTORE = "save", "compare", "restore"


def _one(operand: str, purpose: Callable[[], str]) -> tuple[Errand, ...]:
    return (Errand((), (_JSON,), operand, purpose),)


UPKEEP: Mapping[str, tuple[Errand, ...]] = {
    "network": _one(
        "ID", lambda: translate("help", "say how a streamer of yours stands in the network")
    ),
    "health": _one("ID", lambda: translate("help", "say how a streamer of yours is doing")),
    "logs": _one("ID", lambda: translate("help", "show what a streamer of yours has written down")),
    "restart": _one("ID", lambda: translate("help", "let a streamer of yours start anew")),
    "reset": _one(
        "ID NAME",
        lambda: translate(
            "help",
            "let a streamer of yours be as it came from the factory, and take it off your account;"
            " NAME is its own, to be sure",
        ),
    ),
    SNAPSHOT: (
        Errand(
            (SAVE,),
            (_JSON,),
            "ID FILE",
            lambda: translate("help", "save all settings of a streamer into a file"),
        ),
        Errand(
            (COMPARE,),
            (_JSON,),
            "ID FILE",
            lambda: translate("help", "say which settings are others than in the file"),
        ),
        Errand(
            (RESTORE,),
            (_JSON,),
            "ID FILE",
            lambda: translate(
                "help", "put the settings of a file in place, at the same streamer or another"
            ),
        ),
    ),
}


def upkeep_lines(words: Sequence[str], result: Result) -> str:
    """Give what was told, for people.

    Args:
        words: of the command, such as `snapshot`, `compare`.
        result: of `app.upkeep_desk`.
    """
    return _LINES[" ".join(words)](result)


def snapshot_purpose() -> str:
    """Say what the group is for."""
    return translate("help", "Saves the settings of a streamer, compares and puts them in place.")


def _network(record: Record) -> str:
    speed = record["speed_mbit_s"]
    words = [
        str(record["address"]),
        str(record["mac"] or ""),
        _link(str(record["link"])),
        plain_text(str(record["wifi_name"] or "")),
        "" if speed is None else f"{speed} Mbit/s",
    ]
    if record["signal_percent"] is not None:
        signal = translate("control", "signal {percent} %")
        words.append(fill(signal, percent=str(record["signal_percent"])))
    return "  ".join(word for word in words if word)


def _link(word: str) -> str:
    match LinkKind(word):
        case LinkKind.ETHERNET:
            return translate("control", "cable")
        case LinkKind.WIFI:
            return translate("control", "Wi-Fi")
        case _:
            return ""


def _health(record: Record) -> str:
    minutes = int(record["uptime_s"]) // _MINUTE_S
    time = f"{minutes // _MINUTE_S}:{minutes % _MINUTE_S:02d}"
    lines = [fill(translate("control", "Has been running for {time} h."), time=time)]
    if record["restarts"] is not None:
        lines.append(translate("control", "Started anew %n time(s).", "", int(record["restarts"])))
    if record["firmware"]:
        firmware = plain_text(str(record["firmware"]))
        lines.append(fill(translate("control", "Firmware {version}."), version=firmware))
    if record["free_bytes"] is not None:
        free = str(int(record["free_bytes"]) // _MEGABYTE)
        lines.append(fill(translate("control", "{number} MB free."), number=free))
    if record["temperature_c"] is not None:
        warm = translate("control", "{number} °C inside.")
        lines.append(fill(warm, number=f"{record['temperature_c']:.0f}"))
    return "\n".join(lines)


def _logs(result: Result) -> str:
    lines = result["lines"] if isinstance(result, dict) else ()
    shown = "\n".join(plain_text(str(line), limit=_LINE_MOST) for line in lines)
    return shown or translate("control", "The streamer has written nothing down.")


def _restart(_record: Record) -> str:
    return translate("control", "The streamer starts anew. It is back within a minute.")


def _reset(_record: Record) -> str:
    return translate(
        "control",
        "The streamer is as it came from the factory, and no longer in your account. Add it again"
        " to control it.",
    )


def _saved(record: Record) -> str:
    saved = translate("control", "The settings are saved in {file}.")
    return fill(saved, file=plain_text(str(record["file"])))


def _compared(record: Record) -> str:
    if not record["differences"]:
        return translate("control", "The settings are the same as in the file.")
    head = fill(
        translate("control", "Since {time} these settings have changed:"),
        time=minute_of(record["made_at"]),
    )
    return "\n".join((head, *_changed(record["differences"])))


def _changed(differences: Sequence[Record]) -> list[str]:
    return [
        f"  {each['name']}: {_value(each['before'])} -> {_value(each['after'])}"
        for each in differences
    ]


def _value(value: object) -> str:
    if isinstance(value, dict):
        return plain_text(", ".join(f"{key} {_value(each)}" for key, each in value.items()))
    if isinstance(value, list):
        return "/".join(_value(each) for each in value)
    return "-" if value is None else plain_text(str(value)) or '""'


def _restored(record: Record) -> str:
    lines = [translate("control", "The settings are in place.")]
    if record["left_out"]:
        left_out = ", ".join(str(name) for name in record["left_out"])
        lines.append(
            fill(translate("control", "This streamer does not have: {names}."), names=left_out)
        )
    name, known_as = record.get("name"), record.get("known_as")
    if name and name != known_as:
        lines.append(
            fill(
                translate(
                    "control",
                    "It calls itself {name} now, as in the file, and is {known_as} in your account:"
                    " `altrabits streamers name {id} NAME` gives it one name in both.",
                ),
                name=plain_text(str(name)),
                known_as=plain_text(str(known_as)),
                id=plain_text(str(record["id"])),
            )
        )
    return "\n".join(lines)


_LINES: Mapping[str, Callable[[Any], str]] = {
    "network": _network,
    "health": _health,
    "logs": _logs,
    "restart": _restart,
    "reset": _reset,
    f"{SNAPSHOT} {SAVE}": _saved,
    f"{SNAPSHOT} {COMPARE}": _compared,
    f"{SNAPSHOT} {RESTORE}": _restored,
}
