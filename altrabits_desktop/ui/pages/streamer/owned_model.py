"""What the person keeps of a streamer of theirs: its name, its room, and whether it stays."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.naming import tell_name
from altrabits_desktop.contract.commands import Rename
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded
from altrabits_desktop.runtime.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.privacy.gate import Standing
    from altrabits_desktop.ui.services import Services


class Doing(Enum):
    """What is asked for."""

    SAVE = "save"
    REMOVE = "remove"


class Spot(Enum):
    """What a fault is about."""

    NAME = "name"
    ROOM = "room"
    WHOLE = "whole"


class Fault(NamedTuple):
    """One sentence, and where it belongs."""

    owned_id: str
    spot: Spot
    sentence: str
    standing: Standing | None = None
    """How the person stood whom it was closed to; None where that is not why."""


_SPOTS = {
    "streamer.name_empty": Spot.NAME,
    "streamer.name_long": Spot.NAME,
    "streamer.room_long": Spot.ROOM,
}


def spot_of(error: AltraBitsError) -> Spot:
    """Give what an error is about; pure."""
    return _SPOTS.get(error.code, Spot.WHOLE)


class OwnedModel(QObject):
    """One thing at a time. It outlives its page, so that nothing is half done. Main thread.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    saved = Signal(str)
    """The id of a streamer whose name and room are kept as typed."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.doing: Doing | None = None
        self.fault: Fault | None = None
        """Why the latest thing did not go."""

    def is_kept(self, owned_id: str) -> bool:
        """Whether what makes a streamer obey outlives the program."""
        return self._services.adding.is_kept(owned_id)

    def owned(self, streamer: Streamer) -> Owned | None:
        """Give what is kept of a streamer, or of the one that it says to be; None for nothing."""
        owned_id = streamer.owned_id or streamer.borrowed_id
        if owned_id is None:
            return None
        try:
            return self._services.belongings.streamer(owned_id)
        except AltraBitsError:
            return None

    def is_here(self, owned_id: str) -> bool:
        """Tell whether it is around and has proved to be the person's."""
        return any(
            one.owned_id == owned_id and one.is_heard
            for one in self._services.directory.streamers()
        )

    def has_other_owner(self, owned_id: str) -> bool:
        """Tell whether it last said that it obeys somebody else."""
        return self._services.controlling.has_other_owner(owned_id)

    def is_waiting(self, owned_id: str) -> bool:
        """Tell whether something of it has not been sent yet."""
        return self._services.belongings.is_waiting(owned_id)

    def fault_at(self, owned_id: str, spot: Spot) -> str:
        """Give what is wrong there; "" for nothing."""
        fault = self.fault
        if fault is None or (fault.owned_id, fault.spot) != (owned_id, spot):
            return ""
        # What was closed to them then may be open now, and says so by itself.
        is_over = fault.standing not in {None, self._services.home.report().standing}
        return "" if is_over else fault.sentence

    def save(self, owned_id: str, *, name: str, room: str) -> None:
        """Keep a name and a room as typed, as far as they are others than before."""
        self._do(Doing.SAVE, owned_id, self._save(owned_id, name=name, room=room))

    def remove(self, streamer: Streamer, owned_id: str) -> None:
        """Take a streamer off the account."""
        adding = self._services.adding
        work = adding.release(streamer.id) if streamer.is_heard else adding.forget(owned_id)
        self._do(Doing.REMOVE, owned_id, work)

    def forget_fault(self) -> None:
        """Something else is typed now."""
        if self.fault is not None:
            self.fault = None
            self.changed.emit()

    def _do(self, doing: Doing, owned_id: str, work: Coroutine[object, object, None]) -> None:
        if self.doing is not None:
            work.close()
            return
        self.doing, self.fault = doing, None
        self.changed.emit()
        self._services.launcher.launch(
            self,
            work,
            on_error=partial(self._fail, owned_id),
            on_done=self._end,
            is_carried_out=True,
        )

    async def _save(self, owned_id: str, *, name: str, room: str) -> None:
        belongings = self._services.belongings
        owned = belongings.streamer(owned_id)
        if name != owned.name:
            await belongings.name_streamer(owned_id, name)
        if room != owned.room:
            await belongings.place_streamer(owned_id, room)
        self.saved.emit(owned_id)
        now = belongings.streamer(owned_id)
        await self._tell(
            owned_id, Rename(_other(now.name, owned.name), _other(now.room, owned.room))
        )

    async def _tell(self, owned_id: str, told: Rename) -> None:
        if told == Rename():
            return
        streamers = self._services.directory.streamers()
        known = next((one for one in streamers if one.owned_id == owned_id), None)
        await tell_name(known, told, controlling=self._services.controlling)

    def _fail(self, owned_id: str, error: AltraBitsError) -> None:
        is_closed = isinstance(error, DecisionNeeded)
        standing = self._services.home.report().standing if is_closed else None
        self.fault = Fault(owned_id, spot_of(error), sentence_of(error), standing)

    def _end(self) -> None:
        self.doing = None
        self.changed.emit()


def _other(now: str, before: str) -> str | None:
    return now if now != before else None
