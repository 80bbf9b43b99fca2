from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import HideInput, NameInput, SelectInput
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.switch import Switch
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, managed, own_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

ALL = frozenset(Capability)
STATE = replace(PLAYING, input_name="Network")
INPUTS = ("Network", "Optical")


def inputs(page: QWidget) -> list[QRadioButton]:
    return [each for each in page.findChildren(QRadioButton) if each.isVisible()]


def test_another_input_is_told_to_the_streamer(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(own_streamer(house, capabilities=ALL, inputs=INPUTS, state=STATE))
    network, optical = inputs(page)

    optical.click()

    assert house.control.commands == [SelectInput("Optical")]
    assert optical.objectName() == "streamer.input.2"
    assert (network.accessibleName(), optical.accessibleName()) == ("Network", "Optical")


def test_what_the_streamer_says_is_chosen(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(own_streamer(house, capabilities=ALL, inputs=INPUTS, state=STATE))

    own_streamer(house, capabilities=ALL, inputs=INPUTS, state=replace(STATE, input_name="Optical"))
    optical = [each.isChecked() for each in inputs(page)]
    own_streamer(house, capabilities=ALL, inputs=INPUTS, state=replace(STATE, input_name="Tape"))
    unknown = [each.isChecked() for each in inputs(page)]

    assert optical == [False, True]
    assert unknown == [False, False]
    assert house.control.commands == []


@pytest.mark.parametrize(
    "streamer",
    [
        fireside(origin=Origin.DEMO, capabilities=ALL),
        fireside(origin=Origin.DEMO, capabilities=ALL, state=STATE, inputs=INPUTS[:1]),
        fireside(
            origin=Origin.DEMO,
            capabilities=frozenset({Capability.CONTROL}),
            state=STATE,
            inputs=INPUTS,
        ),
        fireside(capabilities=ALL, state=STATE, inputs=INPUTS),
    ],
)
def test_where_nothing_can_be_chosen_nothing_is_shown(
    open_page: OpenPage, streamer: Streamer
) -> None:
    page = open_page(streamer)

    assert inputs(page) == []


def field(page: QWidget, name: str) -> LineField:
    found = page.findChild(LineField, f"streamer.inputs.{name}")
    assert isinstance(found, LineField)
    return found


def switch(page: QWidget, number: int) -> Switch:
    found = page.findChild(Switch, f"streamer.inputs.shown.{number}")
    assert isinstance(found, Switch)
    return found


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    page = open_page(managed())
    button(page, "streamer.inputs.edit").click()
    return page


def undone(page: StreamerPage) -> list[Any]:
    told: list[Any] = []
    page.undo_offered.connect(told.append)
    return told


def test_an_input_gets_another_name_which_can_be_taken_back(
    page: StreamerPage, house: FullHouse
) -> None:
    undos = undone(page)
    field(page, "name.2").setText("Television")
    QTest.keyClick(field(page, "name.2"), Qt.Key.Key_Return)
    with pytest.raises(StopIteration):
        undos[0].take_back().send(None)

    assert house.control.commands == [
        *(NameInput("optical", "Television"), NameInput("optical", "Optical"))
    ]
    assert undos[0].words == "The input “Optical” has another name now."


def test_an_input_is_hidden_and_shown(page: StreamerPage, house: FullHouse) -> None:
    undos = undone(page)

    switch(page, 1).click()
    switch(page, 3).click()

    assert house.control.commands == [HideInput("network", True), HideInput("usb", False)]
    assert [undo.words for undo in undos] == ["The input “Network” is hidden now."]
    assert switch(page, 3).accessibleName() == "Shown: USB"


def test_the_last_input_that_is_shown_stays(page: StreamerPage, house: FullHouse) -> None:
    slots = managed().choices.input_slots
    choices = replace(managed().choices, input_slots=(slots[0], slots[2]))
    house.show(managed(choices=choices, inputs=("Network",)))

    assert not switch(page, 1).isEnabled()
    assert switch(page, 3).isEnabled()


def test_what_is_being_typed_stays_whatever_the_streamer_says(
    page: StreamerPage, house: FullHouse
) -> None:
    name = field(page, "name.1")
    name.setFocus()
    QTest.keyClicks(name, "s")
    house.show(managed())

    assert name.text() in {"Networks", "sNetwork", "s"}


def test_done_leads_back_to_the_choice(page: StreamerPage) -> None:
    while_changed = inputs(page)
    button(page, "streamer.inputs.edit").click()

    assert while_changed == []
    assert [each.accessibleName() for each in inputs(page)] == ["Network", "Optical"]
    assert button(page, "streamer.inputs.edit").text() == "Rename or hide"
