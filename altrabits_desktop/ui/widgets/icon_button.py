"""The button that is an icon alone: search, order, back."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.pressing import is_for_the_page, press_by_key

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class IconLook(Enum):
    """What lies under the icon."""

    PLAIN = "plain"
    """Nothing until the pointer comes: clear a search, close."""
    BOXED = "boxed"
    """A box with an edge: back, more."""
    ROUND = "round"
    """A disc, the one primary of a card: pause."""
    SOFT = "soft"
    """A quieter disc, where nothing goes on that it could end: play."""


# look -> state -> roles of fill, edge and icon; "" paints nothing there
_ROLES: dict[IconLook, dict[Appearance, tuple[str, str, str]]] = {
    IconLook.PLAIN: {
        Appearance.NORMAL: ("", "", "text.2"),
        Appearance.HOVER: ("row.hover", "", "text.2"),
        Appearance.PRESSED: ("chip", "", "text.2"),
        Appearance.DISABLED: ("", "", "text.3"),
    },
    IconLook.BOXED: {
        Appearance.NORMAL: ("card", "border", "text.2"),
        Appearance.HOVER: ("row.hover", "border", "text.2"),
        Appearance.PRESSED: ("chip", "border", "text.2"),
        Appearance.DISABLED: ("", "border", "text.3"),
    },
    IconLook.ROUND: {
        Appearance.NORMAL: ("accent", "", "on.accent"),
        Appearance.HOVER: ("accent.hover", "", "on.accent"),
        Appearance.PRESSED: ("accent.press", "", "on.accent"),
        Appearance.DISABLED: ("track", "", "text.2"),
    },
    IconLook.SOFT: {
        Appearance.NORMAL: ("accent.soft", "", "accent.text"),
        Appearance.HOVER: ("accent.nav", "", "accent.text"),
        Appearance.PRESSED: ("accent.nav", "", "accent.text"),
        Appearance.DISABLED: ("track", "", "text.2"),
    },
}
_DISCS = frozenset({IconLook.ROUND, IconLook.SOFT})


class IconButton(QPushButton):
    """A square button with an icon; its name is the tool tip and is read aloud.

    Args:
        theme: the look in force.
        icon: name of the icon.
        name: what it does, plain.
        look: what lies under the icon.
        size_px: width and height, at least 32.
        icon_px: of the icon in it; the usual one of buttons when left out.
        corner: name of the measure of its corners, where nothing round lies under the icon.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        name: str,
        look: IconLook = IconLook.PLAIN,
        size_px: int = 0,
        icon_px: int = 0,
        corner: str = "corner.control",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._look = look
        self._size_px = size_px or theme.px("target.least")
        self._icon_px = icon_px or theme.px("icon.button")
        self._fade = ColourFade(self, theme)
        round_px = self._size_px // 2
        self._radius_px = round_px if look in _DISCS else theme.px(corner)
        self.ring = FocusRing(self, theme, radius_px=self._radius_px)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_act(icon, name=name)

    def set_act(self, icon: str, *, name: str, spoken: str = "") -> None:
        """Let it do something else: another icon, another name; `spoken` where that is longer."""
        self.set_icon(icon)
        if (spoken or name) != self.accessibleName():
            self.setAccessibleName(spoken or name)
            self.setToolTip(tool_tip(name))

    def set_look(self, look: IconLook) -> None:
        """Let another thing lie under the icon, of the same shape."""
        if look is not self._look:
            self._look = look
            self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_the_page(event):
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
        away = (self.width() - self._icon_px) / 2
        corner = QPointF(away, (self.height() - self._icon_px) / 2)
        self._theme.icons.paint(
            painter,
            self._icon,
            role,
            corner=corner,
            size_px=self._icon_px,
            rtl=self.isRightToLeft(),
        )
        painter.end()

    def _fill(self, role: str) -> QColor:
        return self._theme.colour(role) if role else clear(self._theme.colour("card"))
