"""Fields to type in: the line itself, and the line with its label, reason and error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class LineField(QLineEdit):
    """One line to type in, 36 or (in forms) 40 high.

    Args:
        theme: the look in force.
        name: what is typed here, read aloud.
        placeholder: shown while it is empty.
        is_in_form: 40 instead of 36 high.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        placeholder: str = "",
        is_in_form: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_wrong = False
        self._height_px = theme.px("field.form" if is_in_form else "field.height")
        self.ring = FocusRing(
            self, theme, radius_px=theme.px("corner.control"), is_always_shown=True
        )
        self.setFrame(False)
        self.setFont(theme.font("text"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_room()

    @property
    def is_wrong(self) -> bool:
        """Whether what stands in it is marked as wrong."""
        return self._is_wrong

    def set_wrong(self, is_wrong: bool) -> None:
        """Mark what stands in it as wrong, or take the mark away."""
        if is_wrong != self._is_wrong:
            self._is_wrong = is_wrong
            self._make_room()
            self.update()

    def set_locked(self, is_locked: bool) -> None:
        """Let it only be read, and show the lock."""
        self.setReadOnly(is_locked)
        self._make_room()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px("slider.least_width"), self._height_px)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_locked = self.isReadOnly()
        edge = "bad" if self._is_wrong else "border" if is_locked else "field"
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("sunken" if is_locked else "card"),
            edge=self._theme.colour(edge),
            radius=self._theme.px("corner.control"),
        )
        if self._end_icon():
            self._paint_end_icon(painter)
        painter.end()
        super().paintEvent(event)

    def _end_icon(self) -> str:
        if self._is_wrong:
            return "error"
        return "lock" if self.isReadOnly() else ""

    def _paint_end_icon(self, painter: QPainter) -> None:
        size_px = self._theme.px("field.icon")
        away = self._theme.px("field.padding") + self._theme.px("card.edge")
        left = away if self.isRightToLeft() else self.width() - away - size_px
        self._theme.icons.paint_at(
            painter,
            self._end_icon(),
            "bad" if self._is_wrong else "text.2",
            corner=QPointF(left, (self.height() - size_px) / 2),
            size_px=size_px,
        )

    def _end_room_px(self) -> int:
        """Give how much is taken at the end of the line by what stands in it."""
        if not self._end_icon():
            return 0
        return self._theme.px("field.icon") + self._theme.px("chip.gap")

    def _make_room(self) -> None:
        # The line edit itself keeps 2 px on either side.
        theme = self._theme
        start = theme.px("field.padding") + theme.px("card.edge") - theme.px("field.own_margin")
        end = start
        end += self._end_room_px()
        if self.isRightToLeft():
            start, end = end, start
        self.setTextMargins(start, 0, end, 0)


class Field(QWidget):
    """A line with its label above, and below it the reason it is asked for, or what is wrong.

    Args:
        theme: the look in force.
        label: above the line; "" for none, then give `name`.
        name: read aloud where there is no label.
        reason: why it is asked for.
        placeholder: shown while it is empty.
        is_in_form: 40 instead of 36 high.
        aside: at the end of the label; "" for nothing.
        line: the line itself, where it is one of its own kind; owned from now on.
        under: what stands right below the line; owned from now on.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        label: str = "",
        name: str = "",
        reason: str = "",
        placeholder: str = "",
        is_in_form: bool = False,
        aside: str = "",
        line: LineField | None = None,
        under: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reason = reason
        self.line = line or LineField(
            theme, name=name or label, placeholder=placeholder, is_in_form=is_in_form
        )
        self._below = TextBlock(theme, reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if label:
            title = ElidedLabel(theme, label, type_name="chosen")
            title.setBuddy(self.line)
            head = QHBoxLayout()
            head.addWidget(title, 1)
            if aside:
                head.addWidget(ElidedLabel(theme, aside, role="text.2", is_at_end=True))
            layout.addLayout(head)
            layout.addSpacing(theme.px("field.label_gap"))
        layout.addWidget(self.line)
        if under is not None:
            layout.addSpacing(theme.px("space.2"))
            layout.addWidget(under)
        layout.addSpacing(theme.px("field.reason_gap"))
        layout.addWidget(self._below)
        # Not fixed: what is wrong may wrap, and Qt would hold it to the height of one long line.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_error("")

    @property
    def said(self) -> str:
        """What stands below the line: the reason, or what is wrong."""
        return self._below.text()

    def set_reason(self, reason: str) -> None:
        """Say something else where nothing is wrong."""
        if reason != self._reason:
            is_wrong = self.said != self._reason
            self._reason = reason
            if not is_wrong:
                self.set_error("")

    def set_error(self, error: str) -> None:
        """Say what is wrong with what stands in it; "" shows the reason again."""
        self.line.set_wrong(bool(error))
        self._below.set_text(error or self._reason)
        self._below.set_role("bad" if error else "text.2")
        self._below.setVisible(bool(error or self._reason))
        self.line.setAccessibleDescription(error or self._reason)
