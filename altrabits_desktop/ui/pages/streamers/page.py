"""Page Streamers: its head is there with the first paint, the rest when there is something to show.

Everything below the head is imported by `attach`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.ui.pages.streamers.head import ROWS, StreamersHead

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from altrabits_desktop.ui.pages.streamers.body import StreamersBody
    from altrabits_desktop.ui.pages.streamers.first_list import FirstList
    from altrabits_desktop.ui.pages.streamers.first_sheet import FirstLook
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class StreamersPage(QWidget):
    """Everything that is heard. Main thread only.

    Args:
        theme: the look in force.
        first: what is shown below the head until `attach`; None for nothing.
        parent: owner.
    """

    streamer_chosen = Signal(str)
    """A streamer is to be shown on a page of its own."""
    page_wanted = Signal(str)
    """A streamer's own page is wanted; whoever hears this asks first (R10)."""

    settings_wanted = Signal()
    """Page Settings is to be shown."""
    group_wanted = Signal(str)
    """Who plays along with a streamer is to be chosen."""
    saved_wanted = Signal(str)
    """The name of a saved group that is to play together."""
    pause_wanted = Signal()
    """Everything is to pause."""

    def __init__(
        self, theme: Theme, *, first: FirstLook | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first: FirstList | None = None
        self.view_model: StreamersViewModel | None = None
        self._watched: QWidget | None = None
        self._body: StreamersBody | None = None
        self.setObjectName("streamers")
        self.head = StreamersHead(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addStretch(1)
        if first is not None:
            # Imported here, as all below: only who has streamers of their own pays for it.
            from altrabits_desktop.ui.pages.streamers.first_list import FirstList

            self._first = FirstList(theme, first, parent=self)

    @property
    def body(self) -> StreamersBody | None:
        """What is below the head; None before `attach`."""
        return self._body

    def attach(self, services: Services, view_model: StreamersViewModel) -> None:
        """Show the house from now on, and answer.

        Args:
            services: what the window was given; its loop is running.
            view_model: state of the page; it belongs to the caller.
        """
        from altrabits_desktop.ui.pages.streamers.body import StreamersBody

        self.view_model = view_model
        self.head.furnish()
        body = StreamersBody(self._theme, services, view_model=view_model, parent=self)
        self._body = body
        self._column.takeAt(1)
        self._column.addWidget(body, 1)
        body.streamer_chosen.connect(self.streamer_chosen)
        body.page_wanted.connect(self.page_wanted)
        body.settings_wanted.connect(self.settings_wanted)
        body.group_wanted.connect(self.group_wanted)
        body.together.saved_wanted.connect(self.saved_wanted)
        body.together.pause_wanted.connect(self.pause_wanted)
        body.together.changed.connect(self._show_tools)
        body.all_wanted.connect(self._show_all)
        body.why_shown.connect(self._show_tools)
        self._join_head(view_model)
        self._watch()
        self._lay_out()
        view_model.set_visible(self._is_seen())
        body.show()
        self._leave_first(body)

    def focus_search(self) -> None:
        """Lead to the search field."""
        self.head.focus_search()

    def find_again(self) -> None:
        """Ask the network again."""
        if self.view_model is not None:
            self.view_model.find_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()
        self._lay_out()
        self._tell_visibility()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_visibility()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.WindowStateChange:
            self._tell_visibility()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        # A filter hears every event of the window in Python, and each kind of event is a class to
        # be made first: 1 ms of the first paint, when there is nothing to tell yet.
        window = self.window()
        if self.view_model is not None and self._watched is not window and window is not self:
            self._watched = window
            window.installEventFilter(self)

    def _is_seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _tell_visibility(self) -> None:
        if self.view_model is not None:
            self.view_model.set_visible(self._is_seen())

    def _lay_out(self) -> None:
        is_narrow = self.window().width() < self._theme.px("page.narrow_below")
        self.head.set_narrow(is_narrow)
        if self._first is not None:
            top = self.head.height()
            self._first.setGeometry(0, top, self.width(), self.height() - top)
        if self._body is not None:
            self._body.set_narrow(is_narrow)
        self._say()

    def _leave_first(self, body: StreamersBody) -> None:
        """Let what is there first give way once all that it shows is there."""
        if self._first is None:
            return
        if not body.is_filled:
            # Cards come a few in each turn of the loop: they would be seen coming.
            self._first.raise_()
            QTimer.singleShot(0, self, lambda: self._leave_first(body))
            return
        first, self._first = self._first, None
        first.hide()
        first.deleteLater()

    def _join_head(self, view_model: StreamersViewModel) -> None:
        self.head.searched.connect(view_model.search_for)
        self.head.find_wanted.connect(view_model.find_again)
        self.head.check_wanted.connect(view_model.check_network)
        self.head.view_wanted.connect(self._choose_view)
        self.head.menu_wanted.connect(self._open_menu)
        self.head.together_wanted.connect(self._open_together)
        view_model.line_changed.connect(self._say)
        view_model.finding_changed.connect(self._show_finding)
        view_model.arranged.connect(self._show_tools)
        self._say()
        self._show_finding()
        self._show_tools()

    def _say(self) -> None:
        if self.view_model is not None:
            is_narrow = self.window().width() < self._theme.px("page.narrow_below")
            lines = self.view_model.lines()
            at_least = self.view_model.least_line()
            self.head.say(*lines[-1:] if is_narrow else lines, at_least=at_least)

    def _show_finding(self) -> None:
        if self.view_model is not None:
            self.head.set_finding(self.view_model.is_finding)
            self.head.set_checking(self.view_model.is_checking)

    def _show_tools(self) -> None:
        if self.view_model is not None and self._body is not None:
            self.head.show_rows(self.view_model.has_rows)
            self.head.set_tools(self._body.has_list)
            self.head.set_together(self._body.has_list and self._body.together.is_offered)

    def _choose_view(self, key: str) -> None:
        from altrabits_desktop.runtime.settings import StreamerView

        if self.view_model is not None:
            self.view_model.choose_view(StreamerView.ROWS if key == ROWS else StreamerView.CARDS)

    def _open_menu(self) -> None:
        from altrabits_desktop.ui.pages.streamers.menus import make_order_menu

        if self.view_model is None:
            return
        menu = make_order_menu(self._theme, self.view_model, parent=self)
        self._open_below(menu, self.head.order_button)

    def _open_together(self) -> None:
        from altrabits_desktop.ui.pages.streamers.menus import make_together_menu

        if self._body is not None:
            menu = make_together_menu(self._theme, self._body.together, parent=self)
            self._open_below(menu, self.head.together_button)

    def _open_below(self, menu: QMenu, button: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        below = button.rect().bottomLeft()
        if self.isRightToLeft():
            below = button.rect().bottomRight()
            below.setX(below.x() - menu.sizeHint().width())
        menu.popup(button.mapToGlobal(below))

    def _show_all(self) -> None:
        from PySide6.QtCore import Qt

        self.head.clear_search()
        self.head.search_field.setFocus(Qt.FocusReason.OtherFocusReason)
