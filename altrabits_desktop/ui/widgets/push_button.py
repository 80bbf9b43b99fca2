"""The button with a verb: primary, secondary, one of an equal pair, or quiet."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.theme.paint_flags import LEFT, direction
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import without_shortcut
from altrabits_desktop.ui.widgets.pressing import is_for_the_page, is_pressing, press_by_key

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class Look(Enum):
    """How strong a button is; one primary at most leads a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    PAIR = "pair"
    """One of two answers of the same weight."""
    QUIET = "quiet"
    CHOSEN = "chosen"
    """The one of several that holds."""
    PLAIN = "plain"
    """What holds now, and is chosen anew by it."""


class Height(Enum):
    """How high a button is, by where it stands."""

    SMALL = "small"
    """In cards."""
    NORMAL = "normal"
    LARGE = "large"
    """At the foot of a dialog and in forms."""
    TOUCH_SMALL = "touch_small"
    """At the kiosk, for what is not the way on."""
    TOUCH = "touch"
    """At the kiosk."""


# look -> state -> roles of fill, edge and text; "" paints nothing there
_ROLES: dict[Look, dict[Appearance, tuple[str, str, str]]] = {
    Look.PRIMARY: {
        Appearance.NORMAL: ("accent", "", "on.accent"),
        Appearance.HOVER: ("accent.hover", "", "on.accent"),
        Appearance.PRESSED: ("accent.press", "", "on.accent"),
        Appearance.DISABLED: ("track", "", "text.2"),
    },
    Look.SECONDARY: {
        Appearance.NORMAL: ("card", "border", "text"),
        Appearance.HOVER: ("row.hover", "border", "text"),
        Appearance.PRESSED: ("chip", "border", "text"),
        Appearance.DISABLED: ("", "border", "text.3"),
    },
    Look.PAIR: {
        Appearance.NORMAL: ("card", "field", "text"),
        Appearance.HOVER: ("row.hover", "field", "text"),
        Appearance.PRESSED: ("chip", "field", "text"),
        Appearance.DISABLED: ("", "field", "text.3"),
    },
    Look.CHOSEN: {
        Appearance.NORMAL: ("accent.soft", "", "accent.text"),
        Appearance.HOVER: ("accent.soft", "", "accent.text"),
        Appearance.PRESSED: ("accent.nav", "", "accent.text"),
        Appearance.DISABLED: ("", "", "text.3"),
    },
    Look.PLAIN: {
        Appearance.NORMAL: ("", "", "text.2"),
        Appearance.HOVER: ("row.hover", "", "text.2"),
        Appearance.PRESSED: ("chip", "", "text.2"),
        Appearance.DISABLED: ("", "", "text.3"),
    },
    Look.QUIET: {
        Appearance.NORMAL: ("", "", "accent.text"),
        Appearance.HOVER: ("accent.soft", "", "accent.text"),
        Appearance.PRESSED: ("accent.nav", "", "accent.text"),
        Appearance.DISABLED: ("", "", "text.3"),
    },
}
_BUSY_ICON = "waiting"
_FONTS = {Height.TOUCH: "heading", Height.TOUCH_SMALL: "name"}
_PADDINGS = {
    Height.SMALL: "padding_small",
    Height.TOUCH_SMALL: "padding_touch_small",
    Height.TOUCH: "padding_touch",
}


