"""How the window leads to page Account, and from it to the policy and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.kept_home import policy
from tests.harness.window_parts import dialogs, let_open, part, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow

EMAIL = "maple@example.test"


def on_page(window: Window, name: str) -> QWidget:
    """Give a part of the page in front; a former page may not be quite gone."""
    let_open(window)
    assert window.pages.page is not None
    found = window.pages.page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def field(window: Window, name: str) -> QLineEdit:
    let_open(window)
    found = window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def is_open(window: Window, name: str) -> bool:
    return window.pages.page is not None and window.pages.page.objectName() == name


def test_the_side_bar_and_the_person_lead_to_the_account(open_window: OpenWindow) -> None:
    window = open_window()

    press(window, "navigation.account")
    by_place = is_open(window, "account")
    press(window, "navigation.streamers")
    press(window, "navigation.person")

    assert by_place
    assert is_open(window, "account")


def test_the_policy_is_read_over_the_form_and_what_was_typed_stays(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    window = open_window()
    press(window, "navigation.account")
    QTest.keyClicks(field(window, "account.create.email"), EMAIL)

    press(window, "account.create.button")
    [dialog] = dialogs(window)
    dialog.answers.accept.click()

    assert dialogs(window) == []
    assert house.home.told.decision is DecisionKind.ACCEPTED
    assert field(window, "account.create.email").text() == EMAIL
    assert part(window, "account.create.button").property("text") == "Create account"


def test_a_question_that_was_put_off_is_asked_when_the_person_wants_it(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.ask()
    window = open_window()
    dialogs(window)[0].reject()
    press(window, "navigation.account")

    press(window, "account.create.button")

    assert len(dialogs(window)) == 1
    dialogs(window)[0].reject()


def test_without_a_known_policy_no_empty_dialog_opens(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.AWAY)
    window = open_window()
    press(window, "navigation.account")

    press(window, "account.create.button")

    assert dialogs(window) == []


def test_nothing_asks_by_itself_over_the_forms_and_what_is_due_is_asked_after_them(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()
    press(window, "navigation.account")

    house.home.ask()
    meanwhile = dialogs(window)
    press(window, "navigation.settings")

    assert meanwhile == []
    assert len(dialogs(window)) == 1
    dialogs(window)[0].reject()


def test_the_banner_of_a_no_is_left_out_where_the_page_says_the_same(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(
        server=ServerState.REACHED, policy=policy(), standing=Standing.DECLINED, email=EMAIL
    )
    window = open_window()
    before = window.findChild(QWidget, "policy.banner")

    press(window, "navigation.account")

    assert before is not None
    assert part(window, "account.closed").isVisible()
    assert not any(each.isVisible() for each in window.findChildren(QWidget, "policy.banner"))


def test_what_is_going_on_ends_well_after_the_page_is_left(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, standing=Standing.SIGNED_IN, email=EMAIL)
    window = open_window()
    press(window, "navigation.account")
    house.launcher.is_holding = True

    press(window, "account.sign_out")
    press(window, "navigation.settings")
    house.launcher.is_holding = False
    house.launcher.let_run()
    press(window, "navigation.account")

    assert house.home.told.email == ""
    assert on_page(window, "account.sign_in").isVisible()


def test_staying_anonymous_leads_to_the_streamers(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "navigation.account")

    press(window, "account.create.stay")

    assert is_open(window, "streamers")


def test_another_language_keeps_the_page(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "navigation.account")

    window.renew("de")

    assert is_open(window, "account")
    assert window.pages.page is not None
    assert window.pages.page.accessibleName() == "Konto"


def test_tab_goes_through_the_form_in_the_order_of_reading(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "navigation.account")
    field(window, "account.create.email").setFocus()
    names = []

    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        names.append(window.focusWidget().objectName())

    assert names == [
        "account.create.password",
        "account.create.password.show",
        "account.create.button",
        "account.create.stay",
        "account.sign_in.open",
    ]


def test_the_keys_lead_back_to_the_account(open_window: OpenWindow) -> None:
    window = open_window()
    press(window, "navigation.account")
    window.show_keys()

    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert is_open(window, "account")


def test_what_was_typed_is_there_after_another_page_and_another_language_but_no_password(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    window = open_window()
    press(window, "navigation.account")
    QTest.keyClicks(field(window, "account.create.email"), EMAIL)
    QTest.keyClicks(field(window, "account.create.password"), "a password")

    press(window, "navigation.privacy")
    window.renew("de")
    press(window, "navigation.account")

    typed = on_page(window, "account.create.email").property("text")
    assert (typed, on_page(window, "account.create.password").property("text")) == (EMAIL, "")


def test_in_another_language_the_account_is_read_anew(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()
    press(window, "navigation.account")
    former = window.pages.page
    assert former is not None

    with qtbot.waitSignal(former.destroyed):
        window.renew("de")
    house.home.stand(server=ServerState.REACHED, standing=Standing.SIGNED_IN, email=EMAIL)

    assert "account" in house.home.asked
