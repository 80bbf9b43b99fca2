"""What the page lets people tell streamers, and who may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, SetMute, SetVolume
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.settings import Settings, StreamerView
from altrabits_desktop.ui.pages.streamers.controls import NO_CONTROLS
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.house_on_show import FIRESIDE, House, Told, five
from tests.harness.window_parts import focused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from tests.unit.ui.pages.streamers.conftest import OpenPage

OWN = replace(five()[0], capabilities=frozenset(Capability), is_owned=True, owned_id="one")


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    if shiboken6.isValid(owner):
        shiboken6.delete(owner)


@pytest.fixture
def model(house: House, owner: QObject) -> StreamersViewModel:
    house.show(OWN)
    model = StreamersViewModel(house.services, parent=owner)
    model.set_visible(True)
    return model


def sign_in(house: House) -> None:
    house.home.stand(standing=Standing.SIGNED_IN, email="maple@example.test")


def card_part(page: StreamersPage, name: str) -> QWidget:
    found = [each for each in page.findChildren(QWidget, name) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_c09_controls_come_with_a_sign_in_and_go_with_it(
    model: StreamersViewModel, house: House
) -> None:
    renewed = Told(model.renewed)
    before = model.face(OWN).controls

    sign_in(house)
    with_account = model.face(OWN).controls
    house.home.stand(waits=1)
    house.home.stand(standing=Standing.DECLINED)

    assert before == NO_CONTROLS
    assert (with_account.can_play, with_account.primary) == (True, Pause())
    assert model.face(OWN).controls == NO_CONTROLS
    assert renewed == [(OWN,), (OWN,)]


def test_streamers_of_others_are_only_looked_at(model: StreamersViewModel, house: House) -> None:
    sign_in(house)

    assert model.face(replace(OWN, is_owned=False)).controls == NO_CONTROLS
    assert model.face(replace(OWN, is_locked=True)).controls == NO_CONTROLS


def test_a_command_goes_to_its_streamer_and_what_it_says_is_read_afterwards(
    model: StreamersViewModel, house: House
) -> None:
    renewed = Told(model.renewed)

    model.tell(FIRESIDE, SetVolume(20))

    assert house.control.told == [(FIRESIDE, SetVolume(20))]
    assert renewed == [(OWN,)]


def test_a_refusal_is_told_to_the_window(model: StreamersViewModel, house: House) -> None:
    house.control.refusal = Refused("control.refused")

    model.tell(FIRESIDE, SetVolume(20))

    assert [error.code for error in house.launcher.reported] == ["control.refused"]


def test_one_that_left_meanwhile_is_not_read(model: StreamersViewModel, house: House) -> None:
    renewed = Told(model.renewed)
    house.launcher.is_holding = True
    model.tell(FIRESIDE, SetVolume(20))
    house.show()

    house.launcher.let_run()

    assert renewed == []


def test_a_card_tells_its_streamer(open_page: OpenPage, house: House, qtbot: QtBot) -> None:
    sign_in(house)
    house.show(OWN)
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.findChildren(QWidget, "streamers.card.play")))

    play = card_part(page, "streamers.card.play")
    assert isinstance(play, QAbstractButton)
    play.click()

    assert house.control.told == [(FIRESIDE, Pause())]


def test_tab_goes_through_controls_that_came_with_a_sign_in(
    open_page: OpenPage, house: House, qtbot: QtBot
) -> None:
    house.show(OWN)
    page = open_page()
    qtbot.waitUntil(lambda: bool(page.findChildren(QWidget, f"streamers.card.{FIRESIDE}")))

    sign_in(house)

    card_part(page, f"streamers.card.{FIRESIDE}").setFocus()
    names = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().objectName())
    assert names == ["streamers.card.play", "streamers.card.mute", "streamers.card.volume"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_rows_menu_tells_its_streamer(open_page: OpenPage, house: House) -> None:
    house.settings.held = Settings(view=StreamerView.ROWS)
    sign_in(house)
    house.show(OWN)
    page = open_page()
    body = page.body
    assert body is not None

    body.view.table.more_wanted.emit(FIRESIDE, page.mapToGlobal(page.rect().center()))  # type: ignore[union-attr] # rows
    menu = page.findChild(QMenu, "streamers.rows.menu")
    assert menu is not None
    actions = {action.objectName(): action for action in menu.actions()}
    actions["streamers.rows.play"].trigger()
    actions["streamers.rows.mute"].trigger()
    menu.close()

    assert actions["streamers.rows.play"].text() == "Pause"
    assert house.control.told == [(FIRESIDE, Pause()), (FIRESIDE, SetMute(True))]


def test_one_that_is_not_heard_is_looked_for_when_it_is_checked(
    model: StreamersViewModel, house: House
) -> None:
    house.show(replace(OWN, is_heard=False))

    model.check(FIRESIDE)

    assert house.finding.asked == [("find_again", "")]
