"""The form that makes an account, before it is known what its button can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.policies import DecisionKind
from tests.fakes.kept_home import policy
from tests.harness.account_parts import EMAIL, PASSWORD, button, fill

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.account.page import AccountPage
    from tests.fakes.full_house import FullHouse


@pytest.fixture(autouse=True)
def filled(page: AccountPage) -> None:
    fill(page, create_email=EMAIL, create_password=PASSWORD)


def test_in_the_first_moments_the_wish_waits_for_the_server_and_is_then_carried_out(
    page: AccountPage, house: FullHouse
) -> None:
    create = button(page, "account.create.button")

    create.click()
    while_it_starts = (create.is_busy, create.text(), list(house.home.asked))
    house.home.stand(server=ServerState.REACHED, policy=policy(), decision=DecisionKind.ACCEPTED)

    assert while_it_starts == (True, "Creating", [])
    assert house.home.passwords == [PASSWORD]


def test_in_the_first_moments_the_wish_leads_to_the_policy_where_that_is_still_open(
    qtbot: QtBot, page: AccountPage, house: FullHouse
) -> None:
    house.home.stand(policy=policy())
    create = button(page, "account.create.button")

    create.click()
    is_busy = create.is_busy
    with qtbot.waitSignal(page.policy_wanted):
        house.home.stand(server=ServerState.RESTING)

    assert is_busy
    assert not create.is_busy
    assert create.text() == "Read the policy"


def test_in_the_first_moments_the_wish_ends_where_there_is_no_policy_to_be_known(
    page: AccountPage, house: FullHouse
) -> None:
    create = button(page, "account.create.button")
    create.click()

    house.home.stand(server=ServerState.AWAY)

    assert not create.is_busy
    assert create.text() == "Ask again"
    assert house.home.asked == []
