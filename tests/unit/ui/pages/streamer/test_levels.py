from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume, SetVolumeMaximum
from altrabits_desktop.ui.widgets.number_field import NumberField
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, is_seen, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

OWN = fireside(capabilities=frozenset(Capability), is_owned=True, owned_id="one")


def exact(page: QWidget) -> NumberField:
    found = page.findChild(NumberField, "streamer.volume.number")
    assert isinstance(found, NumberField)
    return found


def groove_of(page: QWidget) -> Slider:
    found = page.findChild(Slider, "streamer.volume")
    assert isinstance(found, Slider)
    return found


@pytest.fixture
def own_page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(OWN)


def test_a_volume_is_typed_exactly_however_far_it_is(
    own_page: StreamerPage, house: FullHouse
) -> None:
    exact(own_page).setFocus()
    QTest.keyClicks(exact(own_page), "79")
    QTest.keyClick(exact(own_page), Qt.Key.Key_Return)

    assert house.control.commands == [SetVolume(79)]


def test_a_typed_volume_ends_at_the_maximum(own_page: StreamerPage, house: FullHouse) -> None:
    exact(own_page).setFocus()
    QTest.keyClicks(exact(own_page), "95")
    QTest.keyClick(exact(own_page), Qt.Key.Key_Return)

    assert house.control.commands == [SetVolume(80)]


def test_arrow_keys_in_the_number_make_it_louder_and_softer(
    own_page: StreamerPage, house: FullHouse
) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(exact(own_page), key)

    # What was told is not confirmed here: each begins from 34.
    assert house.control.commands == [SetVolume(35), SetVolume(33)]


@pytest.mark.parametrize(("step", "volume"), [(25, 59), (10, 44), (0, 80)])
def test_a_press_far_up_the_groove_goes_as_far_as_the_settings_let_it(
    own_page: StreamerPage,
    house: FullHouse,
    monkeypatch: pytest.MonkeyPatch,
    step: int,
    volume: int,
) -> None:
    said: list[str] = []
    # A tip that is shown goes again with whatever the system tells of its pointer.
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _part: said.append(text))
    house.store.held = house.store.held._replace(volume_step=step)
    house.show(OWN)
    groove = groove_of(own_page)

    end = QPoint(groove.width() - 15, groove.height() // 2)
    QTest.mouseClick(groove, Qt.MouseButton.LeftButton, pos=end)

    assert house.control.commands == [SetVolume(volume)]
    told = f"<span>At most {step} louder at once. Press again to go on.</span>"
    assert said == ([told] if step else [])


def open_limits(page: StreamerPage) -> None:
    button(page, "streamer.volume.limit").click()
    QApplication.sendPostedEvents()


def test_the_maximum_is_typed_exactly_below_the_volume(
    own_page: StreamerPage, house: FullHouse
) -> None:
    open_limits(own_page)
    field = own_page.findChild(NumberField, "streamer.volume.maximum.number")
    assert isinstance(field, NumberField)
    before = field.text()

    field.setFocus()
    QTest.keyClicks(field, "65")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert before == "80"
    assert house.control.commands == [SetVolumeMaximum(65)]


def test_the_maximum_never_becomes_nothing(own_page: StreamerPage, house: FullHouse) -> None:
    open_limits(own_page)
    field = own_page.findChild(NumberField, "streamer.volume.maximum.number")
    assert isinstance(field, NumberField)

    field.setFocus()
    QTest.keyClicks(field, "0")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert house.control.commands == [SetVolumeMaximum(1)]


def test_the_step_of_one_press_is_chosen_there_for_all_streamers(
    own_page: StreamerPage, house: FullHouse
) -> None:
    open_limits(own_page)
    choice = own_page.findChild(QAbstractButton, "streamer.volume.step.10")
    assert isinstance(choice, QAbstractButton)

    choice.click()

    assert house.services.settings.get().volume_step == 10
    assert house.control.commands == []


def test_limits_fold_again(own_page: StreamerPage) -> None:
    open_limits(own_page)
    was_seen = is_seen(own_page, "streamer.volume.limits")

    open_limits(own_page)

    assert was_seen
    assert not is_seen(own_page, "streamer.volume.limits")


def test_without_a_maximum_it_says_that_it_goes_to_the_end(
    open_page: OpenPage, house: FullHouse
) -> None:
    house.home.told = SIGNED_IN
    page = open_page(replace(OWN, state=replace(PLAYING, volume_maximum=None)))

    assert button(page, "streamer.volume.limit").text() == "max 100"


def test_one_that_takes_no_maximum_only_shows_it(open_page: OpenPage, house: FullHouse) -> None:
    house.home.told = SIGNED_IN
    can = frozenset(Capability) - {Capability.VOLUME_MAXIMUM}
    page = open_page(replace(OWN, capabilities=can))

    assert "max 80" in texts(page)
    assert not is_seen(page, "streamer.volume.limit")
