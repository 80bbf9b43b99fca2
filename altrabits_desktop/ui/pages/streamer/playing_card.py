"""What plays: picture, state, title, where in the track it is, and how loud. Only to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import track_time
from altrabits_desktop.ui.pages.streamer import profile
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.short_text import ShortText
from altrabits_desktop.ui.pages.streamers.face import Face, Level, Offer, Tone, no_level_words
from altrabits_desktop.ui.widgets.artwork import Artwork
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.slider import Slider
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme

_LINES = 2
_KINDS = {
    Tone.NEUTRAL: ChipKind.NEUTRAL,
    Tone.ACTIVITY: ChipKind.ACTIVITY,
    Tone.WARN: ChipKind.WARN,
}


class PlayingCard(Card):
    """The card that leads page Streamer.

    Args:
        theme: the look in force.
        parent: owner.
    """

    check_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self.setAccessibleName(translate("streamer", "What plays"))
        self._picture = Artwork(
            theme, "products/generic-renderer", size_px=theme.px("playing.picture"), name=""
        )
        self._chip = Chip(theme)
        self._format = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._headline = ShortText(theme, lines=_LINES, type_name="heading", role="text")
        self._detail = ShortText(theme, lines=_LINES, type_name="text")
        self._technical = TextBlock(theme)
        self._technical.setObjectName("streamer.fault.details.text")
        self._technical.hide()
        self._check = PushButton(
            theme,
            translate("streamer", "Check now"),
            height=Height.SMALL,
            icon="refresh",
            busy_text=translate("streamer", "Checking"),
        )
        self._check.setObjectName("streamer.check.button")
        self._check.clicked.connect(self.check_wanted)
        self._unfold = PushButton(
            theme,
            translate("streamer", "Details"),
            look=Look.QUIET,
            height=Height.SMALL,
            icon_after="chevron-down",
        )
        self._unfold.setObjectName("streamer.fault.details")
        self._unfold.clicked.connect(self._fold)
        self._levels = _Levels(theme)
        self._lay_out()

    def show_streamer(self, streamer: Streamer, face: Face, *, is_checking: bool) -> None:
        """Show the state of a streamer."""
        self._picture.set_picture(face.picture, name=_picture_words(streamer, face))
        self._picture.set_gone(face.is_faded)
        fault = profile.fault_of(streamer)
        if fault is None:
            self._show_face(face)
        else:
            self._show_fault(fault)
        self._chip.setVisible(profile.has_chip_in_card(streamer))
        self._format.set_text(profile.audio_format(streamer))
        self._first.setVisible(not self._chip.isHidden() or bool(self._format.text()))
        self._check.setVisible(fault is not None or face.offer is Offer.CHECK)
        self._check.set_busy(is_checking)
        self._levels.setVisible(profile.has_levels(streamer))
        self._levels.show_level(face.level)

    def show_progress(self, progress: profile.Progress | None) -> None:
        """Show where in the track it is."""
        self._levels.show_progress(progress)

    def _show_face(self, face: Face) -> None:
        self._chip.set_state(face.state.icon, face.state.word, _KINDS[face.state.tone])
        self._headline.set_text(face.headline)
        self._detail.set_text(face.detail)
        self._detail.setVisible(bool(face.detail))
        self._unfold.hide()
        self._technical.hide()

    def _show_fault(self, fault: profile.Fault) -> None:
        self._chip.set_state("error", translate("streamer", "Only listed"), ChipKind.BAD)
        self._headline.set_text(fault.headline)
        self._detail.set_text(fault.detail)
        self._detail.show()
        self._technical.set_text(fault.technical)
        self._unfold.show()

    def _fold(self) -> None:
        is_shown = self._technical.isHidden()
        self._technical.setVisible(is_shown)
        self._unfold.set_icon_names(after="chevron-up" if is_shown else "chevron-down")

    def _lay_out(self) -> None:
        theme = self._look
        self._first = QWidget()
        first = QHBoxLayout(self._first)
        first.setContentsMargins(0, 0, 0, theme.px("playing.headline_gap"))
        first.setSpacing(theme.px("space.3"))
        first.addWidget(self._chip)
        first.addStretch(1)
        first.addWidget(self._format)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._first)
        words.addWidget(self._headline)
        words.addSpacing(theme.px("playing.detail_gap"))
        words.addWidget(self._detail)
        words.addSpacing(theme.px("space.3"))
        words.addLayout(self._button_row())
        words.addSpacing(theme.px("space.1"))
        words.addWidget(self._technical)
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(theme.px("space.4"))
        upper.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        column = make_column(self, theme)
        column.addLayout(upper)
        column.addWidget(self._levels)

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px("space.2"))
        row.addWidget(self._check)
        row.addWidget(self._unfold)
        row.addStretch(1)
        return row


class _Levels(QWidget):
    """The line of the track and the line of the volume, one below the other in one grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._position = ElidedLabel(theme, role="text.2", numeric=True)
        self._track = Slider(theme, name=translate("streamer", "Position"), is_read_only=True)
        self._length = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._speaker = IconMark(theme, "volume-high", size_px=theme.px("icon.place"))
        self._volume = Slider(theme, name=translate("streamer", "Volume"), is_read_only=True)
        self._number = ElidedLabel(theme, type_name="label", numeric=True, is_at_end=True)
        self._limit = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        self._untold = ElidedLabel(theme, no_level_words(), role="text.2")
        for level in (self._track, self._volume):
            level.setToolTip(
                tool_tip(translate("streamer", "Only shown; this version sets nothing"))
            )
        self._look = theme
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
        grid.addWidget(self._volume, 1, 1)
        grid.addWidget(self._limit, 1, 3)
        grid.addWidget(self._untold, 1, 0, 1, 4)
        for part in (self._track, self._volume, self._untold):
            # A line without a value keeps its room, so that nothing moves when one comes.
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._track_parts = (self._position, self._track, self._length)
        self._volume_parts = (self._speaker, self._volume, self._number, self._limit)
        self.show_progress(None)
        self.show_level(None)

    def show_progress(self, progress: profile.Progress | None) -> None:
        for part in self._track_parts:
            part.setVisible(progress is not None)
        if progress is not None:
            self._track.setRange(0, max(1, int(progress.duration_s)))
            self._track.setValue(int(progress.position_s))
            self._position.set_text(track_time(progress.position_s))
            self._length.set_text(track_time(progress.duration_s))

    def show_level(self, level: Level | None) -> None:
        for part in self._volume_parts:
            part.setVisible(level is not None)
        self._untold.setVisible(level is None)
        if level is not None:
            self._speaker.set_icon(level.icon)
            self._volume.setValue(level.value)
            self._volume.set_limit(level.limit)
            self._volume.set_muted(level.is_muted)
            self._volume.setAccessibleDescription(level.spoken)
            self._number.set_text(str(level.value))
            limit = fill(translate("streamer", "max {volume}"), volume=level.limit or 0)
            self._limit.set_text(limit)
        self._make_room(has_limit=level is not None and level.limit is not None)

    def _make_room(self, *, has_limit: bool) -> None:
        """Let the number stand at the edge of the card's content where no limit follows it."""
        self._limit.setVisible(has_limit)
        end_px = self._look.px("playing.end") if has_limit else 0
        if end_px != self._grid.columnMinimumWidth(3) or self._grid.indexOf(self._number) < 0:
            self._grid.setColumnMinimumWidth(3, end_px)
            self._grid.removeWidget(self._number)
            self._grid.addWidget(self._number, 1, 2, 1, 1 if has_limit else 2)


def _picture_words(streamer: Streamer, face: Face) -> str:
    if face.picture.startswith("covers/"):
        return fill(translate("streamer", "Cover of {title}"), title=face.headline)
    return fill(
        translate("streamer", "Picture of {product}"), product=streamer.product or streamer.name
    )
