"""The rows of the very first picture (`first_list`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.first_sheet import Line
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of

if TYPE_CHECKING:
    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook, Sheet
    from altrabits_desktop.ui.pages.streamers.row_columns import Columns


def paint_rows(sheet: Sheet, look: FirstLook, page: QRect, *, is_narrow: bool) -> None:
    """Paint the box of the rows, and those rows of which something is in sight."""
    theme = sheet.theme
    edge, top = theme.px("card.edge"), theme.px("streamers.room_gap")
    sides = theme.px("page.side_narrow" if is_narrow else "page.side")
    head_px, high = theme.px("row.head"), theme.px("row.height")
    low = theme.px("row.group") if look.has_headings else 0
    content = sum(low + high * len(streamers) for _, streamers in look.rooms)
    most = page.height() - top + theme.px("corner.card") + edge
    wide = page.width() - 2 * sides
    box = QRect(sides, top, wide, min(edge + head_px + edge + content + edge, most))
    sheet.box(box, fill="card", edge="border", radius_px=theme.px("corner.card"))
    inner = QRect(box.left() + edge, top + edge, wide - 2 * edge, head_px)
    _paint_head(sheet, inner, is_by_state=look.is_by_state)
    place = QRect(inner.left(), top + edge + head_px, inner.width(), edge)
    sheet.fill(QRect(box.left(), place.top(), box.width(), edge), "border")
    last = place.bottom() + content
    place = QRect(place.left(), place.bottom() + 1, place.width(), high)
    columns = columns_of(QRect(0, 0, place.width(), high), theme=theme, is_rtl=sheet.is_rtl)
    for room, streamers in look.rooms:
        if low and place.top() < page.bottom():
            group = QRect(place.left(), place.top(), place.width(), low)
            sheet.fill(group, "sunken")
            _paint_line(sheet, group, last=last)
            _paint_room(sheet, room, len(streamers), group)
        place.translate(0, low)
        for one in streamers:
            if place.top() < page.bottom():
                _paint_row(sheet, one, place, columns)
                _paint_line(sheet, place, last=last)
            place.translate(0, high)


def _paint_head(sheet: Sheet, place: QRect, *, is_by_state: bool) -> None:
    theme = sheet.theme
    columns = columns_of(place, theme=theme, is_rtl=sheet.is_rtl)
    is_narrow = columns.level.isEmpty()
    volume = columns.number if is_narrow else columns.level
    name, state = translate("streamers", "Name"), translate("streamers", "State")
    for text, column, is_at_end in (
        (name, columns.picture.united(columns.name), False),
        (translate("streamers", "Playing", "column"), columns.playing, False),
        (translate("streamers", "Volume"), volume, is_narrow),
        (state, columns.state, False),
        (translate("streamers", "Answer"), columns.answer, True),
    ):
        if not column.isEmpty():
            _write_title(sheet, text, column, place, is_at_end=is_at_end)
    marked = (state, columns.state) if is_by_state else (name, columns.picture)
    _paint_mark(sheet, *marked, place)


def _write_title(sheet: Sheet, text: str, column: QRect, place: QRect, *, is_at_end: bool) -> None:
    """Write the title of a column; it may be longer than what stands below."""
    room = QRect(column.left(), place.top(), column.width(), place.height())
    more = max(0, sheet.width_px(text, "text") - room.width())
    if is_at_end is not sheet.is_rtl:
        room.setLeft(room.left() - more)
    else:
        room.setRight(room.right() + more)
    sheet.inks.second.append(Line(room, text, "text", is_at_end=is_at_end))


def _paint_mark(sheet: Sheet, title: str, column: QRect, place: QRect) -> None:
    """Mark the column by which the rows are ordered."""
    icon_px = sheet.theme.px("icon.chip")
    after = sheet.width_px(title, "text") + sheet.theme.px("space.1")
    left = column.right() + 1 - after - icon_px if sheet.is_rtl else column.left() + after
    sheet.icon("chevron-up", "text.2", QRect(left, place.top(), icon_px, place.height()))


def _paint_line(sheet: Sheet, place: QRect, *, last: int) -> None:
    """Paint the line below a row; the last one has none."""
    if place.bottom() < last:
        sheet.fill(QRect(place.left(), place.bottom(), place.width(), 1), "border")


def _paint_room(sheet: Sheet, room: str, count: int, place: QRect) -> None:
    theme, high, away = sheet.theme, place.height(), sheet.theme.px("list.padding")
    icon_px, fold_px = theme.px("icon.chip"), theme.px("list.more")
    start = away + icon_px + theme.px("space.2")
    text = room or sheet.words.no_room
    name_px = min(sheet.width_px(text, "chosen") + 1, place.width() // 2)
    after = start + name_px + theme.px("streamers.count_gap")
    icon = sheet.turned(QRect(away, 0, icon_px, high), place)
    sheet.icon("room" if room else "streamer", "text.2", icon)
    arrow_left = place.width() - away - fold_px + (fold_px - icon_px) // 2
    sheet.icon("chevron-up", "text.2", sheet.turned(QRect(arrow_left, 0, icon_px, high), place))
    name = sheet.turned(QRect(start, 0, name_px, high), place)
    sheet.inks.text.append(Line(name, text, "chosen"))
    number = sheet.turned(QRect(after, 0, place.width() // 4, high), place)
    sheet.inks.third.append(Line(number, str(count), "text", is_numeric=True))


def _paint_row(sheet: Sheet, one: Remembered, place: QRect, columns: Columns) -> None:
    theme, inks = sheet.theme, sheet.inks
    at = place.topLeft()
    sheet.picture(one.product, columns.picture.translated(at), radius_px=theme.px("corner.inner"))
    inks.text.append(Line(columns.name.translated(at), one.name, "chosen"))
    inks.second.append(Line(columns.playing.translated(at), sheet.words.remark, "text"))
    icon_px = theme.px("icon.chip")
    state = columns.state.translated(at)
    icon = sheet.turned(QRect(0, 0, icon_px, state.height()), state)
    sheet.icon("waiting", "text.2", icon)
    used = icon_px + theme.px("list.state_gap")
    word = sheet.turned(QRect(used, 0, state.width() - used, state.height()), state)
    inks.second.append(Line(word, sheet.words.state, "label"))
    if not columns.answer.isEmpty():
        inks.second.append(
            Line(columns.answer.translated(at), "–", "text", is_numeric=True, is_at_end=True)
        )
    more, more_px = columns.more.translated(at), theme.px("list.more_icon")
    left = more.left() + (more.width() - more_px) // 2
    sheet.icon("more", "text.2", QRect(left, more.top(), more_px, more.height()))
