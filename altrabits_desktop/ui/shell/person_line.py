"""Who is here, at the foot of the side bar, and the way to the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.theme.colours import clear
from altrabits_desktop.ui.theme.paint_flags import NO_FOCUS
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.avatar import Avatar
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class PersonLine(QPushButton):
    """An avatar and two lines; folded the avatar alone, with the lines in its tool tip as well.

    It is pressed by the pointer; keys go to place Account, which leads to the same page.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self._fade = ColourFade(self, theme)
        # Place Account leads to the same page, and Tab goes there.
        self.setProperty("focusPolicy", NO_FOCUS)
        self._avatar = Avatar(theme, icon="eye-off", parent=self)
        name = translate("navigation", "Anonymous")
        note = translate("navigation", "Nothing is kept", "nothing about the person")
        self._name = ElidedLabel(theme, type_name="label", is_cut_in_middle=True, parent=self)
        # A server elsewhere may stand there, whose end matters as well.
        self._note = ElidedLabel(theme, role="text.3", is_cut_in_middle=True, parent=self)
        kept = translate(
            "navigation",
            "Nothing about you or your streamers is kept; only your choices and a log without"
            " names.",
        )
        self.setObjectName("navigation.person")
        self.show_person(name=name, note=note, meaning=kept, icon="eye-off")

    def show_person(self, *, name: str, note: str, meaning: str, icon: str) -> None:
        """Show who is here and how they stand.

        Args:
            name: an e-mail address, or that nobody is signed in.
            note: how they stand, in a few words.
            meaning: the same in a sentence, for the tool tip and read aloud.
            icon: name of the picture.
        """
        self._avatar.set_icon(icon)
        self._name.set_text(name)
        self._note.set_text(note)
        self.setAccessibleDescription(meaning)
        self.setAccessibleName(
            fill(
                translate("navigation", "{name}. {note}.", "who is here, read aloud"),
                name=name,
                note=note,
            )
        )
        self._show_tip()

    def await_person(self) -> None:
        """Say that it is being looked up whether somebody is still signed in."""
        self.show_person(
            name=translate("navigation", "Account"),
            note=translate("navigation", "One moment"),
            meaning=translate("navigation", "Whether you are still signed in is being looked up."),
            icon="account",
        )

    def set_folded(self, is_folded: bool) -> None:
        """Show the avatar alone, or everything."""
        self._is_folded = is_folded
        self._show_tip()
        self._name.setVisible(not is_folded)
        self._note.setVisible(not is_folded)
        self._settle()

    def _show_tip(self) -> None:
        kept = self.accessibleDescription()
        whole = f"{self.accessibleName()}\n{kept}" if self._is_folded else kept
        self.setToolTip(tool_tip(whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, radius = self._fade.toward(self._fill()), self._theme.px("corner.control")
        paint_box(painter, QRectF(self.rect()), fill=fill, radius=radius)
        painter.end()

    def _fill(self) -> QColor:
        match appearance_of(self):
            case Appearance.HOVER:
                return self._theme.colour("chip")
            case Appearance.PRESSED:
                return self._theme.colour("accent.nav")
            case _:
                return clear(self._theme.colour("chip"))

    def _settle(self) -> None:
        theme = self._theme
        size, line = theme.px("avatar.size"), theme.line_px("text")
        edge = (self.width() - size) // 2 if self._is_folded else theme.px("space.2")
        start = edge + size + theme.px("space.3")
        width = max(0, self.width() - start)
        top = self.height() // 2
        is_mirrored = self.isRightToLeft()
        avatar_left = self.width() - edge - size if is_mirrored else edge
        self._avatar.setGeometry(avatar_left, top - size // 2, size, size)
        words_left = 0 if is_mirrored else start
        self._name.setGeometry(words_left, top - line, width, line)
        self._note.setGeometry(words_left, top, width, line)
