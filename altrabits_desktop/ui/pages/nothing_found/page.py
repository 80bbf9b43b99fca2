"""Page Streamers while nothing is here: the way, the cause, what was checked, what else helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.doctor import Health
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.advice_box import AdviceBox
from altrabits_desktop.ui.pages.nothing_found.check_list import CheckList
from altrabits_desktop.ui.pages.nothing_found.demo_card import DemoCard
from altrabits_desktop.ui.pages.nothing_found.details import SHOWN_CHECKS, details_of
from altrabits_desktop.ui.pages.nothing_found.path import Piece, links_of, path_of
from altrabits_desktop.ui.pages.nothing_found.view_model import NothingFoundViewModel
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.path_picture import PathLink, PathNode, PathPicture, PieceState
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from altrabits_desktop.contract.doctor import Check
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme

_STATES = {
    Health.GOOD: PieceState.OK,
    Health.BAD: PieceState.BAD,
    Health.UNKNOWN: PieceState.UNKNOWN,
}


class NothingFoundView(QWidget):
    """Everything below the head of page Streamers, with the page's own margins at the sides.

    Args:
        theme: the look in force.
        services: what the window was given.
        parent: owner.
    """

    settings_wanted = Signal()
    """Page Settings is to be shown."""

    def __init__(self, theme: Theme, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = NothingFoundViewModel(services, parent=self)
        self.setObjectName("streamers.empty")
        self.setAccessibleName(translate("nothing found", "Nothing found"))
        self._path = PathPicture(
            theme, name=translate("nothing found", "The way from here to the streamers")
        )
        self._advice = AdviceBox(theme)
        self._advice.tried_again.connect(self._model.find_again)
        self._advice.fix_wanted.connect(self._model.take_fix)
        self._model.settings_wanted.connect(self.settings_wanted)
        self._model.copied.connect(_copy)
        self._checks = _ChecksCard(theme)
        self._demo = DemoCard(theme, services)
        self._demo.demo_wanted.connect(self._model.start_demo)
        self._lower = QHBoxLayout()
        self._lower.setSpacing(theme.px("page.gap"))
        self._lower.addWidget(self._checks, theme.px("checks.share"))
        self._lower.addWidget(self._demo, theme.px("demo.share"))
        self._ground = CardGround(theme)
        self._column = QVBoxLayout(self._ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._column.addWidget(self._make_way_card())
        self._column.addLayout(self._lower)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(theme, self._ground))
        self._model.changed.connect(self._show_report)
        self._show_report()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.set_seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._model.set_seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        is_narrow = self.window().width() < theme.px("page.narrow_below")
        side = theme.px("page.side_narrow" if is_narrow else "page.side")
        self._column.setContentsMargins(side, 0, side, theme.px("page.top"))
        self._lower.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def _make_way_card(self) -> Card:
        theme = self._theme
        card = Card(theme)
        edge = theme.px("card.padding") + theme.px("card.edge")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(
            edge, theme.px("space.8") + theme.px("space.2"), edge, theme.px("space.2")
        )
        layout.setSpacing(theme.px("space.8"))
        layout.addWidget(self._path)
        layout.addWidget(self._advice)
        return card

    def _show_report(self) -> None:
        diagnosis, is_looking = self._model.diagnosis, self._model.is_looking
        self._path.set_path(
            [_node(piece) for piece in path_of(diagnosis, is_looking=is_looking)],
            [_link(piece) for piece in links_of(diagnosis, is_looking=is_looking)],
        )
        self._advice.show_advice(
            diagnosis,
            fix=self._model.fix,
            is_looking=is_looking,
            is_examining=self._model.is_examining,
        )
        self._checks.show_checks(diagnosis.checks[:SHOWN_CHECKS], details_of(diagnosis))
        self._demo.set_starting(self._model.is_starting_demo)


class _ChecksCard(Card):
    """What was checked, and the counts behind it folded away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._list = CheckList(theme)
        self._details = TextBlock(theme)
        self._details.setObjectName("streamers.port.details.text")
        self._details.hide()
        self._unfold = PushButton(
            theme,
            translate("nothing found", "Technical details"),
            look=Look.QUIET,
            height=Height.SMALL,
            icon_after="chevron-down",
        )
        self._unfold.setObjectName("streamers.port.details")
        self._unfold.clicked.connect(self._fold)
        edge = theme.px("card.padding") + theme.px("card.edge")
        head = QHBoxLayout()
        # A quiet button has no edge of its own: its words, not its box, end where the lines do.
        sides = [edge, edge - theme.px("button.padding_small")]
        left, right = reversed(sides) if self.isRightToLeft() else sides
        head.setContentsMargins(left, 0, right, 0)
        head.addWidget(
            ElidedLabel(theme, translate("nothing found", "What was checked"), type_name="name"),
            1,
        )
        head.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px("checks.top"), 0, theme.px("card.padding"))
        layout.setSpacing(theme.px("checks.gap"))
        layout.addLayout(head)
        below = QVBoxLayout()
        below.setContentsMargins(edge, 0, edge, 0)
        below.setSpacing(theme.px("space.1"))
        below.addWidget(self._list)
        below.addWidget(self._details)
        layout.addLayout(below)
        layout.addStretch(1)

    def show_checks(self, checks: tuple[Check, ...], details: str) -> None:
        self._list.set_checks(checks)
        self._details.set_text(details)

    def _fold(self) -> None:
        is_shown = self._details.isHidden()
        self._details.setVisible(is_shown)
        self._unfold.set_icon_names(after="chevron-up" if is_shown else "chevron-down")


def _copy(text: str) -> None:
    QApplication.clipboard().setText(text)


def _node(piece: Piece) -> PathNode:
    return PathNode(
        icon=piece.icon,
        title=piece.title,
        lines=piece.lines,
        state=_STATES[piece.health],
        spoken=", ".join((piece.title, *piece.lines)),
    )


def _link(piece: Piece) -> PathLink:
    return PathLink(label=piece.title, state=_STATES[piece.health], spoken=piece.title)
