"""What a kiosk shows while nobody is there: an invitation, and that nothing will be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.kiosk import Phase
from altrabits_desktop.runtime.wording import SPOKEN, spoken, translate
from altrabits_desktop.ui.pages.kiosk import words
from altrabits_desktop.ui.pages.kiosk.art import Art
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock
from altrabits_desktop.ui.widgets.wordmark import Wordmark

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_NAMES = {"en": "English", "de": "Deutsch"}
_PICTURE = "products/cobalt-amp"


class StartPage(QWidget):
    """Main thread only. Until it has a model it only stands there.

    Args:
        theme: the look in force.
        parent: owner.
    """

    begun = Signal()
    policy_wanted = Signal()
    staff_wanted = Signal()
    language_chosen = Signal(str)
    """The visitor wants another language, for this visit."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: KioskViewModel | None = None
        self.setObjectName("kiosk.start")
        self.setAccessibleName(translate("kiosk", "Start"))
        self._invitation = TextBlock(theme, type_name="kiosk_text")
        self._touch = PushButton(
            theme,
            translate("kiosk", "Touch to start"),
            look=Look.PRIMARY,
            height=Height.TOUCH,
            busy_text=translate("kiosk", "Putting everything back"),
        )
        self._touch.setObjectName("kiosk.start.begin")
        self._touch.set_busy(is_busy=True)
        self._touch.clicked.connect(self.begun)
        self._wiped_icon = IconMark(theme, "check", size_px=theme.px("icon.place"))
        self._wiped = TextBlock(theme, type_name="kiosk_small")
        self._policy = PushButton(
            theme, translate("kiosk", "Privacy policy"), look=Look.QUIET, height=Height.TOUCH_SMALL
        )
        self._policy.setObjectName("kiosk.start.policy")
        self._policy.clicked.connect(self.policy_wanted)
        self._staff = IconButton(
            theme,
            "lock",
            name=translate("kiosk", "For staff"),
            size_px=theme.px("kiosk.language"),
            icon_px=theme.px("icon.large"),
        )
        self._staff.setObjectName("kiosk.start.staff")
        self._staff.clicked.connect(self.staff_wanted)
        self._art = Art(theme, _PICTURE, name="")
        self._lay_out()

    def show_model(self, model: KioskViewModel) -> None:
        """Say from now on how the shop stands."""
        self._model = model
        model.changed.connect(self._show)
        model.streamers_changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        # A picture beside words that have no room is no invitation.
        rest = self.width() - theme.px("kiosk.column") - 3 * theme.px("kiosk.start_edge")
        self._art.setVisible(rest >= theme.px("kiosk.art_least"))
        is_short = self.height() < theme.px("kiosk.short_below")
        edge = theme.px("kiosk.start_edge")
        far = theme.px("space.8" if is_short else "kiosk.start_top")
        self._row.setContentsMargins(edge, far, edge, far)

    def _show(self) -> None:
        if self._model is None:
            return
        report = self._model.report
        self._touch.set_busy(is_busy=report.phase is Phase.WIPING)
        self._invitation.set_text(
            words.invitation(len(self._model.streamers()), is_demo=report.is_demo_alone)
        )
        wipe = report.last_wipe
        self._wiped.set_text(words.wiped_line(wipe) if wipe is not None else "")
        self._wiped_icon.setVisible(wipe is not None)

    def _lay_out(self) -> None:
        theme = self._theme
        edge, gap = theme.px("kiosk.start_edge"), theme.px("kiosk.gap")
        mark = Wordmark(theme, name=translate("navigation", "AltraBits"))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(mark)
        column.addStretch(2)
        column.addWidget(
            TextBlock(
                theme,
                translate("kiosk", "Pick a streamer\nand listen"),
                type_name="kiosk",
                role="text",
            )
        )
        column.addSpacing(gap // 2)
        column.addWidget(self._invitation)
        column.addSpacing(gap)
        column.addWidget(self._touch, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(gap)
        promise = TextBlock(
            theme, translate("kiosk", "Nothing you do here is kept."), type_name="kiosk_small"
        )
        eye = IconMark(theme, "eye-off", size_px=theme.px("icon.place"))
        column.addLayout(_line(theme, eye, promise))
        column.addSpacing(theme.px("space.2"))
        column.addLayout(_line(theme, self._wiped_icon, self._wiped))
        column.addStretch(3)
        column.addLayout(self._foot())
        left = QWidget()
        left.setFixedWidth(theme.px("kiosk.column"))
        left.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(edge)
        self._row.addWidget(left)
        self._row.addWidget(self._art, 1)
        self._row.addStretch(0)

    def _foot(self) -> QHBoxLayout:
        theme = self._theme
        foot = QHBoxLayout()
        foot.setSpacing(theme.px("space.3"))
        for tag in SPOKEN:
            foot.addWidget(self._language_button(tag))
        foot.addStretch(1)
        foot.addWidget(self._policy)
        foot.addWidget(self._staff)
        return foot

    def _language_button(self, tag: str) -> PushButton:
        # Languages are named in themselves, so that everybody finds theirs.
        is_spoken = spoken().language == tag
        button = PushButton(
            self._theme,
            _NAMES.get(tag, tag),
            look=Look.CHOSEN if is_spoken else Look.SECONDARY,
            height=Height.TOUCH_SMALL,
        )
        button.setObjectName(f"kiosk.start.language.{tag}")
        button.clicked.connect(lambda: self.language_chosen.emit(tag))
        return button


def _line(theme: Theme, icon: QWidget, block: TextBlock) -> QHBoxLayout:
    policy = icon.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    icon.setSizePolicy(policy)
    row = QHBoxLayout()
    row.setSpacing(theme.px("space.3"))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(block, 1)
    return row
