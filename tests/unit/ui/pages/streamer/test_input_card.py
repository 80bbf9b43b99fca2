from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QRadioButton, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SelectInput
from altrabits_desktop.contract.streamers import Origin
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import OpenPage, own_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer

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
