from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import Pause
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.ui.pages.streamer.profile import Progress
from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
from tests.fakes.full_house import WIFI, FullHouse, fireside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(house: FullHouse) -> StreamerViewModel:
    house.show(fireside())
    model = StreamerViewModel(house.services, StreamerId("fireside"))
    model.set_visible(True)
    return model


def test_reads_the_streamer_when_it_changes(model: StreamerViewModel, house: FullHouse) -> None:
    house.show(fireside(name="Hearth"))

    assert model.streamer is not None
    assert model.streamer.name == "Hearth"


def test_rests_while_nobody_looks_and_reads_anew_then(
    model: StreamerViewModel, house: FullHouse
) -> None:
    told: list[bool] = []
    model.set_visible(False)
    model.changed.connect(lambda: told.append(True))

    house.show(fireside(name="Hearth"))
    before = tuple(told)
    model.set_visible(True)

    assert before == ()
    assert model.streamer is not None
    assert model.streamer.name == "Hearth"


def test_other_streamers_are_not_its_concern(model: StreamerViewModel, house: FullHouse) -> None:
    told: list[bool] = []
    house.show(fireside(), fireside(id=StreamerId("other")))
    model.changed.connect(lambda: told.append(True))

    house.show(fireside(), fireside(id=StreamerId("other"), name="Else"))

    assert len(told) <= 1


def test_knows_the_cards_that_are_looked_on(model: StreamerViewModel, house: FullHouse) -> None:
    house.report(cards=(WIFI,))

    assert model.cards == (WIFI,)
    assert model.now == house.clock.now()


def test_the_place_in_the_track_moves_on_by_itself(
    model: StreamerViewModel, house: FullHouse
) -> None:
    house.clock.move(6)

    assert model.progress == Progress(140, 318, is_moving=True)


def test_the_place_in_the_track_ends_with_the_track(
    model: StreamerViewModel, house: FullHouse
) -> None:
    house.clock.move(1000)

    assert model.progress == Progress(318, 318, is_moving=True)


def test_the_same_place_told_again_is_no_step_back(
    model: StreamerViewModel, house: FullHouse
) -> None:
    house.clock.move(6)

    house.show(fireside(name="Hearth"))

    assert model.progress == Progress(140, 318, is_moving=True)


def test_without_a_track_there_is_no_place(model: StreamerViewModel, house: FullHouse) -> None:
    house.show(fireside(state=None))

    assert model.progress is None


def test_a_streamer_that_left_has_no_page(model: StreamerViewModel, house: FullHouse) -> None:
    has_page = model.has_page

    house.show()

    assert (has_page, model.has_page) == (True, False)


def test_checks_once_at_a_time(model: StreamerViewModel, house: FullHouse) -> None:
    house.launcher.is_holding = True

    model.check()
    model.check()
    is_checking = model.is_checking
    house.launcher.let_run()

    assert (is_checking, model.is_checking) == (True, False)
    assert house.finder.asked == [("check", "fireside")]


def test_a_second_is_told_while_somebody_looks(qtbot: QtBot, model: StreamerViewModel) -> None:
    with qtbot.waitSignal(model.changed, timeout=3000):
        pass


def test_one_that_is_not_heard_is_looked_for_when_it_is_checked(
    model: StreamerViewModel, house: FullHouse
) -> None:
    house.show(fireside(is_heard=False))

    model.check()

    assert [what for what, *_ in house.finder.asked] == ["find_again"]
    assert not model.is_checking


def test_one_that_is_heard_only_now_is_told_by_the_id_it_has_now(house: FullHouse) -> None:
    unheard = fireside(id=StreamerId("own-1"), is_heard=False)
    house.show(unheard)
    model = StreamerViewModel(house.services, unheard.id)
    model.set_visible(True)
    before = model.streamer_id

    # The directory gives one of the person's by its former id too.
    house.directory.known[unheard.id] = fireside()
    house.feed.publish(Changes(streamers=frozenset({unheard.id})))
    model.tell(Pause())

    assert before == "own-1"
    assert model.streamer_id == "fireside"
    assert [told[0] for told in house.control.told] == ["fireside"]
