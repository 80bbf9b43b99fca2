from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import fields
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.accounts import CreateAccount
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.account.page import AccountPage
from altrabits_desktop.ui.widgets.field import Field
from tests.fakes.kept_home import policy
from tests.harness.account_parts import (
    EMAIL,
    PASSWORD,
    button,
    fill,
    fill_create,
    is_shown,
    line,
    open_sign_in,
    part,
    said_below,
    texts,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


def test_c04_the_form_has_the_two_fields_of_the_schema_and_no_other(page: AccountPage) -> None:
    fields = part(page, "account.create").findChildren(QLineEdit)

    asked = {field.objectName().rpartition(".")[2] for field in fields}
    needed = set(CreateAccount.__struct_fields__) - set(CreateAccount.__struct_defaults__)
    assert asked == {"email", "password"}
    assert asked < needed
    assert texts(page).count("required") == 2


def test_c04_each_label_says_what_the_schema_asks_for(page: AccountPage) -> None:
    required = {field.name: field.required for field in fields(CreateAccount)}
    form = part(page, "account.create")

    for field in form.findChildren(Field):
        labels = [label.text() for label in field.findChildren(QLabel)]
        name = field.line.objectName().rpartition(".")[2]
        assert ("required" in labels) is required[name]
        assert "optional" not in labels


def test_c04_each_field_is_empty_and_says_why_it_is_asked_for(page: AccountPage) -> None:
    form = part(page, "account.create")
    shown = texts(page)

    for field in form.findChildren(Field):
        assert field.line.text() == ""
        assert len(field.said) > 20
        assert field.said in shown
        assert field.said in field.line.accessibleDescription()


def test_r50_a_keyring_that_does_not_give_the_sign_in_is_said_and_the_sign_in_is_asked_for(
    qtbot: QtBot, theme: Theme, model: AccountViewModel, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy(), is_withheld=True)
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.show()

    assert "The keyring of this computer does not give the sign-in. Sign in again." in texts(page)
    assert is_shown(page, "account.sign_in")
    assert not is_shown(page, "account.create")


def test_r50_a_sign_in_that_ended_with_the_program_is_said_and_asked_for(
    qtbot: QtBot, theme: Theme, model: AccountViewModel, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy(), is_lapsed=True)
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.show()

    assert any(text.startswith("The sign-in ended with the program") for text in texts(page))
    assert is_shown(page, "account.sign_in")
    assert not is_shown(page, "account.create")


@pytest.mark.parametrize("typed", ["", "ada"])
def test_what_is_known_late_leads_to_the_sign_in_unless_something_is_typed(
    page: AccountPage, house: FullHouse, typed: str
) -> None:
    QTest.keyClicks(line(page, "account.create.email"), typed)

    house.home.stand(server=ServerState.REACHED, policy=policy(), is_lapsed=True)

    assert is_shown(page, "account.sign_in") is not bool(typed)
    assert is_shown(page, "account.create") is bool(typed)


def test_c45_without_a_yes_the_button_leads_to_the_policy(
    qtbot: QtBot, page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    fill_create(page)

    with qtbot.waitSignal(page.policy_wanted):
        button(page, "account.create.button").click()

    assert house.home.asked == []
    assert line(page, "account.create.password").text() == PASSWORD
    assert "An account needs a yes to privacy policy 1.0, read and given before." in texts(page)


def test_after_the_yes_what_was_typed_makes_the_account(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    fill_create(page)
    house.home.stand(decision=DecisionKind.ACCEPTED)

    button(page, "account.create.button").click()

    assert house.home.told.email == EMAIL
    assert house.home.passwords == [PASSWORD]
    assert is_shown(page, "account.facts")


def test_while_no_policy_is_known_the_button_asks_for_it(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.AWAY)

    button(page, "account.create.button").click()

    assert button(page, "account.create.button").text() == "Ask again"
    assert house.home.asked == ["refresh"]


def test_nothing_is_asked_twice_while_it_goes_on(page: AccountPage, accepted: FullHouse) -> None:
    accepted.launcher.is_holding = True
    fill_create(page)
    create = button(page, "account.create.button")

    create.click()
    QTest.keyClick(line(page, "account.create.password"), Qt.Key.Key_Return)
    is_busy = create.is_busy
    accepted.launcher.is_holding = False
    accepted.launcher.let_run()

    assert is_busy
    assert accepted.home.asked.count("create_account") == 1


def test_only_the_form_that_is_seen_is_made(page: AccountPage) -> None:
    before = page.findChild(QWidget, "account.sign_in")

    open_sign_in(page)

    assert before is None
    assert is_shown(page, "account.sign_in")
    assert not is_shown(page, "account.create")


def test_what_was_typed_is_forgotten_once_it_has_served(
    page: AccountPage, accepted: FullHouse
) -> None:
    fill_create(page)

    QTest.keyClick(line(page, "account.create.password"), Qt.Key.Key_Return)

    assert accepted.home.told.email == EMAIL
    assert {field.text() for field in page.findChildren(QLineEdit)} == {""}
    assert not line(page, "account.create.password").isUndoAvailable()


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("account.email_taken", "email"),
        ("account.email_malformed", "email"),
        ("account.password_common", "password"),
        ("account.password_long", "password"),
        ("sign_in.braked", "password"),
    ],
)
def test_a_refusal_stands_under_its_field_and_what_was_typed_stays(
    page: AccountPage, accepted: FullHouse, code: str, field: str
) -> None:
    accepted.home.refusals["create_account"] = Refused(code, seconds=30)
    fill_create(page)

    button(page, "account.create.button").click()

    other = {"email": "password", "password": "email"}[field]
    assert part(page, f"account.create.{field}").is_wrong  # type: ignore[attr-defined] # a line field
    assert not part(page, f"account.create.{other}").is_wrong  # type: ignore[attr-defined] # a line field
    assert line(page, "account.create.email").text() == EMAIL
    assert line(page, "account.create.password").text() == PASSWORD


def test_a_refusal_goes_with_the_next_letter(page: AccountPage, accepted: FullHouse) -> None:
    accepted.home.refusals["create_account"] = Refused("account.email_taken")
    fill_create(page)
    button(page, "account.create.button").click()
    refused = said_below(page, "account.create.email")

    QTest.keyClicks(line(page, "account.create.email"), "s")

    assert refused == "There is an account with this e-mail address already."
    assert said_below(page, "account.create.email").startswith("To tell accounts apart")


def test_a_server_that_is_away_is_said_above_the_buttons(
    page: AccountPage, accepted: FullHouse
) -> None:
    accepted.home.refusals["create_account"] = NotReachable("server.away")
    fill_create(page)

    button(page, "account.create.button").click()

    assert any("so no account was made" in text for text in texts(page))
    assert line(page, "account.create.password").text() == PASSWORD


def test_a_policy_that_changed_meanwhile_is_asked_for(
    page: AccountPage, accepted: FullHouse
) -> None:
    accepted.home.refusals["create_account"] = Refused("policy.outdated", version="1.1")
    fill_create(page)

    button(page, "account.create.button").click()

    assert accepted.home.asked == ["create_account", "refresh"]


@pytest.mark.parametrize(
    ("email", "password", "said"),
    [
        ("", PASSWORD, "This field is still empty."),
        ("m@", PASSWORD, "This is not an e-mail address."),
        (EMAIL, "fourteen chars", "A password needs at least 15 characters."),
        (EMAIL, "x" * 1025, "This password is too long."),
    ],
)
def test_what_cannot_be_is_said_without_asking_anybody(
    page: AccountPage, accepted: FullHouse, email: str, password: str, said: str
) -> None:
    line(page, "account.create.email").setText(email)
    line(page, "account.create.password").setText(password)

    button(page, "account.create.button").click()

    assert any(said in text for text in texts(page))
    assert accepted.home.asked == []


def test_characters_are_counted_as_they_come(page: AccountPage) -> None:
    fill_create(page, "fourteen chars")
    short = said_below(page, "account.create.password")

    QTest.keyClicks(line(page, "account.create.password"), "s")

    assert short.endswith("14 of 15 characters.")
    assert said_below(page, "account.create.password").endswith("Long enough.")


def test_a_password_is_hidden_until_its_switch_shows_it(page: AccountPage) -> None:
    secret = line(page, "account.create.password")
    hidden = secret.echoMode()

    QTest.mouseClick(part(page, "account.create.password.show"), Qt.MouseButton.LeftButton)

    assert hidden is QLineEdit.EchoMode.Password
    assert secret.echoMode() is QLineEdit.EchoMode.Normal
    assert part(page, "account.create.password.show").accessibleName() == "Hide the password"


def test_the_other_form_takes_the_address_along_and_no_password(page: AccountPage) -> None:
    fill_create(page)

    open_sign_in(page)

    assert line(page, "account.sign_in.email").text() == EMAIL
    assert line(page, "account.sign_in.password").text() == ""
    assert line(page, "account.create.password").text() == ""
    assert not is_shown(page, "account.create")


def test_signs_in_by_return(page: AccountPage, house: FullHouse) -> None:
    open_sign_in(page)
    fill(page, sign_in_email=f" {EMAIL} ", sign_in_password=PASSWORD)

    QTest.keyClick(line(page, "account.sign_in.password"), Qt.Key.Key_Return)

    assert house.home.told.email == EMAIL
    assert is_shown(page, "account.sign_out")


def test_a_wrong_password_is_one_sentence(page: AccountPage, house: FullHouse) -> None:
    house.home.refusals["sign_in"] = Refused("sign_in.refused")
    open_sign_in(page)
    fill(page, sign_in_email=EMAIL, sign_in_password=PASSWORD)

    button(page, "account.sign_in.button").click()

    assert texts(page).count("E-mail address or password is wrong.") == 1
    assert line(page, "account.sign_in.password").text() == PASSWORD


def test_a_wrong_password_says_what_is_left_and_moves_nothing_by_the_next_letter(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.refusals["sign_in"] = Refused("sign_in.refused")
    open_sign_in(page)
    way = part(page, "account.sign_in.forgotten")
    before = way.isVisible()
    fill(page, sign_in_email=EMAIL, sign_in_password=PASSWORD)

    button(page, "account.sign_in.button").click()
    QTest.keyClicks(line(page, "account.sign_in.password"), "x")

    assert (before, way.isVisible()) == (False, True)
    assert "A forgotten password cannot be reset yet." in " ".join(texts(page))
    button(page, "account.create.open").click()
    assert line(page, "account.create.email").isVisible()


def test_a_password_that_is_still_missing_is_not_said_to_be_forgotten(page: AccountPage) -> None:
    open_sign_in(page)

    button(page, "account.sign_in.button").click()

    assert not is_shown(page, "account.sign_in.forgotten")


def test_an_empty_password_is_said_without_asking(page: AccountPage, house: FullHouse) -> None:
    open_sign_in(page)
    fill(page, sign_in_email=EMAIL)

    button(page, "account.sign_in.button").click()

    assert "This field is still empty." in texts(page)
    assert house.home.asked == []


def test_staying_anonymous_leads_away(qtbot: QtBot, page: AccountPage) -> None:
    with qtbot.waitSignal(page.stay_wanted) as told:
        button(page, "account.create.stay").click()

    assert told.args == []


@pytest.mark.parametrize(
    ("state", "is_said"),
    [
        (ServerState.STARTING, False),
        (ServerState.RESTING, False),
        (ServerState.REACHED, False),
        (ServerState.AWAY, True),
    ],
)
def test_only_a_server_that_is_away_is_said_and_nothing_is_blocked(
    page: AccountPage, house: FullHouse, state: ServerState, is_said: bool
) -> None:
    house.home.stand(server=state, standing=Standing.ANONYMOUS)

    assert is_shown(page, "account.away") is is_said
    assert button(page, "account.create.button").isEnabled()
    assert button(page, "account.create.stay").isEnabled()
