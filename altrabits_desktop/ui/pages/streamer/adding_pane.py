"""The way a streamer becomes the person's: the button, the code, the press."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer import own_words
from altrabits_desktop.ui.pages.streamer.adding_model import Step
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.adding_model import AddingModel, Attempt
    from altrabits_desktop.ui.theme.theme import Theme

_CODE_CHARACTERS = 16
_CODE_STEPS = frozenset({Step.CODE, Step.CHECKING, Step.ADDED})
_BUSY_STEPS = frozenset({Step.ASKING, Step.CHECKING, Step.ADDED})


class AddingPane(QWidget):
    """One step at a time; Escape gives up. Main thread only.

    Args:
        theme: the look in force.
        model: what is under way.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, model: AddingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._is_kept = True
        self._is_code_missing = False
        self._sentence = TextBlock(theme)
        self._keeping = TextBlock(theme)
        self._keeping.setObjectName("streamer.add.keeping")
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("streamer.add.fault")
        words = translate("streamer", "Code on the streamer")
        self.code = Field(theme, name=words, placeholder=words)
        self.code.line.setObjectName("streamer.add.code")
        self.code.line.setMaxLength(_CODE_CHARACTERS)
        self.code.line.returnPressed.connect(self._confirm)
        self.code.line.textEdited.connect(self._forget_fault)
        self._wait = Chip(
            theme,
            icon="waiting",
            text=translate("streamer", "Press the button on the streamer"),
            kind=ChipKind.ACTIVITY,
        )
        self._wait.setObjectName("streamer.add.press")
        self._add = PushButton(
            theme,
            translate("streamer", "Add to my streamers"),
            icon="add",
            busy_text=translate("streamer", "Asking the streamer"),
        )
        self._add.setObjectName("streamer.add.button")
        self._add.clicked.connect(self._begin)
        self._confirm_button = PushButton(
            theme,
            translate("streamer", "Add"),
            look=Look.PRIMARY,
            busy_text=translate("streamer", "Adding"),
        )
        self._confirm_button.setObjectName("streamer.add.confirm")
        self._confirm_button.clicked.connect(self._confirm)
        self._give_up = PushButton(theme, translate("streamer", "Give up"))
        self._give_up.setObjectName("streamer.add.give_up")
        self._give_up.clicked.connect(model.give_up)
        self._lay_out()

    @property
    def begin_button(self) -> PushButton:
        """What adding begins by; hidden while it is under way."""
        return self._add

    def show_adding(self, streamer: Streamer, *, is_kept: bool = True) -> None:
        """Show how far it is with a streamer.

        Args:
            streamer: as it is now.
            is_kept: whether a keyring keeps what is won; said before anything is begun.
        """
        self._streamer, self._is_kept = streamer, is_kept
        attempt = self._model.attempt_with(streamer.id)
        step = attempt.step if attempt is not None else Step.REST
        needs_code = attempt is not None and attempt.needs_code
        is_typing = needs_code and step in _CODE_STEPS
        is_under_way = is_typing or step is Step.PRESS
        focused = self._focused()
        is_by_key = has_ring(focused)
        self._sentence.set_text(own_words.adding_sentence(streamer, attempt))
        self._keeping.set_text(own_words.keeping_sentence(streamer, is_kept=is_kept))
        self._keeping.setVisible(bool(self._keeping.text()))
        self.code.setVisible(is_typing)
        self._wait.setVisible(step is Step.PRESS)
        self._add.set_busy(step in _BUSY_STEPS)
        self._add.setVisible(not is_under_way)
        self._confirm_button.set_busy(step in _BUSY_STEPS)
        self._confirm_button.setVisible(is_typing)
        self._give_up.setVisible(is_under_way)
        self._show_fault(attempt, is_typing=is_typing)
        if not is_typing:
            self.code.line.clear()
            self._is_code_missing = False
        if focused is not None and not focused.isVisible():
            self._lead_on(is_by_key=is_by_key)

    def be_seen(self) -> None:
        """Lead the keyboard to what is to be done now, and scroll there."""
        self._lead_on(is_by_key=has_ring(self.window().focusWidget()))

    def give_up(self) -> bool:
        """Give up what is under way; False where nothing is."""
        streamer = self._streamer
        attempt = self._model.attempt_with(streamer.id) if streamer is not None else None
        if attempt is None or attempt.step in {Step.REST, Step.ADDED}:
            return False
        self._model.give_up()
        return True

    def _show_fault(self, attempt: Attempt | None, *, is_typing: bool) -> None:
        words = own_words.fault_sentence(attempt)
        if self._is_code_missing:
            words = translate("streamer", "The code is still missing.")
        if is_typing:
            self.code.set_error(words)
        self._fault.set_text("" if is_typing else words)
        self._fault.setVisible(bool(self._fault.text()))

    def _focused(self) -> QWidget | None:
        focused: QWidget | None = self.window().focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _lead_on(self, *, is_by_key: bool) -> None:
        """Lead the keyboard to what is to be done now, as what had it is gone."""
        for part in (self.code.line, self._give_up, self._add):
            if part.isVisible():
                part.setFocus(reason_of(is_by_key=is_by_key))
                # Once all of it has its place.
                QTimer.singleShot(0, self, partial(bring_into_sight, part))
                return

    def _begin(self) -> None:
        if self._streamer is not None and not self._add.is_busy:
            self._model.begin(self._streamer.id)

    def _confirm(self) -> None:
        if self._confirm_button.is_busy:
            return
        code = self.code.line.text().strip()
        if code:
            self._model.confirm(code)
        elif self._streamer is not None:
            self._is_code_missing = True
            self.code.line.setFocus(reason_of(is_by_key=True))
            self.show_adding(self._streamer, is_kept=self._is_kept)

    def _forget_fault(self) -> None:
        self._is_code_missing = False
        self.code.set_error("")
        self._model.forget_fault()

    def _lay_out(self) -> None:
        theme = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.3"))
        column.addWidget(self._sentence)
        column.addWidget(self._keeping)
        typing = QHBoxLayout()
        typing.setSpacing(theme.px("space.2"))
        typing.addWidget(self.code, 1, Qt.AlignmentFlag.AlignTop)
        typing.addWidget(self._wait)
        for button in (self._confirm_button, self._give_up):
            typing.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        typing.addStretch()
        column.addLayout(typing)
        column.addWidget(self._fault)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column.addLayout(row)
