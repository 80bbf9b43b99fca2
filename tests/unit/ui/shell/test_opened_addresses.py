from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from altrabits_desktop.ui.shell.opened_addresses import OpenedAddresses

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def told(qapp: QApplication) -> Iterator[list[str]]:
    addresses: list[str] = []
    hearing = OpenedAddresses(qapp, opened=addresses.append)
    yield addresses
    qapp.removeEventFilter(hearing)
    hearing.deleteLater()


def test_an_address_that_the_system_hands_over_is_told(qapp: QApplication, told: list[str]) -> None:
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("altrabits://settings")))

    assert told == ["altrabits://settings"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "https://example.test/", ""])
def test_nothing_else_that_is_handed_over_is_opened(
    qapp: QApplication, told: list[str], url: str
) -> None:
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(url)))

    assert told == []
