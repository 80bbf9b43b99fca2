"""What the page says about the house as a whole: head line, notices, empty search. Plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy, ProtocolStatus
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import (
    ago,
    card_kind,
    card_label,
    clock_time,
    left_to_right,
    listed,
)
from altrabits_desktop.ui.pages.nothing_found.words import protocol_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from altrabits_desktop.actions.directory import Summary
    from altrabits_desktop.contract.streamers import NetworkCard, ProtocolReport

_PORT_TAKEN = "announce.port_taken"
_CHOSEN_MISSING = "cards.chosen_missing"


def looking_line() -> str:
    """Say that nothing is known yet."""
    return translate("streamers", "Looking for streamers")


def cards_line(
    summary: Summary, cards: Iterable[NetworkCard], *, now: datetime, is_short: bool
) -> str:
    """Say how many there are, where they were heard, and when last.

    Args:
        summary: of everything that is listed.
        cards: the computer's network cards, for their kinds.
        now: UTC.
        is_short: leave out where they were heard.
    """
    if summary.last_heard_at is None:
        return _unheard_line(summary)
    when = ago(summary.last_heard_at, now)
    if not summary.here:
        silent = translate("streamers", "None of %n answers, last heard {when}", "", summary.total)
        return fill(silent, when=when)
    kinds = [] if is_short else kinds_of(summary.card_names, cards)
    return fill(_heard(summary, has_kinds=bool(kinds)), cards=listed(kinds), when=when)


def no_network_line(error_code: str, summary: Summary, *, is_short: bool) -> str:
    """Say that nobody can be heard, because of this computer.

    Args:
        error_code: of the finding report.
        summary: of everything that is listed.
        is_short: leave out what comes of it.
    """
    if error_code == _CHOSEN_MISSING and is_short:
        return translate("streamers", "No chosen network card is connected")
    if is_short:
        return translate("streamers", "This computer is in no network")
    if error_code == _CHOSEN_MISSING:
        return translate(
            "streamers",
            "No chosen network card is connected, so none of %n answers",
            "",
            summary.total,
        )
    return translate(
        "streamers", "This computer is in no network, so none of %n answers", "", summary.total
    )


def _unheard_line(summary: Summary) -> str:
    """Say how it stands while nothing was heard since the start."""
    if summary.gone:
        return translate("streamers", "None of %n answers", "", summary.gone)
    return looking_line()


def _heard(summary: Summary, *, has_kinds: bool) -> str:
    """Give the sentence of the line: of those that are gone nobody says that they are here."""
    if not summary.gone and has_kinds:
        return translate(
            "streamers", "%n here, heard on {cards}, {when}", "streamers", summary.here
        )
    if not summary.gone:
        return translate("streamers", "%n here, heard {when}", "streamers", summary.here)
    text = translate("streamers", "{here} of %n here, heard {when}", "streamers", summary.total)
    if has_kinds:
        text = translate(
            "streamers", "{here} of %n here, heard on {cards}, {when}", "streamers", summary.total
        )
    return fill(text, here=summary.here)


def rows_line(summary: Summary, *, is_short: bool, has_rooms: bool = True) -> str:
    """Say how many there are and how they are doing.

    Args:
        summary: of everything that is listed.
        is_short: leave out rooms and times.
        has_rooms: say in how many rooms.
    """
    if summary.last_heard_at is None:
        return _unheard_line(summary)
    count = _count_sentence(summary, is_short=is_short or not has_rooms)
    return f"{count} {_states_sentence(summary, is_short=is_short)}".strip()


def count_line(summary: Summary) -> str:
    """Say how many there are, and no more."""
    return _count_sentence(summary, is_short=True)


def hits_line(fitting: int, total: int) -> str:
    """Say how many of all streamers match a search."""
    return fill(
        translate("streamers", "{fitting} of {total}", "how many match the search"),
        fitting=fitting,
        total=total,
    )


def kinds_of(names: Iterable[str], cards: Iterable[NetworkCard]) -> list[str]:
    """Give the words for the kinds of some network cards, each once, in the order of the names."""
    kind_of = {card.name: card.kind for card in cards}
    return list(
        dict.fromkeys(card_kind(kind_of[name], is_inside=True) for name in names if name in kind_of)
    )


def elsewhere_sentence() -> str:
    """Say what to do about streamers in other networks."""
    return translate("streamers", "A streamer in another network can be reached by its address.")


def missing_sentence(
    cards: Sequence[NetworkCard], *, is_demo: bool, has_network: bool = True
) -> str:
    """Say where streamers are looked for, and what to do about others.

    Args:
        cards: where they are looked for.
        is_demo: none of the streamers shown was found there.
        has_network: whether there is, or may be, any network to look on.
    """
    if not has_network:
        return translate(
            "streamers",
            "This computer is in no network just now. Once it is, streamers appear by themselves.",
        )
    if not cards:
        return elsewhere_sentence()
    if is_demo:
        return fill(
            translate(
                "streamers",
                "What is shown is the demo on this computer. "
                "Streamers of this house are looked for on {cards}.",
            ),
            cards=listed([card_label(card, is_inside=True) for card in cards]),
        )
    return fill(
        translate(
            "streamers",
            "Streamers are looked for on {cards}. "
            "A streamer in another network can be reached by its address.",
        ),
        cards=listed([card_label(card, is_inside=True) for card in cards]),
    )


def no_hit_sentence(search: str) -> str:
    """Say that nothing fits a search."""
    return fill(translate("streamers", "No streamer matches “{search}”"), search=search.strip())


def order_name(order: str) -> str:
    """Give the words for an order."""
    match order:
        case "room":
            return translate("streamers", "Room")
        case "name":
            return translate("streamers", "Name")
        case _:
            return translate("streamers", "State")


def view_name(view: str) -> str:
    """Give the words for a way to show the streamers."""
    match view:
        case "cards":
            return translate("streamers", "Cards")
        case "rows":
            return translate("streamers", "Rows")
        case _:
            return translate("streamers", "Automatic")


def fault_heading(report: ProtocolReport) -> str:
    """Say what went wrong with one way of finding."""
    if report.error_code == _PORT_TAKEN:
        return translate("streamers", "Port 30303 is taken")
    return fill(
        translate("streamers", "{protocol} finds nothing"), protocol=protocol_name(report.protocol)
    )


def fault_sentence(report: ProtocolReport, protocols: Iterable[ProtocolReport]) -> str:
    """Say why, and what still works."""
    working = [
        protocol_name(other.protocol)
        for other in protocols
        if other.status is ProtocolStatus.LISTENING and other.protocol is not HeardBy.MANUAL
    ]
    if report.error_code == _PORT_TAKEN:
        why = translate("streamers", "Another program listens there.")
    else:
        why = translate("streamers", "The system did not let it listen.")
    if not working:
        return why
    still = fill(
        translate("streamers", "Streamers are still found by {protocols}."),
        protocols=listed(working),
    )
    return f"{why} {still}"


def fault_details(report: ProtocolReport) -> str:
    """Give the technical line: the code, and the system's own words."""
    return left_to_right(": ".join(t for t in (report.error_code, report.error_detail) if t))


