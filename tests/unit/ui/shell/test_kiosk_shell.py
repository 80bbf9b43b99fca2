"""The window of a kiosk: what stood over it goes, and nothing behind it is reached or changed."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QWidget

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.app.made_up_shop import shop as shop_streamers
from altrabits_desktop.app.staged_kiosk import StagedKiosk
from altrabits_desktop.app.staging import StagedDirectory
from altrabits_desktop.contract.kiosk import Phase
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.wording import spoken
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.pages.kiosk.visitor_card import VisitorCard
from altrabits_desktop.ui.pages.policy.contents_list import ContentsList
from altrabits_desktop.ui.pages.policy.reader import PolicyReader
from altrabits_desktop.ui.shell.kiosk_shell import STAND_MS
from tests.harness.window_parts import dialogs, focused, let_open, part, press, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_THERE = {"kiosk", "focus_ring"}


class Shop(StagedKiosk):
    """A kiosk whose phase a test sets, over a house."""

    def __init__(self, house: FullHouse, *, streamers: tuple[Streamer, ...] = ()) -> None:
        super().__init__(KioskReport(), shown=StagedDirectory(streamers))
        self._house = house
        house.services = replace(house.services, kiosk=already(self))

    def reach(self, phase: Phase, *, seconds_left: int = 0) -> None:
        """Be in this phase, and say so."""
        self._report = replace(self._report, phase=phase, seconds_left=seconds_left)
        self._house.feed.publish(Changes(topics=Topic.KIOSK, has_new_set=True))
        QApplication.processEvents()

    def begin(self) -> None:
        if self._report.phase is Phase.START:
            self.reach(Phase.VISIT)

    def end(self) -> None:
        self.reach(Phase.WIPING)


@pytest.fixture
def shop(house: FullHouse) -> Iterator[Shop]:
    shop = Shop(house)
    yield shop
    # A window that visitors have does not close.
    shop.reach(Phase.STAFF)


def shown_beside(window: Window) -> list[QWidget]:
    """Give what is seen besides the cover: other windows, and other parts of this one."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]
    parts = [
        child
        for child in window.children()
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible()
    ]
    return [*tops, *(each for each in parts if each.objectName() not in _THERE)]


