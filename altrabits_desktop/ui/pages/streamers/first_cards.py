"""The cards of the very first picture (`first_list`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.ui.pages.streamers.card_parts import CardForm, form_of, parts_of
from altrabits_desktop.ui.pages.streamers.card_places import place_cards
from altrabits_desktop.ui.pages.streamers.first_sheet import Line

if TYPE_CHECKING:
    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.ui.pages.streamers.card_parts import CardParts
    from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook, Sheet


def paint_cards(sheet: Sheet, look: FirstLook, page: QRect, *, is_narrow: bool) -> None:
    """Paint those cards of which something is in sight."""
    theme = sheet.theme
    sides = theme.px("page.side_narrow" if is_narrow else "page.side")
    places = place_cards(
        [(room, [one.owned_id for one in streamers]) for room, streamers in look.rooms],
        start_px=sides,
        width_px=page.width() - 2 * sides,
        is_wide=is_narrow,
        has_headings=look.has_headings,
        missing_px=0,
        theme=theme,
    )
    if sheet.is_rtl:
        places = places.mirrored(page.width())
    for room, streamers in look.rooms:
        if room in places.headings and page.intersects(places.headings[room]):
            _paint_heading(sheet, room, len(streamers), places.headings[room])
        for one in streamers:
            place = places.cards[one.owned_id]
            if page.intersects(place):
                _paint_card(sheet, one, place, is_wide=is_narrow)


def _paint_heading(sheet: Sheet, room: str, count: int, whole: QRect) -> None:
    theme, high = sheet.theme, whole.height()
    icon_px = theme.px("icon.chip")
    icon = sheet.turned(QRect(0, 0, icon_px, high), whole)
    sheet.icon("room" if room else "streamer", "text.2", icon)
    start, gap = icon_px + theme.px("space.2"), theme.px("streamers.count_gap")
    text = room or sheet.words.no_room
    used = start + sheet.width_px(str(count), "text", is_numeric=True) + gap + 1
    name_px = max(0, min(sheet.width_px(text, "chosen") + 1, whole.width() - used))
    name = sheet.turned(QRect(start, 0, name_px, high), whole)
    after = start + name_px + gap
    rest = sheet.turned(QRect(after, 0, max(0, whole.width() - after), high), whole)
    sheet.inks.second.append(Line(name, text, "chosen"))
    sheet.inks.third.append(Line(rest, str(count), "text", is_numeric=True))


def _paint_card(sheet: Sheet, one: Remembered, place: QRect, *, is_wide: bool) -> None:
    theme = sheet.theme
    form = form_of(place.width(), theme=theme, is_wide=is_wide)
    parts = parts_of(place.width(), theme=theme, form=form)
    sheet.box(place, fill="card", edge="border", radius_px=theme.px("corner.card"))
    picture = sheet.turned(parts.picture, place)
    sheet.picture(one.product, picture, radius_px=theme.px("corner.control"))
    name, chip = _name_and_chip(sheet, one, parts, form=form)
    sheet.inks.text.append(Line(sheet.turned(name, place), one.name, "name"))
    details = sheet.turned(parts.details, place)
    sheet.inks.second.append(Line(details, one.product, "text", is_numeric=True))
    headline = sheet.turned(parts.headline, place)
    sheet.inks.second.append(Line(headline, sheet.words.remark, "label"))
    _paint_chip(sheet, sheet.turned(chip, place))


def _name_and_chip(
    sheet: Sheet, one: Remembered, parts: CardParts, *, form: CardForm
) -> tuple[QRect, QRect]:
    """Give where name and state stand; in one line the name makes room for the state."""
    theme, gap = sheet.theme, sheet.theme.px("space.2")
    chip_px, name_px = _chip_px(sheet), sheet.width_px(one.name, "name")
    name_high = theme.line_px("name")
    name_top = parts.name.top() + (parts.name.height() - name_high) // 2
    if form is CardForm.TIGHT:
        chip_px = min(chip_px, parts.chip.width())
        chip = QRect(parts.chip.left(), parts.chip.top(), chip_px, parts.chip.height())
        return QRect(parts.name.left(), name_top, parts.name.width(), name_high), chip
    least = min(name_px, theme.px("streamers.name_least"))
    chip_px = min(chip_px, max(0, parts.chip.width() - least - gap))
    name_px = min(name_px, parts.name.width() - gap - chip_px)
    left = parts.chip.right() + 1 - chip_px
    if form is CardForm.WIDE:
        left = parts.name.left() + name_px + gap
    chip = QRect(left, parts.chip.top(), chip_px, parts.chip.height())
    return QRect(parts.name.left(), name_top, name_px, name_high), chip


def _chip_px(sheet: Sheet) -> int:
    text_px = sheet.width_px(sheet.words.state, "label", is_numeric=True)
    return _before_px(sheet) + text_px + sheet.theme.px("chip.end")


def _before_px(sheet: Sheet) -> int:
    theme = sheet.theme
    return theme.px("chip.start") + theme.px("icon.chip") + theme.px("chip.gap")


def _paint_chip(sheet: Sheet, place: QRect) -> None:
    theme, before = sheet.theme, _before_px(sheet)
    sheet.box(place, fill="chip", edge=None, radius_px=place.height() / 2)
    icon = QRect(theme.px("chip.start"), 0, theme.px("icon.chip"), place.height())
    sheet.icon("waiting", "text.2", sheet.turned(icon, place))
    room_px = place.width() - before - theme.px("chip.end")
    word = sheet.turned(QRect(before, 0, room_px, place.height()), place)
    sheet.inks.second.append(
        Line(word, sheet.words.state, "label", is_numeric=True, is_centred=True)
    )
