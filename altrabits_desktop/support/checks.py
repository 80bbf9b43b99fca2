"""Judges measurements that actions gathered: one cause, and what was checked line by line. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import (
    Cause,
    Check,
    CheckName,
    Diagnosis,
    Health,
    Measurements,
)
from altrabits_desktop.contract.streamers import CardKind, HeardBy
from altrabits_desktop.support.causes import (
    foreign_holders,
    has_echo,
    known_neighbours,
    link_local_cards,
    others,
    place_of,
    probable_cause,
)
from altrabits_desktop.support.heard import (
    answers_of_others,
    has_failed,
    is_port_taken,
    protocol,
    works,
)

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport

_GROUPS = (HeardBy.MDNS, HeardBy.SSDP)
_KEPT_OUT = {
    Cause.FIREWALL_ALL: "all_kept_out",
    Cause.FIREWALL_ANNOUNCE: "announce_kept_out",
    Cause.FIREWALL_MDNS: "mdns_kept_out",
    Cause.SENDING_REFUSED: "nothing_out",
}


def judge(report: FindingReport, measured: Measurements | None, *, listed: int = 0) -> Diagnosis:
    """Give the diagnosis of a network.

    Args:
        report: what was tried to find streamers.
        measured: what was measured; None where nothing was yet.
        listed: how many streamers are listed: with any there is nothing to heal.
    """
    cause, arguments = probable_cause(report, measured)
    if listed:
        cause, arguments = Cause.FOUND, {"count": listed}
    known = measured or Measurements()
    return Diagnosis(
        cause=cause,
        place=place_of(cause),
        arguments=arguments,
        checks=(
            _cards(report, cause),
            _firewall(known, cause),
            _router(known),
            _groups(report, known),
            _port(report, known),
            _broadcast(known),
            _neighbours(report, known),
            _vpn(known, cause),
            _membership(known),
            _names(known),
            _streamers(known, listed),
        ),
        report=report,
        measured=measured,
    )


def _check(name: CheckName, health: Health, code: str, /, **arguments: str | float) -> Check:
    return Check(name, health, code, arguments)


def _cards(report: FindingReport, cause: Cause) -> Check:
    name = CheckName.CARDS
    if cause is Cause.CHOSEN_MISSING:
        return _check(name, Health.BAD, "chosen_missing")
    if cause in {Cause.CABLE_OUT, Cause.WIFI_OFF}:
        return _check(name, Health.BAD, "cable_out")
    if not report.cards:
        return _check(name, Health.BAD, "none")
    if len(link_local_cards(report)) == len(report.cards):
        return _check(name, Health.BAD, "no_address")
    kinds = dict.fromkeys(card.kind.value for card in report.cards)
    return _check(name, Health.GOOD, "up", kinds=",".join(kinds), count=len(report.cards))


def _firewall(measured: Measurements, cause: Cause) -> Check:
    name = CheckName.FIREWALL
    if cause in _KEPT_OUT:
        return _check(name, Health.BAD, _KEPT_OUT[cause])
    if has_echo(measured.echoes, "announce"):
        return _check(name, Health.GOOD, "lets_in")
    if measured.firewall.is_on is False:
        return _check(name, Health.GOOD, "off")
    if measured.firewall.is_on:
        return _check(name, Health.UNKNOWN, "on")
    return _check(name, Health.UNKNOWN, "unknown")


def _router(measured: Measurements) -> Check:
    name, routers = CheckName.ROUTER, measured.routers
    answering = [router for router in routers if router.answers]
    timed = [router.took_ms for router in answering if router.took_ms is not None]
    if timed:
        return _check(name, Health.GOOD, "answers_in", took_ms=round(min(timed), 1))
    if answering:
        return _check(name, Health.GOOD, "answers")
    if routers:
        return _check(name, Health.BAD, "silent")
    way = measured.way_out
    if way is None:
        return _check(name, Health.UNKNOWN, "unknown")
    if way.source is None:
        return _check(name, Health.BAD, "none")
    return _check(name, Health.UNKNOWN, "elsewhere" if measured.has_knocked else "unknown")


def _groups(report: FindingReport, measured: Measurements) -> Check:
    name = CheckName.GROUPS
    tried = [found for way in _GROUPS if (found := protocol(report, way)) is not None]
    if has_echo(measured.echoes, "mdns") is False:
        return _check(name, Health.BAD, "kept_out")
    if not any(found.questions_sent for found in tried):
        failed = all(has_failed(report, way) for way in _GROUPS)
        return _check(name, Health.BAD if failed else Health.UNKNOWN, "not_sent")
    heard = sum(max(found.heard, found.refused) for found in tried)
    if heard:
        return _check(name, Health.GOOD, "heard", count=heard)
    return _check(name, Health.GOOD, "silent")


def _port(report: FindingReport, measured: Measurements) -> Check:
    name, program = CheckName.PORT, foreign_holders(measured)
    if is_port_taken(report):
        return _check(name, Health.BAD, "taken", program=program)
    if not works(report, HeardBy.ANNOUNCE):
        return _check(name, Health.UNKNOWN, "unused")
    if program:
        return _check(name, Health.BAD, "shared", program=program)
    return _check(name, Health.GOOD, "ours")


def _broadcast(measured: Measurements) -> Check:
    name = CheckName.BROADCAST
    times = [
        took
        for echo in measured.echoes
        if (took := echo.announce_ms if echo.is_port_open else echo.broadcast_ms) is not None
    ]
    if times:
        return _check(name, Health.GOOD, "back", took_ms=round(min(times), 1))
    if any(echo.refusal for echo in measured.echoes):
        return _check(name, Health.BAD, "refused")
    if measured.echoes:
        return _check(name, Health.BAD, "lost")
    return _check(name, Health.UNKNOWN, "unknown")


def _neighbours(report: FindingReport, measured: Measurements) -> Check:
    name = CheckName.NEIGHBOURS
    answering = sum(one.answers for one in measured.neighbours)
    known = max(answering, len(known_neighbours(measured)))
    if known:
        health = Health.GOOD if answering else Health.BAD
        return _check(name, health, "of", answering=answering, known=known)
    if others(report, measured):
        return _check(name, Health.GOOD, "heard", count=answers_of_others(report))
    if measured.neighbours:
        return _check(name, Health.UNKNOWN, "none")
    return _check(name, Health.UNKNOWN, "unknown")


def _vpn(measured: Measurements, cause: Cause) -> Check:
    name = CheckName.VPN
    if cause is Cause.VPN_ROUTES:
        return _check(name, Health.BAD, "takes_all")
    tunnels = [
        link.name
        for link in measured.links
        if link.kind is CardKind.POINT_TO_POINT and link.is_on and link.addresses
    ]
    way = measured.way_out
    if way is not None and way.kind is CardKind.POINT_TO_POINT:
        health = Health.BAD if cause is Cause.VPN else Health.UNKNOWN
        return _check(name, health, "way_out", vpn=way.card_name or "")
    if tunnels:
        return _check(name, Health.UNKNOWN, "up", vpn=tunnels[0])
    return _check(name, Health.UNKNOWN, "none" if measured.links else "unknown")


def _membership(measured: Measurements) -> Check:
    name, echoes = CheckName.MEMBERSHIP, measured.echoes
    if not echoes:
        return _check(name, Health.UNKNOWN, "unknown")
    if not any(echo.is_group_joined or echo.is_mdns_open for echo in echoes):
        return _check(name, Health.BAD, "refused")
    if has_echo(echoes, "group") or has_echo(echoes, "mdns"):
        return _check(name, Health.GOOD, "works")
    return _check(name, Health.BAD, "lost")


def _names(measured: Measurements) -> Check:
    name, names = CheckName.NAMES, measured.names
    if names.took_ms is not None:
        return _check(name, Health.GOOD, "answers_in", took_ms=round(names.took_ms, 1))
    if names.was_asked:
        return _check(name, Health.BAD, "silent")
    if names.servers:
        return _check(name, Health.UNKNOWN, "elsewhere")
    return _check(name, Health.UNKNOWN, "unknown")


def _streamers(measured: Measurements, listed: int) -> Check:
    name = CheckName.STREAMERS
    if listed:
        return _check(name, Health.GOOD, "listed", count=listed)
    if measured.mute:
        return _check(name, Health.BAD, "mute", address=measured.mute[0])
    if measured.strays:
        return _check(name, Health.BAD, "stray", address=measured.strays[0].address)
    pages = sum(one.has_page for one in measured.neighbours)
    if measured.neighbours:
        return _check(name, Health.UNKNOWN, "none", pages=pages)
    return _check(name, Health.UNKNOWN, "unknown")
