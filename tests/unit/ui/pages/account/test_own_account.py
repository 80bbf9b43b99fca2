from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import DecisionNeeded, NotReachable, Refused
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.account import words
from altrabits_desktop.ui.pages.account.page import AccountPage
from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.kept_home import ACCOUNT, session
from tests.harness.account_parts import (
    EMAIL,
    PASSWORD,
    button,
    fill,
    is_shown,
    line,
    part,
    said_below,
    texts,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.accounts import Account
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

NEW = "a brass lantern by the quiet lake"

pytestmark = pytest.mark.usefixtures("signed_in")


@pytest.fixture(autouse=True)
def sessions(house: FullHouse) -> None:
    house.home.signed_in = (
        session("here", is_current=True),
        session("study", name="Study", system="windows"),
        session("old", system="plan9"),
    )


def ends(page: AccountPage) -> list[str]:
    names = [found.objectName() for found in page.findChildren(PushButton) if found.isVisible()]
    return [name for name in names if name.startswith("account.sessions.end.")]


def test_shows_what_is_kept_of_the_account(page: AccountPage) -> None:
    shown = texts(page)

    assert f"Signed in as {EMAIL}" in shown
    assert "2 October 2025" in shown
    assert "A hash; nobody can read it back" in shown
    assert "The sign-in rests in the keyring of this computer." in shown


def test_c28_the_page_says_how_the_password_is_kept_and_since_when(page: AccountPage) -> None:
    shown = texts(page)

    assert "How the password is kept, since 2 October 2025" in shown
    method = words.method_words(ACCOUNT.password_method)
    assert f"As strong as the hash of any new password: {method}." in shown
    assert "a-1" in shown


def test_what_only_the_server_tells_is_left_out_while_it_does_not(
    qtbot: QtBot, theme: Theme, model: AccountViewModel, house: FullHouse
) -> None:
    house.home.refusals["account"] = NotReachable("server.away")
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.show()

    without = texts(page)
    house.home.refusals.clear()
    model.ask_again()

    rest = words.withheld_sentence()
    assert "how the password is kept" in rest
    assert rest in without
    assert {"–", "Account since", "Account number"}.isdisjoint(without)
    assert {EMAIL, "This sign-in"} <= set(without)
    assert rest not in texts(page)
    assert {"Account since", "Account number"} <= set(texts(page))


def test_c28_a_password_kept_less_strongly_is_due(
    qtbot: QtBot, theme: Theme, house: FullHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def weaker() -> Account:
        return replace(ACCOUNT, is_password_due=True)

    monkeypatch.setattr(house.home, "account", weaker)
    page = AccountPage(theme, model=AccountViewModel(house.services))
    qtbot.addWidget(page)
    page.show()

    assert any(text.startswith("New passwords are kept more strongly;") for text in texts(page))


def test_c28_what_is_not_known_yet_has_its_place(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.STARTING)
    page = AccountPage(theme, model=AccountViewModel(house.services))
    qtbot.addWidget(page)
    page.show()

    assert "How the password is kept" in texts(page)
    assert "as strong as" not in " ".join(texts(page))


def test_says_where_the_sign_in_ends_with_the_program(page: AccountPage, house: FullHouse) -> None:
    house.home.stand(is_kept=False)

    assert "No keyring keeps this sign-in: it ends when the window is closed." in texts(page)


def test_c14_this_sign_in_is_marked_and_the_others_can_be_ended(
    page: AccountPage, house: FullHouse
) -> None:
    before = ends(page)

    button(page, "account.sessions.end.study").click()

    assert before == ["account.sessions.end.study", "account.sessions.end.old"]
    assert ends(page) == ["account.sessions.end.old"]
    assert [each.id for each in house.home.signed_in] == ["here", "old"]
    assert texts(page).count("This one") == 1


def test_the_focus_stays_in_the_list_when_a_sign_in_is_ended(page: AccountPage) -> None:
    button(page, "account.sessions.end.study").setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(button(page, "account.sessions.end.study"), Qt.Key.Key_Space)

    # The line that was there before has a button of the same name, and is not quite gone.
    assert page.focusWidget().objectName() == "account.sessions.end.old"
    assert page.focusWidget().isVisible()


def test_a_sign_in_says_its_name_system_and_version(page: AccountPage) -> None:
    shown = texts(page)

    assert "Study · Windows · version 0.1.0" in shown
    assert "Unknown system · version 0.1.0" in shown


def test_a_sign_in_that_cannot_be_ended_is_said_in_the_list(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.refusals["end_session"] = NotReachable("server.away")

    button(page, "account.sessions.end.study").click()

    assert any("so the sign-in goes on" in text for text in texts(page))
    assert len(ends(page)) == 2
    assert not button(page, "account.sessions.end.study").is_busy


def test_signs_out_and_says_so(page: AccountPage, house: FullHouse) -> None:
    button(page, "account.sign_out").click()

    assert house.home.told.email == ""
    assert "You are signed out. The app works without an account." in texts(page)
    assert is_shown(page, "account.sign_in")


def test_changes_the_password_and_forgets_both(page: AccountPage, house: FullHouse) -> None:
    fill(page, password_current=PASSWORD, password_new=NEW)

    QTest.keyClick(line(page, "account.password.new"), Qt.Key.Key_Return)

    assert house.home.passwords == [PASSWORD, NEW]
    assert {field.text() for field in page.findChildren(QLineEdit)} == {""}
    assert "The password is changed. All other sign-ins have ended." in texts(page)
    assert ends(page) == []


@pytest.mark.parametrize(
    ("code", "field"),
    [("account.password_wrong", "current"), ("account.password_common", "new")],
)
def test_a_refused_password_is_said_at_its_field(
    page: AccountPage, house: FullHouse, code: str, field: str
) -> None:
    house.home.refusals["change_password"] = Refused(code)
    fill(page, password_current=PASSWORD, password_new=NEW)

    button(page, "account.password.button").click()

    assert part(page, f"account.password.{field}").is_wrong  # type: ignore[attr-defined] # a line field
    assert line(page, "account.password.new").text() == NEW


def test_a_deletion_says_what_goes_and_asks_for_the_password(page: AccountPage) -> None:
    before = is_shown(page, "account.delete.question")

    button(page, "account.delete.open").click()

    assert not before
    assert is_shown(page, "account.delete.question")
    assert any("Nothing brings them back." in text for text in texts(page))
    assert not button(page, "account.delete.button").isDefault()


def test_return_deletes_nothing(page: AccountPage, house: FullHouse) -> None:
    button(page, "account.delete.open").click()
    fill(page, delete_password=PASSWORD)

    QTest.keyClick(line(page, "account.delete.password"), Qt.Key.Key_Return)

    assert "delete_account" not in house.home.asked
    assert page.focusWidget() is button(page, "account.delete.keep")


def test_deletes_the_account_and_says_so(page: AccountPage, house: FullHouse) -> None:
    button(page, "account.delete.open").click()
    fill(page, delete_password=PASSWORD)

    button(page, "account.delete.button").click()

    assert house.home.passwords == [PASSWORD]
    assert "The account is deleted, with all it held." in texts(page)
    assert is_shown(page, "account.create")
    assert line(page, "account.delete.password").text() == ""


def test_a_wrong_password_deletes_nothing_and_is_said(page: AccountPage, house: FullHouse) -> None:
    house.home.refusals["delete_account"] = Refused("account.password_wrong")
    button(page, "account.delete.open").click()
    fill(page, delete_password=PASSWORD)

    button(page, "account.delete.button").click()

    assert said_below(page, "account.delete.password") == "The password is wrong."
    assert house.home.told.email == EMAIL


@pytest.mark.parametrize("is_by_key", [True, False])
def test_the_question_goes_with_what_was_typed(page: AccountPage, is_by_key: bool) -> None:
    button(page, "account.delete.open").click()
    fill(page, delete_password=PASSWORD)

    if is_by_key:
        QTest.keyClick(line(page, "account.delete.password"), Qt.Key.Key_Escape)
    else:
        button(page, "account.delete.keep").click()

    assert not is_shown(page, "account.delete.question")
    assert line(page, "account.delete.password").text() == ""
    assert button(page, "account.delete.open").isVisible()


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.LIMITED, "A decision about the privacy policy is due."),
        (Standing.DECLINED, "The privacy policy is declined."),
    ],
)
def test_a_quiet_line_says_why_things_are_closed_and_leads_to_the_policy(
    qtbot: QtBot, page: AccountPage, house: FullHouse, standing: Standing, said: str
) -> None:
    house.home.stand(standing=standing)

    with qtbot.waitSignal(page.policy_wanted):
        button(page, "account.closed.policy").click()

    assert said in texts(page)


