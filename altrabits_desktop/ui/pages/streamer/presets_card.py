"""The card with what a streamer has been taught to play: chosen, kept, emptied."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import ClearPreset, PlayPreset, SavePreset
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamer.editable import EditHead, make_headed_column
from altrabits_desktop.ui.pages.streamer.preset_grid import PresetGrid
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamer_settings import Choices
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme


class PresetsCard(Card):
    """Hidden where a streamer has no presets. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command that nothing is lost by."""
    kept = Signal(object)
    """`SavePreset` or `ClearPreset` of a number that held something."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        heading = translate("streamer", "Presets")
        self.setObjectName("streamer.presets")
        self.setAccessibleName(heading)
        self._head = EditHead(
            theme,
            heading,
            name="streamer.presets.edit",
            action=translate("streamer", "Change", "presets"),
        )
        self._head.switched.connect(self._switch)
        self._empty = TextBlock(
            theme,
            translate("streamer", "What plays now can be kept here, and is then one press away."),
        )
        self._grid = PresetGrid(theme, prefix="streamer.preset")
        self._grid.chosen.connect(lambda number: self.told.emit(PlayPreset(number)))
        self._grid.saving.connect(self._save_free)
        self._edits = QWidget()
        self._rows: list[_PresetRow] = []
        self._edit_column = QVBoxLayout(self._edits)
        self._edit_column.setContentsMargins(0, 0, 0, 0)
        self._edit_column.setSpacing(theme.px("space.2"))
        self._choices: Choices | None = None
        reach = theme.px("button.padding_small")
        column = make_headed_column(self, theme, self._head, reach_px=reach)
        # What takes its place brings its distance along.
        self._empty_part = QWidget()
        empty = QVBoxLayout(self._empty_part)
        empty.setContentsMargins(0, 0, 0, theme.px("space.3"))
        empty.addWidget(self._empty)
        for part in (self._empty_part, self._grid, self._edits):
            column.addWidget(part)
        self.hide()

    def show_presets(self, streamer: Streamer, offered: Offered) -> None:
        """Show what can be played by one press, and which of it plays."""
        choices, state = streamer.choices, streamer.state
        is_there = Capability.PRESETS in offered.can and choices.preset_places > 0
        self.setVisible(is_there)
        if not is_there or state is None:
            return
        self._choices = choices
        has_music = state.now_playing is not None and not state.is_asleep
        taken = {preset.number for preset in choices.presets}
        free = next((n for n in range(1, choices.preset_places + 1) if n not in taken), 0)
        self._grid.show_presets(
            choices.presets, playing=state.preset, free=free if has_music else 0
        )
        self._head.allow(is_allowed=bool(choices.presets))
        self._show_rows(choices, has_music=has_music)
        self._switch()

    def leave_edit(self) -> bool:
        """Change nothing any more; False where nothing was being changed."""
        return self._head.leave()

    def _show_rows(self, choices: Choices, *, has_music: bool) -> None:
        while len(self._rows) < choices.preset_places and self._head.is_editing:
            number = len(self._rows) + 1
            row = _PresetRow(self._look, number)
            row.save.clicked.connect(partial(self._save_over, number))
            row.clear.clicked.connect(partial(self._clear, number))
            self._rows.append(row)
            self._edit_column.addWidget(row)
        names = {preset.number: preset.name for preset in choices.presets}
        for row in self._rows:
            row.setVisible(row.number <= choices.preset_places)
            row.show_name(names.get(row.number, ""), has_music=has_music)

    def _switch(self) -> None:
        is_editing = self._head.is_editing
        if is_editing and self._choices is not None and not self._rows:
            self._show_rows(self._choices, has_music=self._grid.can_save)
        self._edits.setVisible(is_editing)
        self._grid.setVisible(not is_editing)
        has_any = self._choices is not None and bool(self._choices.presets)
        self._empty_part.setVisible(not has_any and not is_editing)

    def _save_free(self, number: int) -> None:
        self.told.emit(SavePreset(number))

    def _save_over(self, number: int) -> None:
        is_over = self._choices is not None and any(
            preset.number == number for preset in self._choices.presets
        )
        (self.kept if is_over else self.told).emit(SavePreset(number))

    def _clear(self, number: int) -> None:
        self.kept.emit(ClearPreset(number))


class _PresetRow(QWidget):
    """One number: what it holds, and what can be done with it."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self.number = number
        words = translate("streamer", "Save what plays")
        self.save = PushButton(theme, words, height=Height.SMALL)
        self.save.setObjectName(f"streamer.preset.save.{number}")
        self.clear = PushButton(
            theme, translate("streamer", "Clear", "a preset"), look=Look.QUIET, height=Height.SMALL
        )
        self.clear.setObjectName(f"streamer.preset.clear.{number}")
        self._number = ElidedLabel(theme, str(number), role="text.2", numeric=True)
        self._number.setFixedWidth(theme.px("presets.number"))
        self._name = ElidedLabel(theme)
        self._free = ElidedLabel(theme, translate("streamer", "Empty", "a preset"), role="text.3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._number)
        row.addWidget(self._name, 1)
        row.addWidget(self._free, 1)
        row.addWidget(self.clear)
        row.addWidget(self.save)

    def show_name(self, name: str, *, has_music: bool) -> None:
        """Show what it holds; "" for nothing."""
        self._name.set_text(name)
        self._name.setVisible(bool(name))
        self._free.setVisible(not name)
        self.clear.setVisible(bool(name))
        self.save.setVisible(has_music)
        about = fill(translate("streamer", "preset {number}"), number=self.number)
        for button in (self.save, self.clear):
            button.setAccessibleName(told_apart(button.text(), about))
