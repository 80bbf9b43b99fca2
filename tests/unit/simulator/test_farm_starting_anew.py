"""Streamers of a farm that are started anew, by themselves or because somebody asks."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.simulator.faults import NO_FAULTS, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.simulator.farm import Farm, FarmPlan
    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from tests.unit.simulator.conftest import AnnounceEar


async def test_restarted_streamer_comes_back_where_it_was(farm: Farm, ear: AnnounceEar) -> None:
    streamer = farm.streamers[0]
    ports = (streamer.control_port, streamer.secure_port)

    # Who asks while it is away asks in vain.
    await asyncio.gather(farm.restart(streamer), farm.restart(streamer, is_reset=True))
    _, source = await ear.hear()

    assert source[0] == streamer.address
    assert (streamer.control_port, streamer.secure_port) == ports
    assert streamer.restarts == 1
    _, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    writer.close()


async def test_streamer_that_is_away_takes_no_connections(
    make_farm: Callable[[FarmPlan], Farm], plan: FarmPlan
) -> None:
    farm = make_farm(replace(plan, restart_s=60.0))
    await farm.start(1)
    [streamer] = farm.streamers

    restarting = asyncio.ensure_future(farm.restart(streamer))
    async with asyncio.timeout(5):
        while not await is_refused(streamer):
            pass
    restarting.cancel()

    assert streamer.is_away


async def is_refused(streamer: VirtualStreamer) -> bool:
    """Tell whether nobody listens there."""
    try:
        _, writer = await asyncio.open_connection(streamer.address, streamer.control_port)
    except OSError:
        return True
    writer.close()
    return False


async def test_reset_that_its_owner_asks_for_comes_after_the_answer(farm: Farm) -> None:
    streamer = farm.streamers[0]
    told = asyncio.Event()
    streamer.subscribe(told.set)
    assert streamer.start_anew is not None

    streamer.start_anew(streamer, is_reset=True)
    presets = streamer.info().presets
    await asyncio.wait_for(told.wait(), 5)

    assert presets
    assert streamer.info().presets == ()


async def test_streamer_that_reboots_goes_and_comes_until_it_is_mended(
    make_farm: Callable[[FarmPlan], Farm], plan: FarmPlan
) -> None:
    farm = make_farm(replace(plan, reboot_after_s=0.02, restart_s=0.01))
    await farm.start(1, faults=[Fault.REBOOTS])
    [streamer] = farm.streamers

    async with asyncio.timeout(10):
        for _ in range(2):
            told = asyncio.Event()
            leave = streamer.subscribe(told.set)
            await told.wait()
            leave()
    await farm.set_faults(streamer, NO_FAULTS)
    restarts = streamer.restarts

    assert restarts >= 2
    assert not streamer.faults


@pytest.mark.parametrize(("seeds", "are_same"), [((3, 3), True), ((3, 4), False)])
async def test_chance_is_the_same_from_the_same_seed(
    seeds: tuple[int, int],
    are_same: bool,
    make_farm: Callable[[FarmPlan], Farm],
    plan: FarmPlan,
) -> None:
    lies = []
    for seed in seeds:
        farm = make_farm(replace(plan, seed=seed))
        await farm.start(2, faults=[Fault.LIES_ABOUT_STATE])
        told = [farm.streamers[1].told_state() for _ in range(3)]
        lies.append([(state.volume, state.revision) for state in told])
        await farm.stop()

    assert (lies[0] == lies[1]) is are_same


async def test_streamers_that_cannot_be_started_anew_do_not_say_so(
    make_farm: Callable[[FarmPlan], Farm], plan: FarmPlan
) -> None:
    farm = make_farm(replace(plan, restart_s=None))
    await farm.start(1)

    assert not {"restart", "reset"} & set(farm.streamers[0].info().capabilities)


async def test_renamed_streamer_announces_itself(farm: Farm, ear: AnnounceEar) -> None:
    farm.streamers[1].rename("Hearth", None)

    content, _ = await ear.hear()
    assert b'"Hearth"' in content
