"""The list of support requests: one a row, the open one marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import exact_time, left_to_right
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.pressing import is_for_the_page, press_by_key
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme

ROWS_AT_ONCE = 50


class TicketRow(QPushButton):
    """One request: number and date, subject, state. Checked while it is open.

    Args:
        theme: the look in force.
        number: of the request.
    """

    chosen = Signal(str)
    """Its number."""

    def __init__(self, theme: Theme, number: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.control"))
        self.setObjectName(f"support.ticket.{number}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = ElidedLabel(theme, left_to_right(number), role="text.2", numeric=True)
        self._date = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._subject = ElidedLabel(theme, type_name="chosen")
        self._chip = Chip(theme)
        self._lay_out()
        self.clicked.connect(self._tell)
        self.toggled.connect(self._dress)

    def show_ticket(self, ticket: Ticket, *, model: SupportViewModel) -> None:
        """Show how it stands now."""
        state = words.state_words(
            ticket,
            is_waiting=model.is_waiting(ticket.number),
            is_unread=model.is_unread(ticket.number),
        )
        at = words.last_at(ticket)
        self._date.set_text(words.when(at, model.now))
        self._date.setToolTip(tool_tip(exact_time(at)))
        self._subject.set_text(words.subject(ticket.subject))
        self._chip.set_state(*state)
        self.setAccessibleName(words.spoken(ticket, state=state.text, now=model.now))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("target.least"), self._theme.px("support.row"))

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
        if self.isChecked():
            fill = "accent.soft"
        elif state is Appearance.NORMAL:
            return
        else:
            fill = "chip" if state is Appearance.PRESSED else "row.hover"
        painter = QPainter(self)
        radius = self._theme.px("corner.control")
        paint_box(painter, QRectF(self.rect()), fill=self._theme.colour(fill), radius=radius)
        painter.end()

    def _lay_out(self) -> None:
        theme = self._theme
        away = theme.px("space.3")
        column = QVBoxLayout(self)
        column.setContentsMargins(away, away, away, away)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(theme.px("space.2"))
        first.addWidget(self._name, 1)
        first.addWidget(self._date)
        column.addLayout(first)
        column.addSpacing(theme.px("space.1"))
        column.addWidget(self._subject)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(self._chip)
        column.addStretch(1)
        for part in (self._name, self._subject, self._chip):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _dress(self) -> None:
        role = "accent.text" if self.isChecked() else "text.2"
        self._name.set_role(role)
        self._date.set_role(role)
        self._chip.set_raised(self.isChecked())

    def _tell(self) -> None:
        # Pressing the open one takes its mark away; it stays open.
        self.setChecked(True)
        self.chosen.emit(self._number)


class TicketList(Card):
    """All requests, the one written to last first; more of many on demand.

    Args:
        theme: the look in force.
        parent: owner.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._rows: dict[str, TicketRow] = {}
        self._most = ROWS_AT_ONCE
        self._model: SupportViewModel | None = None
        self.setObjectName("support.list")
        self.setAccessibleName(translate("support", "Support requests"))
        content = QWidget()
        self._column = QVBoxLayout(content)
        away = theme.px("space.2")
        self._column.setContentsMargins(away, away, away, away)
        self._column.setSpacing(theme.px("space.1"))
        self._more = PushButton(
            theme,
            translate("support", "Show earlier requests"),
            look=Look.QUIET,
            height=Height.SMALL,
        )
        self._more.setObjectName("support.list.more")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        edge = theme.px("card.edge")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edge, edge, edge, edge)
        # Rows stand closer to the edge than a page has its content; the bar goes beside them.
        whole.addWidget(ScrollArea(theme, content, away="scroll.away_list"))

    def show_tickets(self, model: SupportViewModel) -> None:
        """Show what there is; rows that are there already stay, with their focus."""
        self._model = model
        shown = model.tickets[: self._most]
        numbers = {ticket.number for ticket in shown}
        for number in [number for number in self._rows if number not in numbers]:
            row = self._rows.pop(number)
            row.hide()
            row.deleteLater()
        has_moved = False
        for place, ticket in enumerate(shown):
            row = self._rows.get(ticket.number) or self._make_row(ticket.number)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()
                has_moved = True
            row.show_ticket(ticket, model=model)
            row.setChecked(ticket.number == model.chosen and not model.is_writing)
        self._more.setVisible(len(model.tickets) > self._most)
        if has_moved:
            self._order_tabs([*(self._rows[ticket.number] for ticket in shown), self._more])

    def row(self, number: str) -> TicketRow | None:
        """Give the row of a request."""
        return self._rows.get(number)

    def _order_tabs(self, passed: list[QPushButton | PushButton]) -> None:
        """Let Tab lead down the list, whatever order its rows were made in."""
        for former, following in pairwise(passed):
            self.setTabOrder(former, following)

    def _make_row(self, number: str) -> TicketRow:
        row = self._rows[number] = TicketRow(self._look, number)
        row.chosen.connect(self.chosen)
        return row

    def _show_more(self) -> None:
        self._most += ROWS_AT_ONCE
        if self._model is not None:
            self.show_tickets(self._model)
