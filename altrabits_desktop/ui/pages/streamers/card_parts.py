"""Where the parts of a streamer's card are: of a grid, of a tight one, or wide. Pure."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class CardForm(Enum):
    """How a card is laid out."""

    GRID = "grid"
    TIGHT = "tight"
    """Of the grid, too narrow for name and chip in one line."""
    WIDE = "wide"
    """Over the whole width of a narrow window."""


class CardParts(NamedTuple):
    """The parts of one card, from the left; all cards of a page are alike."""

    picture: QRect
    name: QRect
    """Where the name may be; the chip stands at its end, or behind it in a wide card."""
    chip: QRect
    """Where the chip may be."""
    details: QRect
    headline: QRect
    detail: QRect
    """Empty where headline and detail share a line."""
    control: QRect
    """Level, or what can be done."""

    def mirrored(self, width_px: int) -> CardParts:
        """Give the parts as they are where reading begins at the right."""
        return CardParts(
            *(
                _mirrored(part, width_px)
                for part in (
                    self.picture,
                    self.name,
                    self.chip,
                    self.details,
                    self.headline,
                    self.detail,
                    self.control,
                )
            )
        )


def form_of(width_px: int, *, theme: Theme, is_wide: bool) -> CardForm:
    """Tell how a card of a width is laid out."""
    if is_wide:
        return CardForm.WIDE
    is_tight = _texts_px(width_px, theme) < theme.px("streamers.tight_below")
    return CardForm.TIGHT if is_tight else CardForm.GRID


def parts_of(width_px: int, *, theme: Theme, form: CardForm) -> CardParts:
    """Give the parts of a card of a width and form, reading from the left."""
    match form:
        case CardForm.WIDE:
            return _wide(width_px, theme)
        case CardForm.TIGHT:
            return _tight(width_px, theme)
        case _:
            return _grid(width_px, theme)


def _grid(width_px: int, theme: Theme) -> CardParts:
    away = _away(theme)
    picture, text = _picture(theme), theme.line_px("text")
    left, wide = picture.right() + 1 + theme.px("space.4"), _texts_px(width_px, theme)
    chip_px = theme.px("chip.height")
    end = picture.bottom() + 1
    name = QRect(left, away, wide, chip_px)
    return CardParts(
        picture=picture,
        name=name,
        chip=name,
        details=QRect(left, away + chip_px, wide, text),
        headline=QRect(left, end - 2 * text, wide, text),
        detail=QRect(left, end - text, wide, text),
        control=_control(width_px, theme),
    )


def _tight(width_px: int, theme: Theme) -> CardParts:
    away = _away(theme)
    picture, text = _picture(theme), theme.line_px("text")
    left, wide = picture.right() + 1 + theme.px("space.4"), _texts_px(width_px, theme)
    end, name_px = picture.bottom() + 1, theme.line_px("name")
    chip_px = theme.px("chip.height")
    return CardParts(
        picture=picture,
        name=QRect(left, away, wide, name_px),
        chip=QRect(left, end - text - theme.px("space.1") - chip_px, wide, chip_px),
        details=QRect(left, away + name_px, wide, text),
        headline=QRect(left, end - text, wide, text),
        detail=QRect(),
        control=_control(width_px, theme),
    )


def _wide(width_px: int, theme: Theme) -> CardParts:
    edge = theme.px("card.edge")
    top, size = theme.px("wide_card.padding"), theme.px("wide_card.picture")
    end = width_px - _away(theme)
    control_px = theme.px("wide_card.controls")
    left = edge + top + size + theme.px("space.4")
    wide = end - control_px - theme.px("space.4") - left
    chip_px, text = theme.px("chip.height"), theme.line_px("text")
    middle = (theme.px("wide_card.height") - theme.px("streamers.control")) // 2
    details_top = top + chip_px + theme.px("wide_card.details_gap")
    return CardParts(
        picture=QRect(edge + top, top, size, size),
        name=QRect(left, edge + top, wide, chip_px),
        chip=QRect(left, edge + top, wide, chip_px),
        details=QRect(left, details_top, wide, text),
        headline=QRect(left, top + size - text - edge, wide, text),
        detail=QRect(),
        control=QRect(end - control_px, middle, control_px, theme.px("streamers.control")),
    )


def _away(theme: Theme) -> int:
    return theme.px("card.padding") + theme.px("card.edge")


def _picture(theme: Theme) -> QRect:
    away, size = _away(theme), theme.px("card.picture")
    return QRect(away, away, size, size)


def _texts_px(width_px: int, theme: Theme) -> int:
    return width_px - 2 * _away(theme) - theme.px("card.picture") - theme.px("space.4")


def _control(width_px: int, theme: Theme) -> QRect:
    away = _away(theme)
    top = away + theme.px("card.picture") + theme.px("space.3")
    return QRect(away, top, width_px - 2 * away, theme.px("streamers.control"))


def _mirrored(part: QRect, width_px: int) -> QRect:
    return QRect(width_px - part.left() - part.width(), part.top(), part.width(), part.height())
