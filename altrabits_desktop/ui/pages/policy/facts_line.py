"""Which policy it is: version, date and fingerprint in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.ui.theme.theme import Theme


class FactsLine(QWidget):
    """Three facts and a button that copies the whole fingerprint.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fingerprint = ""
        self._labels = [ElidedLabel(theme, role="text.2", numeric=True) for _ in range(3)]
        self._copy = IconButton(theme, "copy", name=translate("policy", "Copy the fingerprint"))
        self._copy.setObjectName("policy.fingerprint.copy")
        self._copy.clicked.connect(self._take_along)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        for label in self._labels[:-1]:
            row.addWidget(label)
        last = QHBoxLayout()
        last.setSpacing(0)
        last.addWidget(self._labels[-1])
        last.addWidget(self._copy)
        row.addLayout(last)
        row.addStretch(1)

    def show_policy(
        self, policy: Policy, *, is_in_force: bool, now: datetime, is_short: bool
    ) -> None:
        """Show the facts of a policy; in fewer letters where there is little room."""
        self._fingerprint = policy.fingerprint
        texts = (
            words.version_words(policy.version),
            words.since_words(policy, is_in_force=is_in_force, now=now, is_short=is_short),
            words.fingerprint_words(policy.fingerprint, groups=2 if is_short else 3),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.set_text(text)
        self._copy.setToolTip(tool_tip(f"{self._copy.accessibleName()}\n{policy.fingerprint}"))

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._fingerprint)
