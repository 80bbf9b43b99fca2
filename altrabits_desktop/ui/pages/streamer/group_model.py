"""Who plays along with the streamer whose page is open, and how loud they are together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.gathering import companions_of
from altrabits_desktop.actions.grouping import groups_of
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.ui.pages.streamers.offered import offered_of

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.actions.grouping import Group
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.services import Services


@dataclass(frozen=True, slots=True)
class Companion:
    """One that can play along, or does."""

    id: StreamerId
    name: str
    is_in: bool
    """Whether it is in the group."""
    is_leader: bool


@dataclass(frozen=True, slots=True)
class Company:
    """What there is to choose from; nothing of it where nobody could play along."""

    companions: tuple[Companion, ...] = ()
    volume: int | None = None
    """Of the group; None where there is none, or none says how loud it is."""

    @property
    def leader(self) -> str:
        """Name of the one that is played along with; empty where this one leads or is alone."""
        return next((each.name for each in self.companions if each.is_leader), "")


class GroupModel(QObject):
    """Reads snapshots and groups; main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    """Something that was asked for is done, or was not."""
    companions_changed = Signal()
    """Others play along than before, or the group is as loud as it was not before."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._streamer: Streamer | None = None
        self._company = Company()
        self.destroyed.connect(services.feed.subscribe(self._follow))

    def company_of(self, streamer: Streamer) -> Company:
        """Give who plays along with a streamer or could, by name; it is the one that is meant."""
        self._streamer = streamer
        self._company = self._read(streamer)
        return self._company

    def _read(self, streamer: Streamer) -> Company:
        report = self._services.home.report()
        if Capability.GROUP not in streamer.capabilities or not offered_of(streamer, report).can:
            return Company()
        streamers = self._services.directory.streamers()
        group = _group_of(streamer, streamers)
        within = group.streamers if group is not None else ()
        companions = tuple(
            Companion(
                each.id,
                each.name,
                is_in=each in within,
                is_leader=group is not None and each is group.leader,
            )
            for each in sorted(companions_of(streamer, streamers), key=lambda each: each.name)
        )
        return Company(companions, group.volume if group is not None else None)

    def set_in(self, companion: Companion, *, is_in: bool) -> None:
        """Let one play along, or not any more; who does not play along with its leader is alone."""
        if self._streamer is None:
            return
        grouping = self._services.controlling.grouping
        if is_in:
            self._do(grouping.join(companion.id, self._streamer.id))
        else:
            leaving = self._streamer.id if companion.is_leader else companion.id
            self._do(grouping.leave(leaving))

    def set_volume(self, volume: int) -> None:
        """Let the group be so loud."""
        if self._streamer is not None:
            grouping = self._services.controlling.grouping
            self._do(grouping.set_volume(self._streamer.id, volume))

    def _follow(self, changes: Changes) -> None:
        """Tell what another one said; the page itself follows its own streamer alone."""
        if self._streamer is None or not changes.streamers:
            return
        now = self._services.directory.streamer(self._streamer.id)
        if now is not None and self._read(now) != self._company:
            self.companions_changed.emit()

    def _do(self, work: Coroutine[object, object, None]) -> None:
        # One is told that it leads, the other that it follows: half of that would be no group.
        self._services.launcher.launch(self, work, on_done=self.changed.emit, is_carried_out=True)


def _group_of(streamer: Streamer, streamers: tuple[Streamer, ...]) -> Group | None:
    groups = groups_of(streamers)
    return next((group for group in groups if streamer in group.streamers), None)
