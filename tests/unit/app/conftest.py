from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from altrabits_desktop.ui.shell.window import Window
from tests.fakes.elsewhere import Elsewhere, elsewhere
from tests.fakes.shared_home import SharedHome, shared_home
from tests.harness.computer_at_home import Computer
from tests.harness.person_elsewhere import Person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Take back what a start does to the loggers of the process."""
    logger = logging.getLogger("altrabits_desktop")
    handlers, level = list(logger.handlers), logger.level
    yield
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


@pytest.fixture(autouse=True)
def no_window_is_left() -> Iterator[None]:
    """End every window with its test: half collected ones would still be sent events."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Window):
            widget.hide()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
async def far(tmp_path: Path) -> AsyncIterator[Elsewhere]:
    async with elsewhere(tmp_path / "far") as server:
        yield server


@pytest.fixture
async def person(tmp_path: Path) -> AsyncIterator[Person]:
    made = Person(tmp_path / "profile")
    yield made
    await made.stop()


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[SharedHome]:
    """Give a home whose server runs."""
    async with shared_home(tmp_path / "server") as home:
        yield home


@pytest.fixture
async def one(tmp_path: Path) -> AsyncIterator[Computer]:
    """Give a computer that has joined nothing."""
    computer = Computer(tmp_path / "one")
    yield computer
    await computer.stop()


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[Computer]:
    """Give another one."""
    computer = Computer(tmp_path / "other")
    yield computer
    await computer.stop()
