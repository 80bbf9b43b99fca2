from __future__ import annotations

import json
import urllib.request
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.farm import FAULTS, SCRIPT_STEPS, StreamerFarm, free_port
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.script import STEPS
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.simulator.streamer import VirtualStreamer


@pytest.fixture
def farm() -> Iterator[StreamerFarm]:
    farm = StreamerFarm("127.55.0.2")
    yield farm
    farm.stop()


def test_streamers_know_their_names(farm: StreamerFarm) -> None:
    farm.start(3)

    assert farm.names == ["Fireside", "Window seat", "Bedroom"]
    assert farm.address_of("Window seat") == "127.55.0.3"


def test_one_more_is_plugged_in_called_anything(farm: StreamerFarm) -> None:
    farm.start(1)

    farm.add("<b>\u202e", faults=["slow"])

    assert farm.names == ["Fireside", "<b>\u202e"]


def test_one_comes_back_at_another_address(farm: StreamerFarm) -> None:
    farm.start(2)
    before = farm.address_of("Fireside")

    farm.fall_silent("Fireside")
    farm.come_back("Fireside", is_moved=True)

    assert farm.address_of("Fireside") not in {before, farm.address_of("Window seat")}


def test_a_volume_is_turned(farm: StreamerFarm) -> None:
    farm.start(1)

    farm.set_volume("Fireside", 7)

    url = f"http://{farm.address_of('Fireside')}:{farm.port_of('Fireside')}/api/v1/state"
    with urllib.request.urlopen(url, timeout=5) as answer:
        assert json.load(answer)["volume"] == 7


def test_a_farm_that_was_not_started_says_so(farm: StreamerFarm) -> None:
    with pytest.raises(RuntimeError, match="not started"):
        farm.fall_silent("Fireside")


def test_stopping_twice_is_fine(farm: StreamerFarm) -> None:
    farm.start(1)

    farm.stop()
    farm.stop()

    with pytest.raises(RuntimeError, match="not started"):
        farm.address_of("Fireside")


def test_each_farm_has_a_port_of_its_own() -> None:
    assert 1024 < free_port() < 65536


def test_one_that_is_switched_off_and_on_shows_no_code_any_more(farm: StreamerFarm) -> None:
    farm.start(1)
    [streamer] = farm._streamers()  # noqa: SLF001 # begun as by a neighbour
    farm._do(lambda _farm: _begun(streamer))  # noqa: SLF001 # on the farm's loop
    before = farm.code_of("Fireside")

    farm.switch_off_and_on("Fireside")

    assert len(before) == 6
    assert farm.code_of("Fireside") == ""


async def _begun(streamer: VirtualStreamer) -> None:
    streamer.claims.begin("Neighbour", source="127.0.0.66")


def test_one_that_got_another_name_is_still_meant_by_its_first(farm: StreamerFarm) -> None:
    farm.start(2)
    address = farm.address_of("Fireside")
    [streamer, other] = farm._streamers()  # noqa: SLF001 # called so as by the app
    farm._do(lambda _farm: _called(streamer, "Hearth"))  # noqa: SLF001 # on the farm's loop

    assert farm.address_of("Hearth") == farm.address_of("Fireside") == address

    farm._do(lambda _farm: _called(other, "Fireside"))  # noqa: SLF001 # on the farm's loop
    assert farm.address_of("Fireside") == other.address


async def _called(streamer: VirtualStreamer, name: str) -> None:
    streamer.rename(name, None)


def test_every_fault_of_the_simulator_has_its_name_and_is_told(farm: StreamerFarm) -> None:
    page = (ROOT / "docs" / "qa.md").read_text(encoding="utf-8")
    farm.start(2)

    for fault in Fault:
        farm.set_faults("Window seat", [fault.value])
        assert f"| `{fault.value}` | {FAULTS[fault]} |" in page

    assert set(FAULTS) == set(Fault)


def test_one_is_broken_and_mended_by_name(farm: StreamerFarm) -> None:
    farm.start(1)
    farm.set_faults("Fireside", ["silent"])
    broken = answers(farm)
    farm.set_faults("Fireside", [])

    assert (broken, answers(farm)) == (False, True)
    with pytest.raises(ValueError, match="nonsense"):
        farm.set_faults("Fireside", ["nonsense"])


def test_one_is_started_anew_and_reset(farm: StreamerFarm) -> None:
    farm.start(1)
    [name] = farm.names
    farm.set_volume(name, 11)

    farm.start_anew(name)
    kept = farm.state_of(name).volume
    farm.start_anew(name, is_reset=True)

    assert kept == 11
    assert farm.state_of(name).now_playing is None


def test_every_step_of_a_script_is_explained() -> None:
    assert {step.split()[0] for step in SCRIPT_STEPS} == set(STEPS)


def test_how_one_is_can_be_asked_past_any_window(farm: StreamerFarm) -> None:
    farm.start(1)

    farm.set_volume("Fireside", 7)

    assert farm.state_of("Fireside").volume == 7


def answers(farm: StreamerFarm) -> bool:
    """Whether the first streamer says how it is within half a second."""
    url = f"http://{farm.address_of('Fireside')}:{farm.port_of('Fireside')}/api/v1/state"
    with suppress(OSError), urllib.request.urlopen(url, timeout=0.5):
        return True
    return False


def test_a_name_that_nobody_has_is_said_with_those_that_there_are(farm: StreamerFarm) -> None:
    farm.start(2)

    with pytest.raises(LookupError, match="no streamer Nobody; there are Fireside, Window seat"):
        farm.set_faults("Nobody", ["slow"])


def test_a_fault_that_nobody_knows_is_said_with_those_that_there_are(farm: StreamerFarm) -> None:
    said = r"no fault slwo; there are silent, slow, garbage, .*only"

    with pytest.raises(ValueError, match=said):
        farm.start(1, faults=["slwo"])
    farm.start(1)
    with pytest.raises(ValueError, match=said):
        farm.add("Study", faults=["slwo"])
    with pytest.raises(ValueError, match=said):
        farm.set_faults("Fireside", ["slow", "slwo"])

    assert farm.names == ["Fireside"]


def test_one_that_runs_is_not_started_once_more(farm: StreamerFarm) -> None:
    farm.start(1)

    with pytest.raises(RuntimeError, match=r"runs already; `add` plugs in one more"):
        farm.start(2)

    assert farm.names == ["Fireside"]


def test_a_reset_makes_another_certificate(farm: StreamerFarm) -> None:
    farm.start(1)
    former = farm.certificate_of("Fireside")

    farm.start_anew("Fireside", is_reset=True)

    assert farm.certificate_of("Fireside") != former
    assert len(former) == 64
