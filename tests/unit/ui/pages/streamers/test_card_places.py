"""The numbers of the visual specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.ui.pages.streamers.card_places import CardPlaces, place_cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme

PAGE_PX = 892
HOUSE = (("Living room", ("a", "b")), ("Upstairs", ("c", "d")), (None, ("e",)))


def placed(
    theme: Theme,
    rooms: Sequence[tuple[str | None, Sequence[str]]] = HOUSE,
    *,
    is_wide: bool = False,
    has_headings: bool = True,
) -> CardPlaces:
    return place_cards(
        rooms,
        start_px=32,
        width_px=PAGE_PX,
        is_wide=is_wide,
        has_headings=has_headings,
        missing_px=134,
        theme=theme,
    )


def test_cards_are_174_high_in_two_columns_16_apart(theme: Theme) -> None:
    places = placed(theme)

    assert places.cards["a"] == QRect(32, 36, 438, 174)
    assert places.cards["b"] == QRect(32 + 438 + 16, 36, 438, 174)


def test_room_labels_are_20_high_and_8_above_their_cards(theme: Theme) -> None:
    places = placed(theme)

    assert places.headings["Living room"] == QRect(32, 8, PAGE_PX, 20)
    assert places.headings["Upstairs"].top() == 36 + 174 + 16


def test_the_card_about_missing_ones_takes_the_free_place(theme: Theme) -> None:
    places = placed(theme)

    assert places.missing == QRect(486, places.cards["e"].top(), 438, 174)


def test_without_a_free_place_it_begins_a_line(theme: Theme) -> None:
    places = placed(theme, HOUSE[:2])

    assert places.missing.left() == 32
    assert places.missing.top() == places.cards["c"].bottom() + 1 + 16
    assert places.height_px == places.missing.bottom() + 1 + 24


def test_rooms_without_names_take_no_room(theme: Theme) -> None:
    places = placed(theme, ((None, ("a", "b", "c")),), has_headings=False)

    assert places.headings == {}
    assert places.cards["a"].top() == 8
    assert places.cards["c"].topLeft() == QRect(32, 8 + 174 + 16, 0, 0).topLeft()


def test_wide_cards_are_96_high_and_8_apart(theme: Theme) -> None:
    places = placed(theme, is_wide=True)

    assert places.cards["a"] == QRect(32, 34, PAGE_PX, 96)
    assert places.cards["b"].top() == 34 + 96 + 8
    assert places.missing.height() == 134
    assert places.missing.width() == PAGE_PX


def test_places_are_mirrored_as_a_whole(theme: Theme) -> None:
    places = placed(theme)

    mirrored = places.mirrored(956)

    assert mirrored.cards["a"] == places.cards["b"]
    assert mirrored.headings["Upstairs"] == places.headings["Upstairs"]
    assert mirrored.height_px == places.height_px
