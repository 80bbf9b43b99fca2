from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import (
    AltraBitsError,
    CertificateChanged,
    DecisionNeeded,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.ui.pages.streamer.adding_model import AddingModel, Step, step_after
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.kept_adding import CODE, offer

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.adding_model import Attempt

HERE = StreamerId("fireside")
WRONG = Refused("claim.wrong_code")


@pytest.fixture
def model(house: FullHouse) -> AddingModel:
    house.show(fireside())
    return AddingModel(house.services)


def attempt(model: AddingModel) -> Attempt:
    found = model.attempt_with(HERE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("error", "needs_code", "step"),
    [
        (WRONG, True, Step.CODE),
        (NotReachable("streamer.silent"), True, Step.CODE),
        (NotReachable("streamer.silent"), False, Step.REST),
        (Refused("claim.expired"), True, Step.REST),
        (Refused("claim.not_pressed"), True, Step.REST),
        (CertificateChanged("streamer.certificate_changed"), True, Step.REST),
        (DecisionNeeded("gate.declined"), True, Step.REST),
    ],
)
def test_only_what_leaves_the_claim_whole_lets_the_code_be_typed_again(
    error: AltraBitsError, needs_code: bool, step: Step
) -> None:
    assert step_after(error, needs_code=needs_code) is step


def test_a_streamer_with_a_display_is_added_by_its_code(
    model: AddingModel, house: FullHouse
) -> None:
    model.begin(HERE)
    at_first = attempt(model).step

    model.confirm(CODE)
    after = attempt(model).step
    house.show(fireside(is_owned=True, owned_id="owned-1"))

    assert (at_first, after) == (Step.CODE, Step.ADDED)
    assert house.adding.asked == [("begin", HERE), ("confirm", CODE)]
    assert model.attempt_with(HERE) is None


def test_after_a_wrong_code_another_one_may_be_tried(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)
    house.adding.refusals["confirm"] = WRONG
    model.confirm("271828")
    refused = (attempt(model).step, attempt(model).fault)

    model.forget_fault()
    forgotten = attempt(model).fault
    house.adding.refusals.clear()
    model.confirm(CODE)

    assert refused == (Step.CODE, WRONG)
    assert forgotten is None
    assert attempt(model).step is Step.ADDED


def test_a_streamer_that_takes_no_owner_is_added_at_once(
    model: AddingModel, house: FullHouse
) -> None:
    house.adding.offer = None

    model.begin(HERE)

    assert house.adding.asked == [("begin", HERE), ("confirm", "")]
    assert attempt(model).step is Step.ADDED


def test_a_press_alone_is_waited_for(model: AddingModel, house: FullHouse) -> None:
    house.adding.offer = offer(needs_code=False, needs_press=True)

    model.begin(HERE)

    assert house.adding.asked == [("begin", HERE), ("confirm", "")]


def test_one_with_an_owner_wants_its_code_and_then_its_button(
    model: AddingModel, house: FullHouse
) -> None:
    house.adding.offer = offer(needs_press=True)
    model.begin(HERE)
    house.launcher.is_holding = True

    model.confirm(CODE)
    step = attempt(model).step
    house.launcher.let_run()

    assert step is Step.PRESS
    assert attempt(model).step is Step.ADDED


def test_one_that_cannot_be_asked_rests_with_the_reason_until_it_is_tried_again(
    model: AddingModel, house: FullHouse
) -> None:
    house.adding.refusals["begin"] = Refused("claim.braked")
    model.begin(HERE)
    fault = attempt(model).fault
    house.adding.refusals.clear()

    model.begin(HERE)

    assert fault is not None
    assert fault.code == "claim.braked"
    assert (attempt(model).step, attempt(model).fault) == (Step.CODE, None)


def test_what_was_begun_is_not_begun_twice(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)
    model.begin(HERE)

    assert house.adding.asked == [("begin", HERE)]


def test_giving_up_is_told_to_the_streamer(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)
    house.adding.refusals["cancel"] = NotReachable("streamer.silent")

    model.give_up()
    model.give_up()

    assert house.adding.asked == [("begin", HERE), ("cancel", HERE)]
    assert model.attempt_with(HERE) is None
    assert house.launcher.reported == []


def test_a_streamer_that_answers_too_late_is_told_that_it_was_given_up(
    model: AddingModel, house: FullHouse
) -> None:
    house.launcher.is_holding = True
    model.begin(HERE)
    model.give_up()

    house.launcher.let_run()

    assert house.adding.asked == [("begin", HERE), ("cancel", HERE)]
    assert model.attempt_with(HERE) is None


def test_another_streamer_ends_what_was_begun_with_the_first(
    model: AddingModel, house: FullHouse
) -> None:
    other = StreamerId("other")
    house.show(fireside(), fireside(id=other))
    model.begin(HERE)

    model.begin(other)

    assert house.adding.asked == [("begin", HERE), ("cancel", HERE), ("begin", other)]
    assert model.attempt_with(HERE) is None


def test_leaving_ends_what_waits_for_the_person(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)

    model.leave()

    assert house.adding.asked[-1] == ("cancel", HERE)


def test_leaving_breaks_off_no_code_that_was_sent(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)
    house.launcher.is_holding = True
    model.confirm(CODE)

    model.leave()
    house.launcher.let_run()

    assert house.adding.asked == [("begin", HERE), ("confirm", CODE)]
    assert attempt(model).step is Step.ADDED


def test_one_that_is_gone_meanwhile_is_forgotten(model: AddingModel, house: FullHouse) -> None:
    model.begin(HERE)
    model.confirm(CODE)

    house.show()

    assert model.attempt_with(HERE) is None