def _count_sentence(summary: Summary, *, is_short: bool) -> str:
    count = summary.total - summary.awaited
    if is_short or not summary.rooms:
        return translate("streamers", "%n here.", "streamers", count)
    rooms = translate("streamers", "%n rooms", "in ... rooms", summary.rooms)
    here = translate("streamers", "%n here in {rooms}.", "streamers", count)
    return fill(here, rooms=rooms)


def _states_sentence(summary: Summary, *, is_short: bool) -> str:
    parts: list[str] = []
    if summary.answering:
        parts.append(translate("streamers", "%n answer", "streamers", summary.answering))
    if summary.checking:
        parts.append(translate("streamers", "%n are being checked", "streamers", summary.checking))
    if summary.asleep:
        parts.append(translate("streamers", "%n are asleep", "streamers", summary.asleep))
    if summary.gone:
        parts.append(_gone_part(summary, is_short=is_short))
    return ", ".join(parts)


def _gone_part(summary: Summary, *, is_short: bool) -> str:
    if is_short or summary.gone_since is None:
        return translate("streamers", "%n have not answered", "streamers", summary.gone)
    return fill(
        translate(
            "streamers", "%n have not answered since {time}", "the longest silence", summary.gone
        ),
        time=clock_time(summary.gone_since),
    )
