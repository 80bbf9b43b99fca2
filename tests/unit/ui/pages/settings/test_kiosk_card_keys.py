"""Staff choose what visitors see, by keyboard as well, and what they chose stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QScrollArea, QWidget

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.app.made_up_shop import shop as shop_streamers
from altrabits_desktop.app.staged_kiosk import StagedKiosk
from altrabits_desktop.app.staging import StagedDirectory
from altrabits_desktop.contract.kiosk import KioskSetup
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.ui.pages.settings.page import SettingsPage
from altrabits_desktop.ui.shell.tab_order import neighbour
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.push_button import PushButton

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
    return shown(
        qtbot, theme, house, StagedKiosk(KioskReport(setup=setup), shown=StagedDirectory(()))
    )


def shown(qtbot: QtBot, theme: Theme, house: FullHouse, kiosk: StagedKiosk) -> SettingsPage:
    page = SettingsPage(theme, services=replace(house.services, kiosk=already(kiosk)))
    qtbot.addWidget(page)
    page.resize(956, 760)
    page.show()
    page.build_rest()
    button(page, "settings.kiosk.open").click()
    QApplication.processEvents()
    return page


def button(page: SettingsPage, name: str) -> PushButton:
    found = page.findChild(QWidget, name)
    assert isinstance(found, PushButton)
    return found


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
    button(page, "settings.kiosk.open").setFocus()

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


class RemovedKiosk(StagedKiosk):
    """Is none any more as soon as it was removed."""

    def __init__(self, house: FullHouse) -> None:
        setup = KioskSetup(pin="$argon2id$", streamers=())
        super().__init__(KioskReport(setup=setup), shown=StagedDirectory(()))
        self._house = house

    async def remove(self) -> None:
        self._report = KioskReport()
        self._house.feed.publish(Changes(topics=Topic.KIOSK))


def test_whoever_removes_the_kiosk_by_keys_stays_with_it(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    page = shown(qtbot, theme, house, RemovedKiosk(house))
    page.activateWindow()
    QApplication.processEvents()
    remove = button(page, "settings.kiosk.remove")
    remove.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(remove, Qt.Key.Key_Return)

    assert remove.isHidden()
    assert page.focusWidget() is button(page, "settings.kiosk.open")
    assert has_ring(page.focusWidget())


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
