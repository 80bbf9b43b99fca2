"""`altrabits addresses` and `altrabits cards`: which words there are, and what people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from altrabits_desktop.actions.answered_words import answered_sentence
from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import CardKind, HeardBy
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.sentences_checks import kind_label
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Record = Mapping[str, Any]

_JSON = Option("--json")

ADDRESSES = (
    Errand(
        ("list",), (_JSON,), "", lambda: translate("help", "list the addresses that are asked here")
    ),
    Errand(
        ("add",),
        (_JSON,),
        "ADDRESS",
        lambda: translate("help", "ask an address or host name, and remember it if one answers"),
    ),
    Errand(
        ("forget",), (_JSON,), "ADDRESS", lambda: translate("help", "remember an address no more")
    ),
)
CARDS = (
    Errand(
        ("list",),
        (_JSON,),
        "",
        lambda: translate("help", "list the network cards, and which of them are looked on"),
    ),
    Errand(
        ("use",),
        (_JSON,),
        "CARD...",
        lambda: translate("help", "look on these cards only, named or by address"),
    ),
    Errand(("all",), (_JSON,), "", lambda: translate("help", "look on every card again")),
)


def addresses_purpose() -> str:
    """Say what the commands about typed addresses are for."""
    return translate(
        "help",
        "Asks addresses of streamers that are not found by themselves. Where one answers it is"
        " asked at each start in this network, for as long as you are signed in.",
    )


def cards_purpose() -> str:
    """Say what the commands about cards are for."""
    return translate("help", "Chooses the network cards that streamers are looked for on.")


def addresses_lines(result: Record | Sequence[Record]) -> str:
    """Give the remembered addresses, or who answered at one."""
    if isinstance(result, Mapping):
        return _answered(result)
    if not result:
        return translate("address", "No typed address is remembered in this network.")
    return "\n".join(plain_text(str(record["typed"])) for record in result)


def cards_lines(result: Record | Sequence[Record]) -> str:
    """Give the cards as a table."""
    record: Record = result if isinstance(result, Mapping) else {"cards": result, "is_all": False}
    head = (
        translate("card", "Card"),
        translate("card", "Kind"),
        translate("card", "Address"),
        translate("card", "Looked on"),
    )
    rows = [
        (
            plain_text(str(card["name"])),
            kind_label(CardKind(card["kind"])) if card["addresses"] else "",
            ", ".join(card["addresses"]) or translate("card", "not here now"),
            translate("card", "yes") if card["is_used"] else translate("card", "no"),
        )
        for card in record["cards"]
    ]
    end = (
        translate("card", "All cards are looked on, also ones that come later.")
        if record["is_all"]
        else translate("card", "Only the chosen cards are looked on.")
    )
    return f"{table(head, rows)}\n{end}" if rows else end


def cards_of_run_note(interfaces: Sequence[str]) -> str:
    """Say that what is kept does not hold where cards were named for one run."""
    return fill(
        translate(
            "card",
            "This is the choice that is kept. What is started with --interface or"
            " ALTRABITS_INTERFACE, as this command is, looks on {cards} alone.",
        ),
        cards=plain_text(", ".join(interfaces)),
    )


def _answered(record: Record) -> str:
    sentence = answered_sentence(
        Answered(
            address=str(record["address"]),
            name=str(record["name"] or ""),
            product=str(record["product"] or ""),
            way=HeardBy(record["heard_by"]),
        )
    )
    if record["kept"] != "run":
        return sentence
    note = translate("address", "Nobody is signed in, so the address is not remembered.")
    return f"{sentence}\n{note}"
