"""Log records that no test asked for."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WATCHED = ("altrabits_desktop", "asyncio", "qasync")
"""Ours, and the loops': a task whose error nobody took is told there."""


class RecordCollector(logging.Handler):
    """Keeps records of warning level and above as text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextlib.contextmanager
def collected_records() -> Iterator[list[str]]:
    """Collect what the watched loggers say inside the block."""
    collector = RecordCollector()
    loggers = [logging.getLogger(name) for name in WATCHED]
    for logger in loggers:
        logger.addHandler(collector)
    try:
        yield collector.found
    finally:
        for logger in loggers:
            logger.removeHandler(collector)
