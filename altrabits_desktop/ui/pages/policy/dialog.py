"""The dialog that asks about the policy: everything to read it, and three answers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.ui.keys import Command, sequences
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.pages.policy.answers import Answers
from altrabits_desktop.ui.pages.policy.dialog_box import (
    paint_ground,
    shines_through,
    wholly_inside,
)
from altrabits_desktop.ui.pages.policy.facts_line import FactsLine
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.pages.policy.scrim import Scrim
from altrabits_desktop.ui.pages.policy.search import PolicySearch
from altrabits_desktop.ui.pages.policy.showing import show_strip, show_text
from altrabits_desktop.ui.pages.policy.view_model import PolicyViewModel
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMoveEvent, QPaintEvent, QShowEvent

    from altrabits_desktop.contract.policies import DecisionKind
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_PLACED_BY = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
_FLAGS = Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint


class PolicyDialog(QDialog):
    """Open it by `open()`; it blocks its window, never the loop, and ends with the answer.

    Escape and every other way to close it mean "not now".
    Where a window cannot be sure to be seen through, it is cut to what lies wholly inside its round
    corners, and the scrim below paints its shadow and the rest of the corners.

    Args:
        theme: the look in force.
        services: what the window was given.
        window: what it stands before, and owner.
        is_in_pieces: whether it is made by `build_next`, so that no turn of the loop is long; else
            it is whole at once.
        is_cut: whether it is cut so; None for what the system needs.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        window: QWidget,
        is_in_pieces: bool = False,
        is_cut: bool | None = None,
    ) -> None:
        super().__init__(window, _FLAGS)
        self._theme = theme
        self._services = services
        self._window = window
        self._shadow = Shadow(theme, "dialog")
        self._has_ended = False
        self._is_cut = not shines_through() if is_cut is None else is_cut
        self._scrim = Scrim(theme, shadow=self._shadow, parent=window)
        title = words.dialog_title(is_another=False)
        self.setObjectName("policy")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_cut)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pieces = iter(
            (
                self._make_head,
                self._make_reader,
                self._make_answers,
                self._lay_out,
                self._begin,
                self._show_text,
                self._dress,
            )
        )
        while not is_in_pieces and self.build_next():
            pass

    def build_next(self) -> bool:
        """Make the next piece of it; tell whether there may be another one."""
        piece = next(self._pieces, None)
        if piece is not None:
            piece()
        return piece is not None

    @property
    def reader(self) -> PolicyReader:
        """What is read in it."""
        return self._reader

    @property
    def answers(self) -> Answers:
        """What can be answered."""
        return self._answers

    def give_up(self) -> None:
        """Go without having been opened; nothing is decided or put off."""
        self._scrim.deleteLater()
        self.deleteLater()

    def end_unanswered(self) -> None:
        """Go because nothing is asked any more; an answer that is being recorded ends it itself."""
        if self._model.deciding is None:
            self.accept()

    def reject(self) -> None:
        # Escape and the system's own ways to close a window come here.
        self._model.put_off()

    def setVisible(self, is_visible: bool) -> None:
        super().setVisible(is_visible)
        # Qt tells what has the focus in a new dialog that Tab led there.
        self._reader.text.drop_ring()

    def done(self, result: int) -> None:
        # Going moves the focus, and whoever hears of that may end this again. Ended twice at once
        # Qt forgets to let the window go: it stays blocked by a dialog that nobody sees.
        if self._has_ended:
            return
        self._has_ended = True
        self._window.removeEventFilter(self)
        self._scrim.hide()
        self._scrim.deleteLater()
        has_keyboard = self.isActiveWindow()
        super().done(result)
        if has_keyboard:
            # Where no window manager does it, as in a kiosk, the keyboard would be nowhere.
            self._window.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scrim.show()
        self._scrim.raise_()
        # Painted in the turn after the rest, so that neither turn is long.
        self._reader.setUpdatesEnabled(False)
        # Where keys scroll and a screen reader begins to read; no answer has the focus.
        self._reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._show_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return presses nothing here but what has the focus.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in _PLACED_BY:
            self._place()
            self._show_state()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._reader.updatesEnabled():
            QTimer.singleShot(0, self, self._paint_reader)
        theme, box = self._theme, self._box
        painter = QPainter(self)
        if self._fills_window():
            paint_box(painter, QRectF(box), fill=theme.colour("dialog"), radius=0)
        else:
            if not self._is_cut:
                self._shadow.paint(painter, box)
            paint_ground(painter, box, theme=theme)
        head = self._head.geometry()
        line = QRectF(box.left(), head.bottom(), box.width(), theme.px("card.edge"))
        paint_box(painter, line, fill=theme.colour("border"), radius=0)
        painter.end()

    @property
    def _box(self) -> QRect:
        reach = self._reach_px()
        return self.rect().adjusted(reach, reach, -reach, -reach)

    def _make_head(self) -> None:
        title = self.accessibleName()
        self._title = ElidedLabel(self._theme, title, type_name="heading", parent=self)
        self._facts = FactsLine(self._theme, parent=self)
        self._search = PolicySearch(self._theme, parent=self)

    def _make_reader(self) -> None:
        self._reader = PolicyReader(self._theme, parent=self)

    def _make_answers(self) -> None:
        self._answers = Answers(self._theme, has_later=True, parent=self)

    def _begin(self) -> None:
        self._model = PolicyViewModel(self._services, parent=self)
        self._connect()
        self._place()
        self._show_state()

    def _paint_reader(self) -> None:
        self._reader.setUpdatesEnabled(True)

    def _dress(self) -> None:
        """Let the parts take their looks now, not all at once when they are shown."""
        self._shadow.prepare(self.devicePixelRatioF())
        for part in self.findChildren(QWidget):
            part.ensurePolished()

    def _connect(self) -> None:
        self._window.installEventFilter(self)
        self._search.textChanged.connect(self._reader.search)
        self._search.stepped.connect(self._reader.step)
        self._reader.strip.chosen.connect(self._model.show_changes)
        self._answers.decided.connect(self._decide)
        self._answers.put_off.connect(self._model.put_off)
        self._model.text_changed.connect(self._show_text)
        self._model.changed.connect(self._show_state)
        self._model.ended.connect(self.accept)
        key = QShortcut(self)
        key.setKeys(sequences(Command.SEARCH))
        key.activated.connect(self._search.setFocus)
        self._theme.changed.connect(self.update)

    def _lay_out(self) -> None:
        theme = self._theme
        names = QVBoxLayout()
        names.setSpacing(0)
        names.setContentsMargins(0, theme.px("policy.title_top"), 0, 0)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        names.addStretch(1)
        self._head = QWidget()
        self._head.setFixedHeight(theme.px("policy.head") + theme.px("card.edge"))
        row = QHBoxLayout(self._head)
        side = theme.px("card.form_padding")
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(theme.px("space.4"))
        row.addLayout(names, 1)
        row.addWidget(self._search)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._reader, 1)
        self._column.addWidget(self._answers)
        order = (
            *(self._reader.text, self._answers.later, self._answers.decline),
            *(self._answers.accept, self._search, self._reader.contents),
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _place(self) -> None:
        """Stand in the middle of the window, or fill one that is too narrow for it."""
        theme, whole = self._theme, self._window.rect()
        if not self._fills_window():
            away = 2 * theme.px("policy.away")
            size = QSize(theme.px("policy.width"), theme.px("policy.height"))
            size = size.boundedTo(whole.size() - QSize(away, away))
            box = QRect(whole.topLeft(), size)
            box.moveCenter(whole.center())
            whole = box
        reach = self._reach_px()
        self._column.setContentsMargins(reach, reach, reach, reach)
        whole.moveTopLeft(self._window.mapToGlobal(whole.topLeft()))
        whole = whole.adjusted(-reach, -reach, reach, reach)
        self.setFixedSize(whole.size())
        self.move(whole.topLeft())
        if self._is_cut:
            radius = 0 if self._fills_window() else theme.px("corner.card")
            self.setMask(wholly_inside(self.rect(), radius=radius))
        self._show_below()

    def _show_below(self) -> None:
        """Let the scrim paint what this cannot, wherever the system has put it."""
        is_below = self._is_cut and not self._fills_window()
        corner = self._window.mapFromGlobal(self.pos())
        self._scrim.show_box(QRect(corner, self.size()) if is_below else QRect())

    def _fills_window(self) -> bool:
        return self._window.width() < self._theme.px("policy.fills_below")

    def _reach_px(self) -> int:
        return 0 if self._is_cut or self._fills_window() else self._shadow.reach_px

    def _decide(self, kind: DecisionKind, wording: str) -> None:
        self._model.decide(kind, wording=wording)

    def _show_text(self) -> None:
        title = words.dialog_title(is_another=self._model.is_another)
        self._title.set_text(title)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        show_text(self._reader, self._model)

    def _show_state(self) -> None:
        model = self._model
        show_strip(self._reader, model)
        if model.policy is not None:
            self._facts.show_policy(
                model.policy,
                is_in_force=model.is_in_force,
                now=model.now,
                is_short=self._fills_window(),
            )
        says = words.doubted_meaning() if model.is_no_of_computer else words.meaning()
        self._answers.say(model.fault or says, is_fault=bool(model.fault))
        self._answers.set_deciding(model.deciding)
