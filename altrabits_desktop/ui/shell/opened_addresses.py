"""Addresses that macOS hands to the running program, which starts no second one for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from altrabits_desktop.contract.app_address import is_app_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication


class OpenedAddresses(QObject):
    """Hears the application from its making on. For macOS alone: it sees every event in Python.

    Args:
        application: of this process, and owner.
        opened: told of an address; may be anything that begins with our scheme.
    """

    def __init__(self, application: QApplication, *, opened: Callable[[str], None]) -> None:
        super().__init__(application)
        self._opened = opened
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        address = event.url().toString()
        if is_app_address(address):
            self._opened(address)
        # Files are opened by nothing here.
        return True
