"""The field that searches in a policy: Return leads on, with Shift back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PolicySearch(SearchField):
    """Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    stepped = Signal(int)
    """The next place is wanted, or the one before by -1."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        words = translate("policy", "Search the text")
        super().__init__(
            theme,
            name=words,
            placeholder=words,
            clear_name=translate("policy", "Clear the search"),
            parent=parent,
        )
        self.setObjectName("policy.search.field")
        self.setFixedWidth(theme.px("field.search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
            event.accept()
            return
        super().keyPressEvent(event)
