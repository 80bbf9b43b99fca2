from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.pages.privacy.view_model import (
    PrivacyViewModel,
    in_one_language,
    reading_fault,
)
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import policy, receipts

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from tests.fakes.full_house import FullHouse


@pytest.fixture
def model(qapp: QCoreApplication, house: FullHouse) -> PrivacyViewModel:
    return PrivacyViewModel(house.services)


def test_reads_versions_and_receipts(qapp: QCoreApplication, house: FullHouse) -> None:
    house.home.kept = receipts(DecisionKind.ACCEPTED)

    model = PrivacyViewModel(house.services)

    assert model.versions == (policy(),)
    assert model.receipts == house.home.kept
    assert not model.is_asking


def test_what_cannot_be_read_says_why(qapp: QCoreApplication, house: FullHouse) -> None:
    house.home.refusals = {
        "versions": NotReachable("server.away"),
        "receipts": NotReachable("server.away"),
    }

    model = PrivacyViewModel(house.services)

    assert (model.versions, model.receipts) == (None, None)
    assert "kept there" in model.versions_fault
    assert "kept there" in model.receipts_fault


def test_what_was_read_stays_while_the_server_is_away(
    model: PrivacyViewModel, house: FullHouse
) -> None:
    house.home.refusals["versions"] = NotReachable("server.away")

    house.home.stand(server=ServerState.AWAY)

    assert model.versions == (policy(),)


def test_a_decision_reads_the_receipts_anew(model: PrivacyViewModel, house: FullHouse) -> None:
    house.home.kept = receipts(DecisionKind.DECLINED)

    house.home.stand(decision=DecisionKind.DECLINED)

    assert model.receipts == house.home.kept


def test_what_merely_waits_to_be_sent_reads_nothing(
    model: PrivacyViewModel, house: FullHouse
) -> None:
    asked = list(house.home.asked)
    changed = Told(model.changed)

    house.home.stand(waits=3)

    assert house.home.asked == asked
    assert len(changed) == 1


def test_asking_again_refreshes_everything(model: PrivacyViewModel, house: FullHouse) -> None:
    house.home.asked.clear()

    model.ask_again()

    assert sorted(house.home.asked) == ["receipts", "refresh", "versions"]


def test_asking_again_in_vain_stays_quiet(model: PrivacyViewModel, house: FullHouse) -> None:
    house.home.refusals["refresh"] = NotReachable("server.away")

    model.ask_again()

    assert house.launcher.reported == []
    assert not model.is_asking


def test_is_asked_once_at_a_time(model: PrivacyViewModel, house: FullHouse) -> None:
    house.launcher.is_holding = True
    model.ask_again()
    is_asking = model.is_asking

    model.ask_again()
    house.launcher.let_run()

    assert is_asking
    assert house.home.asked.count("refresh") == 1


def test_a_version_is_listed_once_in_the_nearest_language() -> None:
    both = (policy(language="en"), policy(language="de"), policy("0.9", language="en"))

    chosen = in_one_language(both, "de")

    assert [(each.version, each.language) for each in chosen] == [("1.0", "de"), ("0.9", "en")]


def test_a_refusal_is_said_in_the_words_of_its_code() -> None:
    assert reading_fault(Refused("session.ended")) == "This sign-in has ended. Sign in again."
