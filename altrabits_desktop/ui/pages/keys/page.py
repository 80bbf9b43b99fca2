"""Page Keys: everything that the keyboard does, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed
from altrabits_desktop.ui.keys import Command, with_key
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.key_cap import KeyCap
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.keys.lines import KeyGroup, KeyLine
    from altrabits_desktop.ui.theme.theme import Theme


class KeysPage(QWidget):
    """Lists the keys; nothing can be changed here.

    Args:
        theme: the look in force.
        groups: the keys, as `ui.shell.key_lines` makes them from the table of commands.
        parent: owner.
    """

    left = Signal()
    """The person goes back."""

    def __init__(
        self, theme: Theme, *, groups: Iterable[KeyGroup], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        title, back = translate("keys", "Keys"), translate("keys", "Back")
        self.setObjectName("keys")
        self.setAccessibleName(title)
        self._back = IconButton(
            theme,
            "chevron-left",
            name=back,
            look=IconLook.BOXED,
            size_px=theme.px("button.normal"),
        )
        self._back.setObjectName("keys.back.button")
        self._back.setToolTip(tool_tip(with_key(back, Command.BACK)))
        self._back.clicked.connect(self.left)
        self._head = PageHead(
            theme,
            title=title,
            line=translate("keys", "What the keyboard does in this window"),
            before=self._back,
        )
        self._lay_out(groups)

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at the way back."""
        self._back.setFocus(reason_of(is_by_key=is_by_key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)

    def _lay_out(self, groups: Iterable[KeyGroup]) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._head.stand_over(ScrollArea(theme, ground), page=self)
        for group in groups:
            self._column.addWidget(_make_card(theme, group.heading, group.lines))
        self._column.addStretch(1)


def _make_card(theme: Theme, heading: str, lines: Iterable[KeyLine]) -> Card:
    card = Card(theme)
    card.setAccessibleName(heading)
    edge = theme.px("card.padding") + theme.px("card.edge")
    column = QVBoxLayout(card)
    column.setContentsMargins(edge, edge, edge, edge)
    column.setSpacing(0)
    column.addWidget(ElidedLabel(theme, heading, type_name="name"))
    column.addSpacing(theme.px("space.2"))
    for line in lines:
        column.addWidget(_Line(theme, line))
    return card


class _Line(QWidget):
    def __init__(self, theme: Theme, line: KeyLine) -> None:
        super().__init__()
        caps = QWidget()
        caps.setFixedWidth(theme.px("keys.caps"))
        beside = QHBoxLayout(caps)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px("space.1"))
        for key in line.keys:
            beside.addWidget(KeyCap(theme, key))
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(caps)
        row.addWidget(ElidedLabel(theme, line.words), 1)
        self.setFixedHeight(theme.px("facts.line"))
        self.setAccessibleName(
            fill(
                translate("keys", "{keys}: {what}", "read aloud"),
                keys=listed(line.keys),
                what=line.words,
            )
        )
