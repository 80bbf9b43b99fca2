"""Staff choose what visitors see, by keyboard as well, and what they chose stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QScrollArea, QWidget

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.app.made_up_shop import shop as shop_streamers
from altrabits_desktop.app.staged_kiosk import StagedKiosk
from altrabits_desktop.app.staging import StagedDirectory
from altrabits_desktop.contract.kiosk import KioskSetup
from altrabits_desktop.ui.pages.settings.page import SettingsPage
from altrabits_desktop.ui.shell.tab_order import neighbour

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


@pytest.fixture
def streamers(house: FullHouse) -> tuple[Streamer, ...]:
    return shop_streamers(house.services.clock.now())[:3]


def opened(
    qtbot: QtBot, theme: Theme, house: FullHouse, *, setup: KioskSetup | None = None
) -> SettingsPage:
    kiosk = StagedKiosk(KioskReport(setup=setup), shown=StagedDirectory(()))
    page = SettingsPage(theme, services=replace(house.services, kiosk=kiosk))
    qtbot.addWidget(page)
    page.resize(956, 760)
    page.show()
    page.findChild(QWidget, "settings.kiosk.open").click()  # type: ignore[union-attr] # its button
    QApplication.processEvents()
    return page


def boxes(page: SettingsPage) -> list[QCheckBox]:
    found = [
        box
        for box in page.findChildren(QCheckBox)
        if box.objectName().startswith("settings.kiosk.streamer.") and not box.isHidden()
    ]
    return sorted(found, key=lambda box: box.y())


def test_streamers_stand_in_the_order_of_their_names(
    qtbot: QtBot, theme: Theme, house: FullHouse, streamers: tuple[Streamer, ...]
) -> None:
    house.show(*streamers)

    page = opened(qtbot, theme, house)
    names = [box.text() for box in boxes(page)]

    assert names == sorted(one.name for one in streamers)


def test_tab_leads_through_the_streamers_on_the_way_to_the_pin(
    qtbot: QtBot, theme: Theme, house: FullHouse, streamers: tuple[Streamer, ...]
) -> None:
    house.show(*streamers)
    page = opened(qtbot, theme, house)
    page.findChild(QWidget, "settings.kiosk.open").setFocus()  # type: ignore[union-attr] # its button

    met: list[str] = []
    for _ in range(len(streamers) + 1):
        found = neighbour(page, [page], is_next=True)
        assert found is not None
        found.setFocus()
        met.append(found.objectName())

    wanted = [box.objectName() for box in boxes(page)]
    assert met == [*wanted, "settings.kiosk.pin"]


def test_what_was_unticked_stays_so_while_streamers_come_and_go(
    qtbot: QtBot, theme: Theme, house: FullHouse, streamers: tuple[Streamer, ...]
) -> None:
    house.show(*streamers)
    page = opened(qtbot, theme, house)
    first, second, third = boxes(page)
    first.click()
    third.click()

    house.show(*(one for one in streamers if one.name != third.text()))
    left = [(box.text(), box.isChecked()) for box in boxes(page)]
    house.show(*streamers)

    assert left == [(first.text(), False), (second.text(), True)]
    assert [box.isChecked() for box in boxes(page)] == [False, True, False]


@pytest.mark.parametrize(
    ("setup", "is_said"), [(None, False), (KioskSetup(pin="$argon2id$", streamers=()), True)]
)
def test_an_empty_pin_keeps_one_only_where_there_is_one(
    qtbot: QtBot, theme: Theme, house: FullHouse, setup: KioskSetup | None, is_said: bool
) -> None:
    page = opened(qtbot, theme, house, setup=setup)

    pin = page.findChild(QLineEdit, "settings.kiosk.pin")
    assert pin is not None
    assert ("Empty keeps" in pin.accessibleDescription()) is is_said


def test_what_is_unfolded_is_scrolled_into_sight(
    qtbot: QtBot, theme: Theme, house: FullHouse, streamers: tuple[Streamer, ...]
) -> None:
    house.show(*streamers)
    page = opened(qtbot, theme, house)

    keep = page.findChild(QWidget, "settings.kiosk.keep")
    (area,) = page.findChildren(QScrollArea)
    assert keep is not None
    assert area.viewport().rect().contains(keep.mapTo(area.viewport(), keep.rect().bottomLeft()))
