"""The way from this computer to the streamers, piece by piece. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Cause, Health, Measurements, Place
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.sentences_path import trouble_words
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.support.causes import known_neighbours
from altrabits_desktop.support.heard import answers_of_others, questions_sent
from altrabits_desktop.ui.formatting import answer_time, card_kind, card_label, left_to_right

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import Diagnosis
    from altrabits_desktop.contract.streamers import NetworkCard

_CARDS_NAMED = 2
_NOWHERE = frozenset({Cause.NO_CARD, Cause.CHOSEN_MISSING, Cause.CABLE_OUT, Cause.WIFI_OFF})
_NOT_ASKED = _NOWHERE | {Cause.SENDING_REFUSED, Cause.PERMISSION}


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on the way from this computer to the streamers, or what lies between two."""

    health: Health
    icon: str
    title: str
    lines: tuple[str, ...] = ()


def path_of(diagnosis: Diagnosis, *, is_looking: bool) -> tuple[Piece, ...]:
    """Give this computer, its network cards, the router and the streamers."""
    return (
        _computer(diagnosis),
        _cards(diagnosis),
        _router(diagnosis),
        _streamers(diagnosis, is_looking=is_looking),
    )


def links_of(diagnosis: Diagnosis, *, is_looking: bool) -> tuple[Piece, ...]:
    """Give what lies between the pieces of the path."""
    return (
        _to_card(diagnosis),
        _to_router(diagnosis),
        _to_streamers(diagnosis, is_looking=is_looking),
    )


def _measured(diagnosis: Diagnosis) -> Measurements:
    return diagnosis.measured or Measurements()


def _piece(health: Health, icon: str, title: str, *lines: str) -> Piece:
    return Piece(health, icon, title, tuple(line for line in lines if line))


def _computer(diagnosis: Diagnosis) -> Piece:
    title, cards = translate("nothing found", "This computer"), diagnosis.report.cards
    where = card_label(cards[0]) if len(cards) == 1 else ""
    if diagnosis.place is Place.COMPUTER:
        return _piece(Health.BAD, "computer", title, where, trouble_words(diagnosis.cause))
    if _back_ms(diagnosis) is not None:
        line = translate("nothing found", "lets answers in")
        return _piece(Health.GOOD, "computer", title, where, line)
    line = translate("nothing found", "ready to listen")
    return _piece(Health.GOOD, "computer", title, where, line)


def _cards(diagnosis: Diagnosis) -> Piece:
    cards = diagnosis.report.cards
    if diagnosis.cause in _NOWHERE or not cards:
        title = translate("nothing found", "Network card")
        name = str(diagnosis.arguments.get("card", ""))
        trouble = trouble_words(diagnosis.cause)
        return _piece(Health.BAD, "network-card", title, left_to_right(name), trouble)
    is_broken = diagnosis.place is Place.CARD
    health = Health.BAD if is_broken else Health.GOOD
    trouble = trouble_words(diagnosis.cause) if is_broken else ""
    if len(cards) == 1:
        lines = (left_to_right(cards[0].name), trouble or _connection(diagnosis, cards[0]))
        return _piece(health, "network-card", _title_of(cards[0]), *lines)
    title = translate("nothing found", "%n network cards", "two or more", len(cards))
    names = [card_label(card) for card in cards[:_CARDS_NAMED]]
    return _piece(health, "network-card", title, *(names[:1] if trouble else names), trouble)


def _title_of(card: NetworkCard) -> str:
    if card.kind is CardKind.LOOPBACK:
        return translate("nothing found", "Inside this computer")
    return fill(translate("nothing found", "{kind} card"), kind=card_kind(card.kind))


def _connection(diagnosis: Diagnosis, card: NetworkCard) -> str:
    links = {link.name: link for link in _measured(diagnosis).links}
    link = links.get(card.name)
    if link is not None and link.signal_percent is not None:
        return fill(translate("nothing found", "signal {percent} %"), percent=link.signal_percent)
    if card.kind is CardKind.LOOPBACK:
        return left_to_right(card.address)
    return translate("nothing found", "connected")


