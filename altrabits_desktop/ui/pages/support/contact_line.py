"""Whom everybody can turn to, without an account: plain text that can be selected and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.plain_view import PlainView

if TYPE_CHECKING:
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.ui.theme.theme import Theme


_ALMOST_ALL = 1_000


class ContactLine(QWidget):
    """The contact of the policy in force, with a button that copies it.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        name = translate("support", "Contact")
        self.setObjectName("support.contact")
        self.setAccessibleName(name)
        self._text = PlainView(theme, name=name, most_px=3 * theme.line_px("lines"))
        self._text.setObjectName("support.contact.text")
        self._copy = IconButton(theme, "copy", name=translate("support", "Copy the contact"))
        self._copy.setObjectName("support.contact.copy")
        self._copy.clicked.connect(self._take_along)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.2"))
        high, line_px = theme.px("target.least"), theme.line_px("lines")
        title = ElidedLabel(theme, name, type_name="chosen")
        title.setFixedHeight(high)
        # The first line stands beside the title, however many there are.
        column = QVBoxLayout()
        column.setContentsMargins(0, (high - line_px) // 2, 0, (high - line_px) // 2)
        column.addWidget(self._text)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(title, 0, top)
        row.addLayout(column, _ALMOST_ALL)
        row.addWidget(self._copy, 0, top)
        row.addStretch(1)

    def show_contact(self, report: HomeReport) -> None:
        """Show whom the policy in force names."""
        self._known = words.contact(report)
        self._text.set_text(self._known)
        self._text.setMaximumWidth(self._text.natural_px())
        self._copy.setVisible(words.has_contact(report))

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._known)
