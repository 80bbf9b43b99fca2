"""A streamer of the person's that goes to somebody else: its code, and what has become of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.ui.pages.streamer.own_gate import is_own_open

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.actions.handing_over import HandOverReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.ui.services import Handing, Services


class HandingModel(QObject):
    """Asks, and says how it stands; the action itself outlives the window's pages. Main thread.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._fault: tuple[StreamerId, str] | None = None
        self.is_busy = False
        """Whether the streamer is being asked."""
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(lambda _gone: unsubscribe())

    def offers(self, streamer: Streamer) -> bool:
        """Tell whether a streamer of the person's can be handed over from here."""
        return (
            self._services.handing is not None
            and streamer.is_owned
            and is_own_open(self._services.home.report())
            and streamer.is_here
            and not streamer.is_locked
            and not streamer.has_other_owner
            and Capability.HAND_OVER in streamer.capabilities
        )

    def is_told(self, streamer: Streamer) -> bool:
        """Tell whether there is anything to be said: what can be begun, goes on, or has ended."""
        report = self.report(streamer.id)
        if report is None:
            return self.offers(streamer)
        # Imported here: hardly any streamer is handed over.
        from altrabits_desktop.actions.handing_over import HandOverEnd

        return report.end is not HandOverEnd.ENDED or self.offers(streamer)

    def can_begin(self, streamer: Streamer) -> bool:
        """Tell whether a hand-over can be begun: it is offered, and none is open."""
        report = self.report(streamer.id)
        return self.offers(streamer) and (report is None or not report.code)

    def report(self, streamer_id: StreamerId) -> HandOverReport | None:
        """Give how the latest hand-over of a streamer stands; None where there was none."""
        made = self._services.handing.made if self._services.handing is not None else None
        return made.report(streamer_id) if made is not None else None

    def minutes_left(self, report: HandOverReport) -> int:
        """Give for how many minutes a code is good, at least one."""
        return max(1, round((report.ends_at_s - self._services.clock.steady_s()) / 60))

    def fault(self, streamer_id: StreamerId) -> str:
        """Give why the latest thing did not go; "" for nothing."""
        return self._fault[1] if self._fault and self._fault[0] == streamer_id else ""

    def begin(self, streamer_id: StreamerId) -> None:
        """Get a code."""
        self._do(streamer_id, self._handing().begin)

    def end(self, streamer_id: StreamerId) -> None:
        """Keep the streamer after all."""
        self._do(streamer_id, self._handing().end)

    def forget(self, streamer_id: StreamerId) -> None:
        """Let what has ended be seen no longer."""
        self._fault = None
        if self._services.handing is not None and self._services.handing.made is not None:
            self._services.handing.made.forget_report(streamer_id)
        self.changed.emit()

    def _handing(self) -> Handing:
        handing = self._services.handing
        if handing is None:
            message = "nobody hands streamers over here"
            raise RuntimeError(message)
        return handing.get()

    def _do(self, streamer_id: StreamerId, work: Callable[[StreamerId], Awaitable[object]]) -> None:
        if self.is_busy:
            return
        self.is_busy, self._fault = True, None
        self.changed.emit()

        async def carry_out() -> None:
            await work(streamer_id)

        self._services.launcher.launch(
            self, carry_out(), on_error=partial(self._fail, streamer_id), on_done=self._done
        )

    def _fail(self, streamer_id: StreamerId, error: AltraBitsError) -> None:
        self._fault = (streamer_id, sentence_of(error))

    def _done(self) -> None:
        self.is_busy = False
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        made = self._services.handing.made if self._services.handing is not None else None
        if made is not None and changes.topics & Topic.HOME:
            self.changed.emit()
