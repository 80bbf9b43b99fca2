"""A script of what happens to streamers: read, and done in its order."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.script import (
    SCRIPT_BYTES,
    STEPS,
    STEPS_MOST,
    Step,
    play_script,
    read_script,
)

if TYPE_CHECKING:
    from altrabits_desktop.simulator.farm import Farm

WHOLE = b"""
# a comment, and an empty line

5 2 fault silent   # breaks the second
0.5 * volume 20
5 2 name Hearth and home
"""


def test_steps_come_in_the_order_of_their_time() -> None:
    assert read_script(WHOLE, count=3) == (
        Step(0.5, None, "volume", "20"),
        Step(5.0, 2, "fault", "silent"),
        Step(5.0, 2, "name", "Hearth and home"),
    )


def test_step_is_written_as_it_is_read() -> None:
    steps = read_script(WHOLE, count=3)
    written = "\n".join(step.text for step in steps).encode()

    assert read_script(written, count=3) == steps


@pytest.mark.parametrize(
    "line",
    [
        "silent",
        "5 2",
        "5 4 move",
        "5 0 move",
        "-1 1 move",
        "99999 1 move",
        "5 1 dance",
        "5 1 fault",
        "5 1 fault tired",
        "5 1 move there",
        "5 1 volume",
        "5 1 volume 101",
        "5 1 volume loud",
        "5 1 name",
        "5 1 name " + "x" * 129,
    ],
)
def test_line_that_is_no_step_is_named(line: str) -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.script_line") as refused:
        read_script(f"1 1 move\n{line}".encode(), count=3)

    assert refused.value.arguments["number"] == 2


@pytest.mark.parametrize("content", [b" " * (SCRIPT_BYTES + 1), b"0 1 move\n" * (STEPS_MOST + 1)])
def test_script_that_is_too_long_is_refused(content: bytes) -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.script_too_long"):
        read_script(content, count=1)


@given(st.binary(max_size=200))
def test_any_bytes_are_steps_or_wrong_usage(content: bytes) -> None:
    names = ["fault"]
    with contextlib.suppress(WrongUsage):
        names = [step.name for step in read_script(content, count=2)]

    assert set(names) <= set(STEPS)


async def played(farm: Farm, *lines: str) -> list[tuple[str, str]]:
    """Play steps, and give what was told of them."""
    told: list[tuple[str, str]] = []
    steps = read_script("\n".join(lines).encode(), count=len(farm.streamers))
    await asyncio.wait_for(
        play_script(farm, steps, told=lambda step, code: told.append((step.text, code))), 10
    )
    return told


async def test_steps_are_done_to_whom_they_mean(farm: Farm) -> None:
    first, second, _ = farm.streamers

    told = await played(
        farm,
        *("0 * volume 11", "0 1 pause", "0 2 fault slow", "0 2 fault full", "0 2 mend slow"),
        *("0 2 name Hearth", "0 3 play", "0 1 sleep"),
    )

    assert {streamer.state().volume for streamer in farm.streamers} == {11}
    assert first.state().is_asleep
    assert second.faults == {Fault.FULL}
    assert second.info().name == "Hearth"
    assert farm.streamers[2].state().playback is Playback.PLAYING
    assert told[0] == ("0 * volume 11", "")


async def test_streamers_move_press_restart_and_are_reset(farm: Farm) -> None:
    streamer = farm.streamers[0]
    before = streamer.address
    claim = streamer.claims.begin("a", source="b")

    await played(farm, "0 1 press", "0 1 move", "0 1 restart", "0 1 reset")

    assert claim.needs_code
    assert streamer.address != before
    assert streamer.restarts == 0
    assert streamer.info().presets == ()


async def test_step_that_cannot_be_done_is_told_and_the_next_is_done(
    farm: Farm, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise Refused("simulate.address_missing", address="127.0.0.9")

    monkeypatch.setattr(farm, "move", refuse)

    told = await played(farm, "0 1 move", "0 1 volume 5")

    assert told == [("0 1 move", "simulate.address_missing"), ("0 1 volume 5", "")]
    assert farm.streamers[0].state().volume == 5
