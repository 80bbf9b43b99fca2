from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.shell.banners import Slot
from tests.fakes.full_house import fireside
from tests.fakes.kept_home import policy
from tests.harness.window_parts import banner, dialogs, part, press, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow


def test_asks_at_once_where_the_question_is_open(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()

    window = open_window()

    assert len(dialogs(window)) == 1


def test_asks_as_soon_as_it_is_asked_to(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()
    before = dialogs(window)

    house.home.ask()
    house.home.stand(waits=1)

    assert before == []
    assert len(dialogs(window)) == 1


def test_asks_nobody_who_is_not_to_be_asked(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()

    house.home.stand(policy=policy(), is_asked=False)

    assert dialogs(window) == []


def test_put_off_it_does_not_come_back(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()

    press(window, "policy.later")
    house.home.stand(waits=1)

    assert dialogs(window) == []


def test_asks_again_after_a_sign_in_that_needs_it(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.ask()
    window = open_window()
    press(window, "policy.later")

    house.home.stand(email="ada@example.test", is_asked=True)

    assert len(dialogs(window)) == 1


def test_asks_nobody_by_itself_after_a_sign_out_elsewhere(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(
        email="ada@example.test", policy=policy(), is_asked=False, decision=DecisionKind.ACCEPTED
    )
    window = open_window()

    house.home.stand(email="", is_asked=True, decision=None)
    after_sign_out = dialogs(window)
    house.home.stand(policy=policy(version="2"))

    assert after_sign_out == []
    assert len(dialogs(window)) == 1


def test_goes_when_it_is_answered_elsewhere(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()
    before = dialogs(window)

    house.home.stand(is_asked=False, decision=DecisionKind.ACCEPTED)

    assert len(before) == 1
    assert dialogs(window) == []
    assert house.home.put_off_times == 0


def test_a_dialog_that_is_being_made_goes_too_when_it_is_answered_elsewhere(
    open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()

    house.home.ask()
    house.home.stand(is_asked=False)

    assert dialogs(window) == []


def test_who_signs_in_elsewhere_is_asked_anew_and_answers_nothing_that_others_were_asked(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.ask()
    window = open_window()
    [before] = dialogs(window)

    house.home.stand(email="ada@example.test")

    [after] = dialogs(window)
    assert after is not before


def test_a_dialog_that_the_person_opened_stays_though_nothing_is_asked(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    window = open_window()
    press(window, "navigation.account")
    press(window, "account.create.button")
    [wanted] = dialogs(window)

    house.home.stand(waits=1)
    during = dialogs(window)
    house.home.stand(email="ada@example.test")

    assert during == [wanted]
    assert dialogs(window) == []


def test_waits_while_something_is_being_typed(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    field = part(window, "streamers.search.field")
    assert isinstance(field, QLineEdit)
    field.setFocus()

    house.home.ask()
    while_typing = dialogs(window)
    part(window, "navigation.settings").setFocus()

    assert while_typing == []
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_waits_while_another_dialog_is_open(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    window = open_window()
    other = QDialog(window)
    other.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is other)

    house.home.ask()
    while_open = dialogs(window)
    other.close()
    window.activateWindow()

    assert while_open == []
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_waits_while_somebody_without_an_account_looks_at_the_demo(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.demo.is_on = True
    house.home.ask()
    window = open_window()
    during = dialogs(window)

    press(window, "demo.banner.stop")

    assert during == []
    assert len(dialogs(window)) == 1


def test_somebody_who_is_signed_in_is_asked_during_the_demo_too(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.demo.is_on = True
    window = open_window()

    house.home.ask()
    house.home.stand(email="ada@example.test")

    assert len(dialogs(window)) == 1


def test_page_privacy_leads_to_the_decision_during_the_demo(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.demo.is_on = True
    house.home.ask()
    window = open_window()

    press(window, "navigation.privacy")
    press(window, "privacy.read.button")

    assert part(window, "policy.accept").isVisible()
    assert dialogs(window) == []


def test_waits_until_the_window_can_be_seen(open_window: OpenWindow, house: FullHouse) -> None:
    window = open_window()
    window.hide()
    house.home.ask()
    while_hidden = dialogs(window)

    window.show()

    assert while_hidden == []
    assert len(dialogs(window)) == 1


def test_a_dialog_that_is_being_made_waits_when_typing_begins(
    qtbot: QtBot, open_window: OpenWindow, house: FullHouse
) -> None:
    house.show(fireside())
    window = open_window()
    field = part(window, "streamers.search.field")

    house.home.ask()
    field.setFocus()
    while_typing = dialogs(window)
    part(window, "navigation.settings").setFocus()

    assert while_typing == []
    qtbot.waitUntil(lambda: len(dialogs(window)) == 1)


def test_a_dialog_that_is_being_made_goes_with_its_language(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.ask()
    window = open_window()

    window.renew("de")

    assert [dialog.accessibleName() for dialog in dialogs(window)] == ["Datenschutzerklärung"]
    assert house.home.put_off_times == 0


def test_a_dialog_that_is_wanted_opens_once_however_often_it_is_asked_for(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    window = open_window()
    press(window, "navigation.account")
    button = part(window, "account.create.button")
    assert isinstance(button, QPushButton)

    button.click()
    button.click()
    house.home.stand(waits=1)

    assert len(dialogs(window)) == 1
    dialogs(window)[0].reject()


def test_another_language_asks_in_that_language(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()
    before = dialogs(window)

    window.renew("de")

    assert len(before) == 1
    (dialog,) = dialogs(window)
    assert dialog.accessibleName() == "Datenschutzerklärung"
    assert house.home.put_off_times == 0


def test_after_a_no_a_banner_says_how_to_change_it(
    open_window: OpenWindow, house: FullHouse
) -> None:
    house.home.ask()
    window = open_window()

    press(window, "policy.decline")
    said = banner(window, Slot.DECLINED)
    assert said is not None
    text = words(said)
    press(window, "policy.banner.open")

    assert "You can change your mind at any time." in text
    assert window.pages.page is part(window, "privacy")
    assert banner(window, Slot.DECLINED) is None


def test_the_banner_lasts_on_other_pages(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()
    press(window, "policy.decline")
    window.show_privacy()

    window.show_settings()

    assert banner(window, Slot.DECLINED) is not None


def test_a_yes_takes_the_banner_away(open_window: OpenWindow, house: FullHouse) -> None:
    house.home.ask()
    window = open_window()
    press(window, "policy.decline")
    window.show_policy()

    press(window, "policy.accept")

    assert [decided.kind for decided in house.home.decided] == [
        DecisionKind.DECLINED,
        DecisionKind.ACCEPTED,
    ]
    window.show_streamers()
    assert banner(window, Slot.DECLINED) is None
