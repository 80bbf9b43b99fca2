"""Page Policy: any version to read at any time, and the other answer to the one in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, with_key
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.pages.policy.answers import Answers
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.pages.policy.search import PolicySearch
from altrabits_desktop.ui.pages.policy.showing import show_strip, show_text
from altrabits_desktop.ui.pages.policy.view_model import PolicyViewModel
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.skeleton import Block, Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class PolicyPage(QWidget):
    """Shows one version; decisions are offered for the one in force.

    Args:
        theme: the look in force.
        services: what the window was given.
        version: which one; "" for the one in force.
        parent: owner.
    """

    left = Signal()
    """The person goes back, or has decided."""

    def __init__(
        self, theme: Theme, *, services: Services, version: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = PolicyViewModel(services, version=version, compares_all=True, parent=self)
        title = translate("policy", "Privacy policy")
        self.setObjectName("policy.page")
        self.setAccessibleName(title)
        back = translate("policy", "Back to Privacy")
        self._back = IconButton(
            theme, "chevron-left", name=back, look=IconLook.BOXED, size_px=theme.px("button.normal")
        )
        self._back.setObjectName("policy.back.button")
        self._back.setToolTip(tool_tip(with_key(back, Command.BACK)))
        self._back.clicked.connect(self.left)
        self._search = PolicySearch(theme)
        self._head = PageHead(theme, title=title, before=self._back, tools=(self._search,))
        self._reader = PolicyReader(theme)
        self._answers = Answers(theme, has_later=False)
        self._skeleton = Skeleton(
            theme, _blocks(theme), name=translate("policy", "The text is being fetched")
        )
        self._fault = self._make_fault()
        self._lay_out()
        self._connect()
        self._show_text()
        self._show_state()

    @property
    def reader(self) -> PolicyReader:
        """What is read in it."""
        return self._reader

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at the way back."""
        self._back.setFocus(reason_of(is_by_key=is_by_key))

    def focus_search(self) -> None:
        """Lead to the search in the text."""
        self._search.setFocus(reason_of(is_by_key=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        is_narrow = self._is_narrow()
        self._head.set_narrow(is_narrow=is_narrow)
        side = theme.px("page.side_narrow" if is_narrow else "page.side")
        self._column.setContentsMargins(side, 0, side, theme.px("page.top"))
        self._show_state()

    def _is_narrow(self) -> bool:
        return self.window().width() < self._theme.px("page.narrow_below")

    def _connect(self) -> None:
        model = self._model
        self._search.textChanged.connect(self._reader.search)
        self._search.stepped.connect(self._reader.step)
        self._reader.strip.chosen.connect(model.show_changes)
        self._answers.decided.connect(self._decide)
        model.text_changed.connect(self._show_text)
        model.changed.connect(self._show_state)
        model.ended.connect(self.left)

    def _make_fault(self) -> NoticeCard:
        theme = self._theme
        again = PushButton(
            theme, translate("policy", "Fetch it again"), height=Height.SMALL, icon="refresh"
        )
        again.setObjectName("policy.fetch.button")
        again.clicked.connect(self._model.load)
        return NoticeCard(
            theme,
            icon="error",
            icon_role="bad",
            heading=translate("policy", "The text could not be fetched"),
            sentence="",
            buttons=(again,),
        )

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(0)
        self._paper = Card(theme)
        inside = QVBoxLayout(self._paper)
        edge = theme.px("card.edge")
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.setSpacing(0)
        inside.addWidget(self._reader, 1)
        inside.addWidget(self._answers)
        waiting = QWidget()
        self._states = QStackedLayout()
        around = QVBoxLayout(waiting)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._fault)
        around.addStretch(1)
        self._column.addLayout(self._states, 1)
        # Last: a stack without an owner shows its first part as a window of its own.
        for state in (self._paper, self._skeleton, waiting):
            self._states.addWidget(state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(ground, 1)

    def _decide(self, kind: DecisionKind, wording: str) -> None:
        self._model.decide(kind, wording=wording)

    def _show_text(self) -> None:
        show_text(self._reader, self._model)

    def _show_state(self) -> None:
        model = self._model
        if model.policy is None:
            self._show_waiting()
            return
        self._skeleton.end()
        self._states.setCurrentIndex(0)
        show_strip(self._reader, model)
        self._search.show()
        is_short = self._is_narrow()
        facts = (
            words.version_words(model.policy.version),
            words.since_words(
                model.policy, is_in_force=model.is_in_force, now=model.now, is_short=is_short
            ),
            words.fingerprint_words(model.policy.fingerprint, groups=2 if is_short else 3),
        )
        self._head.set_words(title=self.accessibleName(), line="   ".join(facts))
        self._offer()
        self._answers.set_deciding(model.deciding)

    def _offer(self) -> None:
        """Offer the answer that does not hold yet; both where none was given."""
        model = self._model
        if model.policy is None:
            return
        says = words.meaning()
        kinds: tuple[DecisionKind, ...] = (DecisionKind.ACCEPTED, DecisionKind.DECLINED)
        if not model.is_in_force:
            kinds, says = (), words.undecidable_words(model.policy, now=model.now)
        elif model.is_no_of_computer:
            says = words.doubted_meaning()
        elif model.decision is not None:
            kinds = tuple(kind for kind in kinds if kind is not model.decision)
            says = words.decided_words(model.decision, model.decided_at)
        self._answers.offer(*kinds)
        self._answers.say(model.fault or says, is_fault=bool(model.fault))

    def _show_waiting(self) -> None:
        self._search.hide()
        if self._model.fault:
            self._skeleton.end()
            self._fault.set_words(
                heading=translate("policy", "The text could not be fetched"),
                sentence=self._model.fault,
            )
            self._states.setCurrentIndex(2)
        elif not self._skeleton.has_appeared:
            self._states.setCurrentIndex(1)
            self._skeleton.begin()


def _blocks(theme: Theme) -> tuple[Block, ...]:
    """Give the shape of a text that is coming: the contents, and paragraphs beside them."""
    line, entry = theme.px("skeleton.line"), theme.px("policy.entry")
    contents, side = theme.px("policy.contents"), theme.px("policy.text_side")
    column = theme.px("policy.text")
    top = theme.px("page.top")
    lines = range(8)
    return (
        *(Block(top, top + entry * n, contents // 2, line) for n in lines),
        *(
            Block(
                contents + side, top + theme.line_px("reading") * n, column - side * (n % 3), line
            )
            for n in lines
        ),
    )
