"""Brings a saved group back: those that are there play together, each as loud as it was."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.group_levels import FULL
from altrabits_desktop.actions.grouping import is_playing_itself, may_be_told
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, Refused
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.grouping import Group, Grouping, Telling
    from altrabits_desktop.contract.saved_groups import SavedGroup, SavedMember
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

Present = tuple["SavedMember", "Streamer"]


@dataclass(frozen=True, slots=True)
class Held:
    """One that is not as loud as it was kept: no single press makes anything that much louder."""

    name: str
    volume: int
    """As it was told."""
    saved: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of a saved group that was brought back."""

    streamers: tuple[Streamer, ...]
    """Those that play together now, or the only one that is there; as it was before."""
    missing: tuple[str, ...] = ()
    """Names of those that are not there, or cannot be told."""
    unwilling: tuple[str, ...] = ()
    """Names of those that are there and did not obey."""
    held: tuple[Held, ...] = ()


class Gathering:
    """The action; on one loop.

    Args:
        grouping: lets them play together.
        directory: who is there.
        telling: sets how loud each of them is.
    """

    def __init__(self, grouping: Grouping, *, directory: Directory, telling: Telling) -> None:
        self._grouping = grouping
        self._directory = directory
        self._telling = telling

    async def bring_back(self, saved: SavedGroup, *, step: int = 0) -> Gathered:
        """Let those of a saved group play together that are there, each as loud as it was.

        One of them that plays already leads, the one that led first, so that the music goes on.
        Whoever gets softer does so before it plays along, whoever gets louder afterwards.

        Args:
            saved: what is to be as it was.
            step: by how much a single press may make one louder; 0 for anything. A maximum holds
                whatever is kept.

        Raises:
            Refused: `groups.nobody`: none of them is there.
            AltraBitsError: what telling the one that leads raises.
        """
        found = found_of(saved, self._directory.streamers())
        here = [
            (member, found[place])
            for place, member in enumerate(saved.members)
            if place in found and can_play_along(found[place])
        ]
        if not here:
            raise Refused("groups.nobody", name=saved.name)
        wanted = _wanted(here, step=step)
        before = {each.id: now for _, each in here if (now := _volume(each)) is not None}
        # Also where nothing seems to change: what is known of a volume may be old.
        softer = {each: to for each, to in wanted.items() if to <= before.get(each, -1)}
        louder = {each: to for each, to in wanted.items() if each not in softer}
        unwilling = await self._turn(softer)
        unwilling |= await self._group([each for _, each in here])
        unwilling |= await self._turn(
            {each: to for each, to in louder.items() if each not in unwilling}
        )
        is_told = {each.id for _, each in here if each.id not in unwilling}
        return Gathered(
            streamers=tuple(each for _, each in here if each.id in is_told),
            missing=_missing(saved, found),
            unwilling=tuple(each.name for _, each in here if each.id in unwilling),
            held=_held(here, {each: to for each, to in wanted.items() if each in is_told}),
        )

    async def _group(self, streamers: list[Streamer]) -> frozenset[StreamerId]:
        leader = next(filter(is_playing_itself, streamers), streamers[0])
        others = [each.id for each in streamers if each is not leader]
        if not others:
            return frozenset()
        return frozenset(await self._grouping.gather(leader.id, others))

    async def _turn(self, levels: Mapping[StreamerId, int]) -> frozenset[StreamerId]:
        """Set volumes, and give those that would not."""
        ended = await asyncio.gather(
            *(self._telling.perform(each, SetVolume(level)) for each, level in levels.items()),
            return_exceptions=True,
        )
        unwilling = set()
        for each, error in zip(levels, ended, strict=True):
            if isinstance(error, AltraBitsError) and not isinstance(error, DecisionNeeded):
                unwilling.add(each)
            elif error is not None:
                raise error
        return frozenset(unwilling)


def found_of(saved: SavedGroup, streamers: Iterable[Streamer]) -> dict[int, Streamer]:
    """Give who of a saved group is known, by its place in it; pure.

    Of two that say to be the same, the one that obeys the person counts, then the one that is here.
    """
    book = OwnedBook(
        OwnedStreamer(id=str(place), name=member.name, room="", identity=_identity(member))
        for place, member in enumerate(saved.members)
    )
    found: dict[int, Streamer] = {}
    for streamer in sorted(streamers, key=lambda each: (may_be_told(each), each.is_here)):
        one = book.of(Identity(streamer.mac, streamer.udn, streamer.api_id))
        if one is not None:
            found[int(one.id)] = streamer
    return found


def plays_now(saved: SavedGroup, groups: Iterable[Group]) -> bool:
    """Whether exactly the members of a saved group play together now, whoever leads; pure."""
    return any(
        len(group.streamers) == len(saved.members)
        and len(found_of(saved, group.streamers)) == len(saved.members)
        for group in groups
    )


def can_play_along(streamer: Streamer) -> bool:
    """Whether one is there and takes part in groups of the person's; pure."""
    is_able = Capability.GROUP in streamer.capabilities and bool(streamer.api_id)
    return is_able and streamer.is_here and may_be_told(streamer)


def companions_of(streamer: Streamer, streamers: Iterable[Streamer]) -> tuple[Streamer, ...]:
    """Give those that can play along with a streamer, or do; pure."""
    return tuple(
        each
        for each in streamers
        if each.id != streamer.id and each.origin is streamer.origin and can_play_along(each)
    )


def volume_within(streamer: Streamer, volume: int, *, step: int) -> int:
    """Give the volume that a streamer may be told, by its maximum and the guard; pure.

    Args:
        streamer: as it is now.
        volume: as it is wanted, 0 to 100.
        step: by how much it may become louder; 0 for anything.
    """
    state = streamer.state
    most = FULL
    if state is not None and state.volume_maximum is not None:
        most = state.volume_maximum
    if step and state is not None and state.volume is not None:
        most = min(most, state.volume + step)
    return min(volume, most)


def _identity(member: SavedMember) -> Identity:
    return Identity(member.mac or None, member.udn or None, member.api_id or None)


def _missing(saved: SavedGroup, found: Mapping[int, Streamer]) -> tuple[str, ...]:
    return tuple(
        found[place].name if place in found else member.name
        for place, member in enumerate(saved.members)
        if place not in found or not can_play_along(found[place])
    )


def _wanted(here: Iterable[Present], *, step: int) -> dict[StreamerId, int]:
    return {
        each.id: volume_within(each, member.volume, step=step)
        for member, each in here
        if member.volume is not None
    }


def _volume(streamer: Streamer) -> int | None:
    return streamer.state.volume if streamer.state is not None else None


def _held(here: Iterable[Present], told: Mapping[StreamerId, int]) -> tuple[Held, ...]:
    """Give those that the guard holds; a maximum is the person's own, and nothing to tell of."""
    held = []
    for member, each in here:
        if each.id in told and member.volume is not None:
            most = volume_within(each, member.volume, step=0)
            if told[each.id] < most:
                held.append(Held(each.name, told[each.id], most))
    return tuple(held)
