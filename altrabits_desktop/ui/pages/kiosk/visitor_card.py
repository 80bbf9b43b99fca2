"""A streamer of the shop, large enough for fingers: what plays, and what it may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Previous,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.kiosk.art import Art
from altrabits_desktop.ui.pages.streamers.controls import mute_words, play_words
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.theme.theme import Theme

_ACTS = {Play: "play", Pause: "pause", Stop: "stop"}


class VisitorCard(Card):
    """Main thread only.

    Args:
        theme: the look in force.
        face: what is shown first.
        parent: owner.
    """

    told = Signal(str, object)
    """The visitor tells it something: its id, and a command."""

    def __init__(self, theme: Theme, face: Face, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._face = face
        name = f"kiosk.card.{face.id}"
        self.setObjectName(name)
        self._art = Art(theme, face.picture, name="")
        self._art.setFixedHeight(theme.px("kiosk.cover"))
        self._name = ElidedLabel(theme, type_name="heading")
        self._product = ElidedLabel(theme, type_name="kiosk_small", role="text.2", is_at_end=True)
        self._line = ElidedLabel(theme, type_name="kiosk_small", role="text.2")
        self._previous = self._button("previous")
        self._play = self._button("play", look=IconLook.ROUND, size="kiosk.round")
        self._next = self._button("next")
        self._mute = self._button("mute")
        self._volume = Slider(
            theme, name=translate("streamer", "Volume"), measures="touch_slider", parent=self
        )
        self._volume.setObjectName("kiosk.card.volume")
        self._number = ElidedLabel(theme, type_name="heading", numeric=True, is_at_end=True)
        self._number.setFixedWidth(theme.px("kiosk.number"))
        self._previous.clicked.connect(lambda: self._tell(Previous()))
        self._next.clicked.connect(lambda: self._tell(Next()))
        self._play.clicked.connect(lambda: self._tell(self._face.controls.primary))
        self._mute.clicked.connect(self._change_mute)
        self._volume.chosen.connect(self._choose)
        self._lay_out()
        self.show_face(face)

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show the streamer as it is now; a handle that is held stays where it is."""
        self._face = face
        self.setAccessibleName(face.name)
        words = fill(translate("streamer", "Picture of {product}"), product=face.product)
        self._art.show_picture(face.picture, name=words, is_gone=face.is_faded)
        self._name.set_text(face.name)
        self._product.set_text(face.product)
        self._line.set_text(face.whole_line)
        self._show_transport(face)
        self._show_level(face)

    def fit(self, room_px: int) -> None:
        """Give the picture what a height leaves, between its least and its usual one."""
        theme = self._look
        rest = self.minimumSizeHint().height() - self._art.minimumHeight()
        least, usual = theme.px("kiosk.cover_least"), theme.px("kiosk.cover")
        self._art.setFixedHeight(max(least, min(usual, room_px - rest)))

    def _show_transport(self, face: Face) -> None:
        controls = face.controls
        is_still = isinstance(controls.primary, Play)
        play = play_words(controls.primary)
        self._play.set_act(_ACTS[type(controls.primary)], name=told_apart(play, face.name))
        self._play.set_look(IconLook.SOFT if is_still else IconLook.ROUND)
        self._play.setVisible(controls.can_play)
        for button in (self._previous, self._next):
            button.setVisible(Capability.SKIP in controls.can)
        previous, following = translate("streamer", "Previous"), translate("streamer", "Next")
        self._previous.set_act("previous", name=told_apart(previous, face.name))
        self._next.set_act("next", name=told_apart(following, face.name))
        volume = translate("streamer", "Volume")
        self._volume.setAccessibleName(told_apart(volume, face.name))

    def _show_level(self, face: Face) -> None:
        level = face.level
        for part in (self._mute, self._volume, self._number):
            part.setVisible(level is not None)
        if level is None:
            return
        self._volume.set_read_only(is_read_only=not face.controls.can_set_volume, has_room=True)
        if not self._volume.isSliderDown():
            self._volume.setValue(level.value)
            self._number.set_text(str(level.value))
        self._volume.set_limit(level.limit)
        self._volume.set_guard(face.controls.volume_step)
        self._volume.set_muted(level.is_muted)
        self._volume.set_confirmed(level.confirmed)
        mute = mute_words(is_muted=level.is_muted)
        self._mute.set_act(level.icon, name=told_apart(mute, face.name))
        self._mute.setEnabled(face.controls.can_mute)

    def _choose(self, volume: int) -> None:
        self._number.set_text(str(volume))
        self._tell(SetVolume(volume))

    def _change_mute(self) -> None:
        if self._face.level is not None:
            self._tell(SetMute(not self._face.level.is_muted))

    def _tell(self, command: object) -> None:
        self.told.emit(self._face.id, command)

    def _button(
        self, act: str, *, look: IconLook = IconLook.PLAIN, size: str = "target.kiosk"
    ) -> IconButton:
        theme = self._look
        button = IconButton(
            theme,
            "volume-high" if act == "mute" else act,
            name="",
            look=look,
            size_px=theme.px(size),
            icon_px=theme.px("icon.kiosk" if act != "mute" else "icon.large"),
            parent=self,
        )
        button.setObjectName(f"kiosk.card.{act}")
        return button

    def _lay_out(self) -> None:
        theme = self._look
        edge = theme.px("kiosk.padding") + theme.px("card.edge")
        first = QHBoxLayout()
        first.setSpacing(theme.px("space.2"))
        first.addWidget(self._name, 2)
        first.addWidget(self._product, 1)
        # Tapes run to the right in every language.
        tape = QWidget()
        tape.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        transport = QHBoxLayout(tape)
        transport.setContentsMargins(0, 0, 0, 0)
        transport.setSpacing(theme.px("kiosk.gap"))
        transport.addStretch(1)
        for button in (self._previous, self._play, self._next):
            transport.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        transport.addStretch(1)
        tape.setFixedHeight(theme.px("kiosk.round"))
        level = QHBoxLayout()
        level.setSpacing(theme.px("space.1"))
        level.addWidget(self._mute)
        level.addWidget(self._volume, 1)
        level.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px("space.2"))
        column.addWidget(self._art)
        column.addSpacing(theme.px("space.2"))
        column.addLayout(first)
        column.addWidget(self._line)
        column.addSpacing(theme.px("space.1"))
        column.addStretch(1)
        column.addWidget(tape)
        column.addSpacing(theme.px("space.1"))
        column.addStretch(1)
        column.addLayout(level)
        for part in (self._volume,):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
