"""What an owner is told of a streamer beside its state, asked for while somebody looks."""

from __future__ import annotations

from collections import deque
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from altrabits_desktop.contract.capabilities import Capability

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from datetime import datetime

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.contract.upkeep import Health, Network
    from altrabits_desktop.ui.services import Services, Upkeeping

SIGNALS = 20
"""Values of the signal that are kept while the window is open."""
_ASK_EVERY_MS = 15_000


class SignalAt(NamedTuple):
    """How strong the signal was at one instant, in per cent."""

    at: datetime
    percent: int


class Care(Enum):
    """What is under way with a streamer."""

    RESTART = "restart"
    RESET = "reset"


class UpkeepModel(QObject):
    """One streamer at a time. Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._id: StreamerId | None = None
        self._can: frozenset[Capability] = frozenset()
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(_ASK_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        self._signals: dict[StreamerId, deque[SignalAt]] = {}
        self.network: Network | None = None
        """None while it was not told."""
        self.health: Health | None = None
        """None while it was not told."""
        self.told_at: datetime | None = None
        """When `health` was told."""
        self.doing: Care | None = None
        """What is under way on the person's wish."""

    @property
    def signals(self) -> tuple[SignalAt, ...]:
        """How strong the signal was, oldest first."""
        return tuple(self._signals.get(self._id, ())) if self._id is not None else ()

    def look_at(self, streamer_id: StreamerId, can: frozenset[Capability]) -> None:
        """Ask a streamer what it can tell from now on; nothing for the same one."""
        wanted = can & {Capability.NETWORK, Capability.HEALTH}
        if (streamer_id, wanted) == (self._id, self._can):
            return
        if streamer_id != self._id:
            self.network = self.health = None
        self._id, self._can = streamer_id, wanted
        if wanted:
            self._timer.start()
            self.ask()
        else:
            self._timer.stop()

    def rest(self) -> None:
        """Ask nothing while nobody looks; what was told is kept until somebody does."""
        self._timer.stop()
        self._can = frozenset()

    def ask(self) -> None:
        """Ask now."""
        upkeep, streamer_id = self._upkeep, self._id
        if upkeep is None or streamer_id is None or self._is_asking:
            return
        self._is_asking = True
        # What could not be told is asked again; nobody pressed anything that could fail.
        self._services.launcher.launch(
            self, self._ask(upkeep, streamer_id), on_error=_drop, on_done=self._end_asking
        )

    def note_signal(self, streamer_id: StreamerId, signal: SignalAt) -> None:
        """Keep how strong a signal was."""
        kept = self._signals.setdefault(streamer_id, deque(maxlen=SIGNALS))
        kept.append(signal)

    def restart(self, streamer_id: StreamerId) -> None:
        """Let it start anew."""
        if self._upkeep is not None:
            self._do(Care.RESTART, self._upkeep.restart(streamer_id))

    def reset(self, streamer_id: StreamerId) -> None:
        """Let it be as it came from the factory."""
        if self._upkeep is not None:
            self._do(Care.RESET, self._upkeep.reset(streamer_id))

    @property
    def upkeep(self) -> Upkeeping | None:
        """What asks and tells; None on a stage without it."""
        return self._upkeep

    @property
    def _upkeep(self) -> Upkeeping | None:
        late = self._services.upkeep
        return late.get() if late is not None else None

    async def _ask(self, upkeep: Upkeeping, streamer_id: StreamerId) -> None:
        if Capability.NETWORK in self._can:
            network = await upkeep.network(streamer_id)
            if streamer_id != self._id:
                return
            self.network = network
            if network.signal_percent is not None:
                now = self._services.clock.now()
                self.note_signal(streamer_id, SignalAt(now, network.signal_percent))
            self.changed.emit()
        if Capability.HEALTH in self._can:
            health = await upkeep.health(streamer_id)
            if streamer_id == self._id:
                self.health, self.told_at = health, self._services.clock.now()
                self.changed.emit()

    def _end_asking(self) -> None:
        self._is_asking = False

    def _do(self, doing: Care, work: Coroutine[object, object, None]) -> None:
        if self.doing is not None:
            work.close()
            return
        self.doing = doing
        self.changed.emit()
        self._services.launcher.launch(
            self, work, on_done=partial(self._end, doing), is_carried_out=True
        )

    def _end(self, doing: Care) -> None:
        if self.doing is doing:
            self.doing = None
            self.changed.emit()


def _drop(_error: AltraBitsError) -> None:
    """Say nothing: the card shows what was told last."""
