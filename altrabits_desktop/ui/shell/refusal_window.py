"""The small window that says why there is no other: for whoever started the program by an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from altrabits_desktop.ui.theme.theme import Theme


class RefusalWindow(QWidget):
    """Says in a sentence what is in the way and what to do; Return and Escape close it.

    Args:
        theme: the look in force.
        sentence: what is in the way and what to do, in the spoken language; plain.
    """

    closed = Signal()
    """The person has closed it."""

    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        self.setObjectName("refusal")
        self.setWindowTitle(PRODUCT_NAME)
        heading = translate("refusal", "AltraBits Desktop cannot start")
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self._close = PushButton(
            theme, translate("refusal", "Close"), look=Look.PRIMARY, height=Height.LARGE
        )
        self._close.setObjectName("refusal.close")
        # What has the focus is read out: it is the one thing here that can have it.
        self._close.setAccessibleDescription(sentence)
        self._close.clicked.connect(self.close)
        self._lay_out(theme, heading, sentence)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The button takes what presses it before this.
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self, theme: Theme, heading: str, sentence: str) -> None:
        gap = theme.px("space.4")
        words = QVBoxLayout()
        words.setSpacing(theme.px("space.2"))
        words.addWidget(TextBlock(theme, heading, type_name="name", role="text"))
        words.addWidget(TextBlock(theme, sentence))
        told = QHBoxLayout()
        told.setSpacing(gap)
        icon = IconMark(theme, "warning", role="warn", size_px=theme.px("icon.place"))
        told.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addLayout(words, 1)
        column = QVBoxLayout(self)
        margin = theme.px("space.6")
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px("space.6"))
        column.addLayout(told)
        column.addStretch(1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        width = theme.px("spot.text_width") + 2 * margin
        self.setFixedSize(width, column.totalHeightForWidth(width))
