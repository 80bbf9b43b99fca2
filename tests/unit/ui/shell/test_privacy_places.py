from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.ui.pages.policy.text_view import PolicyTextView
from altrabits_desktop.ui.shell.navigation import Place
from tests.fakes.kept_home import policy
from tests.harness.window_parts import focused, part, press

if TYPE_CHECKING:
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow


def settle(house: FullHouse) -> None:
    house.home.ask()
    house.home.stand(is_asked=False)


def test_privacy_opens_by_its_place(open_window: OpenWindow, house: FullHouse) -> None:
    settle(house)
    window = open_window()

    press(window, "navigation.privacy")

    assert window.pages.page is part(window, "privacy")


def test_the_text_opens_and_escape_leads_back_to_privacy(
    open_window: OpenWindow, house: FullHouse
) -> None:
    settle(house)
    window = open_window()
    window.show_privacy()
    part(window, "privacy.version.1-0").setFocus(Qt.FocusReason.TabFocusReason)

    press(window, "privacy.version.1-0")
    is_open = window.pages.page is part(window, "policy.page")
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert is_open
    assert window.pages.page is part(window, "privacy")
    assert focused().objectName() == "privacy.version.1-0"


def test_the_way_back_leads_back_to_privacy(open_window: OpenWindow, house: FullHouse) -> None:
    settle(house)
    window = open_window()
    window.show_privacy()
    press(window, "privacy.read.button")

    press(window, "policy.back.button")

    assert window.pages.page is part(window, "privacy")


def test_ctrl_f_searches_the_open_text(open_window: OpenWindow, house: FullHouse) -> None:
    settle(house)
    window = open_window()
    window.show_policy()

    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert focused().objectName() == "policy.search.field"


def test_keys_over_the_text_lead_back_to_it(open_window: OpenWindow, house: FullHouse) -> None:
    settle(house)
    window = open_window()
    window.show_policy()

    window.show_keys()
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert window.pages.page is part(window, "policy.page")


def test_privacy_stays_open_in_another_language(open_window: OpenWindow, house: FullHouse) -> None:
    settle(house)
    window = open_window()
    window.show_privacy()

    window.renew("de")

    assert window.pages.page is part(window, "privacy")
    assert part(window, "navigation.privacy").accessibleName() == "Datenschutz"


def test_nothing_opens_before_attach(open_window: OpenWindow) -> None:
    window = open_window(is_attached=False)

    window.show_privacy()
    window.show_policy()

    assert window.pages.page is part(window, "streamers")
    assert Place.PRIVACY.value == "privacy"


def test_keys_scroll_the_text_from_anywhere_on_its_page(
    open_window: OpenWindow, house: FullHouse
) -> None:
    settle(house)
    house.home.ask(policy(text="## One\n\n" + "word " * 2000))
    house.home.stand(is_asked=False)
    window = open_window()
    window.show_policy()
    text = window.findChild(PolicyTextView)
    assert isinstance(text, PolicyTextView)
    part(window, "policy.back.button").setFocus()

    QTest.keyClick(focused(), Qt.Key.Key_PageDown)

    assert text.scrolled_px > 0


def test_tab_leads_through_the_page_in_the_order_of_reading(
    open_window: OpenWindow, house: FullHouse
) -> None:
    settle(house)
    window = open_window()
    window.show_policy()
    part(window, "policy.back.button").setFocus()
    names = []
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().objectName())

    assert names[:5] == [
        "policy.search.field",
        "policy.contents",
        "policy.text",
        "policy.decline",
        "policy.accept",
    ]
