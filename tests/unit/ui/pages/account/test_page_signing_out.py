"""A sign-out that would lose something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.privacy.gate import Standing
from tests.harness.account_parts import EMAIL, button, is_shown, part

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.account.page import AccountPage
    from tests.fakes.full_house import FullHouse

pytestmark = pytest.mark.usefixtures("signed_in")


def test_a_sign_out_that_would_lose_something_asks_first(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(waits=2)

    for _ in range(2):
        button(page, "account.sign_out").click()
    asked, before = part(page, "account.unsent"), house.home.told.email
    question = asked.accessibleName()
    button(page, "account.unsent.sign_out").click()

    assert question == "2 changes are not sent yet. Signing out now loses what waits."
    assert before
    assert house.home.told.email == ""
    assert not asked.isVisible()


@pytest.mark.parametrize(
    ("server", "rest"),
    [
        (ServerState.REACHED, "The app works without an account."),
        (ServerState.AWAY, "nobody can use any more; it can be ended there after the next one."),
    ],
)
def test_what_a_sign_out_leaves_at_a_server_that_is_away_is_said(
    page: AccountPage, house: FullHouse, server: ServerState, rest: str
) -> None:
    house.home.stand(server=server)

    button(page, "account.sign_out").click()

    note = part(page, "account.note")
    assert note.isVisible()
    assert note.accessibleName().startswith("You are signed out")
    assert note.accessibleName().endswith(rest)


def test_what_is_being_sent_just_now_is_waited_for(page: AccountPage, house: FullHouse) -> None:
    house.home.stand(waits=1)
    button(page, "account.sign_out").click()
    before = house.home.told.email

    house.home.stand(waits=0)

    assert before
    assert house.home.told.email == ""


def test_a_server_that_goes_meanwhile_signs_nobody_out_when_it_is_back(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(waits=1)
    button(page, "account.sign_out").click()

    house.home.stand(server=ServerState.AWAY)
    house.home.stand(server=ServerState.REACHED, waits=0)

    assert house.home.told.email == EMAIL
    assert not is_shown(page, "account.unsent")


def test_what_waits_for_a_yes_signs_nobody_out_once_it_is_given(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(waits=1, standing=Standing.LIMITED)
    button(page, "account.sign_out").click()

    house.home.stand(standing=Standing.SIGNED_IN)
    house.home.stand(waits=0)

    assert house.home.told.email == EMAIL
    assert not is_shown(page, "account.unsent")


def test_the_question_goes_when_all_is_sent(page: AccountPage, house: FullHouse) -> None:
    house.home.stand(waits=1, server=ServerState.AWAY)
    button(page, "account.sign_out").click()
    was_asked = is_shown(page, "account.unsent")

    house.home.stand(waits=0)
    is_asked = is_shown(page, "account.unsent")
    button(page, "account.sign_out").click()

    assert (was_asked, is_asked) == (True, False)
    assert house.home.told.email == ""


def test_what_waits_later_asks_no_question_that_was_answered_by_the_server(
    page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(waits=1, server=ServerState.AWAY)
    button(page, "account.sign_out").click()
    house.home.stand(waits=0)

    house.home.stand(waits=1)

    assert not is_shown(page, "account.unsent")
