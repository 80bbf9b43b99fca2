"""`altrabits policy history`: the published versions, in an order that does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.moments import day_of
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Record = Mapping[str, object]

_SUMMARY_MOST = 200


def history_in_order(
    records: Sequence[dict[str, object]], *, language: str
) -> list[dict[str, object]]:
    """Give the versions in the order they came in, and of each the language asked for first. Pure.

    Args:
        records: one for each language of a version, the latest version first.
        language: tag of the language asked for, such as `de` or `de-AT`.
    """
    places: dict[object, int] = {}
    for record in records:
        places.setdefault(record["version"], len(places))
    spoken = language.split("-", maxsplit=1)[0]

    def place(record: dict[str, object]) -> tuple[int, bool, str]:
        own = str(record["language"])
        return places[record["version"]], own.split("-", maxsplit=1)[0] != spoken, own

    return sorted(records, key=place)


def history_lines(records: Sequence[Record]) -> str:
    """Give the versions for people, a line for each language of each."""
    head = (
        translate("policy", "Version"),
        translate("policy", "Language"),
        translate("policy", "In force from"),
        translate("policy", "Published"),
        translate("policy", "Summary"),
    )
    rows = [
        (
            plain_text(str(record["version"])),
            str(record["language"]),
            day_of(record["effective_at"]),
            day_of(record["published_at"]),
            plain_text(str(record["summary"]), limit=_SUMMARY_MOST),
        )
        for record in records
    ]
    return table(head, rows)
