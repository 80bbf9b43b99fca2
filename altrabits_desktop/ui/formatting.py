"""Times, durations and addresses as people read them, in the spoken language and its locale.

Every function reads the default `QLocale` that `ui.shell.language` sets; nothing else is touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.instants import day_here, here
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import NetworkCard

SEPARATOR = " · "
"""Between parts of one line; `joined` sets it."""
_MS = 1000
_MINUTE_S = 60
_HOUR_S = 60 * _MINUTE_S
_DAY_S = 24 * _HOUR_S
_FINE_BELOW_S = 10
_LONGEST_TRACK_S = 100 * _HOUR_S
_WEEKDAY = re.compile(r"[,،]?\s*dddd[,،]?\s*")
# Around what is always written from left to right, so that its parts keep their order inside
# a right-to-left sentence.
_ISOLATE, _END_ISOLATE = "\u2066", "\u2069"
# Around a part whose own letters say how it is read, and before a line that begins at the right.
_ISOLATE_BY_LETTERS, _FROM_RIGHT = "\u2068", "\u200f"


def ago(at: datetime, now: datetime) -> str:
    """Give how long ago an instant was: "just now", "4 s ago", "12 min ago"; a date after a day.

    An instant in the future (a clock was set) reads "just now".
    """
    passed_s = int((now - at).total_seconds())
    if passed_s < 1:
        return translate("time", "just now")
    if passed_s < _MINUTE_S:
        return translate("time", "%n s ago", "seconds", passed_s)
    if passed_s < _HOUR_S:
        return translate("time", "%n min ago", "minutes", passed_s // _MINUTE_S)
    if passed_s < _DAY_S:
        return translate("time", "%n h ago", "hours", passed_s // _HOUR_S)
    return exact_time(at)


def clock_time(at: datetime) -> str:
    """Give the time of day on this computer, such as "14:02"."""
    local = here(at)
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def exact_time(at: datetime) -> str:
    """Give date and time of day on this computer, for tool tips and what is long past."""
    local = here(at)
    date = QLocale().toString(
        QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat
    )
    of_day = QTime(local.hour, local.minute, local.second)
    return fill(
        translate("time", "{date}, {time}"),
        date=date,
        time=QLocale().toString(of_day, "HH:mm:ss"),
    )


def long_date(at: datetime) -> str:
    """Give a day in full, such as "1 November 2026"."""
    return QLocale().toString(_day_of(at), _day_format())


def short_date(at: datetime) -> str:
    """Give a day with its month cut short, such as "1 Nov 2026"."""
    return QLocale().toString(_day_of(at), _day_format().replace("MMMM", "MMM"))


def _day_format() -> str:
    """Give the locale's long form of a date without the day of the week."""
    return _WEEKDAY.sub("", QLocale().dateFormat(QLocale.FormatType.LongFormat))


def _day_of(at: datetime) -> QDate:
    day = day_here(at)
    return QDate(day.year, day.month, day.day)


def duration(seconds: float) -> str:
    """Give a length of time: "3.0 s" below ten seconds, then "42 s", "5 min"."""
    if seconds < _FINE_BELOW_S:
        return fill(translate("time", "{number} s"), number=QLocale().toString(seconds, "f", 1))
    if seconds < _MINUTE_S:
        return fill(translate("time", "{number} s"), number=int(seconds))
    return fill(translate("time", "{number} min"), number=int(seconds // _MINUTE_S))


def answer_time(took_ms: float) -> str:
    """Give how long an answer took: "4 ms", "< 1 ms" for less than one, "3.0 s" from a second."""
    if took_ms < 1:
        return translate("time", "< 1 ms")
    if round(took_ms) >= _MS:
        return duration(took_ms / _MS)
    return fill(translate("time", "{number} ms"), number=QLocale().toString(round(took_ms)))


def track_time(seconds: float) -> str:
    """Give a place in a track: "2:14", from an hour on "1:02:14"."""
    whole = int(min(max(0.0, seconds), _LONGEST_TRACK_S))
    hours, rest = divmod(whole, _HOUR_S)
    minutes, seconds_left = divmod(rest, _MINUTE_S)
    if hours:
        return f"{hours}:{minutes:02}:{seconds_left:02}"
    return f"{minutes}:{seconds_left:02}"


def card_kind(kind: CardKind, *, is_inside: bool = False) -> str:
    """Give the word for a kind of network card.

    Args:
        kind: of the card.
        is_inside: it stands inside a sentence, where a common word begins small.
    """
    match kind:
        case CardKind.WIFI:
            return translate("card", "Wi-Fi")
        case CardKind.ETHERNET:
            return translate("card", "Ethernet")
        case CardKind.LOOPBACK if is_inside:
            return translate("card", "this computer", "inside a sentence")
        case CardKind.LOOPBACK:
            return translate("card", "This computer")
        case CardKind.POINT_TO_POINT | CardKind.OTHER:
            return translate("card", "Network")


def card_label(card: NetworkCard, *, is_inside: bool = False) -> str:
    """Give a network card as people know it: "Wi-Fi 192.168.50.23"; see `card_kind`."""
    return fill(
        translate("card", "{kind} {address}"),
        kind=card_kind(card.kind, is_inside=is_inside),
        address=left_to_right(card.address),
    )


def card_words(
    words: str, *, name: str, kind: CardKind, among: Iterable[tuple[str, CardKind]]
) -> str:
    """Give a card's words, with the system's name where another card is of the same kind.

    Args:
        words: what is said of the card.
        name: the system's name, such as `eth0`.
        kind: of the card.
        among: names and kinds of all cards.
    """
    if all(other_name == name for other_name, other_kind in among if other_kind == kind):
        return words
    return fill(
        translate("card", "{card} ({name})", "network card"), card=words, name=left_to_right(name)
    )


def decimal(number: float) -> str:
    """Give a number with as many decimals as it needs, two at most: "60", "1.25"."""
    return QLocale().toString(float(round(number, 2)), "g", 6)


def signed(number: int) -> str:
    """Give a whole number with its sign, for levels around a middle: "+2", "0"."""
    sign = "+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else ""
    return left_to_right(f"{sign}{QLocale().toString(abs(number))}")


def listed(parts: Sequence[str]) -> str:
    """Join parts as a sentence lists them: "a", "a and b", "a, b and c"."""
    if not parts:
        return ""
    whole = parts[0]
    for part in parts[1:-1]:
        whole = fill(translate("list", "{earlier}, {next}"), earlier=whole, next=part)
    if len(parts) > 1:
        whole = fill(translate("list", "{earlier} and {last}"), earlier=whole, last=parts[-1])
    return whole


def joined(parts: Iterable[str]) -> str:
    """Join the parts that are not empty by dots, in reading order whatever script each is in."""
    there = [part for part in parts if part]
    if not QLocale().textDirection().value:
        return SEPARATOR.join(there)
    kept = (f"{_ISOLATE_BY_LETTERS}{part}{_END_ISOLATE}" for part in there)
    return _FROM_RIGHT + SEPARATOR.join(kept) if there else ""


def left_to_right(text: str) -> str:
    """Keep an address, a path or a name of the system in its own order in any sentence.

    Nothing stays nothing, so that a line without a value is still told from one with it.
    """
    is_turned = bool(text) and bool(QLocale().textDirection().value)
    return f"{_ISOLATE}{text}{_END_ISOLATE}" if is_turned else text


def told_apart(words: str, about: str) -> str:
    """Give the spoken name of one of several controls with the same words, begun by those words."""
    return fill(translate("format", "{words}: {about}", "read aloud"), words=words, about=about)
