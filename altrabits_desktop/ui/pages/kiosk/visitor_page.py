"""The streamers of the shop, for whoever is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.kiosk.countdown import Countdown
from altrabits_desktop.ui.pages.kiosk.visitor_card import VisitorCard
from altrabits_desktop.ui.pages.kiosk.words import invitation
from altrabits_desktop.ui.widgets.artwork import Artwork
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from altrabits_desktop.ui.widgets.finger_scroll import let_fingers_scroll
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_MOST_COLUMNS = 3


class VisitorPage(QWidget):
    """Main thread only.

    Args:
        theme: the look in force.
        model: of the kiosk.
        parent: owner.
    """

    done = Signal()

    def __init__(
        self, theme: Theme, *, model: KioskViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._cards: dict[str, VisitorCard] = {}
        self._shape: tuple[object, ...] = ()
        self.setObjectName("kiosk.streamers")
        self._title = ElidedLabel(theme, type_name="title")
        self._none = EmptyState(
            theme,
            spot="kiosk-idle",
            heading="",
            sentence="",
            heading_type="kiosk_text",
            sentence_type="kiosk_small",
        )
        self._countdown = Countdown(theme)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px("kiosk.gap"))
        self._lay_out()
        model.changed.connect(self._show)
        model.streamers_changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._theme
        # The words need its room in a narrow window.
        self._mark.setVisible(self.width() >= theme.px("page.narrow_below"))
        is_short = self.height() < theme.px("kiosk.short_below")
        edge = theme.px("kiosk.edge")
        far = theme.px("kiosk.short_edge" if is_short else "space.8")
        self._around.setContentsMargins(edge, far, edge, theme.px("space.3"))
        self._below.setContentsMargins(edge, theme.px("space.3"), edge, far)
        self._arrange()
        self._fit_cards()

    def _fit_cards(self) -> None:
        """Let a whole card be seen at once, as far as its picture can give way."""
        theme = self._theme
        below = self._below.contentsMargins()
        room = self.height() - self._around.sizeHint().height() - self._countdown.height()
        room -= below.top() + below.bottom() + 2 * theme.px("space.2")
        if len(self._cards) > self._columns():
            # The row below looks out, so that everybody sees that there is more.
            room -= theme.px("kiosk.gap") + theme.px("space.4")
        for card in self._cards.values():
            card.fit(room)

    def _show(self) -> None:
        report = self._model.report
        streamers = self._model.streamers()
        title = translate("kiosk", "Streamers in this shop")
        if report.is_demo_alone:
            title = translate("kiosk", "Demo streamers")
        self._title.set_text(title)
        self.setAccessibleName(title)
        self._none.set_words(
            heading=invitation(len(streamers), is_demo=report.is_demo_alone),
            sentence=translate("kiosk", "The staff of this shop can help."),
        )
        self._none.setVisible(not streamers)
        self._show_cards(streamers)
        self._countdown.show_left(report)

    def _show_cards(self, streamers: tuple[Streamer, ...]) -> None:
        faces = {one.id: self._model.face(one) for one in streamers}
        for gone in self._cards.keys() - faces.keys():
            card = self._cards.pop(gone)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for key, face in faces.items():
            known = self._cards.get(key)
            if known is None:
                card = self._cards[key] = VisitorCard(self._theme, face, parent=self._ground)
                card.told.connect(self._model.tell)
                card.show()
            elif known.face != face:
                known.show_face(face)
        self._cards = {key: self._cards[key] for key in faces}
        self._arrange()
        self._fit_cards()

    def _arrange(self) -> None:
        columns = self._columns()
        shape = (columns, *self._cards)
        if shape == self._shape:
            return
        self._shape = shape
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _columns(self) -> int:
        theme = self._theme
        room = self.width() - 2 * theme.px("kiosk.edge") + theme.px("kiosk.gap")
        fitting = room // (theme.px("kiosk.card_least") + theme.px("kiosk.gap"))
        return max(1, min(_MOST_COLUMNS, fitting))

    def _lay_out(self) -> None:
        theme = self._theme
        edge = theme.px("kiosk.edge")
        head = QHBoxLayout()
        head.setSpacing(theme.px("space.4"))
        self._mark = Artwork(theme, "app-icon", size_px=theme.px("kiosk.app_icon"), name="")
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(
            Chip(
                theme,
                icon="eye-off",
                text=translate("kiosk", "Nothing is kept"),
                measures="touch_chip",
                type_name="kiosk_label",
            )
        )
        done = PushButton(theme, translate("kiosk", "Done"), height=Height.TOUCH)
        done.setObjectName("kiosk.done")
        done.clicked.connect(self.done)
        head.addWidget(done)
        self._ground = CardGround(theme)
        inside = QVBoxLayout(self._ground)
        inside.setContentsMargins(edge, theme.px("space.2"), edge, theme.px("space.2"))
        inside.addLayout(self._grid, 1)
        inside.addWidget(self._none, 1, Qt.AlignmentFlag.AlignCenter)
        self._around = QVBoxLayout()
        self._around.addLayout(head)
        self._below = QVBoxLayout()
        self._below.addWidget(self._countdown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._around)
        area = ScrollArea(theme, self._ground)
        let_fingers_scroll(area)
        whole.addWidget(area, 1)
        whole.addLayout(self._below)