def test_a_sign_in_that_ended_elsewhere_is_said(page: AccountPage, house: FullHouse) -> None:
    house.home.refusals["change_password"] = DecisionNeeded("session.ended")
    fill(page, password_current=PASSWORD, password_new=NEW)
    house.launcher.is_holding = True

    button(page, "account.password.button").click()
    house.home.stand(email="", standing=Standing.ANONYMOUS)
    house.launcher.let_run()

    assert "This sign-in has ended. Sign in again." in texts(page)
    assert {field.text() for field in page.findChildren(QLineEdit)} == {""}


def test_what_cannot_be_read_is_said_and_read_again(
    qtbot: QtBot, theme: Theme, model: AccountViewModel, house: FullHouse
) -> None:
    house.home.refusals["account"] = NotReachable("server.away")
    house.home.stand(server=ServerState.AWAY)
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.show()
    before = texts(page)
    house.home.refusals.clear()

    button(page, "account.away.again").click()

    assert "The server does not answer, and this is kept there." in before
    assert "2 October 2025" in texts(page)


def test_a_server_that_is_just_starting_is_not_said_to_be_silent(
    qtbot: QtBot, theme: Theme, model: AccountViewModel, house: FullHouse
) -> None:
    house.home.refusals["account"] = NotReachable("server.away")
    house.home.stand(server=ServerState.STARTING)
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.show()
    before = texts(page)
    house.home.refusals.clear()

    house.home.stand(server=ServerState.REACHED)

    assert "The server does not answer, and this is kept there." not in before
    assert "2 October 2025" in texts(page)


