"""The controls of a card: play or pause, the speaker, and the level as a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from altrabits_desktop.contract.commands import Pause, Play, SetMute, SetVolume, Stop
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamers.controls import mute_words, play_words
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.streamers.face import Face, Level
    from altrabits_desktop.ui.theme.theme import Theme

_ACTS = {Play: "play", Pause: "pause", Stop: "stop"}


class CardControls(QWidget):
    """Made only for cards whose streamer may be told something; placed by hand, as cards are.

    The round button begins a card of the grid and ends a wide one.

    Args:
        theme: the look in force.
        parent: the card.
    """

    told = Signal(object)
    """A command."""
    level_chosen = Signal(int)
    """A level that the person chooses, for the number beside it."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face: Face | None = None
        self._is_wide = False
        round_px = theme.px("button.round")
        self._play = IconButton(
            theme, "play", name="", look=IconLook.SOFT, size_px=round_px, parent=self
        )
        self._play.setObjectName("streamers.card.play")
        self._play.clicked.connect(self.play_or_pause)
        # The card's own ground is of the usual colour then, in which the halo would be a hole.
        self._slider = Slider(
            theme, name=translate("streamer", "Volume"), hover_role="chip", parent=self
        )
        self._slider.setObjectName("streamers.card.volume")
        self._slider.chosen.connect(self._choose)
        self._slider.sliderReleased.connect(self._let_go)
        self._speaker = IconMark(
            theme, "volume-high", size_px=theme.px("streamers.speaker"), parent=self
        )
        # Above the slider, which reaches below it by the room of its halo.
        self._mute = IconButton(theme, "volume-high", name="", parent=self)
        self._mute.setObjectName("streamers.card.mute")
        self._mute.clicked.connect(self._change_mute)

    @property
    def order(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in reading order."""
        level = (self._mute, self._slider)
        order = (*level, self._play) if self._is_wide else (self._play, *level)
        return tuple(part for part in order if not part.isHidden())

    @property
    def is_held(self) -> bool:
        """Whether the handle is held."""
        return self._slider.isSliderDown()

    @property
    def is_unsettled(self) -> bool:
        """Whether the level is held, or not confirmed yet."""
        return self._slider.is_unsettled

    @property
    def chosen_level(self) -> int:
        """The level that is shown."""
        return self._slider.value()

    def show_face(self, face: Face, *, is_wide: bool) -> None:
        """Show what can be told now; a handle that is held stays where it is."""
        self._face = face
        self._is_wide = is_wide
        self._show_play(face)
        level = face.level
        self._slider.setVisible(level is not None)
        self._mute.setVisible(level is not None and face.controls.can_mute)
        self._speaker.setVisible(level is not None and not face.controls.can_mute)
        if level is not None:
            self._show_level(level, face)
        self._slider.setAccessibleName(told_apart(translate("streamer", "Volume"), face.name))
        self._settle()

    def play_or_pause(self) -> None:
        """Do what the round button does, where there is one."""
        if self._face is not None and self._face.controls.can_play:
            self.told.emit(self._face.controls.primary)

    def turn(self, notches: int) -> None:
        """Make it louder or softer, where that can be done."""
        if not self._slider.isHidden():
            self._slider.turn(notches)

    def level_place(self) -> QRect:
        """Give the room of speaker, groove and number in here, reading from the left."""
        room = self._room
        if self._face is None or not self._face.controls.can_play:
            return room
        used = self._theme.px("button.round") + self._theme.px("space.3")
        return room.adjusted(0, 0, -used, 0) if self._is_wide else room.adjusted(used, 0, 0, 0)

    def place_around(self, room: QRect) -> None:
        """Take a room, and as much beside it as what is pressed reaches beyond what is seen."""
        reach = self._reach_px
        self.setGeometry(room.adjusted(-reach, 0, reach, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @property
    def _reach_px(self) -> int:
        return (self._theme.px("target.least") - self._theme.px("streamers.speaker")) // 2

    @property
    def _room(self) -> QRect:
        return self.rect().adjusted(self._reach_px, 0, -self._reach_px, 0)

    def _show_play(self, face: Face) -> None:
        controls, name = face.controls, play_words(face.controls.primary)
        act = _ACTS[type(controls.primary)]
        self._play.set_act(act, name=name, spoken=told_apart(name, face.name))
        is_still = isinstance(controls.primary, Play)
        self._play.set_look(IconLook.SOFT if is_still else IconLook.ROUND)
        self._play.setVisible(controls.can_play)

    def _show_level(self, level: Level, face: Face) -> None:
        controls, name = face.controls, mute_words(is_muted=level.is_muted)
        self._slider.set_read_only(is_read_only=not controls.can_set_volume, has_room=True)
        if not self._slider.isSliderDown():
            self._slider.setValue(level.value)
        self._slider.set_limit(level.limit)
        self._slider.set_guard(controls.volume_step)
        self._slider.set_muted(level.is_muted)
        self._slider.set_confirmed(level.confirmed)
        self._mute.set_act(level.icon, name=name, spoken=told_apart(name, face.name))
        self._speaker.set_icon(level.icon)

    def _settle(self) -> None:
        theme, room, level = self._theme, self._room, self.level_place()
        round_px = theme.px("button.round")
        left = room.right() + 1 - round_px if self._is_wide else room.left()
        self._put(self._play, left, round_px, round_px)
        speaker, target = theme.px("streamers.speaker"), theme.px("target.least")
        self._put(self._mute, level.left() - self._reach_px, target, target)
        self._put(self._speaker, level.left(), speaker, speaker)
        overhang = theme.px("slider.overhang")
        begin = level.left() + speaker + theme.px("space.3") - overhang
        after = theme.px("slider.number") + theme.px("slider.number_gap")
        end = level.right() + 1 - after + overhang
        self._put(self._slider, begin, end - begin, theme.px("slider.height"))

    def _put(self, part: QWidget, left: int, wide: int, high: int) -> None:
        if self.isRightToLeft():
            left = self.width() - left - wide
        part.setGeometry(left, (self.height() - high) // 2, wide, high)

    def _choose(self, volume: int) -> None:
        self.level_chosen.emit(volume)
        self.told.emit(SetVolume(volume))

    def _let_go(self) -> None:
        self.level_chosen.emit(self._slider.value())

    def _change_mute(self) -> None:
        if self._face is not None and self._face.level is not None:
            self.told.emit(SetMute(not self._face.level.is_muted))
