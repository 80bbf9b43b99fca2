"""Which network cards streamers are looked for on, as a person chooses among them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import CardKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import NetworkCard


@dataclass(frozen=True, slots=True)
class CardChoice:
    """One network card that streamers may be looked for on."""

    name: str
    kind: CardKind
    addresses: tuple[str, ...]
    """Empty for a chosen card that is not here now."""
    is_chosen: bool


def card_choices(
    available: Sequence[NetworkCard], chosen: tuple[str, ...]
) -> tuple[CardChoice, ...]:
    """Give one choice a card, in the system's order, then chosen ones that are not here. Pure.

    A card with several addresses is one choice. With nothing chosen, every usual card is, so
    neither loopback nor a tunnel; a card may also be chosen by its address, as the command line
    does it.
    """
    by_name: dict[str, list[NetworkCard]] = {name: [] for name in (c.name for c in available)}
    for card in available:
        by_name[card.name].append(card)
    here = [
        CardChoice(
            name,
            kind=cards[0].kind,
            addresses=tuple(card.address for card in cards),
            is_chosen=(
                name in chosen or any(card.address in chosen for card in cards)
                if chosen
                else cards[0].is_usual
            ),
        )
        for name, cards in by_name.items()
    ]
    away = [
        CardChoice(name, kind=CardKind.OTHER, addresses=(), is_chosen=True)
        for name in chosen
        if name not in by_name and not any(card.address == name for card in available)
    ]
    return (*here, *away)


def with_card(
    choices: Sequence[CardChoice], name: str, *, is_chosen: bool, before: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the names to look on after one card was ticked or not; () means all. Pure.

    Args:
        choices: as they are shown.
        name: of the card.
        is_chosen: whether it is ticked now.
        before: the names looked on so far. They hold when the last tick is taken away: looking
            nowhere finds nothing.
    """
    after = tuple(
        choice.name
        for choice in choices
        if (is_chosen if choice.name == name else choice.is_chosen)
    )
    if not after:
        return before
    usual = tuple(choice.name for choice in choices if choice.kind.is_usual)
    return () if after == usual else after


def names_of(choices: Sequence[CardChoice], said: Sequence[str]) -> tuple[str, ...]:
    """Give each card by its name once, where an address of it was said; in the order said. Pure."""
    by_address = {address: choice.name for choice in choices for address in choice.addresses}
    return tuple(dict.fromkeys(by_address.get(text, text) for text in said))
