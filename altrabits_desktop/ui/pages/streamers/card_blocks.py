"""The blocks that stand where the parts of a card will be, while nothing is known. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.pages.streamers.card_parts import CardForm, parts_of
from altrabits_desktop.ui.widgets.skeleton import Block

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from altrabits_desktop.ui.theme.theme import Theme


def blocks_of(width_px: int, *, theme: Theme, form: CardForm) -> tuple[Block, ...]:
    """Give the blocks of a card of a width and form, from the card's own corner."""
    parts = parts_of(width_px, theme=theme, form=form)
    picture, high = parts.picture, theme.px("skeleton.line")
    radius = theme.px("corner.control")
    lines = [
        _line(part, high, share=theme.px(f"skeleton.{name}"))
        for name, part in (
            ("name", parts.name),
            ("details", parts.details),
            ("headline", parts.headline),
            ("detail", parts.detail),
        )
        if not part.isEmpty()
    ]
    return (
        Block(picture.x(), picture.y(), picture.width(), picture.height(), radius),
        *lines,
        *_control(parts.control, theme),
    )


def room_blocks(theme: Theme) -> tuple[Block, ...]:
    """Give the blocks of the label of a room, from the label's own corner."""
    room, icon = theme.px("streamers.room"), theme.px("icon.chip")
    whole, high = theme.px("streamers.name_least"), theme.px("skeleton.line")
    return (
        Block(0, (room - icon) // 2, icon, icon),
        Block(icon + theme.px("space.2"), (room - high) // 2, whole, high),
    )


def _line(part: QRect, high: int, *, share: int) -> Block:
    top = part.y() + (part.height() - high) // 2
    return Block(part.x(), top, part.width() * share // 100, high)


def _control(place: QRect, theme: Theme) -> tuple[Block, ...]:
    """Give speaker, groove and number where they will stand."""
    speaker, number = theme.px("streamers.speaker"), theme.px("slider.number")
    groove, high = theme.px("slider.groove"), theme.px("skeleton.line")
    middle, end = place.y() + place.height() // 2, place.x() + place.width()
    left = place.x() + speaker + theme.px("space.3")
    wide = end - number - theme.px("slider.number_gap") - left
    return (
        Block(place.x(), middle - speaker // 2, speaker, speaker),
        Block(left, middle - groove // 2, wide, groove, groove // 2),
        Block(end - number, middle - high // 2, number, high),
    )
