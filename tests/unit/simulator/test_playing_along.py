"""Streamers of a farm that play along with one of them, while both say so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.codec import encode
from altrabits_desktop.contract.control_commands import (
    InputCommand,
    MuteCommand,
    PauseCommand,
    PlayCommand,
    VolumeCommand,
)
from altrabits_desktop.contract.groups import FollowCommand, LeadCommand
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.obeying import obey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.contract.control_commands import CommandMessage
    from altrabits_desktop.simulator.streamer import VirtualStreamer


@pytest.fixture
async def farm() -> AsyncIterator[Farm]:
    farm = Farm(
        FarmPlan(
            first_address=f"127.{16 + os.getpid() % 200}.254.2",
            announce_port=0,
            http_port=0,
            secure_port=0,
            has_mdns=False,
            announce_to=("127.0.0.1", 9),
        )
    )
    await farm.start(3)
    yield farm
    await farm.stop()


def tell(streamer: VirtualStreamer, command: CommandMessage) -> None:
    obey(streamer, encode(command))


def group(farm: Farm) -> tuple[VirtualStreamer, VirtualStreamer, VirtualStreamer]:
    """Let the third play along with the first."""
    first, second, third = farm.streamers
    tell(first, LeadCommand(members=(third.persona.id,)))
    tell(third, FollowCommand(leader=first.persona.id))
    return first, second, third


async def test_one_that_follows_plays_what_its_leader_plays_and_is_as_loud_as_before(
    farm: Farm,
) -> None:
    first, _, third = group(farm)
    volume = third.state().volume

    led, leader = third.state(), first.state()

    assert led.playback is Playback.PLAYING
    assert led.now_playing is not None
    assert leader.now_playing is not None
    assert led.now_playing.title == leader.now_playing.title
    assert (led.leader, leader.members) == (first.persona.id, (third.persona.id,))
    assert led.volume == volume


async def test_whoever_listens_to_one_that_follows_is_told_what_its_leader_does(
    farm: Farm,
) -> None:
    first, second, third = group(farm)
    told: list[Playback] = []
    third.subscribe(lambda: told.append(third.state().playback))

    tell(first, PauseCommand())
    tell(second, PauseCommand())
    tell(first, PlayCommand())

    assert told == [Playback.PAUSED, Playback.PLAYING]


@pytest.mark.parametrize("told", ["leader alone", "member alone"])
async def test_nobody_follows_where_only_one_of_both_says_so(farm: Farm, told: str) -> None:
    first, _, third = farm.streamers
    if told == "leader alone":
        tell(first, LeadCommand(members=(third.persona.id,)))
    else:
        tell(third, FollowCommand(leader=first.persona.id))

    assert third.state().playback is Playback.STOPPED
    assert third.state().now_playing is None


async def test_one_that_its_leader_lets_go_is_still(farm: Farm) -> None:
    first, _, third = group(farm)

    tell(first, LeadCommand(members=()))

    assert third.state().playback is Playback.STOPPED


async def test_one_that_follows_nobody_any_more_is_its_own(farm: Farm) -> None:
    _, _, third = group(farm)

    tell(third, FollowCommand(leader=None))
    tell(third, PlayCommand())

    assert (third.state().leader, third.state().playback) == (None, Playback.PLAYING)


async def test_a_leader_that_is_away_plays_nothing_elsewhere_until_it_is_back(farm: Farm) -> None:
    first, _, third = group(farm)

    await farm.set_faults(first, frozenset({Fault.SILENT}))
    while_away = third.state().playback
    await farm.set_faults(first, NO_FAULTS)

    assert (while_away, third.state().playback) == (Playback.STOPPED, Playback.PLAYING)


@pytest.mark.parametrize("command", [PauseCommand(), PlayCommand(), InputCommand(input="Optical")])
async def test_one_that_follows_plays_nothing_else_by_command(
    farm: Farm, command: CommandMessage
) -> None:
    _, _, third = group(farm)

    with pytest.raises(Problem, match=r"group\.follows"):
        tell(third, command)


async def test_volume_and_mute_stay_its_own(farm: Farm) -> None:
    first, _, third = group(farm)

    tell(third, VolumeCommand(volume=7))
    tell(third, MuteCommand(is_muted=True))

    assert (third.state().volume, third.state().is_muted) == (7, True)
    assert (first.state().volume, first.state().is_muted) == (34, False)


async def test_whoever_leads_follows_nobody_and_the_other_way_round(farm: Farm) -> None:
    first, second, third = group(farm)

    tell(first, FollowCommand(leader=second.persona.id))
    after_following = first.state()
    tell(third, LeadCommand(members=(second.persona.id,)))

    assert (after_following.leader, after_following.members) == (second.persona.id, ())
    assert (third.state().leader, third.state().members) == (None, (second.persona.id,))


async def test_nobody_is_its_own_leader_or_in_a_group_twice(farm: Farm) -> None:
    first, second, _ = farm.streamers
    own, other = first.persona.id, second.persona.id

    for command in (
        FollowCommand(leader=own),
        LeadCommand(members=(own,)),
        LeadCommand(members=(other, other)),
    ):
        with pytest.raises(Problem, match=r"command\.malformed"):
            tell(first, command)


async def test_a_reset_ends_a_group(farm: Farm) -> None:
    first, _, third = group(farm)

    first.be_started(is_reset=True)

    assert (first.state().members, third.state().playback) == ((), Playback.STOPPED)
