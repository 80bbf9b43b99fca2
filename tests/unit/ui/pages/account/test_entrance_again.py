"""What somebody sees who was signed in, and is no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from altrabits_desktop.actions.home import ServerState
from tests.fakes.kept_home import policy
from tests.harness.account_parts import PASSWORD, button, is_shown, line, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.page import AccountPage
    from tests.fakes.full_house import FullHouse

ENDED = "Your sign-in has ended, as by a new password or after a long time. Sign in again."


def test_a_sign_in_that_was_ended_elsewhere_is_said_and_asked_for(
    page: AccountPage, house: FullHouse
) -> None:
    signed_in = {"email": "maple@example.net", "has_account_data": True}
    house.home.stand(server=ServerState.REACHED, policy=policy(), **signed_in)

    house.home.stand(email="", is_ended=True)

    assert ENDED in texts(page)
    assert is_shown(page, "account.sign_in")
    assert not is_shown(page, "account.create")


def test_while_the_keyring_is_asked_nobody_is_said_to_be_signed_in_or_not(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(is_known=False, has_account_data=True, email="")

    shown = texts(page)
    assert ENDED not in shown
    assert not any(text.startswith("Nobody is signed in.") for text in shown)
    assert "Looking up who is signed in." in shown
    assert is_shown(page, "account.sign_in")


def test_whoever_has_signed_out_is_led_to_the_sign_in(page: AccountPage, house: FullHouse) -> None:
    signed_in = {"email": "maple@example.net", "has_account_data": True}
    house.home.stand(server=ServerState.REACHED, policy=policy(), **signed_in)

    button(page, "account.sign_out").click()

    assert is_shown(page, "account.sign_in")
    assert not is_shown(page, "account.create")


def test_whoever_has_deleted_the_account_is_led_to_a_new_one(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy(), email="maple@example.net")
    button(page, "account.delete.open").click()
    QTest.keyClicks(line(page, "account.delete.password"), PASSWORD)

    button(page, "account.delete.button").click()

    assert house.home.told.email == ""
    assert is_shown(page, "account.create")


def test_what_was_done_is_said_where_it_is_seen(page: AccountPage, house: FullHouse) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy(), email="maple@example.net")
    page.resize(640, 400)
    assert is_shown(page, "account.facts")
    [area] = (each for each in page.findChildren(QScrollArea) if each.isVisible())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    was_at = area.verticalScrollBar().value()

    house.home.stand(email="")

    assert (was_at > 0, area.verticalScrollBar().value()) == (True, 0)
