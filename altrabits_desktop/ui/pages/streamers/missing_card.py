"""The card at the end: where streamers are looked for, and how to reach one elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.address_form import AddressForm
from altrabits_desktop.ui.pages.streamers.words import elsewhere_sentence, missing_sentence
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.theme.theme import Theme


class MissingCard(Card):
    """Says where was looked; its button makes room for an address to be typed.

    Args:
        theme: the look in force.
        services: for trying an address.
        parent: owner.
    """

    why_wanted = Signal()
    """The person wants to know why one may be missing."""
    height_changed = Signal()
    """It needs another height where it stands alone."""

    def __init__(self, theme: Theme, services: Services, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="ground", parent=parent)
        self._look = theme
        self._cards: tuple[NetworkCard, ...] = ()
        self._is_demo = False
        self._has_network = True
        self._whole = self._answer = ""
        self._heading = ElidedLabel(
            theme, translate("streamers", "Is one missing?"), type_name="name", parent=self
        )
        self._sentence = TextBlock(theme, numeric=True, parent=self)
        self._type_button = PushButton(
            theme,
            translate("streamers", "Type an address"),
            height=Height.SMALL,
            icon="keyboard",
            parent=self,
        )
        self._type_button.setObjectName("streamers.missing.type")
        self._type_button.clicked.connect(self.ask_address)
        self.why_button = PushButton(
            theme,
            translate("streamers", "Find out why"),
            look=Look.QUIET,
            height=Height.SMALL,
            parent=self,
        )
        """Leads to the doctor."""
        self.why_button.setObjectName("streamers.missing.why")
        self.why_button.clicked.connect(self.why_wanted)
        self._form = AddressForm(theme, services, prefix="streamers.missing", parent=self)
        self._form.found.connect(self._say_answer)
        self._form.hide()
        self._form.installEventFilter(self)
        self.setObjectName("streamers.missing")
        self.setAccessibleName(self._heading.text())
        self.show_cards(())

    @property
    def is_asking(self) -> bool:
        """Whether an address can be typed now."""
        return not self._form.isHidden()

    def show_cards(
        self, cards: Sequence[NetworkCard], *, is_demo: bool = False, has_network: bool = True
    ) -> None:
        """Say on which network cards streamers are looked for.

        Args:
            cards: those.
            is_demo: whether all that are shown are a demo.
            has_network: whether there is, or may be, any network to look on.
        """
        self._cards, self._is_demo = tuple(cards), is_demo
        self._has_network = has_network
        self._say()

    def ask_address(self) -> None:
        """Make room for an address."""
        self._answer = ""
        self._type_button.hide()
        self.why_button.hide()
        self._form.show()
        self._say()
        self._place()
        self._form.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.height_changed.emit()

    def follow_in_focus(self, last: QWidget) -> None:
        """Let Tab come here after the last card."""
        for part in (self.why_button, self._type_button, *self._form.findChildren(QWidget)):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, part)
                last = part

    def height_for(self, width_px: int) -> int:
        """Give the height it needs where nothing else gives it one."""
        self._sentence.set_text(self._whole)
        wide = width_px - 2 * self._away_px()
        sentence_px = self._sentence.heightForWidth(wide)
        button_px = self._type_button.sizeHint().height()
        control_px = self._form_px(wide) if self.is_asking else button_px
        gap = self._look.px("space.3")
        return self._sentence_top_px() + sentence_px + gap + control_px + self._away_px()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._fold()
            self._type_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is wrong with an address is said below the field and makes the form higher.
        if event.type() == QEvent.Type.LayoutRequest and self.is_asking:
            self._place()
            self.height_changed.emit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size_px, away = self._look.px("icon.place"), self._away_px()
        left = self.width() - away - size_px if self.isRightToLeft() else away
        corner = QPointF(left, away)
        self._look.icons.paint(painter, "search", "text.2", corner=corner, size_px=size_px)
        painter.end()

    def _say(self) -> None:
        sentence = missing_sentence(
            self._cards, is_demo=self._is_demo, has_network=self._has_network
        )
        if self.is_asking:
            sentence = elsewhere_sentence()
        elif self._answer:
            sentence = self._answer
        if sentence != self._whole:
            self._whole = sentence
            self._sentence.set_text(sentence)
            self.setAccessibleDescription(sentence)
            self._place()
            self.height_changed.emit()

    def _say_answer(self, answer: str) -> None:
        self._answer = answer
        self._fold()

    def _fold(self) -> None:
        self._form.hide()
        self._type_button.show()
        self.why_button.show()
        self._say()
        self._place()
        self.height_changed.emit()

    def _away_px(self) -> int:
        return self._look.px("card.padding") + self._look.px("card.edge")

    def _sentence_top_px(self) -> int:
        return self._away_px() + self._look.line_px("name") + self._look.px("space.2")

    def _form_px(self, width_px: int) -> int:
        # -1 while nothing in it wraps.
        return max(self._form.sizeHint().height(), self._form.heightForWidth(width_px))

    def _place(self) -> None:
        theme, away = self._look, self._away_px()
        wide = self.width() - 2 * away
        beside = theme.px("icon.place") + theme.px("space.2")
        size, line_px = self.why_button.sizeHint(), theme.line_px("name")
        # Its words, not its box, end where the lines below do.
        reach_px = theme.px("button.padding_small")
        why_px = 0 if self.is_asking else size.width() - reach_px
        self._put(self._heading, QRect(away + beside, away, wide - beside - why_px, line_px))
        above = away - (size.height() - line_px) // 2
        end_px = self.width() - away + reach_px
        self._put(self.why_button, QRect(end_px - size.width(), above, size.width(), size.height()))
        top = self._sentence_top_px()
        end = self.height() - away
        if self.is_asking:
            control_px = self._form_px(wide)
            control = QRect(away, end - control_px, wide, control_px)
            self._put(self._form, control)
        else:
            size = self._type_button.sizeHint()
            spare = (theme.px("streamers.control") - size.height()) // 2
            is_alone = self.height() < theme.px("card.height")
            below = end - size.height() - (0 if is_alone else spare)
            control = QRect(away, below, size.width(), size.height())
            self._put(self._type_button, control)
        self._write_sentence(QRect(away, top, wide, control.top() - theme.px("space.1") - top))

    def _write_sentence(self, room: QRect) -> None:
        """Write as much as there is room for: half a sentence says nothing."""
        for text in (self._whole, elsewhere_sentence(), ""):
            self._sentence.set_text(text)
            if self._sentence.heightForWidth(room.width()) <= room.height():
                break
        lines_px = self._sentence.heightForWidth(room.width())
        self._put(self._sentence, QRect(room.topLeft(), QSize(room.width(), lines_px)))

    def _put(self, part: QWidget, place: QRect) -> None:
        if self.isRightToLeft():
            left = self.width() - place.left() - place.width()
            place = QRect(left, place.top(), place.width(), place.height())
        part.setGeometry(place)
