"""Why nothing was found: one cause, the surest first. Pure.

Each rule gives the words' values where it holds, and None where it does not; the first that holds
is the cause. What was not measured speaks for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Cause, FirewallKind, Measurements, Place
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.support.heard import answers_of_others, is_port_taken, is_sending_refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.contract.doctor import Echo, Link, Neighbour
    from altrabits_desktop.contract.streamers import FindingReport, NetworkCard

    Values = Mapping[str, str | float]
    Rule = Callable[[FindingReport, Measurements], Values | None]

_LINK_LOCAL = "169.254."
_NO_PERMISSION = frozenset({"EHOSTUNREACH"})
_MACOS = frozenset({FirewallKind.MACOS})


def probable_cause(report: FindingReport, measured: Measurements | None) -> tuple[Cause, Values]:
    """Give the most probable reason why no streamer is listed, and values for its words."""
    known = measured or Measurements()
    for cause, rule in _RULES:
        values = rule(report, known)
        if values is not None:
            return cause, values
    return Cause.NOTHING_ANSWERED, {}


def place_of(cause: Cause) -> Place | None:
    """Give the piece of the way that a cause is at; None where nothing here is broken."""
    return _PLACES.get(cause)


def link_local_cards(report: FindingReport) -> tuple[NetworkCard, ...]:
    """Give the cards whose only address is one that nobody gave them."""
    return tuple(card for card in report.cards if card.address.startswith(_LINK_LOCAL))


def others(report: FindingReport, measured: Measurements) -> int:
    """Count the neighbours that answer in any way."""
    return sum(one.answers for one in measured.neighbours) or answers_of_others(report)


def known_neighbours(measured: Measurements) -> tuple[Neighbour, ...]:
    """Give those this computer had to do with before."""
    return tuple(one for one in measured.neighbours if one.was_known)


def foreign_holders(measured: Measurements) -> str:
    """Give the programs of others that hold the port, by name; "" where none does."""
    names = [one.program or "?" for one in measured.holders if not one.is_ours]
    return ", ".join(dict.fromkeys(names))


def has_echo(echoes: tuple[Echo, ...], name: str) -> bool | None:
    """Whether any card's call came back; None where none was made."""
    heard = [getattr(echo, f"{name}_ms") for echo in echoes if _is_called(echo, name)]
    return any(took is not None for took in heard) if heard else None


def _is_called(echo: Echo, name: str) -> bool:
    if echo.refusal:
        return False
    return {
        "announce": echo.is_port_open,
        "mdns": echo.is_mdns_open,
        "group": echo.is_group_joined,
    }.get(name, True)


def _chosen_missing(report: FindingReport, _measured: Measurements) -> Values | None:
    return {} if report.error_code == "cards.chosen_missing" else None


def _has_no_card(report: FindingReport) -> bool:
    return not report.cards or report.error_code == "cards.none"


def _real(measured: Measurements) -> list[Link]:
    return [link for link in measured.links if link.kind.is_usual and link.is_on]


def _cable_out(report: FindingReport, measured: Measurements) -> Values | None:
    return _without_carrier(report, measured, is_wifi=False)


def _wifi_off(report: FindingReport, measured: Measurements) -> Values | None:
    return _without_carrier(report, measured, is_wifi=True)


def _without_carrier(
    report: FindingReport, measured: Measurements, *, is_wifi: bool
) -> Values | None:
    if not _has_no_card(report) or any(link.has_carrier for link in _real(measured)):
        return None
    out = [link for link in _real(measured) if link.has_carrier is False]
    fitting = [link for link in out if (link.kind is CardKind.WIFI) is is_wifi]
    return {"card": fitting[0].name} if fitting else None


def _no_address(report: FindingReport, measured: Measurements) -> Values | None:
    local = link_local_cards(report)
    if local and len(local) == len(report.cards):
        return {"card": local[0].name, "address": local[0].address}
    joined = [link for link in _real(measured) if link.has_carrier and not link.addresses]
    if _has_no_card(report) and joined:
        return {"card": joined[0].name, "address": ""}
    return None


def _no_card(report: FindingReport, _measured: Measurements) -> Values | None:
    return {} if _has_no_card(report) else None


