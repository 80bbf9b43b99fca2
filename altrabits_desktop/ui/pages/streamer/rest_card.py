"""The card of what a streamer does when it rests: sleep timer, light, standby, buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetSleepTimer
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer import rest_words
from altrabits_desktop.ui.pages.streamer.rest_cell import RestCell, open_choices
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from altrabits_desktop.contract.streamers import Streamer, StreamerState
    from altrabits_desktop.ui.pages.streamer.rest_cell import Choice
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme

_THREE = 3


class RestCard(Card):
    """Hidden where a streamer has nothing of it. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""
    undo_offered = Signal(str, object)
    """What was done, and the commands that take it back."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._left_s: float | None = None
        self._auto: tuple[Choice, ...] = ()
        self._arranged: tuple[RestCell, ...] = ()
        self._columns = 0
        self.setObjectName("streamer.rest")
        self.setAccessibleName(translate("rest", "Sleep timer, light and standby"))
        self._sleep = self._make("sleep-timer", translate("rest", "Sleep timer"), "sleep")
        self._light = self._make("light", translate("rest", "Light"), "light")
        self._standby = self._make("standby", translate("rest", "Standby"), "standby")
        self._buttons = self._make("lock", translate("rest", "Buttons"), "buttons")
        self._cells = (self._sleep, self._light, self._standby, self._buttons)
        self._meaning = TextBlock(theme)
        self._change = PushButton(
            theme, translate("rest", "Change", "when"), look=Look.QUIET, height=Height.SMALL
        )
        self._change.setObjectName("streamer.standby.change")
        spoken = translate("rest", "Change when it goes to standby by itself")
        self._change.setAccessibleName(spoken)
        self._change.clicked.connect(self._open_auto)
        self._lay_out()
        self.hide()

    def show_rest(self, streamer: Streamer, offered: Offered, *, left_s: float | None) -> None:
        """Show how it rests.

        Args:
            streamer: as it is now.
            offered: what may be told.
            left_s: how long the sleep timer still runs; None where it does not.
        """
        state, can = streamer.state, offered.can
        self._left_s = left_s
        if state is None:
            self.hide()
            return
        has_light = Capability.LIGHT in can and state.light is not None
        has_lock = Capability.BUTTON_LOCK in can and state.has_locked_buttons is not None
        self._sleep.setVisible(Capability.SLEEP_TIMER in can)
        self._sleep.show_state(*rest_words.sleep_timer(left_s))
        self._light.setVisible(has_light)
        if state.light is not None:
            self._light.show_state(*rest_words.light(state.light))
        self._standby.setVisible(Capability.STANDBY in can)
        self._standby.show_state(*rest_words.standby(state))
        self._buttons.setVisible(has_lock)
        are_locked = bool(state.has_locked_buttons)
        self._buttons.show_state(*rest_words.buttons(are_locked=are_locked))
        self._explain(state, can_change=Capability.AUTO_STANDBY in can)
        self._arrange()
        self.setVisible(bool(self._arranged))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        border = self._look.colour("border")
        edge = self._look.px("card.edge")
        for number, cell in enumerate(self._arranged):
            place = cell.geometry()
            if number % self._columns:
                at = place.right() if self.isRightToLeft() else place.left()
                painter.fillRect(at, place.top(), edge, place.height(), border)
            if number >= self._columns:
                painter.fillRect(place.left(), place.top(), place.width(), edge, border)
        if not self._foot.isHidden():
            top = self._foot.geometry().top()
            painter.fillRect(edge, top, self.width() - 2 * edge, edge, border)
        painter.end()

    def _make(self, icon: str, title: str, name: str) -> RestCell:
        cell = RestCell(self._look, icon=icon, title=title, name=f"streamer.{name}", parent=self)
        cell.told.connect(self._tell)
        return cell

    def _explain(self, state: StreamerState, *, can_change: bool) -> None:
        self._foot.setVisible(not self._standby.isHidden() or can_change)
        self._meaning.set_text(rest_words.standby_sentence(state))
        self._auto = rest_words.auto_standby_choices(state.auto_standby_min or 0)
        self._change.setVisible(can_change and state.auto_standby_min is not None)

    def _arrange(self) -> None:
        """Put three beside each other where there are three, else two, or one in little room."""
        cells = tuple(cell for cell in self._cells if not cell.isHidden())
        columns = len(cells) if len(cells) <= _THREE else 2
        widest = max((cell.sizeHint().width() for cell in cells), default=0)
        while columns > 1 and self.width() < columns * widest + 2 * self._look.px("card.edge"):
            columns -= 1
        if (cells, columns) == (self._arranged, self._columns):
            return
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for column in range(_THREE):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._arranged, self._columns = cells, columns
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        self.update()

    def _tell(self, command: object) -> None:
        left_s = self._left_s
        self.told.emit(command)
        if command == SetSleepTimer(0) and left_s:
            words = translate("rest", "The sleep timer is stopped.")
            self.undo_offered.emit(words, (SetSleepTimer(max(1, round(left_s))),))

    def _open_auto(self) -> None:
        open_choices(self._look, self._auto, under=self._change, tell=self.told)

    def _lay_out(self) -> None:
        theme = self._look
        edge, away = theme.px("card.edge"), theme.px("card.padding")
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(away, theme.px("space.3"), theme.px("space.1"), theme.px("space.3"))
        row.setSpacing(theme.px("space.3"))
        row.addWidget(self._meaning, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(0)
        whole.addLayout(self._grid)
        whole.addWidget(self._foot)
