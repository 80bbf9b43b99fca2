"""The privacy policy at a kiosk: to be read by anybody, decided by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.privacy.link_guard import code_of, outside_addresses
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import left_to_right
from altrabits_desktop.ui.pages.kiosk.countdown import Countdown
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.pages.policy.showing import show_text
from altrabits_desktop.ui.pages.policy.view_model import PolicyViewModel
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.finger_scroll import let_fingers_scroll
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.scan_code import ScanCode
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


_MOST_CODES = 2


class KioskPolicyPage(QWidget):
    """Shows the version in force. Main thread only.

    Args:
        theme: the look in force.
        services: what the window was given.
        kiosk: tells when the visit is about to end.
        parent: owner.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        services: Services,
        kiosk: KioskViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        title = translate("policy", "Privacy policy")
        self.setObjectName("kiosk.policy")
        self.setAccessibleName(title)
        self._model = PolicyViewModel(services, version="", compares_all=False, parent=self)
        back = PushButton(theme, translate("kiosk", "Back"), height=Height.TOUCH)
        back.setObjectName("kiosk.policy.back")
        back.clicked.connect(self.left)
        self._head = PageHead(theme, title=title, tools=(back,), line_type="kiosk_small")
        self._reader = PolicyReader(theme, is_touch=True)
        # What can be marked can be dragged out, and waits to be pasted.
        self._reader.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for area in (self._reader.text, self._reader.contents):
            let_fingers_scroll(area)
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        paper = Card(theme)
        inside = QVBoxLayout(paper)
        edge = theme.px("card.edge")
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self._reader)
        self._column.addWidget(paper, 1)
        self._codes = QHBoxLayout()
        self._codes.setSpacing(theme.px("kiosk.gap"))
        self._column.addSpacing(theme.px("space.2"))
        self._column.addLayout(self._codes)
        self._kiosk = kiosk
        self._follow_visit()
        self._coded: tuple[str, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(ground, 1)
        self._model.text_changed.connect(self._show)
        self._model.changed.connect(self._show_facts)
        self._show()
        self._show_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._theme.px("page.side")
        self._column.setContentsMargins(side, 0, side, self._theme.px("page.top"))

    def _follow_visit(self) -> None:
        theme = self._theme
        self._countdown = Countdown(theme)
        self._column.addSpacing(theme.px("space.3"))
        self._column.addWidget(self._countdown)
        self._kiosk.changed.connect(self._show_left)
        self._show_left()

    def _show(self) -> None:
        show_text(self._reader, self._model)

    def _show_left(self) -> None:
        self._countdown.show_left(self._kiosk.report)

    def _show_facts(self) -> None:
        policy = self._model.policy
        if policy is None:
            return
        facts = (
            words.version_words(policy.version),
            words.since_words(policy, is_in_force=True, now=self._model.now, is_short=False),
            words.fingerprint_words(policy.fingerprint, groups=3),
        )
        self._head.set_words(title=self.accessibleName(), line="   ".join(facts))
        self._show_codes(outside_addresses(policy.contact)[:_MOST_CODES])

    def _show_codes(self, addresses: tuple[str, ...]) -> None:
        """Show as codes what the contact names: nothing outside is opened here."""
        if addresses == self._coded:
            return
        self._coded, theme = addresses, self._theme
        while (item := self._codes.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        for address in addresses:
            size_px = theme.px("kiosk.code")
            self._codes.addWidget(ScanCode(theme, code_of(address), size_px=size_px))
            words = left_to_right(plain_text(address))
            line = TextBlock(theme, words, type_name="kiosk_small")
            self._codes.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
