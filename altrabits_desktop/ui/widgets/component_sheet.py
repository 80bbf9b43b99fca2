"""Every part in every state on one sheet, for pictures and for the eye of who changes a part.

The words are samples in the language of the source; they reach nobody's window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.appearance import SHOWN_AS
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.skeleton import Skeleton, streamer_card_blocks
from altrabits_desktop.ui.widgets.slider import Slider
from altrabits_desktop.ui.widgets.switch import Switch
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme

_STATES = ("normal", "hover", "focus", "pressed", "busy", "disabled")
_VERBS = (
    (Look.PRIMARY, "Find again", "Finding"),
    (Look.SECONDARY, "Rename", "Saving"),
    (Look.PAIR, "Accept", "Saving"),
    (Look.QUIET, "Not now", "Saving"),
)
_CHIPS = (
    (("play", "Playing", ChipKind.ACTIVITY), ("check", "Ready", ChipKind.NEUTRAL)),
    (("sync", "Setting to 38", ChipKind.ACTIVITY), ("waiting", "Waiting to be sent", None)),
    (("offline", "Not answering since 14:02", ChipKind.WARN), ("info", "Announced only", None)),
    (("lock", "Needs an account", None), ("check", "In step", ChipKind.OK)),
)
_LAST_CHIPS = {0: ("standby", "Asleep", None), 3: ("error", "Refused", ChipKind.BAD)}


class ComponentSheet(QWidget):
    """The sheet, 1180 x 760; it is placed by hand because its rows are states, not content.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = CardGround(theme, parent=self)
        size = QSize(theme.px("sheet.width"), theme.px("sheet.height"))
        self._ground.resize(size)
        self.setFixedSize(size)
        self.setAutoFillBackground(True)
        self._fill_buttons()
        self._fill_sliders()
        self._fill_fields()
        self._fill_banners()
        self._fill_states()
        self._fill_loading()
        self._fill_notices()

    def show_focus(self) -> None:
        """Show the rings of all parts on the sheet that stand for the focus; once it is laid out.

        Rings lie over the sheet, so they come last.
        """
        for control in self._ground.findChildren(QWidget):
            if control.property(SHOWN_AS) != "focus":
                continue
            if isinstance(control, (PushButton, LineField, CheckBox, Switch)):
                control.setProperty(SHOWN_AS, None)
                control.ring.appear()

    def _put(self, widget: QWidget, left: int, top: int, width: int = 0, height: int = 0) -> None:
        hint = widget.sizeHint()
        width, height = width or hint.width(), height or hint.height()
        if self.isRightToLeft():
            left = self.width() - left - width
        widget.setParent(self._ground)
        widget.setGeometry(QRect(left, top, width, height))

    def _put_card(self, title: str, left: int, top: int, width: int, height: int) -> None:
        self._put(Card(self._theme), left, top, width, height)
        heading = ElidedLabel(self._theme, title, type_name="name")
        self._put(heading, left + 17, top + 17, width - 34)

    def _fill_buttons(self) -> None:
        self._put_card("Buttons", 24, 22, 714, 276)
        for column, state in enumerate(_STATES):
            caption = TextBlock(self._theme, state, type_name="text", is_centred=True)
            self._put(caption, 41 + 115 * column, 71, 104, 18)
            for row, (look, verb, verb_going_on) in enumerate(_VERBS):
                button = PushButton(self._theme, verb, look=look, busy_text=verb_going_on)
                button.setEnabled(state != "disabled")
                button.set_busy(state == "busy")
                button.setProperty(SHOWN_AS, state if state in _STATES[1:4] else None)
                self._put(button, 41 + 115 * column, 101 + 48 * row, 104, 36)

    def _fill_sliders(self) -> None:
        self._put_card("Slider", 24, 314, 372, 300)
        for row, words in enumerate(
            (
                "normal, maximum 80",
                "hover",
                "focus",
                "moved, 31 confirmed",
                "muted",
                "gone, no handle",
            )
        ):
            label = ElidedLabel(self._theme, words, role="text.2")
            self._put(label, 41, 372 + 36 * row, 140)
            slider = self._make_slider(words)
            self._put(slider, 171, 365 + 36 * row, 186)
            number = ElidedLabel(self._theme, type_name="label", numeric=True, is_at_end=True)
            number.set_text(str(slider.value()) if slider.can_be_moved else "–")
            self._put(number, 339, 372 + 36 * row, 40)

    def _make_slider(self, words: str) -> Slider:
        slider = Slider(self._theme, name=words)
        slider.setValue(34)
        kind = words.partition(",")[0]
        if kind == "normal":
            slider.set_limit(80)
        elif kind == "moved":
            slider.setValue(38)
            slider.set_confirmed(31)
        elif kind in {"hover", "focus"}:
            slider.setProperty(SHOWN_AS, kind)
        slider.set_muted(kind == "muted")
        slider.set_gone(kind == "gone")
        return slider

    def _fill_fields(self) -> None:
        self._put_card("Fields", 412, 314, 326, 300)
        empty = LineField(self._theme, name="Name", placeholder="Name of the streamer")
        focused = LineField(self._theme, name="Name")
        focused.setText("Fireside")
        focused.setProperty(SHOWN_AS, "focus")
        wrong = LineField(self._theme, name="Address")
        wrong.setText("192.168.1.")
        wrong.set_wrong(True)
        locked = LineField(self._theme, name="E-mail")
        locked.setText("maple@example.net")
        locked.set_locked(True)
        for top, line in ((363, empty), (411, focused), (459, wrong), (525, locked)):
            self._put(line, 429, top, 292, 36)
        error = ElidedLabel(self._theme, "An address has four numbers.", role="bad")
        self._put(error, 429, 499, 292)
        for column in range(3):
            box = CheckBox(self._theme, name="Remember")
            box.setChecked(column == 1)
            switch = Switch(self._theme, name="Remember")
            switch.setChecked(column > 0)
            if column > 1:
                box.setProperty(SHOWN_AS, "focus")
                switch.setProperty(SHOWN_AS, "focus")
            self._put(box, 429 + 30 * column, 578)
            self._put(switch, 531 + 48 * column, 577)

    def _fill_banners(self) -> None:
        away = Banner(
            self._theme,
            icon="offline",
            headline="Server away since 14:02.",
            rest="2 changes are safe here and wait.",
            action="What waits",
        )
        done = Banner(
            self._theme,
            icon="check",
            icon_role="ok",
            headline="Renamed to Fireside.",
            rest="10 s to undo",
            action="Undo",
        )
        self._put(away, 24, 630, 714, 48)
        self._put(done, 24, 686, 714, 48)

    def _fill_states(self) -> None:
        self._put_card("State, always icon and word", 754, 22, 402, 186)
        for row, chips in enumerate(_CHIPS):
            left = 771
            for icon, word, kind in (*chips, *filter(None, [_LAST_CHIPS.get(row)])):
                chip = Chip(self._theme, icon=icon, text=word, kind=kind or ChipKind.NEUTRAL)
                self._put(chip, left, 71 + 32 * row)
                left += chip.width() + 8

    def _fill_loading(self) -> None:
        self._put_card("Loading, after 300 ms", 754, 224, 402, 194)
        blocks = Skeleton(self._theme, streamer_card_blocks(), name="Loading")
        blocks.appear()
        self._put(blocks, 771, 273)

    def _fill_notices(self) -> None:
        theme = self._theme
        locked = NoticeCard(
            theme,
            icon="lock",
            heading="Volume needs an account",
            sentence="Only the owner may control a streamer. It takes an e-mail address and a "
            "password, kept on this computer.",
            buttons=[
                PushButton(theme, words, height=Height.SMALL)
                for words in ("Create account", "Skip")
            ],
        )
        taken = NoticeCard(
            theme,
            icon="error",
            icon_role="bad",
            heading="Port 30303 is taken",
            sentence="Another program listens there. Streamers are still found by mDNS and SSDP.",
            buttons=[PushButton(theme, "Try again", icon="refresh", height=Height.SMALL)],
            details_words="Details",
            details="Address already in use: 0.0.0.0:30303",
        )
        self._put(locked, 754, 434, 402, 142)
        self._put(taken, 754, 592, 402, 146)
