"""The person's own streamers in the very first picture: where they will be, and not heard yet.

Real cards and rows come with the loop: they need all of Qt's enumerations and 3 ms each. This one
widget paints the same boxes and words at the same places, without shadows, and gives way to them.
What it may use is told in `ui/theme/paint_flags.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.settings import ROWS_FROM, Settings, StreamerOrder, StreamerView
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook, Inks, Sheet, Words
from altrabits_desktop.ui.theme.paint_flags import CENTRE, SINGLE_LINE, direction, side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.ui.pages.streamers.first_sheet import Line
    from altrabits_desktop.ui.theme.theme import Theme


def first_look(remembered: Sequence[Remembered], settings: Settings) -> FirstLook:
    """Give what is shown of some streamers; they come in the order by room. Pure."""
    is_automatic = settings.view is StreamerView.AUTOMATIC
    has_rows = len(remembered) >= ROWS_FROM if is_automatic else settings.view is StreamerView.ROWS
    rooms: dict[str, list[Remembered]] = {}
    if settings.order is not StreamerOrder.ROOM:
        rooms[""] = sorted(remembered, key=lambda one: one.rank)
    else:
        for one in remembered:
            rooms.setdefault(one.room, []).append(one)
    groups = tuple((room, tuple(streamers)) for room, streamers in rooms.items())
    return FirstLook(
        groups,
        has_rows,
        has_headings=any(room for room, _ in groups),
        is_by_state=settings.order is StreamerOrder.STATE,
    )


def words() -> Words:
    """Give the words in the present language."""
    return Words(
        state=translate("streamers", "Checking"),
        remark=translate("streamers", "Looking for it"),
        no_room=translate("streamers", "No room yet"),
    )


class FirstList(QWidget):
    """Below the head of the page, until cards or rows are there. Main thread only.

    Args:
        theme: the look in force.
        look: what is shown.
        parent: owner.
    """

    def __init__(self, theme: Theme, look: FirstLook, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._words = words()
        self._inks = Inks([], [], [])
        self._layers = [
            _Layer(theme, role, lines, parent=self)
            for role, lines in zip(("text", "text.2", "text.3"), self._inks, strict=True)
        ]
        self.setObjectName("streamers.first")
        self.setAccessibleName(translate("streamers", "Looking for streamers"))

    @property
    def texts(self) -> tuple[str, ...]:
        """What can be read of it now."""
        return tuple(line.text for lines in self._inks for line in lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for layer in self._layers:
            layer.setGeometry(self.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        for lines in self._inks:
            lines.clear()
        is_narrow = self.window().width() < self._theme.px("page.narrow_below")
        painter = QPainter(self)
        sheet = Sheet(self._theme, painter, self._inks, self._words, self.isRightToLeft())
        sheet.fill(self.rect(), "ground")
        if self._look.has_rows:
            from altrabits_desktop.ui.pages.streamers.first_rows import paint_rows

            paint_rows(sheet, self._look, self.rect(), is_narrow=is_narrow)
        else:
            from altrabits_desktop.ui.pages.streamers.first_cards import paint_cards

            paint_cards(sheet, self._look, self.rect(), is_narrow=is_narrow)
        painter.end()


class _Layer(QWidget):
    """Writes the lines of one colour.

    A painter begins with the pen of its widget; no other comes without Qt's enumerations.
    """

    def __init__(self, theme: Theme, role: str, lines: list[Line], *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        theme.dress(self, role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_rtl = self.isRightToLeft()
        for line in self._lines:
            font = self._theme.font(line.type_name, numeric=line.is_numeric)
            painter.setFont(font)
            shown = cut(line.text, QFontMetrics(font), line.place.width())
            where = CENTRE if line.is_centred else side(is_right=is_rtl is not line.is_at_end)
            painter.drawText(line.place, where | SINGLE_LINE | direction(shown), shown)
        painter.end()


def cut(text: str, metrics: QFontMetrics, room_px: int) -> str:
    """Give a line as far as there is room for it, with an ellipsis where it is cut."""
    if metrics.horizontalAdvance(text) <= room_px:
        return text
    while text and metrics.horizontalAdvance(f"{text}…") > room_px:
        text = text[:-1]
    return f"{text}…"
