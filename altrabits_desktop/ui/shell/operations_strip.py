"""The strip of what takes long: a line each, at the foot of the pages and never before the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.operations import OperationState
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from altrabits_desktop.runtime.operations import Operation, Operations
    from altrabits_desktop.ui.theme.theme import Theme

_ICONS = {
    OperationState.RUNNING: "waiting",
    OperationState.DONE: "check",
    OperationState.CANCELLED: "info",
    OperationState.FAILED: "warning",
}


class OperationsStrip(QWidget):
    """Shows all operations; one that has ended stays until it is closed.

    Args:
        theme: the look in force.
        operations: what is shown.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, operations: Operations, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._operations = operations
        self._lines: dict[tuple[int, bool], Banner] = {}
        self.setObjectName("operations.strip")
        self.setAccessibleName(translate("operations", "What goes on"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px("space.2"))
        self.show_all()

    def show_all(self) -> None:
        """Show what goes on now, and how the last ones ended."""
        # A line whose button does something else by now is another line.
        shown = {(one.id, one.state is OperationState.RUNNING): one for one in self._operations.all}
        for key in self._lines.keys() - shown.keys():
            line = self._lines.pop(key)
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        for key, operation in shown.items():
            if key not in self._lines:
                self._lines[key] = self._line(operation)
                self._layout.addWidget(self._lines[key])
                self._lines[key].show()
            self._lines[key].set_words(
                icon=_ICONS[operation.state],
                headline=operation.title(),
                rest=_rest(operation),
                icon_role="bad" if operation.state is OperationState.FAILED else "text.2",
            )

    def _line(self, operation: Operation) -> Banner:
        number, title = operation.id, operation.title()
        is_running = operation.state is OperationState.RUNNING
        verb = translate("operations", "Stop") if is_running else translate("operations", "Close")
        has_button = operation.can_cancel or not is_running
        line = Banner(
            self._theme,
            icon=_ICONS[operation.state],
            headline=title,
            action=verb if has_button else "",
            parent=self,
        )
        line.setObjectName("operations.strip.line")
        line.button.setObjectName(f"operations.strip.{'stop' if is_running else 'close'}")
        line.button.setAccessibleName(
            fill(translate("operations", "{verb}: {operation}"), verb=verb, operation=title)
        )
        act = self._operations.cancel if is_running else self._operations.put_away
        line.acted.connect(lambda: act(number))
        return line


def _rest(operation: Operation) -> str:
    if operation.phase is not None:
        return operation.phase()
    if operation.state is OperationState.FAILED:
        return translate("operations", "It did not work")
    return ""
