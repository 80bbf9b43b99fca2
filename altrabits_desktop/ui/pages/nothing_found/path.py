"""The way from this computer to the streamers, piece by piece. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import card_kind, card_label, left_to_right
from altrabits_desktop.ui.pages.nothing_found.causes import (
    Cause,
    answers_of_others,
    probable_cause,
    questions_sent,
)
from altrabits_desktop.ui.pages.nothing_found.health import Health

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard

_CARDS_NAMED = 2
_NOWHERE = frozenset({Cause.NO_CARD, Cause.CHOSEN_MISSING})
_NOT_ASKED = _NOWHERE | {Cause.SENDING_REFUSED}


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing on the way from this computer to the streamers, or what lies between two."""

    health: Health
    icon: str
    title: str
    lines: tuple[str, ...] = ()


def path_of(report: FindingReport, *, is_looking: bool) -> tuple[Piece, ...]:
    """Give this computer, its network cards, the router and the streamers."""
    cause = probable_cause(report)
    return (
        _computer(cause),
        _cards(report, cause),
        _router(report, cause),
        _streamers(cause, is_looking=is_looking),
    )


def links_of(report: FindingReport, *, is_looking: bool) -> tuple[Piece, ...]:
    """Give what lies between the pieces of the path."""
    cause = probable_cause(report)
    is_nowhere = cause in _NOWHERE
    sent = 0 if is_nowhere else questions_sent(report)
    heard = 0 if is_nowhere else answers_of_others(report)
    asked = translate("nothing found", "nothing sent")
    if sent:
        asked = translate("nothing found", "%n questions", "sent", sent)
    silence = _silence(cause, is_looking=is_looking)
    answered = Piece(Health.UNKNOWN, "", silence)
    beyond = Piece(Health.UNKNOWN, "", translate("nothing found", "not known"))
    if heard:
        answers = translate("nothing found", "%n answers", "heard", heard)
        answered, beyond = Piece(Health.GOOD, "", answers), answered
    return Piece(Health.GOOD if sent else Health.UNKNOWN, "", asked), answered, beyond


def _silence(cause: Cause, *, is_looking: bool) -> str:
    if cause in _NOT_ASKED:
        return translate("nothing found", "not asked")
    if is_looking:
        return translate("nothing found", "listening")
    return translate("nothing found", "no answer")


def _router(report: FindingReport, cause: Cause) -> Piece:
    """Give what joins the cards to everything else; only what came through it tells of it."""
    title = translate("nothing found", "Router")
    if cause not in _NOWHERE and answers_of_others(report):
        line = translate("nothing found", "lets answers through")
        return Piece(Health.GOOD, "router", title, (line,))
    return Piece(Health.UNKNOWN, "router", title, (translate("nothing found", "not checked"),))


def _computer(cause: Cause) -> Piece:
    title = translate("nothing found", "This computer")
    if cause is Cause.PORT_TAKEN:
        line = translate("nothing found", "port 30303 is taken")
        return Piece(Health.BAD, "computer", title, (line,))
    if cause is Cause.SENDING_REFUSED:
        line = translate("nothing found", "lets no question out")
        return Piece(Health.BAD, "computer", title, (line,))
    return Piece(Health.GOOD, "computer", title, (translate("nothing found", "ready to listen"),))


def _title_of(card: NetworkCard) -> str:
    if card.kind is CardKind.LOOPBACK:
        return translate("nothing found", "Inside this computer")
    return fill(translate("nothing found", "{kind} card"), kind=card_kind(card.kind))


def _cards(report: FindingReport, cause: Cause) -> Piece:
    if cause in _NOWHERE:
        is_missing = cause is Cause.CHOSEN_MISSING
        line = (
            translate("nothing found", "no chosen one is up")
            if is_missing
            else translate("nothing found", "none is connected")
        )
        title = translate("nothing found", "Network card")
        return Piece(Health.BAD, "network-card", title, (line,))
    cards = report.cards
    if len(cards) == 1:
        title = _title_of(cards[0])
        return Piece(Health.GOOD, "network-card", title, (left_to_right(cards[0].address),))
    title = translate("nothing found", "%n network cards", "two or more", len(cards))
    names = tuple(card_label(card) for card in cards[:_CARDS_NAMED])
    return Piece(Health.GOOD, "network-card", title, names)


def _streamers(cause: Cause, *, is_looking: bool) -> Piece:
    title = translate("nothing found", "Streamers")
    if cause in _NOT_ASKED:
        line = translate("nothing found", "could not be asked")
    elif is_looking:
        line = translate("nothing found", "none so far")
    else:
        line = translate("nothing found", "none answers")
    return Piece(Health.UNKNOWN, "streamer", title, (line,))