class PushButton(QPushButton):
    """A button with a verb and perhaps an icon before it (or a small one behind it).

    Args:
        theme: the look in force.
        text: the verb, plain; also the accessible name, until another one is set.
        look: how strong it is.
        height: how high it is.
        icon: name of the icon before the text; "" for none.
        icon_after: name of the icon behind the text; "" for none.
        busy_text: the verb going on ("Finding"); the width has room for both from the start.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        look: Look = Look.SECONDARY,
        height: Height = Height.NORMAL,
        icon: str = "",
        icon_after: str = "",
        busy_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self._height = height
        self._words = text
        self._icon = icon
        self._icon_after = icon_after
        self._busy_words = busy_text or text
        self._is_busy = False
        self._spoken = self._own_name = ""
        self._fade = ColourFade(self, theme)
        is_touch = height in _FONTS
        self._radius_px = theme.px("corner.card" if is_touch else "corner.control")
        self.ring = FocusRing(self, theme, radius_px=self._radius_px)
        usual = "chosen" if look is Look.PAIR else "label"
        self.setFont(theme.font(_FONTS.get(height, usual)))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()
        self._show_words()

    @property
    def is_busy(self) -> bool:
        """Whether what the button asked for is going on."""
        return self._is_busy

    def set_busy(self, is_busy: bool) -> None:
        """Show that it goes on, or that it is done.

        Meanwhile neither pointer nor key presses it; it keeps the focus. The verb going on is also
        its accessible name, for so long.
        """
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            self._show_words()
            self.update()

    def set_words(self, text: str, *, busy_text: str = "") -> None:
        """Show another verb."""
        if (text, busy_text or text) == (self._words, self._busy_words):
            return
        self._words = text
        self._busy_words = busy_text or text
        self._show_words()
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Be stronger or weaker from now on."""
        if look is not self._look:
            self._look = look
            self._dress()
            self.update()

    def set_icon_names(self, *, before: str = "", after: str = "") -> None:
        """Show other icons; "" for none."""
        if (before, after) == (self._icon, self._icon_after):
            return
        self._icon, self._icon_after = before, after
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        widths = [self._content_px(self._words, self._icon, self._icon_after)]
        if self._busy_words != self._words:
            widths.append(self._content_px(self._busy_words, _BUSY_ICON, ""))
        padding_px = self._theme.px(f"button.{self._padding}")
        least_px = self._theme.px("button.pair") if self._is_wide else 0
        width = max(max(widths) + 2 * padding_px, least_px)
        return QSize(width, self._theme.px(f"button.{self._height.value}"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return not self._is_busy and super().hitButton(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_busy:
            # What would press it must not press what it lies on instead.
            event.setAccepted(is_pressing(event))
        elif is_for_the_page(event):
            event.ignore()
        elif not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        state = appearance_of(self)
        if self._is_busy:
            state = Appearance.NORMAL
        fill, edge, role = _ROLES[self._look][state]
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(self._fill(fill)),
            edge=self._theme.colour(edge) if edge else None,
            radius=self._radius_px,
            is_dashed=state is Appearance.DISABLED,
        )
        self._paint_content(painter, role)
        painter.end()

    @property
    def _is_small(self) -> bool:
        return self._height is Height.SMALL

    @property
    def _padding(self) -> str:
        return _PADDINGS.get(self._height, "padding")

    @property
    def _gap_px(self) -> int:
        return self._theme.px("button.gap_small" if self._is_small else "button.gap")

    @property
    def _is_wide(self) -> bool:
        return self._look is Look.PAIR and self._height is Height.LARGE

    def _fill(self, role: str) -> QColor:
        return self._theme.colour(role) if role else clear(self._theme.colour("card"))

    def _content_px(self, words: str, before: str, after: str) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(words)
        if before:
            width += self._theme.px("icon.button") + (self._gap_px if words else 0)
        if after:
            width += self._theme.px("icon.chip") + self._theme.px("button.gap_after")
        return width

    def _paint_content(self, painter: QPainter, role: str) -> None:
        """Paint icon, words and second icon in reading order, in the middle as one."""
        words = self._busy_words if self._is_busy else self._words
        before = _BUSY_ICON if self._is_busy else self._icon
        after = "" if self._is_busy else self._icon_after
        theme, rtl = self._theme, self.isRightToLeft()
        text_px = QFontMetrics(self.font()).horizontalAdvance(words)
        whole_px = self._content_px(words, before, after)
        start = (self.width() - whole_px) // 2
        text_start = start
        icon_px, after_px = theme.px("icon.button"), theme.px("icon.chip")
        if before:
            self._paint_icon(painter, before, role, start=start, size_px=icon_px)
            text_start += icon_px + self._gap_px
        if after:
            after_start = start + whole_px - after_px
            self._paint_icon(painter, after, role, start=after_start, size_px=after_px)
        text_left = self.width() - text_start - text_px if rtl else text_start
        place = QRectF(text_left, 0, text_px + 1, self.height())
        painter.drawText(place, LEFT | direction(words), words)

    def _paint_icon(
        self, painter: QPainter, name: str, role: str, *, start: int, size_px: int
    ) -> None:
        rtl = self.isRightToLeft()
        left = self.width() - start - size_px if rtl else start
        corner = QPointF(left, (self.height() - size_px) / 2)
        self._theme.icons.paint(painter, name, role, corner=corner, size_px=size_px, rtl=rtl)

    def _dress(self) -> None:
        usable = _ROLES[self._look][Appearance.NORMAL][2]
        self._theme.dress(self, usable, disabled_role=_ROLES[self._look][Appearance.DISABLED][2])

    def _show_words(self) -> None:
        # The button's own text serves screen readers and tests; it is never painted by Qt.
        words = self._busy_words if self._is_busy else self._words
        self.setText(without_shortcut(words))
        if self.accessibleName() != self._spoken:
            self._own_name = self.accessibleName()
        is_going_on = self._is_busy and self._busy_words != self._words
        self._spoken = words if is_going_on else self._own_name or words
        self.setAccessibleName(self._spoken)
