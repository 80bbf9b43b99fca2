from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.ui.widgets.number_field import NumberField
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage

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
