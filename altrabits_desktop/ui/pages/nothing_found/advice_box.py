"""The most probable cause in a box of its own, and below it the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.sentences_doctor import cause_words
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.nothing_found.fixes import FixKind, icon_of
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import Diagnosis
    from altrabits_desktop.ui.pages.nothing_found.fixes import Fix
    from altrabits_desktop.ui.theme.theme import Theme


class AdviceBox(QWidget):
    """Coloured as a fault where something is broken here, quiet where nothing is.

    Args:
        theme: the look in force.
        parent: owner.
    """

    tried_again = Signal()
    fix_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cause = _TextRow(theme, is_boxed=True)
        self._to_do = _TextRow(theme, is_boxed=False)
        self._fix = PushButton(theme, translate("nothing found", "Find again"), look=Look.PRIMARY)
        self._fix.setObjectName("streamers.empty.fix")
        self._fix.clicked.connect(self.fix_wanted)
        self._fix.hide()
        self._again = PushButton(
            theme,
            translate("nothing found", "Find again"),
            look=Look.PRIMARY,
            icon="refresh",
            busy_text=translate("nothing found", "Finding"),
        )
        self._again.setObjectName("streamers.empty.again")
        self._again.clicked.connect(self.tried_again)
        self._to_do.add(self._fix)
        self._to_do.add(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._cause)
        layout.addWidget(self._to_do)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_advice(
        self, diagnosis: Diagnosis, *, fix: Fix | None, is_looking: bool, is_examining: bool = False
    ) -> None:
        """Show a cause, what to do about it, and the button that does it where one can."""
        is_broken = diagnosis.place is not None
        words = cause_words(diagnosis)
        icon = "warning" if is_broken else "info"
        self._cause.show_words(icon, words.heading, words.sentence, is_bad=is_broken)
        then = fix.value if fix is not None and fix.kind is FixKind.COPY else words.then
        self._to_do.show_words(icon_of(diagnosis), words.to_do, then, is_bad=False)
        self._fix.setVisible(fix is not None)
        if fix is not None:
            is_closer = fix.kind is FixKind.LOOK_CLOSER
            busy = translate("nothing found", "Checking") if is_closer else ""
            self._fix.set_words(fix.words, busy_text=busy)
            self._fix.set_busy(is_closer and is_examining)
        self._again.set_look(Look.SECONDARY if fix is not None else Look.PRIMARY)
        self._again.set_busy(is_looking)


class _TextRow(QWidget):
    def __init__(self, theme: Theme, *, is_boxed: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_boxed = is_boxed
        self._is_bad = False
        self._icon = IconMark(theme, "info", size_px=theme.px("icon.place"))
        self._heading = TextBlock(theme, type_name="name", role="text")
        self._sentence = TextBlock(theme)
        words = QVBoxLayout()
        words.setSpacing(theme.px("notice.text_gap"))
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._row = QHBoxLayout(self)
        edge, gap = theme.px("space.4"), theme.px("notice.gap")
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(gap)
        side = Qt.AlignmentFlag.AlignTop if is_boxed else Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._icon, 0, side)
        self._row.addLayout(words, 1)

    def add(self, button: QWidget) -> None:
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, icon: str, heading: str, sentence: str, *, is_bad: bool) -> None:
        self._is_bad = is_bad
        quiet = "text.2" if self._is_boxed else "accent.text"
        self._icon.set_icon(icon, role="bad" if is_bad else quiet)
        self._heading.set_text(heading)
        self._sentence.set_text(sentence)
        self._sentence.set_role("text" if is_bad else "text.2")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_boxed:
            painter = QPainter(self)
            ground = "bad.soft" if self._is_bad else "sunken"
            paint_box(
                painter,
                QRectF(self.rect()),
                fill=self._theme.colour(ground),
                radius=self._theme.px("corner.control"),
            )
            painter.end()
