"""Where staff type their PIN: keys on the screen and those of a keyboard, digits alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.contract.kiosk import PIN_MOST
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.kiosk.countdown import Countdown
from altrabits_desktop.ui.pages.kiosk.words import staff_sentence
from altrabits_desktop.ui.widgets.box import paint_box, paint_disc
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton, IconLook
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from altrabits_desktop.ui.pages.kiosk.view_model import KioskViewModel
    from altrabits_desktop.ui.theme.theme import Theme

_DIGITS = "123456789"
_COLUMNS = 3


class PinPage(QWidget):
    """Main thread only. What was typed is forgotten with the page.

    Args:
        theme: the look in force.
        model: of the kiosk.
        parent: owner.
    """

    left = Signal()
    """Back to the start."""

    def __init__(
        self, theme: Theme, *, model: KioskViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._typed = ""
        title = translate("kiosk", "Staff PIN")
        self.setObjectName("kiosk.staff")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = ElidedLabel(theme, title, type_name="title")
        self._sentence = TextBlock(theme, type_name="kiosk_small")
        self._dots = _Dots(theme)
        self._fault = TextBlock(theme, type_name="kiosk_small", role="bad")
        self._fault.setMinimumHeight(2 * theme.line_px("kiosk_small"))
        self._open = PushButton(
            theme,
            translate("kiosk", "Open"),
            look=Look.PRIMARY,
            height=Height.TOUCH,
            busy_text=translate("kiosk", "Checking"),
        )
        self._open.setObjectName("kiosk.staff.open")
        self._open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._open.clicked.connect(self._try)
        self._back = PushButton(theme, translate("kiosk", "Back"), height=Height.TOUCH)
        self._back.setObjectName("kiosk.staff.back")
        self._back.clicked.connect(self.left)
        self._keys = self._make_keys()
        self._countdown = Countdown(theme)
        self._lay_out()
        model.pin_changed.connect(self._show_fault)
        model.changed.connect(self._show)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isdigit():
            self._add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_last()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._try()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        report = self._model.report
        self._sentence.set_text(staff_sentence(report))
        self._countdown.show_left(report)
        for part in (self._keys, self._dots, self._fault, self._open):
            part.setVisible(not report.is_damaged)

    def _show_fault(self) -> None:
        self._open.set_busy(is_busy=self._model.is_trying)
        self._fault.set_text(self._model.pin_fault)
        if not self._model.is_trying:
            self._typed = ""
            self._dots.set_count(0)

    def _add(self, digit: str) -> None:
        if len(self._typed) < PIN_MOST and not self._model.is_trying:
            self._typed += digit
            self._dots.set_count(len(self._typed))

    def _take_last(self) -> None:
        self._typed = self._typed[:-1]
        self._dots.set_count(len(self._typed))

    def _try(self) -> None:
        if not self._model.report.is_damaged:
            self._model.try_pin(self._typed)

    def _make_keys(self) -> QWidget:
        theme = self._theme
        keys = QWidget()
        # Digits stand as on every till, whatever is read from the right.
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px("space.3"))
        for place, digit in enumerate(_DIGITS):
            grid.addWidget(self._key(digit), place // _COLUMNS, place % _COLUMNS)
        grid.addWidget(self._key("0"), _COLUMNS, 1)
        delete = IconButton(
            theme,
            "erase",
            name=translate("kiosk", "Take the last digit away"),
            look=IconLook.BOXED,
            size_px=theme.px("kiosk.key"),
            icon_px=theme.px("icon.kiosk"),
            corner="corner.card",
        )
        delete.setObjectName("kiosk.staff.delete")
        delete.clicked.connect(self._take_last)
        grid.addWidget(delete, _COLUMNS, 2)
        keys.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return keys

    def _key(self, digit: str) -> PushButton:
        side = self._theme.px("kiosk.key")
        key = PushButton(self._theme, digit, height=Height.TOUCH)
        key.setFixedSize(side, side)
        key.setObjectName(f"kiosk.staff.digit.{digit}")
        key.clicked.connect(lambda: self._add(digit))
        return key

    def _lay_out(self) -> None:
        theme = self._theme
        # Side by side, so that all of it is seen at once on a screen of 600 pixels.
        parts = QHBoxLayout()
        parts.setSpacing(theme.px("space.8"))
        parts.addStretch(1)
        parts.addWidget(self._make_words())
        parts.addWidget(self._keys)
        parts.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addLayout(parts)
        column.addStretch(1)
        edge = theme.px("kiosk.edge")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edge, theme.px("space.4"), edge, theme.px("space.4"))
        whole.setSpacing(theme.px("space.4"))
        # On a smaller screen keys that overlapped could not be told apart.
        whole.addWidget(ScrollArea(theme, content), 1)
        whole.addWidget(self._countdown)

    def _make_words(self) -> QWidget:
        theme = self._theme
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.4"))
        for part in (self._title, self._sentence, self._dots, self._fault):
            column.addWidget(part)
        column.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(theme.px("space.3"))
        answers.addWidget(self._back)
        answers.addWidget(self._open, 1)
        # Takes the room where there is nothing to open.
        answers.addStretch(0)
        column.addLayout(answers)
        # As wide as the digits, or as the answers where their words are longer.
        words.setFixedWidth(max(self._dots.sizeHint().width(), answers.sizeHint().width()))
        return words


class _Dots(QWidget):
    """How many digits were typed, and never which."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("kiosk", "Digits typed"))

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription(str(count))
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = PIN_MOST * theme.px("space.6") + 2 * theme.px("space.4")
        return QSize(width, theme.px("button.touch"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        step, dot = theme.px("space.6"), theme.px("space.3")
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_box(
            painter,
            place,
            fill=theme.colour("card"),
            edge=theme.colour("field"),
            radius=theme.px("corner.card"),
        )
        for number in range(self._count):
            away = theme.px("space.4") + (number + 1 / 2) * step
            x = place.right() - away if self.isRightToLeft() else place.left() + away
            paint_disc(painter, x, place.center().y(), size=dot, fill=theme.colour("text"))
        painter.end()
