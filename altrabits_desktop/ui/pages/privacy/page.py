"""Page Privacy: the policy in force, how one stands to it, what was decided, all versions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.privacy import words
from altrabits_desktop.ui.pages.privacy.decisions_card import DecisionsCard
from altrabits_desktop.ui.pages.privacy.lines import LinesCard, feature_widgets
from altrabits_desktop.ui.pages.privacy.versions_card import VersionsCard
from altrabits_desktop.ui.pages.privacy.view_model import PrivacyViewModel
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.skeleton import Block, Skeleton

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.pages.privacy.words import FeatureLine
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_LINES = 5
"""So many blocks stand for the lines of a card that is being read."""


class PrivacyPage(QWidget):
    """Shows all of it without an account and without a server, as far as it is known.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    policy_wanted = Signal(str)
    """A version is to be read; "" for the one in force."""

    def __init__(self, theme: Theme, *, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = PrivacyViewModel(services, parent=self)
        self._open_shown: tuple[FeatureLine, ...] | None = None
        self._closed_shown: tuple[FeatureLine, ...] | None = None
        self.setObjectName("privacy")
        self.setAccessibleName(translate("privacy", "Privacy"))
        self._read = PushButton(theme, translate("privacy", "Read the policy"), icon="document")
        self._read.setObjectName("privacy.read.button")
        self._read.clicked.connect(self._want_policy)
        self._head = PageHead(theme, title=self.accessibleName(), tools=(self._read,))
        self._away = self._make_away()
        self._again = self._make_again()
        self._unknown = self._make_unknown()
        self._skeleton = Skeleton(
            theme, (), name=translate("privacy", "The policy in force is being read")
        )
        self._skeleton.follow(partial(_blocks, theme))
        self._open = LinesCard(theme, heading="")
        self._open.setObjectName("privacy.open")
        self._closed = LinesCard(theme, heading="")
        self._closed.setObjectName("privacy.closed")
        self._decisions = DecisionsCard(theme)
        self._decisions.setObjectName("privacy.decisions")
        self._versions = VersionsCard(theme)
        self._versions.setObjectName("privacy.versions")
        self._versions.read_wanted.connect(self.policy_wanted)
        self._lay_out()
        self._model.changed.connect(self._show_all)
        self._show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)
        self._arrange()

    def _make_away(self) -> Banner:
        banner = Banner(
            self._theme,
            icon="offline",
            headline=translate("privacy", "The server does not answer."),
            action=translate("privacy", "Ask again"),
        )
        banner.setObjectName("privacy.away")
        banner.button.setObjectName("privacy.away.again")
        banner.acted.connect(self._model.ask_again)
        return banner

    def _make_unknown(self) -> NoticeCard:
        card = NoticeCard(
            self._theme,
            icon="error",
            icon_role="bad",
            heading=translate("privacy", "The policy cannot be shown just now"),
            sentence="",
            buttons=(self._again,),
        )
        card.setObjectName("privacy.unknown")
        return card

    def _make_again(self) -> PushButton:
        button = PushButton(
            self._theme,
            translate("privacy", "Ask again"),
            height=Height.SMALL,
            icon="refresh",
            busy_text=translate("privacy", "Asking"),
        )
        button.setObjectName("privacy.unknown.again")
        button.clicked.connect(self._model.ask_again)
        return button

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._head.stand_over(ScrollArea(theme, ground), page=self)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.px("page.gap"))
        self._pair.addWidget(self._open, 1)
        self._pair.addWidget(self._closed, 1)
        for part in (self._away, self._unknown, self._skeleton):
            self._column.addWidget(part)
        self._column.addLayout(self._pair)
        self._column.addWidget(self._decisions)
        self._column.addWidget(self._versions)
        self._column.addStretch(1)

    def _show_all(self) -> None:
        report = self._model.report
        self._show_head(report)
        self._show_server(report)
        self._show_features(report)
        is_known = report.policy is not None
        self._decisions.setVisible(is_known or bool(self._model.receipts))
        self._decisions.show_decisions(
            report, self._model.receipts, fault=self._model.receipts_fault
        )
        self._versions.setVisible(is_known or bool(self._model.versions))
        self._versions.show_versions(
            report, self._model.versions, fault=self._model.versions_fault, now=self._model.now
        )

    def _show_head(self, report: HomeReport) -> None:
        now = self._model.now
        coming = [each for each in self._model.versions or () if each.effective_at > now]
        coming.sort(key=lambda policy: policy.effective_at)
        self._head.set_words(
            title=words.title(report),
            line=words.line(report, coming=coming[0] if coming else None),
        )
        self._read.set_words(words.read_words(report))
        self._read.setVisible(report.policy is not None)

    def _show_server(self, report: HomeReport) -> None:
        is_known, is_starting = report.policy is not None, report.server is ServerState.STARTING
        is_away = report.server is ServerState.AWAY
        self._away.setVisible(is_known and is_away)
        why, shown = words.away_sentences(report)
        self._away.set_words(icon="offline", headline=why, rest=shown)
        self._unknown.setVisible(not is_known and not is_starting)
        self._unknown.set_words(
            heading=translate("privacy", "The policy cannot be shown just now"),
            sentence=words.unknown_sentence(report),
        )
        self._again.set_busy(self._model.is_asking)
        self._skeleton.setVisible(not is_known and is_starting)
        if is_known or not is_starting:
            self._skeleton.end()
        elif not self._skeleton.has_appeared:
            self._skeleton.begin()

    def _show_features(self, report: HomeReport) -> None:
        is_known = report.policy is not None
        opened = words.feature_lines(report, is_open=True)
        closed = words.feature_lines(report, is_open=False)
        self._open.setVisible(is_known)
        self._closed.setVisible(is_known and bool(closed))
        self._open.set_heading(words.open_heading(report))
        self._closed.set_heading(words.closed_heading(report))
        if opened != self._open_shown:
            self._open_shown = opened
            self._open.show_lines(feature_widgets(self._theme, opened, is_open=True))
        if closed != self._closed_shown:
            self._closed_shown = closed
            self._closed.show_lines(feature_widgets(self._theme, closed, is_open=False))
        self._arrange()

    def _arrange(self) -> None:
        """Stand side by side where there is room; all that is open in two columns then."""
        theme, side = self._theme, self._column.contentsMargins().left()
        is_wide = self.width() - 2 * side >= theme.px("privacy.two_columns_from")
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._open.set_columns(2 if is_wide and not self._closed_shown else 1)

    def _want_policy(self) -> None:
        self.policy_wanted.emit("")


