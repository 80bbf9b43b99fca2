"""Carries out `altrabits cards`: which network cards streamers are looked for on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.cards import card_choices, names_of
from altrabits_desktop.contract.errors import WrongUsage

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.settings import Settings
    from altrabits_desktop.streamers.discovery.card_view import CardView

CARDS = "cards"


class Cards(Protocol):
    """The cards of this computer (`actions.finding.Finding`)."""

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give those that could be looked on."""

    async def use_cards(self, names: tuple[str, ...]) -> None:
        """Look on these from now on; on all when empty.

        Raises:
            CardUnknown: one that this computer does not have; nothing was changed.
        """


class Choices(Protocol):
    """The person's choices (`app.settings_store.KeptSettings`)."""

    def get(self) -> Settings:
        """Give those that hold now."""

    async def change(self, settings: Settings) -> None:
        """Let others hold, and keep them."""


class CardsInView:
    """Keeps `Cards` where nothing is looked for: nothing is opened or sent.

    Args:
        view: of the cards, looked at already.
    """

    def __init__(self, view: CardView) -> None:
        self._view = view

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give those that could be looked on."""
        return self._view.available()

    async def use_cards(self, names: tuple[str, ...]) -> None:
        """See whether this computer has them.

        Raises:
            CardUnknown: it has one of them not.
        """
        self._view.want(names)


class CardsDesk:
    """Serves whoever chooses cards, as page Settings does.

    Args:
        choices: of the person.
        cards: of this computer.
    """

    def __init__(self, choices: Choices, *, cards: Cards) -> None:
        self._choices = choices
        self._cards = cards

    async def carry_out(self, errand: OwnerErrand) -> Result:
        """Carry out an errand and give its record.

        Raises:
            CardUnknown: a card that this computer does not have; nothing was changed.
            ProfileUnusable: the choice holds, and could not be kept.
            WrongUsage: `usage.command_unknown`.
        """
        works: dict[tuple[str, ...], Work] = {
            (CARDS, "list"): self._list,
            (CARDS, "use"): lambda: self._use(errand.operands),
            (CARDS, "all"): lambda: self._use(()),
        }
        work = works.get(errand.words)
        if work is None:
            known = ", ".join(" ".join(words) for words in works)
            raise WrongUsage("usage.command_unknown", command=" ".join(errand.words), known=known)
        return await work()

    async def _use(self, said: tuple[str, ...]) -> Result:
        await self._cards.use_cards(said)
        # Looked at only now: one that is usually left out is available once it was named.
        names = names_of(card_choices(self._cards.available_cards(), said), said)
        await self._choices.change(self._choices.get()._replace(cards=names))
        return await self._list()

    async def _list(self) -> Result:
        chosen = self._choices.get().cards
        return {
            "is_all": not chosen,
            "cards": [
                {
                    "name": choice.name,
                    "kind": choice.kind.value,
                    "addresses": list(choice.addresses),
                    "is_used": choice.is_chosen,
                }
                for choice in card_choices(self._cards.available_cards(), chosen)
            ],
        }
