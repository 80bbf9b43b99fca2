"""What plays: picture, state, title, what can be done with it, where it is and how loud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer import profile
from altrabits_desktop.ui.pages.streamer.closed_line import ClosedLine
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.pages.streamer.levels import Levels
from altrabits_desktop.ui.pages.streamer.short_text import ShortText
from altrabits_desktop.ui.pages.streamer.transport_row import TransportRow
from altrabits_desktop.ui.pages.streamers.face import Face, Offer, is_awake
from altrabits_desktop.ui.pages.streamers.state_words import Tone
from altrabits_desktop.ui.widgets.artwork import Artwork
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
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
    group_wanted = Signal()
    """The person wants to choose who plays along."""
    told = Signal(object)
    """The person tells the streamer something: a command of `contract.commands`."""
    step_chosen = Signal(int)
    """By how much one press may make a streamer louder; 0 for anything."""
    privacy_wanted = Signal()
    """The person wants to decide about the policy, which opens what is closed to them."""
    account_wanted = Signal()
    """The person wants to sign in, which opens what is closed to them."""

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
        # What folds brings its distance along.
        self._fold_part = QWidget()
        self._fold_part.hide()
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
        self._transport = TransportRow(theme)
        self._transport.told.connect(self.told)
        self._closed = ClosedLine(theme, name="streamer.closed")
        # As high as the buttons in its place.
        self._closed.setMinimumHeight(theme.px("playing.play"))
        self._closed.privacy_wanted.connect(self.privacy_wanted)
        self._closed.account_wanted.connect(self.account_wanted)
        self._group = self._make_group()
        self._levels = Levels(theme)
        self._levels.told.connect(self.told)
        self._levels.step_chosen.connect(self.step_chosen)
        self._lay_out()

    def show_streamer(
        self, streamer: Streamer, face: Face, *, offered: Offered, is_checking: bool
    ) -> None:
        """Show the state of a streamer, and what can be done with it."""
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
        self._transport.show_offered(offered, streamer)
        self._closed.show_closed(offered.why_closed, offered.closed)
        # A piece that names no artist leaves the line free: the buttons below it stand still.
        is_lead = not (self._transport.isHidden() and self._closed.isHidden())
        self._detail.setVisible(is_lead or bool(self._detail.whole_text))
        self._levels.setVisible(is_awake(streamer))
        self._levels.offer(offered)
        self._levels.show_level(face.level)

    def show_group(self, *, is_offered: bool) -> None:
        """Lead to those who could play along, where there are any."""
        self._group.setVisible(is_offered)

    def set_guard(self, most_step: int) -> None:
        """Let no single press or key make it louder by more than this; 0 lets everything."""
        self._levels.set_guard(most_step)

    def show_progress(self, progress: profile.Progress | None) -> None:
        """Show where in the track it is."""
        self._levels.show_progress(progress)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Let the keyboard begin at what can be done; False where that is nothing."""
        return not self.isHidden() and self._transport.take_focus(reason)

    def focus_volume(self) -> None:
        """Lead the keyboard to the volume, where it can be set."""
        self._levels.focus_volume()

    def play_or_pause(self) -> None:
        """Do what the round button does, where there is one."""
        self._transport.play_or_pause()

    def turn_volume(self, notches: int) -> None:
        """Make it louder or softer, where that can be done."""
        self._levels.turn_volume(notches)

    def _show_face(self, face: Face) -> None:
        self._chip.set_state(face.state.icon, face.state.word, _KINDS[face.state.tone])
        self._headline.set_text(face.headline)
        self._detail.set_text(face.detail)
        self._unfold.hide()
        self._fold_part.hide()

    def _show_fault(self, fault: profile.Fault) -> None:
        self._chip.set_state("error", translate("streamer", "Only listed"), ChipKind.BAD)
        self._headline.set_text(fault.headline)
        self._detail.set_text(fault.detail)
        self._technical.set_text(fault.technical)
        self._unfold.show()

    def _fold(self) -> None:
        is_shown = self._fold_part.isHidden()
        self._fold_part.setVisible(is_shown)
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
        words.addSpacing(theme.px("space.4"))
        words.addWidget(self._closed)
        words.addLayout(self._button_row())
        folded = QVBoxLayout(self._fold_part)
        folded.setContentsMargins(0, theme.px("space.2"), 0, 0)
        folded.addWidget(self._technical)
        words.addWidget(self._fold_part)
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(theme.px("space.4"))
        upper.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        column = make_column(self, theme)
        column.addLayout(upper)
        column.addWidget(self._levels)

    def _make_group(self) -> PushButton:
        words = translate("streamer", "Group")
        button = PushButton(self._look, words, height=Height.SMALL, icon="group", parent=self)
        button.setObjectName("streamer.group.button")
        button.clicked.connect(self.group_wanted)
        button.hide()
        return button

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px("space.2"))
        row.addWidget(self._transport)
        row.addWidget(self._check)
        row.addWidget(self._unfold)
        row.addStretch(1)
        row.addWidget(self._group)
        return row


def _picture_words(streamer: Streamer, face: Face) -> str:
    if face.picture.startswith("covers/"):
        return fill(translate("streamer", "Cover of {title}"), title=face.headline)
    return fill(
        translate("streamer", "Picture of {product}"), product=streamer.product or streamer.name
    )
