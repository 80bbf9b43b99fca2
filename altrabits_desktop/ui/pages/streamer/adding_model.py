"""A streamer that is about to be the person's: which step it is at, and why it did not go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.errors import WRONG_CLAIM_CODE, NotReachable
from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from altrabits_desktop.actions.adding import Adding
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.services import Services


class Step(Enum):
    """How far it is."""

    REST = "rest"
    """Nothing is under way; a fault may tell why."""
    ASKING = "asking"
    """The streamer is being asked for a code or a press."""
    CODE = "code"
    """The streamer shows a code, which is to be typed."""
    CHECKING = "checking"
    """The streamer is being asked whether the code is right, or to be added as it is."""
    PRESS = "press"
    """The button on the streamer is to be pressed."""
    ADDED = "added"
    """It is in the account, and is about to be known as the person's."""


@dataclass(slots=True, eq=False)
class Attempt:
    """One streamer, from the press of the button on."""

    streamer_id: StreamerId
    step: Step = Step.ASKING
    adding: Adding | None = None
    """Set once the streamer has answered."""
    fault: AltraBitsError | None = None
    """Why the latest step did not go."""

    @property
    def needs_code(self) -> bool:
        """Whether it is added with a code."""
        return self.adding is not None and self.adding.needs_code

    @property
    def is_hand_over(self) -> bool:
        """Whether its owner was given the code."""
        return self.adding is not None and self.adding.is_hand_over

    @property
    def needs_press(self) -> bool:
        """Whether its button has to be pressed, with or without a code."""
        return self.adding is not None and self.adding.needs_press


def step_after(error: AltraBitsError, *, needs_code: bool) -> Step:
    """Give where it goes on after something did not go; pure.

    Whatever leaves the claim as it was lets the code be typed again.
    """
    is_claim_whole = error.code == WRONG_CLAIM_CODE or isinstance(error, NotReachable)
    return Step.CODE if needs_code and is_claim_whole else Step.REST


class AddingModel(QObject):
    """One streamer at a time. It outlives its page, so that giving up is heard too. Main thread.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._attempt: Attempt | None = None
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    def attempt_with(self, streamer_id: StreamerId) -> Attempt | None:
        """Give what is under way with a streamer, or was in vain; None for nothing."""
        attempt = self._attempt
        return attempt if attempt is not None and attempt.streamer_id == streamer_id else None

    def begin(self, streamer_id: StreamerId) -> None:
        """Ask a streamer to show its code; one that needs neither code nor press is added."""
        running = self.attempt_with(streamer_id)
        if running is not None and running.step is not Step.REST:
            return
        self.give_up()
        attempt = self._attempt = Attempt(streamer_id)
        self.changed.emit()
        # Owned by this object: a page that is left breaks nothing off in the middle.
        self._services.launcher.launch(
            self, self._begin(attempt), on_error=partial(self._fail, attempt)
        )

    def confirm(self, code: str) -> None:
        """Try a code."""
        attempt = self._attempt
        if attempt is not None and attempt.adding is not None and attempt.step is Step.CODE:
            attempt.step = Step.PRESS if attempt.needs_press else Step.CHECKING
            attempt.fault = None
            self.changed.emit()
            self._services.launcher.launch(
                self,
                self._confirm(attempt, attempt.adding, code=code),
                on_error=partial(self._fail, attempt),
            )

    def forget_fault(self) -> None:
        """Something else is typed now."""
        if self._attempt is not None and self._attempt.fault is not None:
            self._attempt.fault = None
            self.changed.emit()

    def give_up(self) -> None:
        """End what is under way, and let the streamer know."""
        attempt, self._attempt = self._attempt, None
        if attempt is None:
            return
        if attempt.adding is not None and attempt.step not in {Step.REST, Step.ADDED}:
            self._services.launcher.launch(
                self, self._services.adding.cancel(attempt.adding), on_error=_drop
            )
        self.changed.emit()

    def leave(self) -> None:
        """Nobody looks any more: what waits for the person ends, what was sent goes on."""
        attempt = self._attempt
        if attempt is not None and attempt.step not in {Step.CHECKING, Step.ADDED}:
            self.give_up()

    async def _begin(self, attempt: Attempt) -> None:
        adding = await self._services.adding.begin(attempt.streamer_id)
        if attempt is not self._attempt:
            await self._services.adding.cancel(adding)
            return
        attempt.adding = adding
        if adding.needs_code:
            attempt.step = Step.CODE
            self.changed.emit()
            return
        attempt.step = Step.PRESS if adding.needs_press else Step.CHECKING
        self.changed.emit()
        await self._confirm(attempt, adding)

    async def _confirm(self, attempt: Attempt, adding: Adding, *, code: str = "") -> None:
        await self._services.adding.confirm(adding, code=code)
        if attempt is self._attempt:
            attempt.step = Step.ADDED
            self._settle()
            self.changed.emit()

    def _fail(self, attempt: Attempt, error: AltraBitsError) -> None:
        if attempt is self._attempt:
            attempt.step = step_after(error, needs_code=attempt.needs_code)
            attempt.fault = error
            self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        attempt = self._attempt
        if attempt is not None and (
            attempt.streamer_id in changes.streamers or Topic.HOME in changes.topics
        ):
            self._settle()

    def _settle(self) -> None:
        """Forget what has come to its end."""
        attempt = self._attempt
        if attempt is None or attempt.step is not Step.ADDED:
            return
        streamer = self._services.directory.streamer(attempt.streamer_id)
        if streamer is None or streamer.is_owned:
            self._attempt = None
            self.changed.emit()


def _drop(_error: AltraBitsError) -> None:
    """Let a claim that cannot be given up end by itself."""
