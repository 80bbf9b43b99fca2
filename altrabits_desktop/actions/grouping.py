"""Groups of streamers: who plays along with whom, how loud together, and all that is still."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.group_levels import Balance, balance_now
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Follow,
    Lead,
    Next,
    Pause,
    Play,
    PlayPreset,
    Previous,
    Seek,
    SelectInput,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, Refused
from altrabits_desktop.contract.streamers import Depth, Origin, Playback

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

_OF_THE_LEADER = (Play, Pause, Stop, Next, Previous, Seek, SelectInput, PlayPreset)
_SOUNDING = frozenset({Playback.PLAYING, Playback.LOADING})


class Telling(Protocol):
    """Whoever tells streamers things (`actions.controlling.Controlling`)."""

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        """Tell one; raises what its own documentation says."""


@dataclass(frozen=True, slots=True)
class Group:
    """Streamers that play the same, as they themselves say."""

    leader: Streamer
    members: tuple[Streamer, ...]
    """Those that play along and are here; at least one."""

    @property
    def streamers(self) -> tuple[Streamer, ...]:
        """Give all of it, the leader first."""
        return (self.leader, *self.members)

    @property
    def volume(self) -> int | None:
        """Give that of the loudest; None where none says how loud it is."""
        return max(_levels(self.streamers).values(), default=None)


def groups_of(streamers: Iterable[Streamer]) -> tuple[Group, ...]:
    """Give the groups among streamers, by what both leader and member say; pure.

    Of two that say to be the same, only one that has proved to be the person's counts.
    """
    here = [streamer for streamer in streamers if streamer.is_here and streamer.state is not None]
    proved_last = sorted(here, key=lambda streamer: streamer.is_owned)
    by_id = {streamer.api_id: streamer for streamer in proved_last if streamer.api_id}
    found = []
    for leader in here:
        if by_id.get(leader.api_id or "") is not leader:
            continue
        named = leader.state.members if leader.state is not None else ()
        members = tuple(
            member
            for each in named
            if (member := by_id.get(each)) is not None and _leader_of(member) == leader.api_id
        )
        if members:
            found.append(Group(leader, members))
    return tuple(found)


def may_be_told(streamer: Streamer) -> bool:
    """Whether a streamer obeys the person: it knows no owner, or has them for one; pure."""
    is_theirs = streamer.is_owned and not streamer.is_locked
    return streamer.depth is not Depth.MANAGED or is_theirs or streamer.origin is Origin.DEMO


def is_playing_itself(streamer: Streamer) -> bool:
    """Whether one plays, and not along with another one; pure."""
    playback = streamer.state.playback if streamer.state is not None else Playback.UNKNOWN
    return playback in _SOUNDING and _leader_of(streamer) is None


def playing_of(streamers: Iterable[Streamer]) -> tuple[Streamer, ...]:
    """Give those that are here, play by themselves and can be told otherwise; pure."""
    return tuple(
        each
        for each in streamers
        if each.is_here and is_playing_itself(each) and Capability.CONTROL in each.capabilities
    )


def told_instead(command: Command, streamer: Streamer, among: Iterable[Streamer]) -> StreamerId:
    """Give who is told to play otherwise: for one that plays along that is its leader; pure.

    Args:
        command: what is to be done.
        streamer: who was meant.
        among: all that are known.
    """
    if isinstance(command, _OF_THE_LEADER) and _leader_of(streamer) is not None:
        for group in groups_of(among):
            if any(member.id == streamer.id for member in group.members):
                return group.leader.id
    return streamer.id


class Grouping:
    """The actions; on one loop.

    Args:
        directory: what streamers say of themselves, or soon will.
        telling: tells them.
    """

    def __init__(self, *, directory: Directory, telling: Telling) -> None:
        self._directory = directory
        self._telling = telling
        self._balances: dict[frozenset[str], Balance] = {}
        self._turn = asyncio.Lock()
        """Who plays with whom is settled by several commands, which no others may come between."""

    def groups(self) -> tuple[Group, ...]:
        """Give all groups, in the order their leaders were heard."""
        return groups_of(self._directory.streamers())

    def group_of(self, streamer_id: StreamerId) -> Group | None:
        """Give the group that a streamer leads or plays along in."""
        return next(
            (
                group
                for group in self.groups()
                if any(each.id == streamer_id for each in group.streamers)
            ),
            None,
        )

    async def join(self, member_id: StreamerId, leader_id: StreamerId) -> None:
        """Let one play along with another, or with the one that this one follows itself.

        Raises:
            Refused: `group.itself`; `control.unsupported`: one of them knows no groups; and what
                telling raises. Where the member would not, the leader is told so again.
        """
        async with self._turn:
            await self._join(member_id, leader_id)

    async def _join(self, member_id: StreamerId, leader_id: StreamerId) -> None:
        member, leader = self._grouped(member_id), self._grouped(leader_id)
        followed = self.group_of(leader_id)
        leader = followed.leader if followed is not None else leader
        if member.id == leader.id:
            raise Refused("group.itself")
        elsewhere = self.group_of(member_id)
        if elsewhere is not None and elsewhere.leader.id != leader.id:
            await self._leave(member_id)
        before = leader.state.members if leader.state is not None else ()
        api_id = member.api_id or ""
        if api_id not in before:
            await self._telling.perform(leader.id, Lead((*before, api_id)))
        try:
            await self._telling.perform(member.id, Follow(leader.api_id or ""))
        except AltraBitsError:
            await self._telling.perform(leader.id, Lead(before))
            raise

    async def gather(
        self, leader_id: StreamerId, member_ids: Iterable[StreamerId]
    ) -> tuple[StreamerId, ...]:
        """Let exactly these play together, and give those that would not.

        Whoever played with somebody else does so no more; who plays along already goes on.

        Raises:
            Refused: `control.unsupported`: one of them knows no groups; and what telling the
                leader raises.
        """
        async with self._turn:
            return await self._gather(leader_id, member_ids)

    async def _gather(
        self, leader_id: StreamerId, member_ids: Iterable[StreamerId]
    ) -> tuple[StreamerId, ...]:
        leader = self._grouped(leader_id)
        members = [self._grouped(each) for each in member_ids]
        await self._part(leader, leader)
        unwilling = set(await self._parted(members, leader))
        led = self.group_of(leader.id)
        wanted = [each for each in members if each.id not in unwilling]
        await self._lead(leader, wanted)
        followers = led.members if led is not None else ()
        ids = {each.id for each in members}
        await _ended(
            self._telling.perform(each.id, Follow("")) for each in followers if each.id not in ids
        )
        joining = [each for each in wanted if each.id not in {one.id for one in followers}]
        follow = Follow(leader.api_id or "")
        failed = await _ended(self._telling.perform(each.id, follow) for each in joining)
        unwilling |= {
            each.id for each, error in zip(joining, failed, strict=True) if error is not None
        }
        if any(failed):
            await self._lead(leader, [each for each in wanted if each.id not in unwilling])
        return tuple(each.id for each in members if each.id in unwilling)

    async def _parted(self, members: Iterable[Streamer], leader: Streamer) -> list[StreamerId]:
        """Take those out of their groups that play with somebody else; give who would not."""
        unwilling = []
        for member in members:
            try:
                await self._part(member, leader)
            except DecisionNeeded:
                raise
            except AltraBitsError:
                unwilling.append(member.id)
        return unwilling

    async def _part(self, streamer: Streamer, leader: Streamer) -> None:
        group = self.group_of(streamer.id)
        if group is not None and group.leader.id != leader.id:
            await self._leave(streamer.id)

    async def _lead(self, leader: Streamer, members: Iterable[Streamer]) -> None:
        wanted = tuple(each.api_id or "" for each in members)
        now = self._directory.streamer(leader.id)
        if now is None or now.state is None or now.state.members != wanted:
            await self._telling.perform(leader.id, Lead(wanted))

    async def leave(self, streamer_id: StreamerId) -> None:
        """Take one out of its group; the group ends where it leads it.

        Raises:
            Refused: `group.none`: it is in none; and what telling raises.
        """
        async with self._turn:
            await self._leave(streamer_id)

    async def _leave(self, streamer_id: StreamerId) -> None:
        group = self.group_of(streamer_id)
        if group is None:
            raise Refused("group.none")
        leader = group.leader
        if leader.id == streamer_id:
            await self._telling.perform(leader.id, Lead(()))
            await _all(self._telling.perform(each.id, Follow("")) for each in group.members)
            return
        member = next(each for each in group.members if each.id == streamer_id)
        named = leader.state.members if leader.state is not None else ()
        await self._telling.perform(member.id, Follow(""))
        rest = tuple(each for each in named if each != member.api_id)
        await self._telling.perform(leader.id, Lead(rest))

    async def set_volume(self, streamer_id: StreamerId, volume: int) -> None:
        """Let a group be so loud, each of its streamers in its relation to the loudest.

        Raises:
            Refused: `group.none`; and what telling raises.
        """
        group = self.group_of(streamer_id)
        if group is None:
            raise Refused("group.none")
        levels = _levels(group.streamers)
        maxima: dict[str, int] = {
            each.id: each.state.volume_maximum
            for each in group.streamers
            if each.state is not None and each.state.volume_maximum is not None
        }
        key = frozenset(levels)
        balance = balance_now(self._balances.get(key), levels, maxima=maxima)
        self._balances[key] = balance.at(volume)
        wanted = balance.levels(volume, maxima=maxima)
        await _all(
            self._telling.perform(each.id, SetVolume(wanted[each.id]))
            for each in group.streamers
            if each.id in wanted
        )

    async def pause_all(self, may: Callable[[Streamer], bool]) -> tuple[Streamer, ...]:
        """Let everything be still that plays and may be told so, and give what was told.

        What cannot pause is stopped. What plays along is still with its leader.

        Args:
            may: whether a streamer may be told anything; others are left alone.

        Raises:
            DecisionNeeded: it is closed to the person.
            Refused: `group.not_all_paused` names those that would not; all were told.
        """
        playing = tuple(filter(may, playing_of(self._directory.streamers())))
        ended = await _ended(
            self._telling.perform(
                each.id, Pause() if Capability.PAUSE in each.capabilities else Stop()
            )
            for each in playing
        )
        unwilling = []
        for each, error in zip(playing, ended, strict=True):
            if isinstance(error, DecisionNeeded):
                raise error
            if error is not None:
                unwilling.append(each.name)
        if unwilling:
            raise Refused("group.not_all_paused", names=", ".join(unwilling))
        return playing

    def _grouped(self, streamer_id: StreamerId) -> Streamer:
        streamer = self._directory.streamer(streamer_id)
        if streamer is None:
            raise Refused("streamer.unknown")
        if Capability.GROUP not in streamer.capabilities or not streamer.api_id:
            raise Refused("control.unsupported", command="Follow")
        return streamer


def _leader_of(streamer: Streamer) -> str | None:
    return streamer.state.leader if streamer.state is not None else None


def _levels(streamers: Iterable[Streamer]) -> dict[str, int]:
    return {
        each.id: each.state.volume
        for each in streamers
        if each.state is not None and each.state.volume is not None
    }


async def _all(tellings: Iterable[Awaitable[None]]) -> None:
    """Wait for all, and raise what the first of them raised that failed."""
    failed = next((each for each in await _ended(tellings) if each is not None), None)
    if failed is not None:
        raise failed


async def _ended(tellings: Iterable[Awaitable[None]]) -> list[AltraBitsError | None]:
    """Wait for all, and give what each of them raised; what nobody foresees is raised."""
    ended = await asyncio.gather(*tellings, return_exceptions=True)
    for each in ended:
        if isinstance(each, BaseException) and not isinstance(each, AltraBitsError):
            raise each
    return [each if isinstance(each, AltraBitsError) else None for each in ended]
