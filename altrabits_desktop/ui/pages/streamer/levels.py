"""The line of the track and the line of the volume; moved by the person where that is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolTip, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Seek, SetMute, SetVolume
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import track_time
from altrabits_desktop.ui.pages.streamers.face_words import no_level_words
from altrabits_desktop.ui.pages.streamers.offered import NOTHING
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.number_field import NumberField
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.profile import Progress
    from altrabits_desktop.ui.pages.streamer.volume_limits import VolumeLimits
    from altrabits_desktop.ui.pages.streamers.face import Level
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme

_FULL = 100
_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class Levels(QWidget):
    """Both, one below the other in one grid.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""
    step_chosen = Signal(int)
    """By how much one press may make a streamer louder; 0 for anything."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level | None = None
        self._offered = NOTHING
        self._most_step = 0
        self._limits: VolumeLimits | None = None
        self._make_track(theme)
        self._make_volume(theme)
        self._look = theme
        self._lay_out(theme)
        self.offer(NOTHING)
        self.show_progress(None)
        self.show_level(None)

    def offer(self, offered: Offered) -> None:
        """Let what is offered be moved, and the rest only be shown."""
        self._offered = offered
        can_seek = Capability.SEEK in offered.can
        can_set_volume = Capability.SET_VOLUME in offered.can
        for slider, can_move in ((self._track, can_seek), (self._volume, can_set_volume)):
            # Both grooves begin at one place, whichever has a handle.
            has_room = can_seek or can_set_volume
            slider.set_read_only(is_read_only=not can_move, has_room=has_room)
            slider.setToolTip("" if can_move else tool_tip(translate("streamer", "Only shown")))
        self._show_speaker()
        self._show_number()
        self._show_limits()

    def set_guard(self, most_step: int) -> None:
        """Let no single press or key make it louder by more than this; 0 lets everything."""
        self._volume.set_guard(most_step)
        self._most_step = most_step
        self._show_limits()

    def turn_volume(self, notches: int) -> None:
        """Make it louder or softer, where there is a volume that can be set."""
        if self._level is not None and not self.isHidden():
            self._volume.turn(notches)

    def focus_volume(self) -> None:
        """Lead the keyboard to the volume, where it can be set."""
        if self._level is not None and Capability.SET_VOLUME in self._offered.can:
            self._volume.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_progress(self, progress: Progress | None) -> None:
        """Show where in the track it is; a handle that is held stays where it is."""
        for part in self._track_parts:
            part.setVisible(progress is not None)
        if progress is not None and not self._track.isSliderDown():
            self._track.setRange(0, max(1, int(progress.duration_s)))
            self._track.setValue(int(progress.position_s))
            self._position.set_text(track_time(progress.position_s))
            self._length.set_text(track_time(progress.duration_s))

    def show_level(self, level: Level | None) -> None:
        """Show how loud it is; a handle that is held stays where it is."""
        self._level = level
        for part in self._volume_parts:
            part.setVisible(level is not None)
        self._untold.setVisible(level is None)
        if level is not None:
            if not self._volume.isSliderDown():
                self._volume.setValue(level.value)
                self._show_volume(level.value)
            self._volume.set_limit(level.limit)
            self._volume.set_muted(level.is_muted)
            self._volume.set_confirmed(level.confirmed)
            self._number.set_type("label" if level.confirmed is None else "chosen")
            self._number.set_role("text" if level.confirmed is None else "accent.text")
            self._volume.setAccessibleDescription(level.spoken)
        self._show_speaker()
        self._show_limits()
        has_limit = level is not None and level.limit is not None
        self._make_room(has_limit=level is not None and (has_limit or self._can_limit))

    @property
    def _can_limit(self) -> bool:
        return Capability.VOLUME_MAXIMUM in self._offered.can

    def _show_limits(self) -> None:
        """Say where it ends, as a button where something about that can be set."""
        limit = self._level.limit if self._level is not None else None
        words = translate("streamer", "max {volume}")
        words = fill(words, volume=_FULL if limit is None else limit)
        self._limit.set_text(words)
        self._change_limit.set_words(words)
        spoken = fill(translate("streamer", "Change how loud it may become: {limit}"), limit=words)
        self._change_limit.setAccessibleName(spoken)
        is_offered = self._level is not None and self._can_limit
        self._change_limit.setVisible(is_offered)
        self._limit.setVisible(self._level is not None and limit is not None and not is_offered)
        if self._limits is not None:
            self._limits.show_limits(limit, can_limit=self._can_limit, step=self._most_step)
            if not is_offered:
                self._limits.hide()

    def _fold_limits(self) -> None:
        """Show what can be set about it below, or no longer."""
        if self._limits is None:
            # Imported here: hardly anybody sets it twice.
            from altrabits_desktop.ui.pages.streamer.volume_limits import VolumeLimits

            self._limits = VolumeLimits(self._look)
            self._limits.told.connect(self.told)
            self._limits.step_chosen.connect(self.step_chosen)
            self._limits.hide()
            self._grid.addWidget(self._limits, 2, 0, 1, 4)
        is_shown = self._limits.isHidden()
        self._limits.setVisible(is_shown)
        self._change_limit.set_icon_names(after="chevron-up" if is_shown else "chevron-down")
        self._show_limits()

    def _make_room(self, *, has_limit: bool) -> None:
        """Let the number stand at the edge of the card's content where no limit follows it."""
        end_px = self._look.px("playing.end") if has_limit else 0
        if end_px != self._grid.columnMinimumWidth(3) or self._grid.indexOf(self._number) < 0:
            self._grid.setColumnMinimumWidth(3, end_px)
            for number in (self._number, self._exact):
                self._grid.removeWidget(number)
                self._grid.addWidget(number, 1, 2, 1, 1 if has_limit else 2, _AT_THE_END)
        self._show_number()

    def _show_number(self) -> None:
        """Let the number be typed over where it can be set."""
        can_set = Capability.SET_VOLUME in self._offered.can
        self._number.setVisible(self._level is not None and not can_set)
        self._exact.setVisible(self._level is not None and can_set)

    def _show_speaker(self) -> None:
        level = self._level
        can_mute = Capability.MUTE in self._offered.can
        self._speaker.setVisible(level is not None and not can_mute)
        self._mute.setVisible(level is not None and can_mute)
        if level is not None:
            self._speaker.set_icon(level.icon)
            words = translate("streamer", "Mute")
            if level.is_muted:
                words = translate("streamer", "Unmute")
            self._mute.set_act(level.icon, name=words)

    def _make_track(self, theme: Theme) -> None:
        self._position = ElidedLabel(theme, role="text.2", numeric=True)
        self._track = Slider(theme, name=translate("streamer", "Position"), is_read_only=True)
        self._track.setObjectName("streamer.seek")
        self._track.setSingleStep(theme.px("slider.wheel_step"))
        self._track.chosen.connect(self._choose_position)
        self._track.let_go.connect(self._seek)
        self._length = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._track_parts = (self._position, self._track, self._length)

    def _make_volume(self, theme: Theme) -> None:
        self._speaker = IconMark(theme, "volume-high", size_px=theme.px("icon.place"))
        self._mute = IconButton(theme, "volume-high", name=translate("streamer", "Mute"))
        self._mute.setObjectName("streamer.mute")
        self._mute.clicked.connect(self._change_mute)
        self._volume = Slider(theme, name=translate("streamer", "Volume"), is_read_only=True)
        self._volume.setObjectName("streamer.volume")
        self._volume.chosen.connect(self._choose_volume)
        self._volume.held_back.connect(self._say_held_back)
        self._number = ElidedLabel(theme, type_name="label", numeric=True, is_at_end=True)
        self._exact = NumberField(theme, name=translate("streamer", "Volume as a number"))
        self._exact.setObjectName("streamer.volume.number")
        self._exact.taken.connect(self._take_exact)
        self._exact.stepped.connect(self._step)
        self._limit = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._change_limit = PushButton(
            theme, "", look=Look.PLAIN, height=Height.SMALL, icon_after="chevron-down"
        )
        self._change_limit.setObjectName("streamer.volume.limit")
        self._change_limit.clicked.connect(self._fold_limits)
        self._untold = ElidedLabel(theme, no_level_words(), role="text.2")
        self._volume_parts = (self._volume,)

    def _lay_out(self, theme: Theme) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px("space.3"), 0, 0)
        grid.setHorizontalSpacing(theme.px("space.1"))
        grid.setVerticalSpacing(theme.px("space.1"))
        grid.setColumnMinimumWidth(0, theme.px("playing.start"))
        grid.setColumnMinimumWidth(2, theme.px("slider.number"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._position, 0, 0)
        grid.addWidget(self._track, 0, 1)
        grid.addWidget(self._length, 0, 2, 1, 2)
        grid.addWidget(self._speaker, 1, 0)
        grid.addWidget(self._mute, 1, 0)
        grid.addWidget(self._volume, 1, 1)
        grid.addWidget(self._limit, 1, 3)
        grid.addWidget(self._change_limit, 1, 3, _AT_THE_END)
        grid.addWidget(self._untold, 1, 0, 1, 4)
        for part in (self._track, self._volume, self._untold):
            # A line without a value keeps its room, so that nothing moves when one comes.
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _choose_position(self, position_s: int) -> None:
        self._position.set_text(track_time(position_s))
        # A handle that is held goes nowhere before it is let go.
        if not self._track.isSliderDown():
            self._seek()

    def _seek(self) -> None:
        self.told.emit(Seek(float(self._track.value())))

    def _choose_volume(self, volume: int) -> None:
        self._show_volume(volume)
        self.told.emit(SetVolume(volume))

    def _show_volume(self, volume: int) -> None:
        self._number.set_text(str(volume))
        self._exact.show_value(volume)

    def _take_exact(self, volume: int) -> None:
        """Set a number that was typed and taken: whoever does so means it, however far it is."""
        limit = self._level.limit if self._level is not None else None
        volume = volume if limit is None else min(volume, limit)
        if volume != self._volume.value():
            self._volume.setValue(volume)
            self._choose_volume(volume)
        else:
            self._show_volume(volume)

    def _step(self, way: int) -> None:
        self._take_exact(max(0, min(self._volume.maximum(), self._volume.value() + way)))

    def _say_held_back(self, wanted: int) -> None:
        """Say beside the slider why it has not gone as far as it was told."""
        step = self._most_step
        words = translate("streamer", "At most {step} louder at once. Press again to go on.")
        if self._volume.is_asked:
            words = translate("streamer", "Enter sets it to {volume}.")
        words = fill(words, step=step, volume=wanted)
        QToolTip.showText(self._volume.mapToGlobal(QPoint(0, 0)), tool_tip(words), self._volume)

    def _change_mute(self) -> None:
        if self._level is not None:
            self.told.emit(SetMute(not self._level.is_muted))
