"""`altrabits play`, `volume` and the like: their words, and what is shown to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.cli.control_words import FULL, Look, Turn
from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.cli.control_words import Asked

    Record = Mapping[str, Any]

_TITLE_MOST = 120
_MARKED, _UNMARKED = "* ", "  "


def _control(operand: str, purpose: Callable[[], str]) -> tuple[Errand, ...]:
    return (Errand((), (Option("--json"),), operand, purpose),)


CONTROLS: Mapping[str, tuple[Errand, ...]] = {
    "play": _control(
        "ID [URL]", lambda: translate("help", "let a streamer go on, or play from an address")
    ),
    "pause": _control("ID", lambda: translate("help", "let a streamer pause")),
    "stop": _control("ID", lambda: translate("help", "end what a streamer plays")),
    "next": _control("ID", lambda: translate("help", "go to the next piece")),
    "previous": _control("ID", lambda: translate("help", "go to the piece before")),
    "seek": _control(
        "ID TIME", lambda: translate("help", "go to a place in the piece: 90, 1:30 or 1:02:30")
    ),
    "volume": _control(
        "ID [N|+N|-N]",
        lambda: translate("help", "say how loud a streamer is, or set it: 30, +5 or -5"),
    ),
    "mute": _control(
        "ID on|off",
        lambda: translate(
            "help", "silence a streamer (on) or let it sound again (off), as loud as before"
        ),
    ),
    "input": _control(
        "ID [NAME]", lambda: translate("help", "list what a streamer can play from, or choose")
    ),
}
"""Each is a group of one command without a further word."""


def control_lines(verb: str, record: Record, *, asked: Asked) -> str:
    """Give how a streamer is, for people: what was asked for, else in one line.

    Args:
        verb: such as `volume`.
        record: of `directory.sound_of`.
        asked: what was asked of the streamer.
    """
    if isinstance(asked, Look):
        return _volume(record) if verb == "volume" else _inputs(record)
    line = sound_line(record, is_about_mute=verb == "mute")
    if not _is_no_louder(record, asked):
        return line
    maximum = fill(translate("control", "{volume} is its maximum."), volume=str(record["volume"]))
    return f"{line}\n{maximum}"


def _is_no_louder(record: Record, asked: Asked) -> bool:
    """Whether a streamer is as loud as it can be after it was to be louder."""
    volume, most = record["volume"], record["volume_maximum"]
    if most is None or volume != most or most >= FULL:
        return False
    is_turned_up = isinstance(asked, Turn) and asked.by > 0
    return is_turned_up or (isinstance(asked, SetVolume) and asked.volume > most)


def sound_line(record: Record, *, is_about_mute: bool = False) -> str:
    """Give how a streamer is, in one line.

    Args:
        record: of `directory.sound_of`.
        is_about_mute: whether it is said too that it is not muted.
    """
    playing = record["now_playing"] or {}
    titles = (playing.get("title"), playing.get("artist"), playing.get("station"))
    words = [
        plain_text(str(record["name"])),
        _playback(record),
        ", ".join(plain_text(str(title), limit=_TITLE_MOST) for title in titles if title),
    ]
    if record["volume"] is not None:
        volume = str(record["volume"])
        words.append(fill(translate("control", "volume {volume}"), volume=volume))
    if record["is_muted"]:
        words.append(translate("control", "muted"))
    elif is_about_mute and record["is_muted"] is not None:
        words.append(translate("control", "not muted"))
    if record["input"]:
        words.append(plain_text(str(record["input"])))
    return "  ".join(word for word in words if word)


def _volume(record: Record) -> str:
    if record["volume"] is None:
        return translate("control", "The streamer does not say how loud it is.")
    return str(record["volume"])


def _inputs(record: Record) -> str:
    names = list(record["inputs"])
    if not names and record["input"]:
        names = [record["input"]]
    if not names:
        return translate("control", "The streamer names no inputs.")
    return "\n".join(
        f"{_MARKED if name == record['input'] else _UNMARKED}{plain_text(str(name))}"
        for name in names
    )


def _playback(record: Record) -> str:
    if record["is_asleep"]:
        return translate("control", "asleep")
    match Playback(record["playback"]):
        case Playback.PLAYING:
            return translate("control", "plays")
        case Playback.PAUSED:
            return translate("control", "paused")
        case Playback.STOPPED:
            return translate("control", "stopped")
        case Playback.LOADING:
            return translate("control", "loading")
        case _:
            return ""
