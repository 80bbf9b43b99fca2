"""The field that stands in the place of a streamer's name while that is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.ui.theme.theme import Theme


class NameEditor(QWidget):
    """As high as the way back beside it, so that nothing moves. Main thread only.

    Return keeps what is typed, Escape leaves it as it was.

    Args:
        theme: the look in force.
        parent: owner.
    """

    kept = Signal(str)
    """The name that the person typed."""
    edited = Signal()
    """Something else is typed now."""
    left = Signal()
    """The name stays as it was."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = LineField(theme, name=translate("streamer", "New name"))
        self._line.setObjectName("streamer.name.field")
        self._line.setMinimumWidth(theme.px("name.field"))
        self._line.setMaximumWidth(theme.px("name.field_most"))
        self._line.returnPressed.connect(self._keep)
        self._line.textEdited.connect(self.edited)
        self._save = PushButton(
            theme, translate("streamer", "Save"), busy_text=translate("streamer", "Saving")
        )
        self._save.setObjectName("streamer.name.save")
        self._save.setAccessibleName(translate("streamer", "Save the name"))
        self._save.clicked.connect(self._keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._line, 1)
        row.addWidget(self._save)
        row.addStretch(0)

    def begin(self, name: str, reason: Qt.FocusReason) -> None:
        """Let a name be changed, all of it chosen."""
        self._line.setText(name)
        self._line.set_wrong(False)
        self._line.selectAll()
        self._line.setFocus(reason)

    def show_state(self, *, is_busy: bool, is_wrong: bool) -> None:
        """Show that the name is being kept, or was not taken."""
        self._save.set_busy(is_busy)
        self._line.set_wrong(is_wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self._save.is_busy:
            self.kept.emit(self._line.text())
