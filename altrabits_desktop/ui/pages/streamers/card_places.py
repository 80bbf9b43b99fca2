"""Where rooms and cards stand on the page, from its width and what there is. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class CardPlaces(NamedTuple):
    """The places on a page of some width, reading from the left."""

    headings: Mapping[str | None, QRect]
    """By room; empty where rooms are not named."""
    cards: Mapping[str, QRect]
    """By streamer, in reading order."""
    missing: QRect
    """The card about streamers that are not here."""
    height_px: int

    def mirrored(self, width_px: int) -> CardPlaces:
        """Give the places as they are where reading begins at the right."""
        return CardPlaces(
            headings={room: _mirrored(p, width_px) for room, p in self.headings.items()},
            cards={streamer: _mirrored(p, width_px) for streamer, p in self.cards.items()},
            missing=_mirrored(self.missing, width_px),
            height_px=self.height_px,
        )


def place_cards(
    rooms: Sequence[tuple[str | None, Sequence[str]]],
    *,
    start_px: int,
    width_px: int,
    is_wide: bool,
    has_headings: bool,
    missing_px: int,
    theme: Theme,
) -> CardPlaces:
    """Place everything.

    Args:
        rooms: each room's name and the ids of its streamers, in reading order.
        start_px: where the first column begins.
        width_px: of all columns together.
        is_wide: one column of low cards; else two columns.
        has_headings: whether rooms are named.
        missing_px: height of the card about missing ones where it stands alone in a narrow window.
        theme: gives the measures.
    """
    high = theme.px("wide_card.height" if is_wide else "card.height")
    gap = theme.px("space.2" if is_wide else "space.4")
    columns = 1 if is_wide else 2
    column_px = (width_px - (columns - 1) * gap) // columns
    heading_px = theme.px("streamers.room_narrow" if is_wide else "streamers.room")
    top, column = theme.px("streamers.room_gap"), 0
    headings: dict[str | None, QRect] = {}
    cards: dict[str, QRect] = {}
    for room, streamers in rooms:
        if headings or cards:
            top += theme.px("space.4")
        if has_headings:
            headings[room] = QRect(start_px, top, width_px, heading_px)
            top += heading_px + theme.px("streamers.room_gap")
        for number, streamer in enumerate(streamers):
            line, column = divmod(number, columns)
            left = start_px + column * (column_px + gap)
            cards[streamer] = QRect(left, top + line * (high + gap), column_px, high)
        lines = -(-len(streamers) // columns)
        top += lines * (high + gap) - gap
    has_room_beside = bool(cards) and columns > 1 and column == 0
    if has_room_beside:
        missing = QRect(start_px + column_px + gap, top - high, column_px, high)
    else:
        missing_px = missing_px if is_wide else high
        missing = QRect(start_px, top + theme.px("space.4"), column_px, missing_px)
    end = max(top, missing.bottom() + 1)
    return CardPlaces(headings, cards, missing, end + theme.px("page.top"))


def _mirrored(place: QRect, width_px: int) -> QRect:
    left = width_px - place.left() - place.width()
    return QRect(left, place.top(), place.width(), place.height())
