"""Page Privacy: the policy in force, how one stands to it, what was decided, all versions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.privacy import words
from altrabits_desktop.ui.pages.privacy.decisions_card import DecisionsCard
from altrabits_desktop.ui.pages.privacy.features import Features
from altrabits_desktop.ui.pages.privacy.versions_card import VersionsCard
from altrabits_desktop.ui.pages.privacy.view_model import PrivacyViewModel
from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.pieces import Pieces
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.skeleton import Block, Skeleton
from altrabits_desktop.ui.widgets.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_LINES = 5
"""So many blocks stand for the lines of a card that is being read."""


class PrivacyPage(QWidget):
    """Shows all of it without an account and without a server, as far as it is known.

    Head and what is wrong are there at once; the cards follow from top to bottom, in turns of the
    loop, each seen once it is filled.

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
        self.setObjectName("privacy")
        self.setAccessibleName(translate("privacy", "Privacy"))
        self._read = PushButton(theme, translate("privacy", "Read the policy"), icon="document")
        self._read.setObjectName("privacy.read.button")
        self._read.clicked.connect(self._want_policy)
        self._head = PageHead(theme, title=self.accessibleName(), tools=(self._read,))
        self._lay_out()
        self._model.changed.connect(self._show_all)
        self._show_all()
        self._pieces = Pieces(self._turns(), parent=self)

    def build_rest(self) -> None:
        """Make at once what is not there yet, because somebody looks for a part of the page."""
        self._pieces.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)
        if self._features.part is not None:
            self._features.part.arrange(is_wide=self._is_wide())

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
        self._again = self._make_again()
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

    def _make_skeleton(self) -> Skeleton:
        skeleton = Skeleton(
            self._theme, (), name=translate("privacy", "The policy in force is being read")
        )
        skeleton.follow(partial(_blocks, self._theme))
        return skeleton

    def _make_features(self) -> Features:
        features = Features(self._theme)
        features.arrange(is_wide=self._is_wide())
        return features

    def _make_decisions(self) -> DecisionsCard:
        decisions = DecisionsCard(self._theme)
        decisions.setObjectName("privacy.decisions")
        return decisions

    def _make_versions(self) -> VersionsCard:
        versions = VersionsCard(self._theme)
        versions.setObjectName("privacy.versions")
        versions.read_wanted.connect(self.policy_wanted)
        return versions

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._head.stand_over(ScrollArea(theme, ground), page=self)
        self._away = Wanted(self._make_away, parent=ground)
        self._unknown = Wanted(self._make_unknown, parent=ground)
        self._skeleton = Wanted(self._make_skeleton, parent=ground)
        self._features = Wanted(self._make_features, parent=ground)
        self._decisions = Wanted(self._make_decisions, parent=ground)
        self._versions = Wanted(self._make_versions, parent=ground)
        for place in (
            *(self._away.place, self._unknown.place, self._skeleton.place),
            *(self._features.place, self._decisions.place, self._versions.place),
        ):
            self._column.addWidget(place)
        self._column.addStretch(1)

    def _turns(self) -> Iterator[Callable[[], object]]:
        features = self._features.make
        yield features
        # One of its two cards in each turn.
        yield lambda: features().show_open(self._model.report)
        yield self._show_features
        yield self._decisions.make
        yield self._show_decisions
        yield self._versions.make
        yield self._show_versions

    def _show_all(self) -> None:
        self._show_head(self._model.report)
        self._show_server(self._model.report)
        if self._features.part is not None:
            self._show_features()
        if self._decisions.part is not None:
            self._show_decisions()
        if self._versions.part is not None:
            self._show_versions()

    def _show_features(self) -> None:
        report = self._model.report
        self._features.show_if(report.policy is not None, lambda part: part.show_report(report))

    def _show_decisions(self) -> None:
        is_known = self._model.report.policy is not None
        self._decisions.show_if(is_known or bool(self._model.receipts), self._fill_decisions)

    def _fill_decisions(self, card: DecisionsCard) -> None:
        model = self._model
        card.show_decisions(model.report, model.receipts, fault=model.receipts_fault)

    def _show_versions(self) -> None:
        is_known = self._model.report.policy is not None
        self._versions.show_if(is_known or bool(self._model.versions), self._fill_versions)

    def _fill_versions(self, card: VersionsCard) -> None:
        model = self._model
        card.show_versions(model.report, model.versions, fault=model.versions_fault, now=model.now)

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
        self._away.show_if(is_known and is_away, self._fill_away)
        self._unknown.show_if(not is_known and not is_starting, self._fill_unknown)
        self._skeleton.show_if(not is_known and is_starting)
        skeleton = self._skeleton.part
        if skeleton is None:
            return
        if is_known or not is_starting:
            skeleton.end()
        elif not skeleton.has_appeared:
            skeleton.begin()

    def _fill_away(self, banner: Banner) -> None:
        why, shown = words.away_sentences(self._model.report)
        banner.set_words(icon="offline", headline=why, rest=shown)

    def _fill_unknown(self, card: NoticeCard) -> None:
        card.set_words(
            heading=translate("privacy", "The policy cannot be shown just now"),
            sentence=words.unknown_sentence(self._model.report),
        )
        self._again.set_busy(self._model.is_asking)

    def _is_wide(self) -> bool:
        side = self._column.contentsMargins().left()
        return self.width() - 2 * side >= self._theme.px("privacy.two_columns_from")

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
