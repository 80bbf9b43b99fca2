"""The head of the page: title, the line of what is true now, and the tools.

Title and line are there with the first paint. The tools come with `furnish`, as soon as there is
something to search and somebody to ask; until then neither they nor the name `Qt` are loaded
(`ui/theme/paint_flags.py` says why).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.icon_button import IconButton
    from altrabits_desktop.ui.widgets.push_button import PushButton
    from altrabits_desktop.ui.widgets.search_field import SearchField
    from altrabits_desktop.ui.widgets.segmented import Segmented

CARDS = "streamers.view.cards"
ROWS = "streamers.view.rows"


class StreamersHead(QWidget):
    """Title and line at the start, tools at the end, as wide as the page.

    The line says it in fewer words where there is less room; only the shortest makes the search
    field narrower. In a narrow window the field unfolds from a button. The button of orders stands
    before the field, so that the other tools stay where they are without it: rows are ordered by
    their head. So does the one of what several are told at once, where there are several.

    Args:
        theme: the look in force.
        parent: owner.
    """

    searched = Signal(str)
    find_wanted = Signal()
    check_wanted = Signal()
    """The network is to be examined again."""
    view_wanted = Signal(str)
    """`CARDS` or `ROWS`."""
    menu_wanted = Signal()
    """The menu of orders is wanted below `order_button`."""
    together_wanted = Signal()
    """The menu of what is told several at once is wanted below `together_button`."""

    search_field: SearchField
    order_button: IconButton
    together_button: IconButton
    find_button: PushButton
    _search_button: IconButton
    _check_button: PushButton | None = None
    _views: Segmented

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_narrow = False
        self._is_searching = False
        self._is_furnished = False
        self._has_tools = True
        self._has_rows = False
        self._has_together = False
        self._said: tuple[str, ...] = (translate("streamers", "Looking for streamers"),)
        self._at_least = ""
        self.title = ElidedLabel(
            theme, translate("streamers", "Streamers"), type_name="title", parent=self
        )
        self.line = ElidedLabel(
            theme,
            self._said[0],
            role="text.2",
            numeric=True,
            parent=self,
        )
        self.title.setObjectName("streamers.title")
        self.line.setObjectName("streamers.line")
        self.setFixedHeight(theme.px("page.top") + self._high_px() + theme.px("space.2"))

    def furnish(self) -> None:
        """Bring the tools; once."""
        self._make_search()
        self._make_tools()
        self._is_furnished = True
        self._order_tabs()
        self._place()

    def say(self, *lines: str, at_least: str = "") -> None:
        """Say what is true now, in the most words there is room for; the longest come first.

        Args:
            lines: the shortest of them makes the search field narrower.
            at_least: what is said where even that has no room; empty to cut it.
        """
        if (lines, at_least) != (self._said, self._at_least):
            self._said, self._at_least = lines, at_least
            self._place()

    def show_rows(self, has_rows: bool) -> None:
        """Mark the way streamers are shown."""
        self._views.choose(ROWS if has_rows else CARDS)
        if has_rows is not self._has_rows:
            self._has_rows = has_rows
            self._place()

    def set_finding(self, is_finding: bool) -> None:
        """Show that a round is under way, or over."""
        self.find_button.set_busy(is_finding)

    def set_checking(self, is_checking: bool) -> None:
        """Show that the network is examined, or was."""
        if is_checking or self._check_button is not None:
            self._made_check_button().set_busy(is_checking)

    def set_tools(self, has_tools: bool) -> None:
        """Show the tools for a list, or only the one that finds: there is nothing to search."""
        if has_tools is not self._has_tools:
            self._has_tools = has_tools
            self._place()

    def set_together(self, has_together: bool) -> None:
        """Show the button of what is told several at once, or hide it: there are no several."""
        if has_together is not self._has_together:
            self._has_together = has_together
            self._place()

    def set_narrow(self, is_narrow: bool) -> None:
        """Be laid out for a narrow window."""
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._order_tabs()
            self._place()

    def focus_search(self) -> None:
        """Lead to the search field, unfolded where it was folded."""
        from PySide6.QtCore import Qt

        if self._has_tools and self._is_furnished:
            self._is_searching = True
            self._place()
            self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search_field.selectAll()

    def clear_search(self) -> None:
        """Search for nothing."""
        self.search_field.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_left = event.type() == QEvent.Type.FocusOut and not self.search_field.text()
        if watched is self.search_field and self._is_folding and is_left:
            self._fold_search()
        elif watched is self.search_field and self._is_leaving(event):
            self._fold_search()
            return True
        return super().eventFilter(watched, event)

    def _is_leaving(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        from PySide6.QtCore import Qt

        if event.key() != Qt.Key.Key_Escape or self.search_field.text():
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def _is_folding(self) -> bool:
        return self._is_narrow and self._is_searching

    def _fold_search(self) -> None:
        self._is_searching = False
        self._place()

    def _make_search(self) -> None:
        from altrabits_desktop.ui.keys import Command, with_key
        from altrabits_desktop.ui.widgets.search_field import SearchField

        theme = self._theme
        name = translate("streamers", "Search streamers")
        self.order_button = self._boxed("order", translate("streamers", "Order and view"))
        self.order_button.setObjectName("streamers.order.button")
        self.order_button.clicked.connect(self.menu_wanted)
        self.together_button = self._boxed("group", translate("streamers", "Play together"))
        self.together_button.setObjectName("streamers.together.button")
        self.together_button.clicked.connect(self.together_wanted)
        self.search_field = SearchField(
            theme,
            name=name,
            placeholder=translate("streamers", "Search"),
            clear_name=translate("streamers", "Clear the search"),
            key_words=translate("streamers", "Ctrl F", "key"),
            parent=self,
        )
        self.search_field.setObjectName("streamers.search.field")
        self.search_field.setToolTip(tool_tip(with_key(name, Command.SEARCH)))
        self.search_field.setMaxLength(NAME_CHARACTERS)
        self.search_field.textChanged.connect(self.searched)
        self.search_field.installEventFilter(self)
        self._search_button = self._boxed("search", name)
        self._search_button.setObjectName("streamers.search.button")
        self._search_button.setToolTip(tool_tip(with_key(name, Command.SEARCH)))
        self._search_button.clicked.connect(self.focus_search)

    def _boxed(self, icon: str, name: str) -> IconButton:
        from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook

        size_px = self._theme.px("button.normal")
        return IconButton(
            self._theme, icon, name=name, look=IconLook.BOXED, size_px=size_px, parent=self
        )

    def _make_tools(self) -> None:
        from altrabits_desktop.ui.keys import Command, with_key
        from altrabits_desktop.ui.widgets.push_button import Look, PushButton
        from altrabits_desktop.ui.widgets.segmented import Segment, Segmented

        theme = self._theme
        self._views = Segmented(
            theme,
            (
                Segment(CARDS, translate("streamers", "Cards"), "cards"),
                Segment(ROWS, translate("streamers", "Rows"), "rows"),
            ),
            name=translate("streamers", "View"),
            parent=self,
        )
        self._views.chosen.connect(self.view_wanted)
        find = translate("streamers", "Find again")
        self.find_button = PushButton(
            theme,
            find,
            look=Look.PRIMARY,
            icon="refresh",
            busy_text=translate("streamers", "Finding"),
            parent=self,
        )
        self.find_button.setObjectName("streamers.find.button")
        self.find_button.setToolTip(tool_tip(with_key(find, Command.FIND_AGAIN)))
        self.find_button.clicked.connect(self.find_wanted)

    def _made_check_button(self) -> PushButton:
        """Give the button of the empty page, made when it is needed first."""
        if self._check_button is None:
            from altrabits_desktop.ui.widgets.push_button import PushButton

            self._check_button = PushButton(
                self._theme,
                translate("nothing found", "Check again"),
                icon="support",
                busy_text=translate("nothing found", "Checking"),
                parent=self,
            )
            self._check_button.setObjectName("streamers.check.button")
            self._check_button.clicked.connect(self.check_wanted)
        return self._check_button

    def _order_tabs(self) -> None:
        """Let Tab go through the tools as they stand: two of them change sides."""
        if self._is_furnished:
            tools: list[QWidget] = [self.together_button, self.order_button]
            tools += [self._search_button, self.search_field]
            if self._is_narrow:
                tools = tools[2:] + tools[:2]
            for before, after in pairwise(tools):
                self.setTabOrder(before, after)

    def _high_px(self) -> int:
        theme = self._theme
        return theme.line_px("title") + theme.px("space.1") + theme.line_px("text")

    def _side_px(self) -> int:
        return self._theme.px("page.side_narrow" if self._is_narrow else "page.side")

    def _place(self) -> None:
        theme, gap = self._theme, self._theme.px("space.2")
        side, top = self._side_px(), theme.px("page.top")
        tool_px = theme.px("button.normal")
        middle = top + (self._high_px() - tool_px) // 2
        end = self.width() - side
        tools = self._tools_from_end()
        small = {self.order_button, self.together_button} if self._is_furnished else set()
        before = 0 if self._is_narrow else (gap + tool_px) * len(small & set(tools))
        for tool in tools:
            wide = tool.sizeHint().width()
            if tool is self.search_field:
                wide = self._search_px(end - side - before)
            end -= wide
            self._put(tool, QRect(end, middle, wide, tool_px))
            end -= gap
        texts = max(0, end + gap - theme.px("space.4") - side)
        title_px = theme.line_px("title")
        self._put(self.title, QRect(side, top, texts, title_px))
        line_top = top + title_px + theme.px("space.1")
        self._write_line(texts)
        self._put(self.line, QRect(side, line_top, texts, theme.line_px("text")))

    def _write_line(self, room_px: int) -> None:
        metrics = self.line.fontMetrics()
        fitting = (line for line in self._said if metrics.horizontalAdvance(line) <= room_px)
        self.line.set_text(next(fitting, self._at_least or self._said[-1]))

    def _tools_from_end(self) -> list[QWidget]:
        """Give the tools that are shown now, the last of them first; hide the others."""
        if not self._is_furnished:
            return []
        shown: list[QWidget] = []
        if self._has_tools and self._is_narrow:
            shown += [self.find_button, self.order_button]
            shown += [self.together_button] if self._has_together else []
            shown.append(self.search_field if self._is_searching else self._search_button)
        elif self._has_tools:
            shown += [self.find_button, self._views, self.search_field]
            shown += [] if self._has_rows else [self.order_button]
            shown += [self.together_button] if self._has_together else []
        else:
            shown.append(self._made_check_button())
        # Without streamers the page below says what was tried, and has the button to try again.
        every = (
            *(self.find_button, self._views, self.order_button),
            *(self.search_field, self._search_button, self.together_button),
        )
        for tool in every:
            tool.setVisible(tool in shown)
        if self._check_button is not None:
            self._check_button.setVisible(not self._has_tools)
        return shown

    def _search_px(self, room: int) -> int:
        """Give the width that the shortest line leaves to the search field."""
        most, least = self._theme.px("field.search"), self._theme.px("streamers.search_least")
        line_px = self.line.fontMetrics().horizontalAdvance(self._said[-1])
        return max(least, min(most, room - self._theme.px("space.4") - line_px))

    def _put(self, part: QWidget, place: QRect) -> None:
        if self.isRightToLeft():
            left = self.width() - place.left() - place.width()
            place = QRect(left, place.top(), place.width(), place.height())
        part.setGeometry(place)