def _blocks(theme: Theme, size: QSize) -> tuple[Block, ...]:
    """Give the shape of what is coming: what is open and what is not, each in its card."""
    gap, away = theme.px("page.gap"), theme.px("card.padding") + theme.px("card.edge")
    is_wide = size.width() >= theme.px("privacy.two_columns_from")
    width = (size.width() - gap) // 2 if is_wide else size.width()
    below = theme.line_px("name") + away + theme.px("space.2")
    high = below + _LINES * theme.px("privacy.feature") + theme.px("space.2")
    first = _card_blocks(theme, width, high=high)
    across, down = (width + gap, 0) if is_wide else (0, high + gap)
    second = (replace(each, left=each.left + across, top=each.top + down) for each in first)
    return (*first, *second)


def _card_blocks(theme: Theme, width: int, *, high: int) -> tuple[Block, ...]:
    away, line = theme.px("card.padding") + theme.px("card.edge"), theme.px("skeleton.line")
    row, name = theme.px("privacy.feature"), theme.line_px("name")
    inside = max(0, width - 2 * away)
    below = away + name + theme.px("space.2") + (row - line) // 2
    return (
        Block(0, 0, width, high, theme.px("corner.card"), is_card=True),
        Block(away, away + (name - line) // 2, inside * theme.px("skeleton.name") // 100, line),
        *(
            Block(away, below + row * number, inside * theme.px("skeleton.detail") // 100, line)
            for number in range(_LINES)
        ),
    )
