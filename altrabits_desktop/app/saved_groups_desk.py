"""Carries out what `altrabits group` keeps of groups, and brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.controlling import SHOWN_S
from altrabits_desktop.actions.gathering import Gathering, can_play_along, found_of
from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.app.seeking import FOUND_LIMIT_S
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.streamers.identity import Identity, id_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.controlling import Controlling
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.gathering import Gathered
    from altrabits_desktop.actions.saved_groups import SavedGroups
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.saved_groups import SavedGroup, SavedMember
    from altrabits_desktop.contract.streamers import Streamer


class SavedGroupsDesk:
    """Serves whoever keeps groups.

    Args:
        saved: those that are kept.
        controlling: tells streamers.
        directory: what they say of themselves.
        seeking: waits for them.
    """

    def __init__(
        self,
        saved: SavedGroups,
        *,
        controlling: Controlling,
        directory: Directory,
        seeking: Seeking,
    ) -> None:
        self._saved = saved
        self._controlling = controlling
        self._directory = directory
        self._seeking = seeking

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            ("group", "save"): lambda: self._save(given[0], given[1]),
            ("group", "saved"): self._list,
            ("group", "restore"): lambda: self._restore(given[0]),
            ("group", "rename"): lambda: self._rename(given[0], given[1]),
            ("group", "delete"): lambda: self._delete(given[0]),
        }

    async def _save(self, text: str, name: str) -> Result:
        self._saved.need_open()
        streamer_id = (await self._seeking.found(text)).id
        grouping = self._controlling.grouping
        if grouping.group_of(streamer_id) is None:
            # The others of a group may not have said so yet, as just after a start.
            await self._seeking.all_of_the_persons()
        group = grouping.group_of(streamer_id)
        if group is None:
            raise Refused("group.none")
        former = await self._saved.save(name, group)
        return {**_record(await self._saved.named(name)), "is_replaced": former is not None}

    async def _list(self) -> Result:
        self._saved.need_open()
        await self._saved.read()
        return [_record(one) for one in self._saved.all]

    async def _restore(self, name: str) -> Result:
        saved = await self._saved.named(name)
        await self._seeking.until(lambda: self._are_here(saved), limit_s=FOUND_LIMIT_S)
        gathering = Gathering(
            self._controlling.grouping, directory=self._controlling, telling=self._controlling
        )
        gathered = await gathering.bring_back(saved)
        await self._seeking.until(lambda: self._play_together(gathered), limit_s=SHOWN_S)
        return {
            "name": saved.name,
            "streamers": [_now(self._directory, each) for each in gathered.streamers],
            "missing": list(gathered.missing),
            "unwilling": list(gathered.unwilling),
        }

    async def _rename(self, name: str, wanted: str) -> Result:
        former = await self._saved.rename(name, wanted)
        return {**_record(await self._saved.named(wanted)), "former_name": former.name}

    async def _delete(self, name: str) -> Result:
        return _record(await self._saved.delete(name))

    def _are_here(self, saved: SavedGroup) -> bool:
        found = found_of(saved, self._directory.streamers())
        return len(found) == len(saved.members) and all(map(can_play_along, found.values()))

    def _play_together(self, gathered: Gathered) -> bool:
        ids = {each.id for each in gathered.streamers}
        groups = self._controlling.grouping.groups()
        return len(ids) == 1 or any(ids <= {each.id for each in one.streamers} for one in groups)


def _record(saved: SavedGroup) -> dict[str, object]:
    return {"name": saved.name, "streamers": [_member(each) for each in saved.members]}


def _member(member: SavedMember) -> dict[str, object]:
    identity = Identity(member.mac or None, member.udn or None, member.api_id or None)
    names = id_names(identity)
    return {"id": names[0] if names else None, "name": member.name, "volume": member.volume}


def _now(directory: Directory, streamer: Streamer) -> dict[str, object]:
    now = directory.streamer(streamer.id) or streamer
    volume = now.state.volume if now.state is not None else None
    return {"id": shown_id(now), "name": now.name, "volume": volume}
