"""What is said of finding nothing, in the head of the page. Pure but for the spoken language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.support.heard import answers_of_others
from altrabits_desktop.ui.formatting import card_label, duration, listed

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard

_CARDS_NAMED = 2
_CHOSEN_MISSING = "cards.chosen_missing"


def head_line(report: FindingReport, *, is_looking: bool) -> str:
    """Give the line under the title: where and how long was looked, and what came of it."""
    if report.error_code == _CHOSEN_MISSING:
        return translate("nothing found", "No chosen network card is connected")
    if not report.cards:
        return translate("nothing found", "No network to look on")
    where = listed(card_names(report.cards))
    if is_looking or report.started_at is None or report.finished_at is None:
        return fill(translate("nothing found", "Looking on {cards}"), cards=where)
    took_s = (report.finished_at - report.started_at).total_seconds()
    return fill(
        translate("nothing found", "Looked for {time} on {cards}. {outcome}"),
        time=duration(took_s),
        cards=where,
        outcome=_outcome(report),
    )


def card_names(cards: tuple[NetworkCard, ...]) -> tuple[str, ...]:
    """Give the cards by kind and address; from three on only how many there are."""
    if len(cards) > _CARDS_NAMED:
        return (translate("nothing found", "%n network cards", "two or more", len(cards)),)
    return tuple(card_label(card, is_inside=True) for card in cards)


def protocol_name(way: HeardBy) -> str:
    """Give what people call a way of finding."""
    match way:
        case HeardBy.ANNOUNCE:
            return translate("protocol", "AltraBits search")
        case HeardBy.MDNS:
            return translate("protocol", "Service search")
        case HeardBy.SSDP:
            return translate("protocol", "Media search")
        case HeardBy.MANUAL:
            return translate("protocol", "Typed address")


def technical_name(way: HeardBy) -> str:
    """Give what the protocol of a way of finding is called, for technical details."""
    match way:
        case HeardBy.ANNOUNCE:
            return translate("protocol", "Announce")
        case HeardBy.MDNS:
            return translate("protocol", "mDNS")
        case HeardBy.SSDP:
            return translate("protocol", "SSDP")
        case HeardBy.MANUAL:
            return protocol_name(way)


def _outcome(report: FindingReport) -> str:
    if answers_of_others(report):
        return translate("nothing found", "No streamer answered.")
    return translate("nothing found", "Nothing answered.")
