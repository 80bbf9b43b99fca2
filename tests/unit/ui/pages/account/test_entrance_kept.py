"""What was typed stays while the window lives, as far as it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.account.page import AccountPage
from tests.harness.account_parts import (
    EMAIL,
    PASSWORD,
    button,
    fill,
    fill_create,
    is_shown,
    line,
    open_sign_in,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


def test_the_address_is_there_again_after_another_page_and_no_password(
    qtbot: QtBot, theme: Theme, page: AccountPage, model: AccountViewModel
) -> None:
    fill_create(page)
    page.deleteLater()

    again = AccountPage(theme, model=model)
    qtbot.addWidget(again)

    assert line(again, "account.create.email").text() == EMAIL
    assert line(again, "account.create.password").text() == ""


def test_the_form_that_was_open_is_open_again_with_its_address(
    qtbot: QtBot, theme: Theme, page: AccountPage, model: AccountViewModel
) -> None:
    open_sign_in(page)
    fill(page, sign_in_email=EMAIL)
    page.deleteLater()

    again = AccountPage(theme, model=model)
    qtbot.addWidget(again)
    again.show()

    assert is_shown(again, "account.sign_in")
    assert line(again, "account.sign_in.email").text() == EMAIL


def test_the_address_goes_once_it_has_served(
    qtbot: QtBot, theme: Theme, page: AccountPage, model: AccountViewModel, accepted: FullHouse
) -> None:
    fill_create(page)
    button(page, "account.create.button").click()
    accepted.home.stand(email="", standing=Standing.ANONYMOUS)

    again = AccountPage(theme, model=model)
    qtbot.addWidget(again)

    assert line(again, "account.create.email").text() == ""


def test_the_address_goes_with_whoever_stays_anonymous(
    page: AccountPage, model: AccountViewModel
) -> None:
    fill_create(page)

    button(page, "account.create.stay").click()

    assert model.typed_email == ""


def test_the_address_goes_when_somebody_signs_in_elsewhere_meanwhile(
    page: AccountPage, model: AccountViewModel, house: FullHouse
) -> None:
    fill_create(page)
    model.rest()

    house.home.stand(email="other@example.test", standing=Standing.SIGNED_IN)

    assert model.typed_email == ""


def test_a_password_is_no_attribute_of_the_view_model(
    page: AccountPage, model: AccountViewModel, accepted: FullHouse
) -> None:
    accepted.home.refusals["create_account"] = Refused("account.email_taken")
    fill_create(page)

    button(page, "account.create.button").click()

    assert PASSWORD not in repr(vars(model))