def _router(diagnosis: Diagnosis) -> Piece:
    """Give what joins the cards to everything else."""
    title = translate("nothing found", "Router")
    routers = _measured(diagnosis).routers
    where = left_to_right(routers[0].address) if routers else ""
    if diagnosis.place is Place.ROUTER:
        return _piece(Health.BAD, "router", title, where, trouble_words(diagnosis.cause))
    if any(router.answers for router in routers):
        line = translate("nothing found", "answers")
        return _piece(Health.GOOD, "router", title, where, line)
    if diagnosis.cause not in _NOWHERE and answers_of_others(diagnosis.report):
        line = translate("nothing found", "lets answers through")
        return _piece(Health.GOOD, "router", title, where, line)
    line = translate("nothing found", "not checked")
    return _piece(Health.UNKNOWN, "router", title, where, line)


def _streamers(diagnosis: Diagnosis, *, is_looking: bool) -> Piece:
    title = translate("nothing found", "Streamers")
    if diagnosis.place is Place.STREAMERS:
        address = left_to_right(str(diagnosis.arguments.get("address", "")))
        trouble = trouble_words(diagnosis.cause)
        return _piece(Health.BAD, "streamer", title, address, trouble)
    if diagnosis.cause is Cause.FOUND:
        found = int(diagnosis.arguments.get("count", 0))
        line = translate("nothing found", "%n answer", "streamers", found)
        return _piece(Health.GOOD, "streamer", title, line)
    if diagnosis.cause in _NOT_ASKED:
        line = translate("nothing found", "could not be asked")
        return _piece(Health.UNKNOWN, "streamer", title, line)
    neighbours = _measured(diagnosis).neighbours
    answering = sum(one.answers for one in neighbours)
    known = max(answering, len(known_neighbours(_measured(diagnosis))))
    beside = ""
    if known:
        beside = translate("nothing found", "%n neighbours,", "the next line goes on", known)
    line = translate("nothing found", "none answers")
    if is_looking:
        line = translate("nothing found", "none so far")
    elif answering:
        line = translate("nothing found", "none is a streamer")
    return _piece(Health.UNKNOWN, "streamer", title, beside, line)


def _back_ms(diagnosis: Diagnosis) -> float | None:
    times = [
        took
        for echo in _measured(diagnosis).echoes
        if (took := echo.announce_ms if echo.is_port_open else echo.broadcast_ms) is not None
    ]
    return min(times, default=None)


def _to_card(diagnosis: Diagnosis) -> Piece:
    back_ms = _back_ms(diagnosis)
    is_broken = diagnosis.place in {Place.COMPUTER, Place.CARD}
    if is_broken and diagnosis.cause in _LOSING:
        return Piece(Health.BAD, "", translate("nothing found", "nothing comes back"))
    if back_ms is not None:
        return Piece(Health.GOOD, "", answer_time(back_ms))
    sent = 0 if diagnosis.cause in _NOWHERE else questions_sent(diagnosis.report)
    if sent:
        asked = translate("nothing found", "%n questions", "sent", sent)
        return Piece(Health.GOOD, "", asked)
    return Piece(Health.UNKNOWN, "", translate("nothing found", "nothing sent"))


_LOSING = frozenset({Cause.FIREWALL_ALL, Cause.FIREWALL_ANNOUNCE})


def _to_router(diagnosis: Diagnosis) -> Piece:
    routers = _measured(diagnosis).routers
    times = [router.took_ms for router in routers if router.took_ms is not None]
    heard = 0 if diagnosis.cause in _NOWHERE else answers_of_others(diagnosis.report)
    if times:
        return Piece(Health.GOOD, "", answer_time(min(times)))
    if diagnosis.cause in {Cause.ROUTER_SILENT, Cause.NO_ADDRESS}:
        return Piece(Health.BAD, "", translate("nothing found", "no answer"))
    if heard:
        return Piece(Health.GOOD, "", translate("nothing found", "%n answers", "heard", heard))
    if any(router.answers for router in routers):
        return Piece(Health.GOOD, "", translate("nothing found", "answers"))
    return Piece(Health.UNKNOWN, "", translate("nothing found", "not checked"))


def _to_streamers(diagnosis: Diagnosis, *, is_looking: bool) -> Piece:
    if diagnosis.cause is Cause.FOUND:
        return Piece(Health.GOOD, "", translate("nothing found", "answers"))
    if diagnosis.cause is Cause.GUEST_NETWORK:
        return Piece(Health.BAD, "", translate("nothing found", "no way through"))
    if diagnosis.cause in _NOT_ASKED:
        words = translate("nothing found", "not asked")
    elif is_looking:
        words = translate("nothing found", "listening")
    else:
        words = translate("nothing found", "no answer")
    return Piece(Health.UNKNOWN, "", words)
