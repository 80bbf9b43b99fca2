from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.ui.pages.policy.view_model import PolicyViewModel
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import EFFECTIVE, policy

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from altrabits_desktop.contract.policies import Policies
    from tests.fakes.full_house import FullHouse

YES = DecisionKind.ACCEPTED


@pytest.fixture
def model(qapp: QCoreApplication, house: FullHouse) -> PolicyViewModel:
    return PolicyViewModel(house.services)


def test_shows_the_policy_in_force(model: PolicyViewModel) -> None:
    assert model.policy == policy()
    assert model.is_in_force
    assert [section.title for section in model.sections] == [
        "What this covers",
        "What we collect",
        "Contact",
    ]


def test_a_decision_is_about_exactly_what_is_shown(
    model: PolicyViewModel, house: FullHouse
) -> None:
    shown_at = house.clock.now()
    ended = Told(model.ended)

    model.decide(YES, wording="Accept")

    (decided,) = house.home.decided
    assert (decided.policy, decided.kind, decided.wording) == (policy(), YES, "Accept")
    assert decided.shown_at == shown_at
    assert len(ended) == 1


def test_an_answer_on_its_way_is_given_once(model: PolicyViewModel, house: FullHouse) -> None:
    house.launcher.is_holding = True
    model.decide(YES, wording="Accept")
    going_on = model.deciding

    model.decide(DecisionKind.DECLINED, wording="Decline")
    model.put_off()
    house.launcher.let_run()

    assert going_on is YES
    assert [decided.kind for decided in house.home.decided] == [YES]
    assert house.home.put_off_times == 0
    assert model.deciding is None


def test_a_refused_decision_says_why_and_stays_open(
    model: PolicyViewModel, house: FullHouse
) -> None:
    house.home.refusals["decide"] = NotReachable("server.away")
    ended = Told(model.ended)

    model.decide(YES, wording="Accept")

    assert "nothing was recorded" in model.fault
    assert model.deciding is None
    assert ended == []


def test_the_next_try_takes_the_fault_away(model: PolicyViewModel, house: FullHouse) -> None:
    house.home.refusals["decide"] = NotReachable("server.away")
    model.decide(YES, wording="Accept")
    house.home.refusals.clear()

    model.decide(YES, wording="Accept")

    assert model.fault == ""


def test_a_newer_version_is_shown_before_it_is_decided_about(
    model: PolicyViewModel, house: FullHouse
) -> None:
    newer = house.home.ask(policy("1.1", fingerprint="a" * 64))
    unchanged = model.policy

    model.decide(YES, wording="Accept")

    assert unchanged == policy()
    assert house.home.decided == []
    assert model.policy == newer
    assert "1.1" in model.fault


def test_putting_off_records_nothing(model: PolicyViewModel, house: FullHouse) -> None:
    ended = Told(model.ended)

    model.put_off()

    assert house.home.put_off_times == 1
    assert house.home.decided == []
    assert len(ended) == 1


def test_an_earlier_version_is_fetched(qapp: QCoreApplication, house: FullHouse) -> None:
    earlier = policy("0.9")
    house.home.policies = (policy(), earlier)

    model = PolicyViewModel(house.services, version="0.9")

    assert model.policy == earlier
    assert not model.is_in_force
    assert not model.is_loading


def test_a_version_that_cannot_be_fetched_is_fetched_later(
    qapp: QCoreApplication, house: FullHouse
) -> None:
    house.home.policies = (policy("0.9"),)
    house.home.refusals["version"] = NotReachable("server.away")
    model = PolicyViewModel(house.services, version="0.9")
    fault, before = model.fault, model.policy
    house.home.refusals.clear()

    model.load()

    assert "kept there" in fault
    assert before is None
    assert model.policy == policy("0.9")
    assert model.fault == ""


def test_a_version_is_asked_for_once_at_a_time(qapp: QCoreApplication, house: FullHouse) -> None:
    house.launcher.is_holding = True
    house.home.policies = (policy("0.9"),)
    model = PolicyViewModel(house.services, version="0.9")

    model.load()
    house.launcher.let_run()

    assert house.home.asked.count("version") == 1


def test_a_policy_that_comes_later_is_shown_then(qapp: QCoreApplication, house: FullHouse) -> None:
    house.home.stand(policy=None)
    model = PolicyViewModel(house.services)
    before = model.policy

    house.home.ask()

    assert before is None
    assert model.policy == policy()


def test_nothing_is_decided_where_nothing_is_shown(
    qapp: QCoreApplication, house: FullHouse
) -> None:
    house.home.stand(policy=None)
    model = PolicyViewModel(house.services)

    model.decide(YES, wording="Accept")

    assert house.home.decided == []


def comparing(
    house: FullHouse, *, version: str = "1.1", compares_all: bool = True
) -> PolicyViewModel:
    house.home.policies = tuple(
        policy(name, effective_at=EFFECTIVE + timedelta(days=days), text=f"Version {name} holds.")
        for name, days in (("1.1", 20), ("1.0", 0), ("0.9", -20))
    )
    house.home.stand(policy=house.home.policies[0], decided_version="1.0")
    return PolicyViewModel(house.services, version=version, compares_all=compares_all)


def test_c42_what_is_compared_late_is_dropped_for_a_newer_text(
    qapp: QCoreApplication, house: FullHouse
) -> None:
    house.launcher.is_holding = True
    model = comparing(house)
    newer = policy("1.2", effective_at=EFFECTIVE + timedelta(days=30), text="Version 1.2 holds.")
    house.home.ask(newer)
    model.decide(YES, wording="Accept")

    house.launcher.let_run()

    assert model.change is not None
    assert (model.change.after, model.is_comparing) == (newer, False)


def test_c42_a_late_fault_is_dropped_for_a_newer_text(
    qapp: QCoreApplication, house: FullHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, faults = house.home.versions, [NotReachable("server.away")]

    async def fail_once() -> Policies:
        if faults:
            raise faults.pop()
        return await answer()

    monkeypatch.setattr(house.home, "versions", fail_once)
    house.launcher.is_holding = True
    model = comparing(house)
    house.home.ask(policy("1.2", effective_at=EFFECTIVE + timedelta(days=30)))
    model.decide(YES, wording="Accept")

    house.launcher.let_run()

    assert (faults, model.change_fault, model.is_on_changes) == ([], "", True)
    assert model.change is not None


def test_c42_an_older_version_opens_with_its_text_until_its_changes_are_chosen(
    qapp: QCoreApplication, house: FullHouse
) -> None:
    house.home.refusals["versions"] = NotReachable("server.away")
    model = comparing(house, version="1.0")
    house.home.stand(decided_version="1.1")
    del house.home.refusals["versions"]
    first = model.is_on_changes

    model.show_changes(is_on_changes=True)

    assert (first, model.is_on_changes) == (False, True)
    assert model.change is not None
    assert (model.change.before.version, model.change.is_decided) == ("0.9", False)


def test_c42_of_what_cannot_be_compared_the_sentence_is_given(
    qapp: QCoreApplication, house: FullHouse
) -> None:
    model = comparing(house)
    german = policy("1.0", language="de", effective_at=EFFECTIVE)
    house.home.policies = (house.home.policies[0], german)
    model = PolicyViewModel(house.services, compares_all=True)

    assert "not published in the language" in model.change_fault
    assert not model.is_on_changes