def test_nothing_is_read_while_nobody_looks(model: AccountViewModel, house: FullHouse) -> None:
    model.begin()
    model.rest()
    house.home.asked.clear()

    house.home.stand(server=ServerState.AWAY)

    assert house.home.asked == []


def test_while_one_thing_goes_on_the_others_show_that_they_wait(
    page: AccountPage, house: FullHouse
) -> None:
    others = ("account.sign_out", "account.delete.button", "account.sessions.end.study")
    house.launcher.is_holding = True
    fill(page, password_current=PASSWORD, password_new=PASSWORD + " again")

    button(page, "account.password.button").click()
    while_it_goes_on = [button(page, name).isEnabled() for name in others]
    house.launcher.is_holding = False
    house.launcher.let_run()

    assert while_it_goes_on == [False, False, False]
    assert button(page, "account.sign_out").isEnabled()
    assert button(page, "account.delete.button").isEnabled()


def test_while_a_sign_in_is_ended_no_form_sends_and_its_button_says_so(
    page: AccountPage, house: FullHouse
) -> None:
    house.launcher.is_holding = True
    button(page, "account.sessions.end.study").click()

    fill(page, password_current=PASSWORD, password_new=PASSWORD + " again")
    QTest.keyClick(line(page, "account.password.new"), Qt.Key.Key_Return)

    assert button(page, "account.sessions.end.study").isEnabled()
    assert button(page, "account.sessions.end.study").is_busy
    assert not button(page, "account.password.button").isEnabled()
    assert line(page, "account.password.new").text() == PASSWORD + " again"
    house.launcher.is_holding = False
    house.launcher.let_run()


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (
            "argon2id, 19 MiB, 1 passes, 1 lanes",
            "argon2id, 19\N{NO-BREAK SPACE}MiB, 1 pass, 1 lane",
        ),
        ("argon2id, 64 MiB, 3 passes, 4 lanes", "64\N{NO-BREAK SPACE}MiB, 3 passes, 4 lanes"),
        ("scrypt, 3 rounds", "scrypt, 3 rounds"),
    ],
)
def test_c28_the_parameters_of_a_hash_are_said_in_words(method: str, said: str) -> None:
    assert said in words.strength_sentence(method, is_due=False)
    assert said in words.strength_sentence(method, is_due=True)
