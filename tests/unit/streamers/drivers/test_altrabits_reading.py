from __future__ import annotations

import msgspec

from altrabits_desktop.contract.control_api import InfoMessage
from altrabits_desktop.streamers.drivers.altrabits.driver import AltraBitsDriver
from altrabits_desktop.streamers.drivers.altrabits.reading import inputs_of
from tests.harness.driver_suite import read_once
from tests.unit.streamers.drivers.test_altrabits import INFO, AltraBitsStreamer


def test_inputs_are_those_that_can_be_shown_and_asked_for_as_they_are() -> None:
    said = ["Network", " Opti\u202ecal", "", "Coax", "Network"]
    info = msgspec.convert({**INFO, "inputs": said}, InfoMessage)

    assert inputs_of(info) == ("Network", "Coax")


async def test_a_reading_names_the_inputs_that_there_are() -> None:
    streamer = AltraBitsStreamer()
    streamer.say_info(inputs=["Network", "Coax"])

    facts = (await read_once(AltraBitsDriver(), streamer)).facts

    assert facts.inputs == ("Network", "Coax")
