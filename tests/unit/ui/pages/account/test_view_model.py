"""What was brought about is said to whoever brought it about, and to nobody after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.privacy.gate import Standing
from tests.harness.account_parts import EMAIL, PASSWORD, button, fill, line, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.page import AccountPage
    from tests.fakes.full_house import FullHouse

NEW = "a brass lantern by the quiet lake"
CHANGED = "The password is changed. All other sign-ins have ended."

pytestmark = pytest.mark.usefixtures("signed_in")


def change_password(page: AccountPage) -> None:
    fill(page, password_current=PASSWORD, password_new=NEW)
    QTest.keyClick(line(page, "account.password.new"), Qt.Key.Key_Return)


def test_after_a_sign_in_elsewhere_no_sign_out_is_said(page: AccountPage, house: FullHouse) -> None:
    button(page, "account.sign_out").click()
    before = texts(page)

    house.home.stand(standing=Standing.SIGNED_IN, email=EMAIL)

    assert any("signed out" in text for text in before)
    assert f"Signed in as {EMAIL}" in texts(page)
    assert not any("signed out" in text for text in texts(page))


def test_after_a_sign_out_elsewhere_nothing_of_the_account_is_said(
    page: AccountPage, house: FullHouse
) -> None:
    change_password(page)
    before = texts(page)

    house.home.stand(standing=Standing.LIMITED, email="")

    assert CHANGED in before
    assert CHANGED not in texts(page)


def test_what_was_done_stays_said_while_the_same_person_is_here(
    page: AccountPage, house: FullHouse
) -> None:
    change_password(page)

    house.home.stand(server=ServerState.AWAY)

    assert CHANGED in texts(page)