def _permission(_report: FindingReport, measured: Measurements) -> Values | None:
    is_asked_for = measured.firewall.kind in _MACOS
    refused = {echo.refusal for echo in measured.echoes}
    return {} if is_asked_for and refused & _NO_PERMISSION else None


def _sending_refused(report: FindingReport, measured: Measurements) -> Values | None:
    refusals = [echo.refusal for echo in measured.echoes]
    is_all = bool(refusals) and all(refusals) and not _is_group_alone(measured)
    if is_sending_refused(report) or is_all:
        return {"rule": _rule(measured)}
    return None


def _is_group_alone(measured: Measurements) -> bool:
    """Whether broadcasts go out, and only what is sent to groups is refused."""
    return any(echo.broadcast_ms is not None for echo in measured.echoes)


def _port_taken(report: FindingReport, measured: Measurements) -> Values | None:
    return {"program": foreign_holders(measured)} if is_port_taken(report) else None


def _vpn_routes(_report: FindingReport, measured: Measurements) -> Values | None:
    for name, way in measured.ways_in:
        is_taken = way.card_name != name and way.kind is CardKind.POINT_TO_POINT
        if is_taken and way.card_name is not None:
            return {"vpn": way.card_name, "card": name}
    return None


def _firewall_all(_report: FindingReport, measured: Measurements) -> Values | None:
    echoes = measured.echoes
    kept_out = [has_echo(echoes, name) for name in ("announce", "broadcast", "mdns")]
    is_silent = False in kept_out and True not in kept_out and has_echo(echoes, "group") is not True
    if is_silent or ("all" in measured.firewall.blocks and True not in kept_out[:1]):
        return {"rule": _rule(measured)}
    return None


def _firewall_announce(_report: FindingReport, measured: Measurements) -> Values | None:
    came_back = has_echo(measured.echoes, "announce")
    is_written = "announce" in measured.firewall.blocks
    if came_back is False or (is_written and came_back is not True):
        return {"rule": _rule(measured)}
    return None


def _firewall_mdns(_report: FindingReport, measured: Measurements) -> Values | None:
    came_back = has_echo(measured.echoes, "mdns")
    # Where no group is heard, it is not mDNS alone.
    is_alone = came_back is False and has_echo(measured.echoes, "group") is not False
    if is_alone or (came_back is None and _is_mdns_rule(measured)):
        return {"rule": _rule(measured)}
    return None


def _is_mdns_rule(measured: Measurements) -> bool:
    return "mdns" in measured.firewall.blocks and "all" not in measured.firewall.blocks


def _multicast_refused(_report: FindingReport, measured: Measurements) -> Values | None:
    echoes = measured.echoes
    if not echoes:
        return None
    is_unjoined = not any(echo.is_group_joined or echo.is_mdns_open for echo in echoes)
    is_unsent = all(echo.refusal for echo in echoes) and _is_group_alone(measured)
    is_silent = has_echo(echoes, "group") is False and has_echo(echoes, "mdns") is False
    return {} if is_unjoined or is_unsent or is_silent else None


def _streamer_mute(_report: FindingReport, measured: Measurements) -> Values | None:
    return {"address": measured.mute[0]} if measured.mute else None


def _other_network(_report: FindingReport, measured: Measurements) -> Values | None:
    for stray in measured.strays:
        if stray.card_name is None:
            return {"address": stray.address, "product": stray.product}
    return None


def _guest_network(_report: FindingReport, measured: Measurements) -> Values | None:
    known = known_neighbours(measured)
    is_router_there = any(router.answers for router in measured.routers)
    if not known or not is_router_there or any(one.answers for one in measured.neighbours):
        return None
    return {"count": len(known)}


def _other_card(report: FindingReport, measured: Measurements) -> Values | None:
    heard = next((one.card_name for one in measured.strays if one.card_name), None)
    if heard is None and measured.left_out and not answers_of_others(report):
        heard = measured.left_out[0].name
    return {"card": heard} if heard is not None else None


def _is_alone(report: FindingReport, measured: Measurements) -> bool:
    """Whether nobody else answers; of neighbours that were not asked, nobody can say so."""
    return measured.has_knocked and not others(report, measured)


