"""What is missing and why: a notice for each way of finding that does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers import words
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import ProtocolReport
    from altrabits_desktop.ui.theme.theme import Theme

_PART = {HeardBy.ANNOUNCE: "port", HeardBy.MDNS: "mdns", HeardBy.SSDP: "ssdp"}


class FaultPanel(CardGround):
    """The notices one below the other; hidden while everything works.

    Args:
        theme: the look in force.
        parent: owner.
    """

    retry_wanted = Signal()
    height_changed = Signal()
    """What it says needs more room, or less: details were unfolded, for one."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._notices: dict[HeardBy, NoticeCard] = {}
        self._retries: dict[HeardBy, PushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.px("space.2"))
        self.hide()

    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return is_taken

    def set_sides(self, sides_px: int) -> None:
        """Stand so far from both sides of the page."""
        top, below = self._theme.px("streamers.room_gap"), self._theme.px("space.2")
        self._column.setContentsMargins(sides_px, top, sides_px, below)

    def height_for(self, width_px: int) -> int:
        """Give the height that all notices need at a width."""
        return self._column.totalHeightForWidth(width_px)

    def show_faults(
        self, faults: Sequence[ProtocolReport], protocols: Sequence[ProtocolReport]
    ) -> None:
        """Say what does not work; a notice that stays keeps its unfolded details."""
        present = {fault.protocol for fault in faults}
        for protocol in [known for known in self._notices if known not in present]:
            self._retries.pop(protocol)
            notice = self._notices.pop(protocol)
            notice.hide()
            notice.deleteLater()
        for fault in faults:
            notice = self._notices.get(fault.protocol) or self._make(fault)
            notice.set_words(
                heading=words.fault_heading(fault),
                sentence=words.fault_sentence(fault, protocols),
                details=words.fault_details(fault),
            )
        self.setVisible(bool(faults))

    def set_finding(self, is_finding: bool) -> None:
        """Show that it is being tried again, or no longer."""
        for button in self._retries.values():
            button.set_busy(is_finding)

    def _make(self, fault: ProtocolReport) -> NoticeCard:
        part = _PART.get(fault.protocol, "fault")
        retry = PushButton(
            self._theme,
            translate("streamers", "Try again"),
            height=Height.SMALL,
            icon="refresh",
            busy_text=translate("streamers", "Trying"),
        )
        retry.setObjectName(f"streamers.{part}.retry")
        retry.clicked.connect(self.retry_wanted)
        notice = NoticeCard(
            self._theme,
            icon="error",
            icon_role="bad",
            heading=words.fault_heading(fault),
            sentence="",
            buttons=(retry,),
            details_words=translate("streamers", "Details"),
            details=words.fault_details(fault),
        )
        notice.setObjectName(f"streamers.{part}")
        notice.unfold_button.setObjectName(f"streamers.{part}.details")
        self._column.addWidget(notice)
        self._notices[fault.protocol] = notice
        self._retries[fault.protocol] = retry
        return notice
