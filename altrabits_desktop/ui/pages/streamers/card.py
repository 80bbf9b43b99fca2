"""The card of one streamer: a button as a whole, changed in place when the streamer changes.

What the person may tell the streamer stands at its foot; else its level is only looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.keys import Command, told_by
from altrabits_desktop.ui.pages.streamers.card_controls import CardControls
from altrabits_desktop.ui.pages.streamers.card_parts import CardForm, CardParts, form_of, parts_of
from altrabits_desktop.ui.pages.streamers.card_why import WhyButton, places_of, show_why
from altrabits_desktop.ui.pages.streamers.face import Face, Offer, offer_words
from altrabits_desktop.ui.pages.streamers.face_words import answers_in, demo_word, no_level_words
from altrabits_desktop.ui.pages.streamers.level import paint_level
from altrabits_desktop.ui.pages.streamers.state_words import Tone
from altrabits_desktop.ui.widgets.appearance import Appearance, appearance_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.chip import Chip, ChipKind
from altrabits_desktop.ui.widgets.colour_fade import ColourFade
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.fitting_label import FittingLabel
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.pressing import press_by_key
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_KINDS = {
    Tone.NEUTRAL: ChipKind.NEUTRAL,
    Tone.ACTIVITY: ChipKind.ACTIVITY,
    Tone.WARN: ChipKind.WARN,
}
_ICONS = {Offer.CHECK: "refresh", Offer.PAGE: "link-out"}
_OFFER_NAMES = {Offer.CHECK: "streamers.card.check", Offer.PAGE: "streamers.card.page"}


class StreamerCard(QAbstractButton):
    """Shows a face; pressing it anywhere but on its own button opens the streamer's page.

    Parts are placed by hand: a card costs a fraction of one with layouts, and all are alike.

    Args:
        theme: the look in force.
        face: what is shown first.
        is_wide: over the whole width of a narrow window.
        parent: owner.
    """

    offer_taken = Signal(str)
    """What can be done with the streamer is to be done; carries its id."""
    told = Signal(str, object)
    """The person tells it something: its id, and a command."""

    def __init__(
        self, theme: Theme, face: Face, *, is_wide: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._is_wide = is_wide
        self._parts: CardParts | None = None
        self._fade = ColourFade(self, theme)
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.card"))
        self._name = ElidedLabel(theme, type_name="name", parent=self)
        self._chip = Chip(theme, parent=self)
        self._details = FittingLabel(theme, parent=self)
        self._headline = ElidedLabel(theme, type_name="label", parent=self)
        self._detail = ElidedLabel(theme, role="text.2", parent=self)
        self._end = ElidedLabel(theme, numeric=True, is_at_end=True, parent=self)
        self._remark = ElidedLabel(theme, role="text.2", parent=self)
        self._mark: Chip | None = None
        self._button: PushButton | None = None
        self._why: WhyButton | None = None
        self._controls: CardControls | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._call_after(face)
        self._show()

    @property
    def face(self) -> Face:
        """What is shown."""
        return self._face

    @property
    def form(self) -> CardForm:
        """How it is laid out at its present width."""
        return form_of(self.width(), theme=self._theme, is_wide=self._is_wide)

    @property
    def button(self) -> PushButton | None:
        """What can be done, where it is something."""
        return self._button

    @property
    def focus_order(self) -> tuple[QWidget, ...]:
        """What Tab goes through: the card, and what it is told or done by."""
        controls = self._shown_controls
        within = controls.order if controls is not None else ()
        return (self, *within, *(one for one in (self._why, self._button) if one is not None))

    def show_face(self, face: Face) -> None:
        """Show the streamer as it is now; nothing happens where nothing is seen of a change."""
        if face != self._face:
            self._face = face
            self._call_after(face)
            self._show()

    def set_wide(self, is_wide: bool) -> None:
        """Be laid out for a narrow window, or for a grid."""
        if is_wide is not self._is_wide:
            self._is_wide = is_wide
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        controls, command = self._shown_controls, told_by(event.key())
        # Keys that its controls do not take come here too.
        if controls is not None and command is Command.LOUDER:
            controls.turn(1)
        elif controls is not None and command is Command.SOFTER:
            controls.turn(-1)
        elif controls is not None and command is Command.PLAY and self._face.controls.can_play:
            if not event.isAutoRepeat():
                controls.play_or_pause()
        elif not self.hasFocus():
            event.ignore()
        elif not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        is_still = appearance_of(self) is Appearance.NORMAL
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._fade.toward(theme.colour("card" if is_still else "row.hover")),
            edge=theme.colour("border"),
            radius=theme.px("corner.card"),
        )
        parts = self._mirrored_parts()
        picture = theme.pictures.picture(
            self._face.picture,
            size_px=parts.picture.width(),
            radius_px=theme.px("corner.control"),
            opacity_percent=theme.px("picture.gone") if self._face.is_faded else 100,
            ratio=self.devicePixelRatioF(),
        )
        painter.drawPixmap(parts.picture.topLeft(), picture)
        if self._has_speaker and self._shown_controls is None:
            self._paint_speaker(painter, parts.control)
        painter.end()

    @property
    def _has_speaker(self) -> bool:
        return self._face.has_speaker and self._face.offer is Offer.NOTHING

    def _paint_speaker(self, painter: QPainter, place: QRect) -> None:
        theme, level = self._theme, self._face.level
        is_rtl = self.isRightToLeft()
        icon_px, gap = theme.px("streamers.speaker"), theme.px("space.3")
        left = place.right() + 1 - icon_px if is_rtl else place.left()
        corner = QPointF(left, place.top() + (place.height() - icon_px) / 2)
        icon = level.icon if level else "volume-mute"
        theme.icons.paint(painter, icon, "text.2", corner=corner, size_px=icon_px, rtl=is_rtl)
        if level is None:
            return
        before = icon_px + gap
        after = theme.px("slider.number") + theme.px("slider.number_gap")
        groove = QRectF(place)
        groove.adjust(after if is_rtl else before, 0, -before if is_rtl else -after, 0)
        paint_level(painter, groove, level, theme=theme, is_rtl=is_rtl)

    def _call_after(self, face: Face) -> None:
        self.setProperty("streamerId", face.id)
        self.setObjectName(f"streamers.card.{face.id}")

    def _show(self) -> None:
        self._show_controls()
        self._show_words()
        self._show_mark()
        self._show_offer()
        self._why = show_why(self._why, self, face=self._face, theme=self._theme)
        self._place()
        self.setAccessibleName(f"{self._face.name}, {self._face.state.word}")
        self.setAccessibleDescription(self._face.spoken)
        self.setToolTip(tool_tip(self._face.standing))
        self.update()

    def _show_words(self) -> None:
        face, is_grid = self._face, self.form is CardForm.GRID
        self._name.set_text(face.name)
        product = face.product or face.address
        self._details.say(product if self._is_wide else face.origin_line, short=product)
        self._headline.set_text(face.headline if is_grid else face.short_line)
        self._headline.set_role("text" if face.is_headline_strong else "text.2")
        self._detail.set_text(face.detail)
        self._detail.setVisible(is_grid)
        if self._face.level is not None:
            self._show_number(self._face.level.value)
        else:
            self._end.set_type("text")
            self._end.set_text(answers_in(face.answer) if face.answer else "")
            self._end.set_role("text.2")
        self._remark.set_text(no_level_words())
        self._remark.setVisible(self._has_speaker and face.level is None)

    def _show_number(self, level: int) -> None:
        """Show a level; one that is held is the person's, whatever the streamer says meanwhile."""
        controls = self._shown_controls
        if controls is not None and controls.is_held:
            level = controls.chosen_level
        is_unsettled = controls is not None and controls.is_unsettled
        self._end.set_type("chosen" if is_unsettled else "label")
        self._end.set_role("accent.text" if is_unsettled else "text")
        self._end.set_text(str(level))

    @property
    def _shown_controls(self) -> CardControls | None:
        return None if self._face.controls.are_none else self._controls

    def _show_controls(self) -> None:
        if self._face.controls.are_none:
            if self._controls is not None:
                self._take_controls_away(self._controls)
            return
        if self._controls is None:
            self._controls = CardControls(self._theme, parent=self)
            self._controls.told.connect(self._tell)
            self._controls.level_chosen.connect(self._show_number)
        self._controls.show_face(self._face, is_wide=self._is_wide)
        self._controls.show()

    def _take_controls_away(self, controls: CardControls) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and controls.isAncestorOf(focused):
            # Else the focus goes to another card.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        controls.hide()

    def _tell(self, command: object) -> None:
        self.told.emit(self._face.id, command)

    def _show_mark(self) -> None:
        """Tell a streamer of the demo from those of the house."""
        if self._face.is_demo and self._mark is None:
            self._mark = Chip(self._theme, icon="info", text=demo_word(), parent=self)
            self._mark.show()
        elif self._mark is not None and not self._face.is_demo:
            # Streamers of the house may have the ids of those of the demo.
            self._mark.hide()
            self._mark.deleteLater()
            self._mark = None

    def _show_offer(self) -> None:
        offer = self._face.offer
        if offer is Offer.NOTHING:
            if self._button is not None:
                self._button.hide()
            return
        if self._button is None:
            self._button = PushButton(self._theme, "", height=Height.SMALL, parent=self)
            self._button.clicked.connect(self._take_offer)
        self._button.set_words(offer_words(offer))
        self._button.set_icon_names(before=_ICONS[offer])
        self._button.setObjectName(_OFFER_NAMES[offer])
        self._button.setAccessibleName(told_apart(offer_words(offer), self._face.name))
        self._button.show()

    def _take_offer(self) -> None:
        self.offer_taken.emit(self._face.id)

    def _mirrored_parts(self) -> CardParts:
        parts = parts_of(self.width(), theme=self._theme, form=self.form)
        return parts.mirrored(self.width()) if self.isRightToLeft() else parts

    def _place(self) -> None:
        parts = parts_of(self.width(), theme=self._theme, form=self.form)
        self._place_name(parts)
        self._put(self._details, parts.details)
        self._put(self._headline, parts.headline)
        if not parts.detail.isEmpty():
            self._put(self._detail, parts.detail)
        self._place_control(parts.control)

    def _place_name(self, parts: CardParts) -> None:
        theme, gap = self._theme, self._theme.px("space.2")
        state = self._face.state
        name_px = self._name.sizeHint().width()
        self._chip.set_state(state.icon, state.word, _KINDS[state.tone])
        is_shared = parts.chip == parts.name
        mark_px = self._mark.sizeHint().width() + gap if self._mark is not None else 0
        least = min(name_px, theme.px("streamers.name_least")) if is_shared else 0
        room = parts.chip.width() - (least + gap + mark_px if is_shared else 0)
        needed = self._chip.sizeHint().width() + (name_px - least if is_shared else 0)
        if state.shorter and needed > room:
            self._chip.set_state(state.icon, state.shorter, _KINDS[state.tone])
        chip_px = min(self._chip.sizeHint().width(), max(0, room))
        if is_shared:
            name_px = min(name_px, parts.name.width() - gap - chip_px - mark_px)
        name = QRect(parts.name.left(), parts.name.top(), name_px, theme.line_px("name"))
        name.moveTop(parts.name.top() + (parts.name.height() - name.height()) // 2)
        if not is_shared:
            whole_px = parts.name.width()
            name.setWidth(min(name_px, whole_px - mark_px) if mark_px else whole_px)
        self._put(self._name, name)
        behind = self._place_mark(name, gap=gap)
        left = parts.chip.left()
        if is_shared:
            left = behind + gap if self._is_wide else parts.chip.right() + 1 - chip_px
        self._put(self._chip, QRect(left, parts.chip.top(), chip_px, parts.chip.height()))

    def _place_mark(self, name: QRect, *, gap: int) -> int:
        """Put the mark of the demo behind the name; give where both end."""
        end = name.right() + 1
        if self._mark is None:
            return end
        size = self._mark.sizeHint()
        top = name.center().y() - size.height() // 2
        self._put(self._mark, QRect(end + gap, top, size.width(), size.height()))
        return end + gap + size.width()

    def _place_control(self, place: QRect) -> None:
        theme, gap = self._theme, self._theme.px("space.3")
        line_px = theme.line_px("text")
        top = place.top() + (place.height() - line_px) // 2
        start = place.left()
        if self._button is not None and not self._button.isHidden():
            why, button, start = places_of(
                place, self._why, self._button, gap=gap, is_wide=self._is_wide
            )
            self._put(self._button, button)
            if self._why is not None:
                self._put(self._why, why)
        elif self._shown_controls is not None:
            place = self._place_controls(self._shown_controls, place)
            start = place.left()
        elif self._has_speaker:
            start = place.left() + theme.px("streamers.speaker") + gap
        end_px = self._end_px(place.right() + 1 - start)
        self._put(self._end, QRect(place.right() + 1 - end_px, top, end_px, line_px))
        remark_px = max(0, place.right() + 1 - start - (end_px + gap if end_px else 0))
        self._put(self._remark, QRect(start, top, remark_px, line_px))

    def _place_controls(self, controls: CardControls, place: QRect) -> QRect:
        """Place them, and give what they leave to the level and its number."""
        controls.place_around(place)
        if self.isRightToLeft():
            mirrored = QRect(controls.geometry())
            mirrored.moveLeft(self.width() - mirrored.left() - mirrored.width())
            controls.setGeometry(mirrored)
        level = controls.level_place()
        # Measured from where the controls begin, which reach beyond the place on both sides.
        reach = (controls.width() - place.width()) // 2
        return level.translated(place.left() - reach, place.top())

    def _end_px(self, room: int) -> int:
        """Give the width of the number or the answer's time; the latter is left out where tight."""
        whole = self._end.sizeHint().width()
        if self._face.level is not None:
            return max(whole, self._theme.px("slider.number"))
        needed = whole if self._remark.isHidden() else whole + self._remark.sizeHint().width()
        return whole if needed + self._theme.px("space.3") <= room else 0

    def _put(self, part: QWidget, place: QRect) -> None:
        if self.isRightToLeft():
            left = self.width() - place.left() - place.width()
            place = QRect(left, place.top(), place.width(), place.height())
        part.setGeometry(place)
