"""A house whose server has a policy in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions import policy_changes
from altrabits_desktop.ui.pages.policy.dialog import PolicyDialog
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.harness.policy_dialog import Opened


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, "en")
    yield
    speak_in(qapp, "en")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare where it is asked for: the launcher of these tests waits for nothing."""
    monkeypatch.setattr(policy_changes, "beside", _at_once)


async def _at_once(work: Callable[..., object], *arguments: object) -> object:
    return work(*arguments)


@pytest.fixture
def house() -> FullHouse:
    house = FullHouse()
    house.home.ask()
    return house


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, house: FullHouse) -> Iterator[Opened]:
    windows: list[QWidget] = []

    def open_dialog(
        width: int = 1180, height: int = 760, *, is_cut: bool | None = None
    ) -> PolicyDialog:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        dialog = PolicyDialog(theme, services=house.services, window=window, is_cut=is_cut)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_dialog
    windows.clear()
