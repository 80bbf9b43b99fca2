"""Loads modules in idle moments, one in each turn of the loop, so that no first use is felt."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Sequence


class Preloading(QObject):
    """Begins with the loop's next idle turn. Main thread only.

    Args:
        modules: dotted names; small ones first, as each one is loaded with all it imports.
        parent: owner; with its end the loading ends too.
    """

    def __init__(self, modules: Sequence[str], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = list(modules)
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._load_next)
        self._turns.start(0)

    @property
    def is_over(self) -> bool:
        """Whether everything is loaded."""
        return not self._waiting

    def _load_next(self) -> None:
        if self._waiting:
            import_module(self._waiting.pop(0))
        if not self._waiting:
            self._turns.stop()
