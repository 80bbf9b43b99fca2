"""Tells when an age in minutes becomes another one, so that "2 min ago" stays true by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_MINUTE_MS = 60_000
_HOUR = timedelta(hours=1)
# A timer may be a little early; to look before the minute is over would show the age before.
_SLACK_MS = 100


class Minutes(QObject):
    """Waits from the first `aim` on, and ends with its owner. Main thread only.

    Args:
        parent: owner.
    """

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.passed)

    @property
    def wait_ms(self) -> int:
        """How long it waits after the latest `aim`."""
        return self._timer.interval()

    def aim(self, instants: Iterable[datetime], *, now: datetime) -> None:
        """Tell once, as soon as the age of one of these instants becomes another one."""
        self._timer.start(next_minute_ms(instants, now=now))


def next_minute_ms(instants: Iterable[datetime], *, now: datetime) -> int:
    """Give in how many milliseconds an age becomes another number of minutes; pure.

    A minute at most, which is soon enough for ages of hours, and for an instant that is still to
    come.
    """
    ages_ms = (
        int((now - at).total_seconds() * 1000) for at in instants if timedelta() <= now - at < _HOUR
    )
    return min((_MINUTE_MS - age % _MINUTE_MS for age in ages_ms), default=_MINUTE_MS) + _SLACK_MS
