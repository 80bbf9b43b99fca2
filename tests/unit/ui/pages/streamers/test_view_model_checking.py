from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.house_on_show import LOOKED, House, Told, five

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("is_heard", [True, False], ids=["heard before", "never heard"])
def test_a_check_shows_until_it_is_over(house: House, *, is_heard: bool) -> None:
    gone = replace(five()[0], presence=Presence.GONE, is_heard=is_heard)
    house.show(gone)
    model = StreamersViewModel(house.services)
    model.set_visible(True)
    renewed = Told(model.renewed)
    house.launcher.is_holding = True

    model.check(gone.id)
    model.check(gone.id)
    during = (model.face(gone).state.word, len(renewed))
    house.launcher.let_run()

    assert during == ("Checking", 1)
    assert house.finding.asked == [("check", gone.id) if is_heard else ("find_again", "")]
    assert model.face(gone).state.word == "Not answering"
    assert len(renewed) == 2


def test_cards_that_go_are_told_and_the_line_says_that_there_is_no_network(
    house: House,
) -> None:
    house.report(cards=LOOKED.cards)
    house.show(*(replace(one, presence=Presence.GONE) for one in five()))
    model = StreamersViewModel(house.services)
    model.set_visible(True)
    arranged: list[bool] = []
    model.arranged.connect(lambda: arranged.append(True))

    house.report(cards=(), error_code="cards.none")

    assert arranged == [True]
    assert model.line(is_short=False) == "This computer is in no network, so none of 5 answers"


def test_what_is_shown_when_cards_change_is_the_newest(house: House) -> None:
    house.report(cards=LOOKED.cards)
    house.show(*five())
    model = StreamersViewModel(house.services)
    model.set_visible(True)
    one = house.change(five()[0].id, model_note="2.5.0")

    house.report(cards=LOOKED.cards[:1])

    assert one in [streamer for group in model.groups for streamer in group.streamers]
