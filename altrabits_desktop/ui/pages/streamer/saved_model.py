"""The groups that the person keeps, as the page of a streamer shows and changes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.gathering import plays_now
from altrabits_desktop.actions.grouping import groups_of
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.undo import Undo
from altrabits_desktop.ui.pages.streamers.saved_words import members_line

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.actions.grouping import Group
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.noting import KeepingGroups
    from altrabits_desktop.ui.services import Services


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """One group that is kept."""

    name: str
    members: str
    """Who is in it, and how loud, in one line."""
    is_on: bool
    """Whether it plays together now."""


@dataclass(frozen=True, slots=True)
class SavedShelf:
    """What there is to choose from, and whether the present group can be kept."""

    entries: tuple[SavedEntry, ...] = ()
    can_save: bool = False
    needs_account: bool = False
    """Whether a group plays that somebody who is signed in could keep."""


class SavedModel(QObject):
    """Reads snapshots; main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    """Something that was asked for is done."""
    failed = Signal(str)
    """It was not, and why."""
    undo_offered = Signal(object)
    """Something was done that can be undone: an `Undo`."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._groups = services.groups
        self._group: Group | None = None

    def shelf_of(self, streamer: Streamer) -> SavedShelf:
        """Give the groups that are kept; the group of this streamer is the one that can be."""
        if self._groups is None:
            return SavedShelf()
        playing = groups_of(self._services.directory.streamers())
        self._group = next((one for one in playing if streamer in one.streamers), None)
        if not self._groups.is_open:
            return SavedShelf(needs_account=self._group is not None)
        entries = tuple(
            SavedEntry(saved.name, members_line(saved), is_on=plays_now(saved, playing))
            for saved in self._groups.all
        )
        return SavedShelf(entries, can_save=self._group is not None)

    def is_taken(self, name: str) -> bool:
        """Tell whether a group is called so already."""
        return self._find(name) is not None

    def save(self, name: str) -> None:
        """Keep the present group under a name; one that is called so gives way, and that is said.

        Nothing happens where no group plays any more.
        """
        if self._group is not None and self._groups is not None:
            self._do(self._save(self._groups, name, self._group))

    def rename(self, name: str, wanted: str) -> None:
        """Call one otherwise."""
        if self._groups is not None:
            self._do(self._rename(self._groups, name, wanted))

    def delete(self, name: str) -> None:
        """Keep one no more; who plays together goes on."""
        if self._groups is not None:
            self._do(self._delete(self._groups, name))

    async def _save(self, groups: KeepingGroups, name: str, group: Group) -> None:
        former = await groups.save(name, group)
        if former is not None:
            words = translate("streamer", "“{group}” is overwritten.")
            self._offer(fill(words, group=former.name), partial(groups.put, former))

    async def _rename(self, groups: KeepingGroups, name: str, wanted: str) -> None:
        former = await groups.rename(name, wanted)
        words = translate("streamer", "“{group}” has another name now.")
        again = partial(groups.rename, wanted, former.name)
        self._offer(fill(words, group=former.name), again)

    async def _delete(self, groups: KeepingGroups, name: str) -> None:
        place = groups.all.index(await groups.named(name))
        former = await groups.delete(name)
        words = translate("streamer", "“{group}” is deleted.")
        again = partial(groups.put, former, place=place)
        self._offer(fill(words, group=former.name), again)

    def _offer(self, words: str, again: Callable[[], Coroutine[object, object, object]]) -> None:
        self.undo_offered.emit(Undo(words, again))

    def _find(self, name: str) -> SavedGroup | None:
        key = " ".join(name.split()).casefold()
        groups = self._groups.all if self._groups is not None else ()
        return next((one for one in groups if one.key == key), None)

    def _do(self, work: Coroutine[object, object, None]) -> None:
        async def carry_out() -> None:
            await work
            self.changed.emit()

        self._services.launcher.launch(self, carry_out(), on_error=self._fail)

    def _fail(self, error: AltraBitsError) -> None:
        self.failed.emit(sentence_of(error))
