from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from altrabits_desktop.contract.errors import AltraBitsError, NotReachable, ProfileUnusable
from altrabits_desktop.contract.possessions import OwnedFields
from altrabits_desktop.runtime.settings import LoadedSettings, Settings
from altrabits_desktop.sync.outbox import Errand, Waiting
from altrabits_desktop.ui.shell.banners import Slot
from altrabits_desktop.ui.shell.notices import setting_name
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.window_parts import banner, part, press, words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.unit.ui.shell.conftest import OpenWindow


def test_the_own_page_opens_only_after_the_question(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")

    press(window, "streamer.page.button")
    asked = words(part(window, "streamer.page.question"))
    before = tuple(house.opened)
    press(window, "streamer.page.open")

    assert "http://192.168.1.40/" in asked
    assert (before, house.opened) == ((), ["http://192.168.1.40/"])
    assert banner(window, Slot.QUESTION) is None


def test_staying_opens_nothing_and_gives_the_focus_back(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse, qapp: QApplication
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")
    part(window, "streamer.page.button").setFocus(Qt.FocusReason.TabFocusReason)
    press(window, "streamer.page.button")
    first = qapp.focusWidget()

    press(window, "streamer.page.stay")

    assert first is not None
    assert first.objectName() == "streamer.page.stay"
    assert qapp.focusWidget() is part(window, "streamer.page.button")
    assert house.opened == []


def test_escape_takes_the_question_away_first(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.show_streamer("fireside")
    window.ask_page("fireside")

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert banner(window, Slot.QUESTION) is None
    assert window.pages.page is part(window, "streamer")


def test_a_page_that_changed_meanwhile_is_not_opened(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.ask_page("fireside")
    house.show(fireside(address="192.168.1.99", page_url="http://192.168.1.99/"))

    press(window, "streamer.page.open")

    assert house.opened == []
    assert part(window, "error.banner").isVisible()


def test_a_streamer_without_a_page_is_said_to_have_none(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside(page_url=None))
    window = open_window()

    window.ask_page("fireside")

    assert part(window, "error.banner").isVisible()


def test_leaving_the_page_takes_the_question_along(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    window.ask_page("fireside")

    window.show_settings()

    assert banner(window, Slot.QUESTION) is None


def test_an_error_stands_until_it_is_closed(open_window: OpenWindow) -> None:
    window = open_window()

    window.report(AltraBitsError("page.changed"))
    is_shown = part(window, "error.banner").isVisible()
    press(window, "error.banner.close")

    assert is_shown
    assert banner(window, Slot.ERROR) is None


def test_each_button_that_closes_a_banner_says_which(open_window: OpenWindow) -> None:
    window = open_window()

    window.report(AltraBitsError("page.changed"))

    close = part(window, "error.banner.close")
    said = part(window, "error.banner").accessibleName()
    assert close.property("text") == "Close"
    assert close.accessibleName() == f"Close: {said}"


@pytest.mark.parametrize(("waits", "is_said"), [(0, False), (2, True)])
def test_a_server_that_is_away_is_said_with_what_waits_where_something_does(
    open_window: OpenWindow, house: FullHouse, waits: int, *, is_said: bool
) -> None:
    house.home.stand(waits=waits)
    window = open_window()

    window.report(NotReachable("server.away"))

    said = words(part(window, "error.banner"))
    assert "The server does not answer. Try again later" in said
    assert ("is safe" in said) is is_said


def test_escape_takes_an_error_away(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    window.report(AltraBitsError("page.changed"))

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert banner(window, Slot.ERROR) is None


def test_an_error_before_attach_is_said_afterwards(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window(is_attached=False)

    window.report(AltraBitsError("cards.none"))
    window.attach(house.services)

    assert part(window, "error.banner").isVisible()


def test_a_long_error_is_seen_whole(open_window: OpenWindow) -> None:
    window = open_window(760, 560)

    window.report(ProfileUnusable("profile.unwritable", folder="/a/b" * 30, reason="Read-only"))
    window.grab()

    banner = part(window, "error.banner")
    for label in banner.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_the_demo_is_said_and_stopped(open_window: OpenWindow, house: FullHouse) -> None:
    house.demo.is_on = True
    window = open_window()

    press(window, "demo.banner.stop")

    assert not house.demo.is_on
    assert banner(window, Slot.DEMO) is None


def test_the_demo_is_said_when_it_begins(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()

    press(window, "streamers.empty.demo")

    assert part(window, "demo.banner").isVisible()


def test_what_is_said_of_the_demo_is_true_beside_streamers_of_the_house(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    house.demo.is_on = True
    window = open_window()

    said = words(part(window, "demo.banner"))

    assert "Streamers marked “Demo” exist on this computer alone." in said


class TestSettingsThatCouldNotBeRead:
    @pytest.fixture
    def house(self) -> FullHouse:
        return FullHouse(LoadedSettings(Settings(), set_aside=Path("settings.toml.damaged-1")))

    def test_are_said_with_the_name_of_the_file(self, open_window: OpenWindow) -> None:
        window = open_window()

        assert "settings.toml.damaged-1" in words(part(window, "settings.banner"))

    def test_are_said_until_closed(self, open_window: OpenWindow) -> None:
        window = open_window()

        press(window, "settings.banner.close")

        assert banner(window, Slot.SETTINGS) is None


class TestSettingsThatStayInTheirPlace:
    @pytest.fixture
    def house(self) -> FullHouse:
        fault = ProfileUnusable("settings.unreadable", file="here/settings.toml", reason="busy")
        return FullHouse(LoadedSettings(Settings(), fault=fault))

    def test_are_said_with_their_reason(self, open_window: OpenWindow) -> None:
        window = open_window()

        said = words(part(window, "settings.banner"))
        assert "here/settings.toml" in said
        assert "busy" in said


class TestSettingsThatCouldNotBeUsed:
    @pytest.fixture
    def house(self) -> FullHouse:
        return FullHouse(LoadedSettings(Settings(), ignored_keys=("theme", "cards")))

    def test_are_said_by_name(self, open_window: OpenWindow) -> None:
        window = open_window()

        assert "the theme and the network cards" in words(part(window, "settings.banner"))


def test_banners_are_alike(open_window: OpenWindow, house: FullHouse) -> None:
    house.show(fireside())
    house.demo.is_on = True
    window = open_window()
    window.report(AltraBitsError("page.changed"))
    window.ask_page("fireside")
    banners = [
        part(window, name) for name in ("demo.banner", "error.banner", "streamer.page.question")
    ]
    window.grab()

    buttons = [button for each in banners for button in each.findChildren(PushButton)]

    assert [each.height() for each in banners] == [48, 48, 48]
    assert {button.height() for button in buttons} == {32}


@pytest.mark.parametrize("key", [*Settings._fields, "unheard_of"])
def test_a_setting_is_named_as_people_call_it(key: str) -> None:
    name = setting_name(key)

    assert name.startswith("the ") or name == "unheard_of"


def not_saved(house: FullHouse, *names: str) -> None:
    """Let the server have none of these names for a streamer that the person had."""
    for number, name in enumerate(names):
        house.membership.outbox.append(
            Waiting(
                key=f"key-{number}",
                errand=Errand.CHANGE_STREAMER,
                object_id="fireside-1",
                body=OwnedFields(name=name),
                made_at=house.clock.now(),
            )
        )
    house.membership.refuse("object.unknown")


def test_a_change_that_the_server_refuses_is_said_until_it_was_seen(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()
    not_saved(house, "Attic", "Loft")

    first = words(part(window, "refused.banner"))
    press(window, "refused.banner.close")
    qtbot.waitUntil(lambda: "Loft" in words(part(window, "refused.banner")))
    press(window, "refused.banner.close")
    qtbot.waitUntil(lambda: banner(window, Slot.REFUSED) is None)

    assert "The name and room of “Attic” were not saved." in first
    assert "It was removed from your streamers on another computer." in first
    assert house.membership.view.refused == ()


def test_other_news_of_the_home_leave_what_was_refused_where_it_is(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()
    not_saved(house, "Attic")
    before = banner(window, Slot.REFUSED)

    house.membership.tell()

    assert before is not None
    assert banner(window, Slot.REFUSED) is before
