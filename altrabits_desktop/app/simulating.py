"""`altrabits simulate`: where its streamers stand, by the cards that were named, and their run."""

from __future__ import annotations

import os
from ipaddress import IPv4Address, IPv4Network
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.app.typed_lines import follow_typed_lines
from altrabits_desktop.cli.simulate import SimulateSpeech
from altrabits_desktop.contract.errors import NoNetworkCard, Refused, WrongUsage, told_by_system
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import CardKind
from altrabits_desktop.runtime.firmware_trust import trusted_keys
from altrabits_desktop.runtime.logs import log_to_console
from altrabits_desktop.simulator import command
from altrabits_desktop.simulator.addresses import FIRST_ADDRESS, MOST_STREAMERS, checked_address
from altrabits_desktop.simulator.script import SCRIPT_BYTES
from altrabits_desktop.streamers.discovery.adapters import card_names, choose, network_cards

if TYPE_CHECKING:
    from altrabits_desktop.app.arguments import SharedOptions
    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.command_line import Words

USUAL_COUNT = 3


class Stand(NamedTuple):
    """Where streamers stand when nothing else was said."""

    first_address: str
    usual_count: int
    """How many there are without `--count`."""
    most: int = MOST_STREAMERS
    """How many can stand there; a card lends no more addresses than it has."""
    card: str = ""
    """Its name, where that is less than there may be anywhere."""


def simulate(read: Words, *, shared: SharedOptions, output: Output) -> int:
    """Run streamers until they are stopped, and give the exit status; blocks.

    Raises:
        AltraBitsError: what `stand_on` and `command.run` raise.
    """
    log_to_console(is_verbose=shared.is_verbose)
    address = read.value("--address")
    # Words win over the environment: an address that is said is where they stand.
    named = read.each("--interface") or (() if address else shared.interfaces)
    stand = stand_on(
        named,
        address=address,
        cards=network_cards() if named else (),
        names=card_names() if named else frozenset(),
    )
    wanted = read.whole_number("--count", default=stand.usual_count, least=1, most=MOST_STREAMERS)
    if wanted > stand.most:
        raise Refused("simulate.card_too_few", card=stand.card, count=wanted, most=stand.most)
    options = command.SimulateOptions(
        count=wanted,
        address=stand.first_address,
        name=read.value("--name"),
        faults=read.each("--fault"),
        is_auto_confirm=read.has("--auto-confirm"),
        is_json=read.has("--json"),
        firmware_keys=trusted_keys(os.environ),
        seed=read.whole_number("--seed", default=0, least=0, most=999_999_999),
        script=script_in(read.value("--script")),
    )
    return command.run(
        options,
        say=SimulateSpeech(output).say,
        tell=output.record,
        follow_lines=follow_typed_lines,
    )


def script_in(path: str | None) -> bytes:
    """Read the file of a script; blocks; nothing for none.

    Raises:
        Refused: `simulate.script_unreadable`.
    """
    if path is None:
        return b""
    try:
        with Path(path).open("rb") as file:
            return file.read(SCRIPT_BYTES + 1)
    except OSError as error:
        told = told_by_system(error)
        raise Refused("simulate.script_unreadable", file=plain_text(path), **told) from error


def stand_on(
    named: tuple[str, ...],
    *,
    address: str | None,
    cards: tuple[NetworkCard, ...],
    names: frozenset[str],
) -> Stand:
    """Find where streamers stand. Pure.

    Loopback has every address. Any other card lends its own and those that follow it there.

    Args:
        named: names or addresses of cards, the first of them counts; none for loopback.
        address: of the first streamer, when it was said.
        cards: all that are up.
        names: of all cards, up or not.

    Raises:
        CardUnknown: `cards.unknown`.
        NoNetworkCard: `simulate.card_without_address`: no named card is up.
        WrongUsage: `simulate.address_malformed`, `simulate.address_elsewhere`: the address lies in
            the network of no named card.
    """
    if not named:
        return Stand(address or FIRST_ADDRESS, USUAL_COUNT)
    chosen = choose(cards, named, names=names)
    if not chosen:
        raise NoNetworkCard("simulate.card_without_address", card=plain_text(named[0]))
    if address is not None:
        return Stand(_address_on(chosen, address), USUAL_COUNT)
    card = min(chosen, key=lambda each: _place_of(each, named))
    if card.kind is CardKind.LOOPBACK:
        return Stand(FIRST_ADDRESS, USUAL_COUNT)
    own = {each.address for each in cards if each.name == card.name}
    first = IPv4Address(card.address)
    most = sum(1 for _ in takewhile(lambda place: str(first + place) in own, count()))
    return Stand(card.address, min(USUAL_COUNT, most), most=most, card=card.name)


def _address_on(cards: tuple[NetworkCard, ...], text: str) -> str:
    address = checked_address(text)
    networks = (IPv4Network((card.address, card.prefix_length), strict=False) for card in cards)
    if not any(IPv4Address(address) in network for network in networks):
        told = ", ".join(dict.fromkeys(card.name for card in cards))
        raise WrongUsage("simulate.address_elsewhere", address=address, card=told)
    return address


def _place_of(card: NetworkCard, named: tuple[str, ...]) -> int:
    return min(named.index(word) for word in (card.name, card.address) if word in named)