def _vpn(report: FindingReport, measured: Measurements) -> Values | None:
    way = measured.way_out
    if way is None or way.kind is not CardKind.POINT_TO_POINT or not way.card_name:
        return None
    return {"vpn": way.card_name} if _is_alone(report, measured) else None


def _router_silent(report: FindingReport, measured: Measurements) -> Values | None:
    silent = [router for router in measured.routers if not router.answers]
    is_whole = bool(silent) and len(silent) == len(measured.routers)
    return {"address": silent[0].address} if is_whole and _is_alone(report, measured) else None


def _no_router(report: FindingReport, measured: Measurements) -> Values | None:
    way = measured.way_out
    is_without = way is not None and way.source is None and not measured.routers
    return {} if is_without and _is_alone(report, measured) else None


def _port_shared(_report: FindingReport, measured: Measurements) -> Values | None:
    program = foreign_holders(measured)
    return {"program": program} if program else None


def _only_others(report: FindingReport, _measured: Measurements) -> Values | None:
    count = answers_of_others(report)
    return {"count": count} if count else None


def _nobody(report: FindingReport, measured: Measurements) -> Values | None:
    return {} if measured.neighbours and _is_alone(report, measured) else None


def _rule(measured: Measurements) -> str:
    return measured.firewall.rules[0] if measured.firewall.rules else ""


_RULES: tuple[tuple[Cause, Rule], ...] = (
    (Cause.CHOSEN_MISSING, _chosen_missing),
    (Cause.CABLE_OUT, _cable_out),
    (Cause.WIFI_OFF, _wifi_off),
    (Cause.NO_ADDRESS, _no_address),
    (Cause.NO_CARD, _no_card),
    (Cause.PERMISSION, _permission),
    (Cause.PORT_TAKEN, _port_taken),
    (Cause.SENDING_REFUSED, _sending_refused),
    (Cause.VPN_ROUTES, _vpn_routes),
    (Cause.FIREWALL_ALL, _firewall_all),
    (Cause.FIREWALL_ANNOUNCE, _firewall_announce),
    (Cause.FIREWALL_MDNS, _firewall_mdns),
    (Cause.MULTICAST_REFUSED, _multicast_refused),
    (Cause.STREAMER_MUTE, _streamer_mute),
    (Cause.OTHER_NETWORK, _other_network),
    (Cause.GUEST_NETWORK, _guest_network),
    (Cause.OTHER_CARD, _other_card),
    (Cause.VPN, _vpn),
    (Cause.ROUTER_SILENT, _router_silent),
    (Cause.NO_ROUTER, _no_router),
    (Cause.PORT_SHARED, _port_shared),
    (Cause.ONLY_OTHERS, _only_others),
    (Cause.NOBODY, _nobody),
)

_PLACES = {
    Cause.NO_CARD: Place.CARD,
    Cause.CHOSEN_MISSING: Place.CARD,
    Cause.CABLE_OUT: Place.CARD,
    Cause.WIFI_OFF: Place.CARD,
    Cause.NO_ADDRESS: Place.ROUTER,
    Cause.PERMISSION: Place.COMPUTER,
    Cause.SENDING_REFUSED: Place.COMPUTER,
    Cause.PORT_TAKEN: Place.COMPUTER,
    Cause.VPN_ROUTES: Place.COMPUTER,
    Cause.FIREWALL_ALL: Place.COMPUTER,
    Cause.FIREWALL_ANNOUNCE: Place.COMPUTER,
    Cause.FIREWALL_MDNS: Place.COMPUTER,
    Cause.MULTICAST_REFUSED: Place.COMPUTER,
    Cause.STREAMER_MUTE: Place.STREAMERS,
    Cause.OTHER_NETWORK: Place.STREAMERS,
    Cause.GUEST_NETWORK: Place.ROUTER,
    Cause.OTHER_CARD: Place.CARD,
    Cause.VPN: Place.COMPUTER,
    Cause.ROUTER_SILENT: Place.ROUTER,
    Cause.NO_ROUTER: Place.ROUTER,
    Cause.PORT_SHARED: Place.COMPUTER,
}
