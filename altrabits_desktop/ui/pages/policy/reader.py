"""A policy to read: its contents beside its text, how far one is, and what a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.policy.contents_list import ContentsList
from altrabits_desktop.ui.pages.policy.progress import HitsLine, ProgressLine
from altrabits_desktop.ui.pages.policy.sections import changed_sections, minutes_for
from altrabits_desktop.ui.pages.policy.strip import ChangesStrip
from altrabits_desktop.ui.pages.policy.text_view import PolicyTextView
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.privacy.policy_text import Block
    from altrabits_desktop.ui.pages.policy.sections import Section
    from altrabits_desktop.ui.theme.theme import Theme


class PolicyReader(QWidget):
    """Contents and text side by side; the contents follow the scroll and lead it.

    Args:
        theme: the look in force.
        is_touch: whether contents and progress are for fingers, and read from further away.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, is_touch: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: tuple[Section, ...] = ()
        self._read: set[str] = set()
        self._is_led = False
        self._query = ""
        self._contents_px = theme.px("kiosk.contents" if is_touch else "policy.contents")
        self.strip = ChangesStrip(theme)
        self.strip.hide()
        self.contents = ContentsList(theme, is_touch=is_touch)
        self.text = PolicyTextView(theme, name=translate("policy", "Text of the privacy policy"))
        self._progress = ProgressLine(theme, type_name="kiosk_small" if is_touch else "text")
        self._hits = HitsLine(theme)
        self._hits.hide()
        self._hits.stepped.connect(self.step)
        self.contents.section_chosen.connect(self._lead)
        self.text.moved.connect(self._follow)
        self._lay_out()

    @property
    def read(self) -> frozenset[str]:
        """Ids of the sections that were read to their end."""
        return frozenset(self._read)

    def show_policy(
        self, blocks: Sequence[Block], sections: Sequence[Section], *, contact: str = ""
    ) -> None:
        """Show a text from its begin, and below it whom one can turn to."""
        self._begin(sections)
        self.text.show_blocks(blocks, closing=contact)
        self.search(self._query)

    def show_changes(self, change: PolicyChange, *, contact: str = "") -> None:
        """Show what a version changes, and below it whom one can turn to."""
        self._begin(changed_sections(change))
        self.text.show_changes(change, closing=contact)
        self.search(self._query)

    def _begin(self, sections: Sequence[Section]) -> None:
        self._sections = tuple(sections)
        self._read.clear()
        self.contents.show_sections(sections)

    def show_strip(self, *, is_shown: bool) -> None:
        """Let what is compared stand above the text."""
        self.strip.setVisible(is_shown)
        self.text.set_below_strip(is_below=is_shown)

    def search(self, query: str) -> None:
        """Mark what is searched for; "" ends the search."""
        self._query = query
        self.text.search(query)
        self._progress.setVisible(not query)
        self._hits.setVisible(bool(query))
        self._show_hits()

    def step(self, way: int) -> None:
        """Show the next hit, or the one before by -1."""
        self.text.step(way)
        self._show_hits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.window().width() < self._theme.px("page.narrow_below")
        narrow_px = self._theme.px("policy.contents_narrow")
        self._side.setFixedWidth(narrow_px if is_narrow else self._contents_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, line = QPainter(self), self._theme.px("card.edge")
        beside = self._side.geometry()
        left = beside.left() - line if self.isRightToLeft() else beside.right() + 1
        place = QRectF(left, 0, line, self.height())
        paint_box(painter, place, fill=self._theme.colour("border"), radius=0)
        painter.end()

    def _lay_out(self) -> None:
        theme = self._theme
        self._side = QWidget()
        # From the begin, so that the text is laid out once.
        self._side.setFixedWidth(self._contents_px)
        column = QVBoxLayout(self._side)
        edge = theme.px("space.4")
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(0)
        column.addWidget(self.contents, 1)
        column.addWidget(self._progress)
        column.addWidget(self._hits)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("card.edge"))
        # The text first: it is what keys scroll from anywhere on the page.
        paper = QVBoxLayout()
        paper.setSpacing(0)
        paper.addWidget(self.strip)
        paper.addWidget(self.text, 1)
        row.addLayout(paper, 1)
        row.insertWidget(0, self._side)
        self.setTabOrder(self.contents, self.text)

    def _lead(self, section: str) -> None:
        self._is_led = True
        self.text.scroll_to(section)
        self._is_led = False
        self._note_read()
        self.contents.mark(section, self._read)

    def _follow(self) -> None:
        if self._is_led or not self._sections:
            return
        self._note_read()
        self.contents.mark(self._current(), self._read)

    def _current(self) -> str:
        """Give the section that is being read: the last one that begins above the reading line."""
        text = self.text
        if text.is_at_end and text.scrolled_px > 0:
            return self._sections[-1].id
        line = text.scrolled_px + self._theme.px("policy.reading_line")
        current = self._sections[0].id
        for section in self._sections:
            # Whatever is below the first one beyond it is laid out only when it is come to.
            if text.top_of(section.id) > line:
                break
            current = section.id
        return current

    def _note_read(self) -> None:
        """Count sections as read once their end came up to the middle, or the text to its end."""
        if not self.text.isVisible():
            return
        top, high = self.text.scrolled_px, self.text.viewport().height()
        # Of a section whose end alone is in sight nothing was read.
        begin = top + self._theme.px("policy.reading_line")
        # At the end of the text there is nothing left to scroll by.
        line = top + (high if self.text.is_at_end else high // 2)
        after = (*(section.id for section in self._sections[1:]), "")
        for section, follower in zip(self._sections, after, strict=True):
            end = self.text.top_of(follower) if follower else self.text.content_px()
            if end > line:
                # What follows ends further down, and is laid out only when it is come to.
                break
            if begin < end <= line or (not follower and self.text.is_at_end):
                self._read.add(section.id)
        self._show_progress()

    def _show_progress(self) -> None:
        left = sum(section.words for section in self._sections if section.id not in self._read)
        minutes = minutes_for(left, words_per_minute=self._theme.px("policy.words_per_minute"))
        words = translate("policy", "Read to the end")
        if left:
            words = fill(
                translate("policy", "{read} of {all} read, {minutes} min left"),
                read=len(self._read),
                all=len(self._sections),
                minutes=minutes,
            )
        self._progress.show_share(len(self._read) / max(1, len(self._sections)), words=words)

    def _show_hits(self) -> None:
        if not self.text.hits:
            self._hits.show_words(translate("policy", "Not in the text"), is_found=False)
            return
        place = translate("policy", "{number} of {all}", "places found by the search")
        words = fill(place, number=self.text.hit + 1, all=self.text.hits)
        self._hits.show_words(words, is_found=True)
