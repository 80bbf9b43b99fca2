"""The button in the head that has the network examined again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.house_on_show import House, five
from tests.fakes.kept_doctor import KeptDoctor

if TYPE_CHECKING:
    from tests.unit.ui.pages.streamers.conftest import OpenPage


def test_nothing_found_is_examined_again_from_the_head(open_page: OpenPage, house: House) -> None:
    page = open_page()
    check = page.head.findChild(PushButton, "streamers.check.button")
    assert isinstance(check, PushButton)
    doctor = house.services.doctor.get()
    assert isinstance(doctor, KeptDoctor)

    check.click()
    doctor.is_examining = True
    house.feed.publish(Changes(topics=Topic.DOCTOR))
    is_busy = check.is_busy
    doctor.is_examining = False
    house.feed.publish(Changes(topics=Topic.DOCTOR))

    assert doctor.examined == 1
    assert check.isVisible()
    assert (is_busy, check.is_busy) == (True, False)


def test_the_button_that_examines_goes_with_the_first_streamer(
    open_page: OpenPage, house: House
) -> None:
    page = open_page()
    check = page.head.findChild(PushButton, "streamers.check.button")
    assert isinstance(check, PushButton)

    house.show(*five())

    assert check.isHidden()