def test_the_policy_is_not_asked_about_over_a_kiosk_that_came_back(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    house.home.ask()
    window = open_window()
    assert len(dialogs(window)) == 1

    shop.reach(Phase.START)

    assert dialogs(window) == []
    assert shown_beside(window) == []
    shop.reach(Phase.STAFF)
    assert len(dialogs(window)) == 1


def test_a_dialog_that_is_being_made_does_not_open_over_the_kiosk(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    window = open_window()
    house.home.ask()
    window.show_privacy()
    guide = window._guide  # noqa: SLF001 # as its button does
    assert guide is not None
    guide.ask_policy()
    shop.reach(Phase.START)
    let_open(window)

    assert dialogs(window) == []


def test_menus_and_the_palette_go_when_the_kiosk_comes_back(
    open_window: OpenWindow, shop: Shop
) -> None:
    window = open_window()
    window.show_commands()
    menu = QMenu(window)
    menu.addAction("Anything")
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert len(shown_beside(window)) >= 2

    shop.reach(Phase.START)

    assert shown_beside(window) == []
    assert part(window, "kiosk").isAncestorOf(focused())


def test_tray_and_media_keys_hear_of_visitors_at_once(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    opened: list[Window] = []
    told: list[bool] = []

    def ask(_changes: Changes) -> None:
        # Subscribed first, as what stands beside the window may be.
        told.extend(window.may(Command.PLAY) for window in opened)

    house.feed.subscribe(ask)
    opened.append(open_window())
    told.clear()
    shop.reach(Phase.START)
    assert told == [False]
    shop.reach(Phase.STAFF)
    assert told == [False, True]


def test_no_key_at_the_kiosk_reaches_the_page_behind_it(
    open_window: OpenWindow, shop: Shop
) -> None:
    window = open_window()
    window.show_settings()
    shop.reach(Phase.START)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        QTest.keyClick(part(window, "kiosk.start"), key)
    shop.reach(Phase.STAFF)

    page = window.pages.page
    assert page is not None
    assert page.objectName() == "settings"


def test_another_language_of_the_shop_leaves_the_cover_over_everything(
    open_window: OpenWindow, shop: Shop
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    window.renew("de")
    assert shown_beside(window) == []
    assert part(window, "kiosk").isAncestorOf(focused())

    shop.reach(Phase.STAFF)
    assert part(window, "navigation.streamers").isVisible()


def test_staff_find_the_window_in_its_own_language_after_a_visitor_spoke_another(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    window = open_window()
    house.home.stand(email="", is_known=True)
    before = words(window.navigation)
    shop.reach(Phase.START)
    press(window, "kiosk.start.language.de")
    # What stands behind the cover follows the house meanwhile.
    house.home.stand(email="ada@example.test", is_known=True)
    house.home.stand(email="", is_known=True)
    shop.reach(Phase.STAFF)

    assert words(window.navigation) == before


def test_while_the_last_visit_is_wiped_no_language_is_chosen_for_the_next_one(
    open_window: OpenWindow, shop: Shop
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    shop.reach(Phase.WIPING)
    press(window, "kiosk.start.language.de")
    shop.reach(Phase.START)
    assert spoken().language == "en"

    press(window, "kiosk.start.language.de")
    assert spoken().language == "de"
    shop.end()
    assert spoken().language == "en"


def test_of_the_policy_nothing_is_marked_or_dragged_at_a_kiosk(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    house.home.ask()
    window = open_window()
    shop.reach(Phase.START)
    press(window, "kiosk.start.policy")
    [reader] = window.findChildren(PolicyReader)
    view = reader.text.viewport()
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(view, QPoint(200, 200))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert not reader.text.textCursor().hasSelection()

    bar = reader.text.verticalScrollBar()
    QTest.keyClick(reader.text, Qt.Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize(("width", "height"), [(760, 560), (1024, 600), (1280, 720)])
def test_on_a_small_screen_no_key_of_the_pin_lies_over_another(
    open_window: OpenWindow, shop: Shop, width: int, height: int
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    press(window, "kiosk.start.staff")
    window.showNormal()
    window.resize(width, height)
    shop.reach(Phase.COUNTDOWN, seconds_left=12)

    names = [f"kiosk.staff.digit.{digit}" for digit in range(10)]
    names += ["kiosk.staff.delete", "kiosk.staff.open", "kiosk.staff.back"]
    keys = [part(window, name) for name in names]
    places = [QRect(key.mapTo(window, key.rect().topLeft()), key.size()) for key in keys]
    assert [(a, b) for a, b in combinations(places, 2) if a.intersects(b)] == []


@pytest.mark.parametrize(("width", "height"), [(760, 560), (1024, 600), (1280, 720)])
def test_on_a_small_screen_staff_see_all_of_their_page_at_once(
    open_window: OpenWindow, shop: Shop, width: int, height: int
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    press(window, "kiosk.start.staff")
    window.showNormal()
    window.resize(width, height)
    QApplication.processEvents()

    page = part(window, "kiosk.staff")
    (area,) = page.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    seen = QRect(QPoint(0, 0), page.size())
    labels = [each for each in page.findChildren(QWidget) if each.isVisible()]
    places = [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in labels]
    assert [place for place in places if not seen.contains(place)] == []


@pytest.mark.parametrize(("width", "height"), [(760, 560), (1024, 600), (1280, 720)])
def test_on_a_small_screen_visitors_see_a_whole_streamer_at_once(
    open_window: OpenWindow, house: FullHouse, width: int, height: int
) -> None:
    now = house.services.clock.now()
    kiosk = Shop(house, streamers=shop_streamers(now))
    window = open_window()
    kiosk.reach(Phase.START)
    press(window, "kiosk.start.begin")
    window.showNormal()
    window.resize(width, height)
    QApplication.processEvents()

    page = part(window, "kiosk.streamers")
    (area,) = page.findChildren(QScrollArea)
    seen = area.viewport().rect()
    cards = page.findChildren(VisitorCard)
    places = [QRect(card.mapTo(area.viewport(), QPoint(0, 0)), card.size()) for card in cards]
    assert seen.contains(places[0])
    kiosk.reach(Phase.STAFF)


def test_the_contents_of_the_policy_are_for_fingers(
    open_window: OpenWindow, house: FullHouse, shop: Shop
) -> None:
    house.home.ask()
    window = open_window()
    shop.reach(Phase.START)
    press(window, "kiosk.start.policy")
    QApplication.processEvents()

    contents = part(window, "policy.contents")
    assert isinstance(contents, ContentsList)
    assert contents.count() > 0
    heights = [contents.sizeHintForRow(row) for row in range(contents.count())]
    assert min(heights) >= 44


@pytest.mark.parametrize("place", ["begin", "policy", "staff"])
def test_wherever_a_visitor_is_the_end_is_told_before(
    open_window: OpenWindow, shop: Shop, place: str
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    press(window, f"kiosk.start.{place}")
    assert [
        each for each in window.findChildren(QWidget, "kiosk.countdown") if each.isVisible()
    ] == []

    shop.reach(Phase.COUNTDOWN, seconds_left=12)

    assert "12" in part(window, "kiosk.countdown").accessibleName()

    # A page that is gone follows nothing any more.
    shop.reach(Phase.WIPING)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shop.reach(Phase.START)


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState])
def test_r55_a_window_that_is_made_small_under_visitors_stands_full_again(
    open_window: OpenWindow, shop: Shop, qtbot: QtBot, state: Qt.WindowState
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    window.setWindowState(state)

    qtbot.waitUntil(lambda: window.isFullScreen() and not window.isMinimized())


def test_staff_make_the_window_small_as_they_like(
    open_window: OpenWindow, shop: Shop, qtbot: QtBot
) -> None:
    window = open_window()
    shop.reach(Phase.START)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    shop.reach(Phase.STAFF)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    qtbot.wait(2 * STAND_MS)

    assert window.isMinimized()


def test_r55_what_is_hidden_takes_no_press_of_what_helps_people_to_press(
    open_window: OpenWindow, shop: Shop, qtbot: QtBot
) -> None:
    window = open_window()
    before = {button for button in buttons(window) if button.isEnabled()}
    places = [button for button in before if button.objectName().startswith("navigation.")]
    shop.reach(Phase.START)
    pressed: list[QAbstractButton] = []
    for button in places:
        button.clicked.connect(lambda _is_on=False, button=button: pressed.append(button))
        QAccessible.queryAccessibleInterface(button).actionInterface().doAction(
            QAccessibleActionInterface.pressAction()
        )
    # A button shows for a moment that it is pressed before it is.
    qtbot.wait(250)

    assert places
    assert pressed == []
    shop.reach(Phase.STAFF)
    assert {button for button in buttons(window) if button.isEnabled()} == before


def buttons(window: Window) -> list[QAbstractButton]:
    """Give those of the window's own parts."""
    cover = window.findChild(QWidget, "kiosk")
    every = window.findChildren(QAbstractButton)
    return [each for each in every if cover is None or not cover.isAncestorOf(each)]
