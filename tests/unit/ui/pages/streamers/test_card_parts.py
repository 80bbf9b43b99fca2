"""The numbers of the visual specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.ui.pages.streamers.card_parts import CardForm, form_of, parts_of

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


def test_the_parts_of_a_card_stand_as_drawn(theme: Theme) -> None:
    parts = parts_of(438, theme=theme, form=CardForm.GRID)

    assert parts.picture == QRect(17, 17, 88, 88)
    assert parts.name == QRect(121, 17, 300, 24)
    assert parts.details == QRect(121, 41, 300, 18)
    assert parts.headline == QRect(121, 69, 300, 18)
    assert parts.detail == QRect(121, 87, 300, 18)
    assert parts.control == QRect(17, 117, 404, 40)


def test_the_parts_of_a_wide_card_stand_as_drawn(theme: Theme) -> None:
    parts = parts_of(648, theme=theme, form=CardForm.WIDE)

    assert parts.picture == QRect(13, 12, 72, 72)
    assert parts.control == QRect(648 - 17 - 228, 28, 228, 40)
    assert parts.name.left() == 101
    assert parts.detail.isEmpty()


def test_a_tight_card_gives_the_chip_a_line_of_its_own(theme: Theme) -> None:
    parts = parts_of(298, theme=theme, form=CardForm.TIGHT)

    assert parts.name.bottom() < parts.details.top()
    assert parts.details.bottom() < parts.chip.top()
    assert parts.chip.bottom() < parts.headline.top()
    assert parts.headline.bottom() == parts.picture.bottom()


def test_the_form_follows_the_width(theme: Theme) -> None:
    assert form_of(438, theme=theme, is_wide=False) is CardForm.GRID
    assert form_of(298, theme=theme, is_wide=False) is CardForm.TIGHT
    assert form_of(648, theme=theme, is_wide=True) is CardForm.WIDE


def test_parts_are_mirrored_in_the_card(theme: Theme) -> None:
    parts = parts_of(438, theme=theme, form=CardForm.GRID).mirrored(438)

    assert parts.picture == QRect(438 - 17 - 88, 17, 88, 88)
