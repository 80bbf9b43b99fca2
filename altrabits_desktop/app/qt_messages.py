"""What Qt itself reports: into the log; what ends it, in a sentence first.

Qt ends the process on the spot when no window can be shown; this is the last moment to say why.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext

logger = logging.getLogger(__name__)

_LIBRARY = "xcb-cursor0"
_REASON_CHARACTERS = 200
_NOT_CONNECTED = "could not connect to display"


class QtMessages:
    """Takes Qt's messages.

    Args:
        refuse: says why there is no window; the process ends right after it.
    """

    def __init__(self, refuse: Callable[[Refused], None]) -> None:
        self._refuse = refuse
        self._warnings: list[str] = []
        self._last: str | None = None

    def listen(self) -> None:
        """Take every message from now on."""
        qInstallMessageHandler(self.take)

    def take(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        """Take one message; any thread. What comes again at once is logged once."""
        text = message or ""
        # When a display goes away, Qt says so dozens of times.
        if text != self._last:
            logger.log(level_of(kind), "Qt: %s", text)
        self._last = text
        if kind is QtMsgType.QtWarningMsg:
            self._warnings = [*self._warnings[-3:], text]
        if kind is QtMsgType.QtFatalMsg:
            self._refuse(why_no_window((*self._warnings, text)))
            sys.stderr.flush()
            os._exit(Refused.exit_status)


def level_of(kind: QtMsgType) -> int:
    """Give the level at which a message is logged."""
    match kind:
        case QtMsgType.QtDebugMsg:
            return logging.DEBUG
        case QtMsgType.QtInfoMsg:
            return logging.INFO
        case QtMsgType.QtCriticalMsg:
            return logging.ERROR
        case QtMsgType.QtFatalMsg:
            return logging.CRITICAL
        case _:
            return logging.WARNING


def why_no_window(messages: tuple[str, ...]) -> Refused:
    """Find in Qt's last words what is missing. Pure."""
    told = next((text for text in messages if _NOT_CONNECTED in text), None)
    # Qt names the library whenever its plug-in fails, also when the display is what is missing.
    if told is None and any(_LIBRARY in text for text in messages):
        return Refused(
            "display.library_missing", library="libxcb-cursor.so.0", package="libxcb-cursor0"
        )
    # Imported here: a start that ends well does not pay for it.
    from altrabits_desktop.contract.plain_text import plain_text

    reason = plain_text(told or messages[-1], limit=_REASON_CHARACTERS)
    return Refused("display.unusable", reason=reason)
