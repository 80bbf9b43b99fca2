"""A line for a password: hidden, and shown as long as its switch says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(LineField):
    """A line field whose switch stands at its end; Tab leads from the line to the switch.

    Args:
        theme: the look in force.
        name: what is typed here, read aloud.
        show_name: what the switch does while the text is hidden.
        hide_name: what it does while the text is shown.
        is_in_form: 40 instead of 36 high.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        show_name: str,
        hide_name: str,
        is_in_form: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name=name, is_in_form=is_in_form, parent=parent)
        self._names = (show_name, hide_name)
        self.switch = IconButton(theme, "eye", name=show_name, parent=self)
        self.switch.setCheckable(True)
        self.switch.setCursor(Qt.CursorShape.ArrowCursor)
        self.switch.toggled.connect(self._show_or_hide)
        self.setInputMethodHints(_HINTS)
        self._show_or_hide(False)

    def set_name(self, name: str) -> None:
        """Give the line and its switch their object names."""
        self.setObjectName(name)
        self.switch.setObjectName(f"{name}.show")

    def forget(self) -> None:
        """Empty the line, with no way back to what stood in it, and hide what comes next."""
        self.setText("")
        self.switch.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.switch.sizeHint()
        away = (self.height() - size.height()) // 2
        left = away if self.isRightToLeft() else self.width() - away - size.width()
        self.switch.setGeometry(left, away, size.width(), size.height())

    def _end_icon(self) -> str:
        # The switch stands there; that something is wrong is said by the edge and by words.
        return ""

    def _end_room_px(self) -> int:
        return self._theme.px("target.least")

    def _show_or_hide(self, is_shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if is_shown else modes.Password)
        name = self._names[is_shown]
        self.switch.set_icon("eye-off" if is_shown else "eye")
        self.switch.setAccessibleName(name)
        self.switch.setToolTip(tool_tip(name))
