from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from altrabits_desktop.ui.widgets.banner import Banner
from altrabits_desktop.ui.widgets.icon_mark import IconMark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def banner(theme: Theme, qtbot: QtBot) -> Banner:
    banner = Banner(
        theme,
        icon="offline",
        headline="Server away since 14:02.",
        rest="2 changes are safe here and wait.",
        action="What waits",
    )
    qtbot.addWidget(banner)
    return banner


def test_it_is_48_high_and_says_both_sentences(banner: Banner) -> None:
    banner.resize(700, banner.sizeHint().height())

    assert banner.height() == 48
    assert banner.accessibleName() == "Server away since 14:02. 2 changes are safe here and wait."


def test_its_action_is_told(banner: Banner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(banner.acted, timeout=1000):
        banner.button.click()


def test_without_an_action_there_is_no_button(theme: Theme, qtbot: QtBot) -> None:
    banner = Banner(theme, icon="check", headline="Renamed to Fireside.")
    qtbot.addWidget(banner)

    assert banner.button.isHidden()
    assert banner.accessibleName() == "Renamed to Fireside."


def test_it_can_say_something_else(banner: Banner) -> None:
    banner.set_words(icon="check", headline="In step.", icon_role="ok")

    icon = banner.findChild(IconMark)
    assert icon is not None
    assert (icon.icon_name, banner.accessibleName()) == ("check", "In step.")
    assert not banner.grab().isNull()


@pytest.mark.usefixtures("from_the_right")
def test_from_the_right_it_is_a_mirror_image(banner: Banner, qtbot: QtBot) -> None:
    banner.resize(700, 48)
    banner.show()
    icon = banner.findChild(IconMark)
    assert icon is not None

    assert banner.width() - icon.mapTo(banner, icon.rect().topRight()).x() - 1 == 17
    assert banner.button.mapTo(banner, QPoint()).x() == 17 - 13


def test_it_is_turned_with_the_language(banner: Banner, qtbot: QtBot) -> None:
    banner.resize(700, 48)
    banner.show()

    banner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    qtbot.waitUntil(lambda: banner.button.mapTo(banner, QPoint()).x() == 17 - 13)
