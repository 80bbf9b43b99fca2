"""Carries out `altrabits group ...`, and gives the groups as they are then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.controlling import SHOWN_S
from altrabits_desktop.actions.directory import sound_of
from altrabits_desktop.actions.grouping import Group, groups_of, may_be_told
from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.cli.control_words import FULL, Turn, read_volume, turned
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.controlling import Gate
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.grouping import Grouping
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class GroupDesk:
    """Serves whoever groups streamers.

    Args:
        grouping: does it.
        directory: what streamers say of themselves.
        seeking: waits for them.
        closed_by: the gate, asked before anything is waited for.
    """

    def __init__(
        self, grouping: Grouping, *, directory: Directory, seeking: Seeking, closed_by: Gate
    ) -> None:
        self._grouping = grouping
        self._directory = directory
        self._seeking = seeking
        self._closed_by = closed_by

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        operands = errand.operands
        return {
            ("group", "list"): self._list,
            ("group", "join"): lambda: self._join(operands[0], operands[1]),
            ("group", "leave"): lambda: self._leave(operands[0]),
            ("group", "volume"): lambda: self._volume(operands[0], *operands[1:]),
            ("group", "pause-all"): self._pause_all,
        }

    async def _list(self) -> Result:
        await self._seeking.all_of_the_persons()
        return [_record(group) for group in groups_of(self._directory.streamers())]

    async def _join(self, member: str, leader: str) -> Result:
        member_id, leader_id = await self._found(member), await self._found(leader)
        await self._grouping.join(member_id, leader_id)
        await self._seeking.until(lambda: self._group_of(member_id) is not None, limit_s=SHOWN_S)
        return self._told(leader_id)

    async def _leave(self, text: str) -> Result:
        streamer_id = await self._found(text)
        await self._settled(streamer_id)
        await self._grouping.leave(streamer_id)
        await self._seeking.until(lambda: self._group_of(streamer_id) is None, limit_s=SHOWN_S)
        return [_record(group) for group in groups_of(self._directory.streamers())]

    async def _volume(self, text: str, wanted: str | None = None) -> Result:
        streamer_id = await self._found(text)
        await self._settled(streamer_id)
        group = self._grouping.group_of(streamer_id)
        if group is None:
            raise Refused("group.none")
        if wanted is None:
            return self._told(streamer_id)
        asked = read_volume(wanted)
        if isinstance(asked, Turn):
            asked = turned(group.volume or 0, asked, most=FULL)
        if isinstance(asked, SetVolume):
            volume = asked.volume
            await self._grouping.set_volume(streamer_id, volume)
        return self._told(streamer_id)

    async def _pause_all(self) -> Result:
        self._see_open()
        await self._seeking.all_of_the_persons()
        told = await self._grouping.pause_all(may_be_told)
        return [sound_of(self._directory.streamer(each.id) or each) for each in told]

    async def _found(self, text: str) -> StreamerId:
        if self._seeking.now(text) is None:
            self._see_open()
        return (await self._seeking.found(text)).id

    async def _settled(self, streamer_id: StreamerId) -> None:
        """Wait for the others of a group, as just after a start."""
        if self._grouping.group_of(streamer_id) is None:
            await self._seeking.all_of_the_persons()

    def _see_open(self) -> None:
        code = self._closed_by(Feature.CONTROL, is_demo=False)
        if code is not None:
            raise DecisionNeeded(code)

    def _group_of(self, streamer_id: StreamerId) -> Group | None:
        groups = groups_of(self._directory.streamers())
        return next((each for each in groups if _has(each, streamer_id)), None)

    def _told(self, streamer_id: StreamerId) -> Result:
        group = self._group_of(streamer_id)
        if group is None:
            raise Refused("group.none")
        return _record(group)


def _has(group: Group, streamer_id: StreamerId) -> bool:
    return any(each.id == streamer_id for each in group.streamers)


def _record(group: Group) -> dict[str, object]:
    return {
        "id": shown_id(group.leader),
        "volume": group.volume,
        "playback": group.leader.state.playback.value if group.leader.state else None,
        "streamers": [_member(each) for each in group.streamers],
    }


def _member(streamer: Streamer) -> dict[str, object]:
    volume = streamer.state.volume if streamer.state is not None else None
    return {"id": shown_id(streamer), "name": streamer.name, "volume": volume}
