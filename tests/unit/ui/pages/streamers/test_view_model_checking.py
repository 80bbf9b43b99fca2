from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.house_on_show import House, Told, five

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
