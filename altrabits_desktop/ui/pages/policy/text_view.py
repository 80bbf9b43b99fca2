"""The text of a policy: scrolled, searched and read aloud; nothing is opened from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollBar, QTextEdit

from altrabits_desktop.ui.pages.policy.document import Written, write_policy
from altrabits_desktop.ui.widgets.box import paint_box, paint_disc
from altrabits_desktop.ui.widgets.focus_ring import is_keyboard, is_passing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QTextDocument
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.privacy.policy_text import Block
    from altrabits_desktop.ui.theme.theme import Theme

_MOVES = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_FLAGS = Qt.TextInteractionFlag.TextSelectableByMouse | (
    Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class PolicyTextView(QTextEdit):
    """Shows blocks in one column; keys scroll it, with Shift or Ctrl they select.

    Args:
        theme: the look in force.
        name: read aloud.
        parent: owner.
    """

    moved = Signal()
    """It was scrolled, or laid out anew."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._written = Written({})
        self._write: Callable[[QTextDocument], Written] | None = None
        self._searched = ""
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self._has_ring = False
        self._is_below_strip = False
        self.setObjectName("policy.text")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(_FLAGS)
        self.setCursorWidth(0)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._bar = self._make_bar()
        theme.changed.connect(self._renew)

    @property
    def has_ring(self) -> bool:
        """Whether it shows by a ring that the focus came by a key."""
        return self._has_ring

    @property
    def scrolled_px(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    @property
    def is_at_end(self) -> bool:
        """Whether the last line can be seen."""
        if self.scrolled_px < self.verticalScrollBar().maximum():
            return False
        # The bar reaches as far as the text is laid out, which is what is left for later.
        return self.scrolled_px + self.viewport().height() >= self.content_px()

    @property
    def hits(self) -> int:
        """How many places hold what is searched for."""
        return len(self._hits)

    @property
    def hit(self) -> int:
        """Which of them is shown, from 0; -1 for none."""
        return self._hit

    def show_blocks(self, blocks: Sequence[Block], *, closing: str = "") -> None:
        """Show a text from its begin, with a line of ours below it."""
        self._show(partial(write_policy, blocks=blocks, closing=closing, theme=self._theme))

    def show_changes(self, change: PolicyChange, *, closing: str = "") -> None:
        """Show what a version changes, from its begin."""
        # Imported here: the first version, which everybody reads, changes nothing.
        from altrabits_desktop.ui.pages.policy.changes_document import write_changes

        self._show(
            partial(
                write_changes,
                change=change,
                closing=closing,
                is_rtl=self.isRightToLeft(),
                theme=self._theme,
            )
        )

    def _show(self, write: Callable[..., Written]) -> None:
        self._write = write
        self._hits, self._hit = [], -1
        self._written = write(self.document())
        self._settle()
        self.setTextCursor(QTextCursor(self.document()))
        self._mark_hits()
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

    def set_below_strip(self, *, is_below: bool) -> None:
        """Begin closer to the upper edge, where something stands above already."""
        self._is_below_strip = is_below
        self._settle()

    def drop_ring(self) -> None:
        """Show no ring until the next key."""
        self._has_ring = False
        self.viewport().update()

    def top_of(self, heading: str) -> int:
        """Give where a heading begins, in pixels from the begin of the text."""
        number = self._written.headings.get(heading, 0)
        block = self.document().findBlockByNumber(number)
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def content_px(self) -> int:
        """Give the height of the whole text."""
        return round(self.document().size().height())

    def scroll_to(self, heading: str) -> None:
        """Bring a heading to the upper edge, as far as there is text below it."""
        number = self._written.headings.get(heading, 0)
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(number)))
        self.verticalScrollBar().setValue(self.top_of(heading) - self._theme.px("page.top"))

    def search(self, text: str) -> None:
        """Mark every place that holds a text, whatever its case, and show the first one in sight.

        Args:
            text: "" ends the search.
        """
        self._searched = text
        self._hits = list(self._places(text)) if text else []
        below = self._first_line().position()
        self._hit = next(
            (number for number, hit in enumerate(self._hits) if hit.selectionStart() >= below),
            0 if self._hits else -1,
        )
        self._mark_hits()
        self._show_hit()

    def step(self, way: int) -> None:
        """Show the next place, or the one before by -1; after the last comes the first."""
        if self._hits:
            self._hit = (self._hit + way) % len(self._hits)
            self._mark_hits()
            self._show_hit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = next((action for key, action in _MOVES.items() if key == event.key()), None)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if move is None or held:
            super().keyPressEvent(event)
            return
        self._has_ring = True
        self.verticalScrollBar().triggerAction(move)
        # What is read aloud follows what is seen.
        self.setTextCursor(self._first_line())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not is_passing(event.reason()):
            self._has_ring = is_keyboard(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not is_passing(event.reason()):
            self._has_ring = False
        self.viewport().update()

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Take nothing in."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle()
        super().resizeEvent(event)
        self._place_bar()
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._written.box is not None:
            self._paint_box(*self._written.box)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_dots(painter)
        if self.hasFocus() and self._has_ring:
            inset = self._theme.px("ring.gap")
            paint_box(
                painter,
                QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset),
                fill=None,
                edge=self._theme.colour("accent"),
                radius=self._theme.px("corner.control"),
                edge_px=self._theme.px("ring.width"),
            )
        painter.end()

    def _paint_box(self, first: int, last: int) -> None:
        """Paint the ground of what the changes mean, below its words."""
        theme, layout, document = self._theme, self.document().documentLayout(), self.document()
        begin, end = document.findBlockByNumber(first), document.findBlockByNumber(last)
        top = layout.blockBoundingRect(begin).top() - self.scrolled_px
        # Of the last one its lines alone, without what parts it from the next.
        bottom = layout.blockBoundingRect(end).top() - self.scrolled_px
        bottom += end.layout().lineCount() * theme.line_px("text")
        frame, padding = document.rootFrame().frameFormat(), theme.px("policy.meaning_padding")
        left, right = frame.leftMargin(), self.viewport().width() - frame.rightMargin()
        place = QRectF(left, top - padding, right - left, bottom - top + 2 * padding)
        painter = QPainter(self.viewport())
        radius = theme.px("corner.control")
        paint_box(painter, place, fill=theme.colour("sunken"), radius=radius)
        size, edge = theme.px("icon.button"), theme.px("policy.meaning_edge")
        corner = QPointF(right - edge - size if self.isRightToLeft() else left + edge, top)
        theme.icons.paint(painter, "info", "accent.text", corner=corner, size_px=size)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        theme, layout = self._theme, self.document().documentLayout()
        size, colour = theme.px("policy.dot"), theme.colour("accent.text")
        start = theme.px("policy.dot_start") + size / 2
        frame = self.document().rootFrame().frameFormat()
        for number in self._written.points:
            block = self.document().findBlockByNumber(number)
            place = layout.blockBoundingRect(block).translated(0, -self.scrolled_px)
            if place.bottom() < 0 or place.top() > self.viewport().height():
                continue
            x = frame.leftMargin() + start
            if block.textDirection() is Qt.LayoutDirection.RightToLeft:
                x = self.viewport().width() - frame.rightMargin() - start
            # The bounding box of a block begins below its margin.
            middle = place.top() + theme.line_px("reading") / 2
            paint_disc(painter, x, middle, size=size, fill=colour)

    def _settle(self) -> None:
        """Keep the column readable: never wider than the design's, with room on both sides."""
        theme = self._theme
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        side = theme.px("policy.text_side")
        rest = max(side, self.width() - side - theme.px("policy.text"))
        before, after = (rest, side) if self.isRightToLeft() else (side, rest)
        form.setTopMargin(theme.px("space.3" if self._is_below_strip else "page.top"))
        form.setBottomMargin(theme.px("policy.text_bottom"))
        form.setLeftMargin(before)
        form.setRightMargin(after)
        if form != frame.frameFormat():
            frame.setFrameFormat(form)

    def _places(self, text: str) -> list[QTextCursor]:
        found, document = [], self.document()
        hit = document.find(text, 0)
        while not hit.isNull():
            found.append(hit)
            hit = document.find(text, hit)
        return found

    def _renew(self) -> None:
        """Give the text the colours of another theme, at the same place."""
        if self._written.box is None or self._write is None:
            self._mark_hits()
            return
        was_at = self.scrolled_px
        self._written = self._write(self.document())
        self._settle()
        self.search(self._searched)
        self.verticalScrollBar().setValue(was_at)

    def _mark_hits(self) -> None:
        marks = []
        for number, hit in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            is_shown = number == self._hit
            look = hit.charFormat()
            look.setBackground(self._theme.colour("accent" if is_shown else "accent.soft"))
            look.setForeground(self._theme.colour("on.accent" if is_shown else "text"))
            # Stubs know the two parts of a mark as methods only.
            setattr(mark, "cursor", hit)  # noqa: B010
            setattr(mark, "format", look)  # noqa: B010
            marks.append(mark)
        self.setExtraSelections(marks)

    def _show_hit(self) -> None:
        if self._hit < 0:
            return
        hit = self._hits[self._hit]
        place = QTextCursor(hit)
        place.setPosition(hit.selectionStart())
        self.setTextCursor(place)
        top = self.cursorRect(place).top()
        line = self._theme.line_px("reading")
        if top < line or top > self.viewport().height() - 2 * line:
            wanted = self.scrolled_px + top - self.viewport().height() // 3
            self.verticalScrollBar().setValue(wanted)

    def _first_line(self) -> QTextCursor:
        return self.cursorForPosition(self.viewport().rect().topLeft())

    def _make_bar(self) -> QScrollBar:
        bar, own = QScrollBar(Qt.Orientation.Vertical, self), self.verticalScrollBar()
        bar.setObjectName("scroll_bar")
        own.setSingleStep(self._theme.px("policy.scroll_step"))
        own.valueChanged.connect(bar.setValue)
        own.valueChanged.connect(self.moved)
        own.rangeChanged.connect(self._place_bar)
        bar.valueChanged.connect(own.setValue)
        return bar

    def _place_bar(self) -> None:
        bar, own = self._bar, self.verticalScrollBar()
        width, away = self._theme.px("scroll.width"), self._theme.px("scroll.away")
        left = away if self.isRightToLeft() else self.width() - away - width
        bar.setGeometry(left, away, width, self.height() - 2 * away)
        bar.setPageStep(own.pageStep())
        bar.setSingleStep(own.singleStep())
        bar.setRange(own.minimum(), own.maximum())
        bar.setValue(own.value())
        bar.setVisible(own.maximum() > 0)
        bar.raise_()
