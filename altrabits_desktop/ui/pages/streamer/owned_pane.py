"""A streamer of the person's: its name and room, and the way to take it off the account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer import own_words
from altrabits_desktop.ui.pages.streamer.owned_model import Doing, Spot
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.owned_model import OwnedModel
    from altrabits_desktop.ui.theme.theme import Theme


class OwnedPane(QWidget):
    """Two fields, which keep what is being typed whatever is told meanwhile. Main thread only.

    Args:
        theme: the look in force.
        model: keeps what is typed.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, model: OwnedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._owned: Owned | None = None
        self.name = self._make_field("name", translate("streamer", "Name"))
        self.room = self._make_field("room", translate("streamer", "Room", "of a streamer"))
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("streamer.own.fault")
        self._note = TextBlock(theme)
        self._note.setObjectName("streamer.own.note")
        self._kept = TextBlock(theme)
        self._kept.setObjectName("streamer.own.kept")
        self._save = PushButton(
            theme, translate("streamer", "Save"), busy_text=translate("streamer", "Saving")
        )
        self._save.setObjectName("streamer.own.save")
        self._save.clicked.connect(self._send)
        self._remove = PushButton(
            theme, translate("streamer", "Remove from my streamers"), look=Look.QUIET
        )
        self._remove.setObjectName("streamer.own.remove")
        self._remove.clicked.connect(self._ask)
        self._why = TextBlock(theme)
        self._keep = self._make_answer(translate("streamer", "Keep it"), "keep")
        self._keep.clicked.connect(self._fold)
        self._go = self._make_answer(
            translate("streamer", "Remove"), "go", busy_text=translate("streamer", "Removing")
        )
        self._go.clicked.connect(self._send_away)
        self._lay_out()
        model.saved.connect(self._show_saved)

    def show_owned(self, streamer: Streamer, owned: Owned) -> None:
        """Show what is kept of a streamer; a field that is being typed in stays as it is."""
        former, self._streamer, self._owned = self._owned, streamer, owned
        if former is None or former.id != owned.id:
            self._take(owned)
            self.fold()
        else:
            for field, before, now in (
                (self.name, former.name, owned.name),
                (self.room, former.room, owned.room),
            ):
                if field.line.text() == before != now:
                    field.line.setText(now)
        self._show_state(owned)
        # An empty room is the streamer's own one, which is shown everywhere else.
        self.room.line.setPlaceholderText(own_words.room_of_its_own(streamer, owned))
        # Of one that only says to be theirs nothing is shown as if it were.
        is_theirs = streamer.borrowed_id is None
        for part in (self.name, self.room, self._kept, self._save):
            part.setVisible(is_theirs)
        is_lost = self._model.has_other_owner(owned.id)
        # Beside the true one nobody removes that by mistake.
        self._remove.setVisible(is_theirs or not self._model.is_here(owned.id))
        kept = own_words.kept_sentence(owned, has_other_owner=is_lost)
        told = "" if is_lost else own_words.told_sentence(streamer)
        self._kept.set_text(f"{kept} {told}".rstrip())
        self._why.set_text(own_words.removing_sentence(streamer, owned, has_other_owner=is_lost))

    def fold(self) -> bool:
        """Ask nothing; False where nothing was asked."""
        was_asking = not self._question.isHidden()
        self._question.hide()
        self._foot.show()
        return was_asking

    def ask(self) -> None:
        """Ask whether it is to be removed, where that is offered."""
        if not self._remove.isHidden():
            self._ask()

    def leave_question(self) -> bool:
        """Keep the streamer, and lead the keyboard back; False where nothing was asked."""
        if self._question.isHidden():
            return False
        self._fold()
        return True

    def _show_state(self, owned: Owned) -> None:
        model = self._model
        for field, spot in ((self.name, Spot.NAME), (self.room, Spot.ROOM)):
            field.set_error(model.fault_at(owned.id, spot))
        fault = model.fault_at(owned.id, Spot.WHOLE)
        self._fault.set_text(fault)
        self._fault.setVisible(bool(fault))
        self._save.set_busy(model.doing is Doing.SAVE)
        self._go.set_busy(model.doing is Doing.REMOVE)
        note = ""
        if self._streamer is not None:
            note = own_words.own_note(
                self._streamer,
                owned,
                is_waiting=model.is_waiting(owned.id),
                is_kept=model.is_kept(owned.id),
                is_here=model.is_here(owned.id),
                has_other_owner=model.has_other_owner(owned.id),
            )
        self._note.set_text(note)
        self._note.setVisible(bool(self._note.text()))
        self._show_whether_changed()

    def _show_whether_changed(self) -> None:
        owned = self._owned
        typed = (self.name.line.text(), self.room.line.text())
        self._save.setEnabled(owned is not None and typed != (owned.name, owned.room))

    def _take(self, owned: Owned) -> None:
        self.name.line.setText(owned.name)
        self.room.line.setText(owned.room)

    def _show_saved(self, owned_id: str) -> None:
        if self._streamer is not None and self._streamer.owned_id == owned_id:
            owned = self._model.owned(self._streamer)
            if owned is not None:
                self._owned = owned
                self._take(owned)
                self._show_state(owned)

    def _send(self) -> None:
        owned = self._owned
        if owned is not None and self._save.isEnabled() and not self._save.is_busy:
            self._model.save(owned.id, name=self.name.line.text(), room=self.room.line.text())

    def _edit(self) -> None:
        self._model.forget_fault()
        self._show_whether_changed()

    def _ask(self) -> None:
        is_by_key = has_ring(self._remove)
        self._question.show()
        self._keep.setFocus(reason_of(is_by_key=is_by_key))
        self._foot.hide()
        # Once all of it has its place.
        QTimer.singleShot(0, self, partial(bring_into_sight, self._keep))

    def _fold(self) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._model.forget_fault()
        self._foot.show()
        self._remove.setFocus(reason_of(is_by_key=is_by_key))
        self.fold()

    def _send_away(self) -> None:
        if self._streamer is not None and self._owned is not None and not self._go.is_busy:
            self._model.remove(self._streamer, self._owned.id)

    def _make_field(self, name: str, label: str) -> Field:
        field = Field(self._look, label=label)
        field.line.setObjectName(f"streamer.own.{name}")
        field.line.returnPressed.connect(self._send)
        field.line.textEdited.connect(self._edit)
        return field

    def _make_answer(self, text: str, name: str, *, busy_text: str = "") -> PushButton:
        button = PushButton(self._look, text, look=Look.PAIR, busy_text=busy_text)
        button.setObjectName(f"streamer.own.remove.{name}")
        return button

    def _lay_out(self) -> None:
        theme = self._look
        gap = theme.px("space.2")
        fields = QHBoxLayout()
        fields.setSpacing(theme.px("space.3"))
        for field in (self.name, self.room):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self._foot, foot = _row(gap, self._save)
        # Well apart: one keeps what was typed, the other forgets it.
        foot.addStretch(1)
        foot.addWidget(self._remove)
        answers, row = _row(gap, self._keep, self._go)
        row.addStretch(1)
        self._question = QWidget()
        self._question.setObjectName("streamer.own.question")
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.3"))
        column.addWidget(self._why)
        column.addWidget(answers)
        self._question.hide()
        width = max(button.sizeHint().width() for button in (self._keep, self._go))
        for button in (self._keep, self._go):
            button.setFixedWidth(width)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px("space.3"))
        whole.addLayout(fields)
        for part in (self._kept, self._note, self._fault, self._foot, self._question):
            whole.addWidget(part)


def _row(gap: int, *buttons: PushButton) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for button in buttons:
        layout.addWidget(button)
    return row, layout
