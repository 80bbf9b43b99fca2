"""What staff choose for the kiosk, and how it went the last times; knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.directory import name_order
from altrabits_desktop.actions.putting_back import set_state_of
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.privacy.gate import closed_by
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence, sentence_of
from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.kiosk import KioskSetup, SetState, Wipe
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Kiosking, Services


class KioskModel(QObject):
    """State and intents of the kiosk's part of page Settings. Main thread only.

    Args:
        services: what the window was given.
        kiosk: of these services.
        parent: owner.
    """

    changed = Signal()
    kept = Signal()
    """What was chosen is kept."""

    def __init__(self, services: Services, *, kiosk: Kiosking, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._kiosk = kiosk
        self.fault = ""
        """Why it was not kept; "" for nothing wrong."""
        self.said = ""
        """What was done just now."""
        self.is_keeping = False
        self.wipes: tuple[Wipe, ...] = ()
        self.destroyed.connect(services.feed.subscribe(self._follow))

    @property
    def setup(self) -> KioskSetup | None:
        """What is kept."""
        return self._kiosk.report().setup

    @property
    def is_damaged(self) -> bool:
        """Whether what is kept cannot be read."""
        return self._kiosk.report().is_damaged

    @property
    def why_demo_alone(self) -> str:
        """Why visitors would only see the demo, for want of an account or its yes; "" for no."""
        report = self._services.home.report()
        is_closed = closed_by(
            Feature.CONTROL, standing=report.standing, has_session=bool(report.email)
        )
        if is_closed is None:
            return ""
        return translate(
            "settings",
            "Visitors act for the account of this computer. Until somebody is signed in here and"
            " has accepted the policy, the kiosk shows the demo alone.",
        )

    def streamers(self) -> tuple[Streamer, ...]:
        """Give those of the account that are here and say how they are, by their names."""
        here = (
            one
            for one in self._services.directory.streamers()
            if one.is_owned and one.owned_id and one.is_here and one.state is not None
        )
        return tuple(sorted(here, key=lambda one: name_order(one.name, one.key)))

    def is_listed(self, owned_id: str) -> bool:
        """Tell whether visitors see a streamer; all, until staff have chosen."""
        setup = self.setup
        return setup is None or any(state.id == owned_id for state in setup.streamers)

    def read(self) -> None:
        """Read how it went the last times."""
        self._services.launcher.launch(self, self._read())

    def keep(
        self, pin: str, again: str, *, listed: frozenset[str], hidden: frozenset[str] = frozenset()
    ) -> None:
        """Keep a PIN and the streamers that visitors see, each as it is now.

        Args:
            pin: a new one; "" for the one there is.
            again: the same.
            listed: ids in the account of those that answer and are to be seen.
            hidden: ids of those that are not, whether they answer or not.
        """
        if self.is_keeping:
            return
        self.fault = self.said = ""
        if pin != again:
            self.fault = sentence("kiosk.pin_differs")
            self.changed.emit()
            return
        present = {one.owned_id: set_state_of(one) for one in self.streamers()}
        kept = self.setup.streamers if self.setup is not None else ()
        # What does not answer just now stays on the list as it was.
        away = (state for state in kept if state.id not in present)
        chosen = (
            *(state for state in away if state.id not in hidden),
            *(state for key, state in present.items() if key in listed),
        )
        self.is_keeping = True
        self.changed.emit()
        self._services.launcher.launch(
            self,
            self._keep(pin, chosen),
            on_error=self._take_fault,
            on_done=self._end_keeping,
        )

    def remove(self) -> None:
        """Be no kiosk any more."""
        self.fault = self.said = ""
        self._services.launcher.launch(
            self, self._kiosk.remove(), on_error=self._take_fault, on_done=self._end_keeping
        )

    def start(self) -> None:
        """Give the window to visitors."""
        if self.setup is not None:
            self._kiosk.cover()

    async def _keep(self, pin: str, states: tuple[SetState, ...]) -> None:
        await self._kiosk.set_up(pin, states)
        self.said = translate(
            "settings", "Kept. After each visit the streamers go back to how they are now."
        )
        self.kept.emit()

    async def _read(self) -> None:
        self.wipes = await self._kiosk.wipes()
        self.changed.emit()

    def _take_fault(self, error: AltraBitsError) -> None:
        self.fault = sentence_of(error)

    def _end_keeping(self) -> None:
        self.is_keeping = False
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.KIOSK in changes.topics and self._was_visited():
            self.read()
        if changes.topics & (Topic.KIOSK | Topic.HOME) or changes.has_new_set:
            self.changed.emit()

    def _was_visited(self) -> bool:
        """Tell whether staff are back after a visit that is not listed yet."""
        report = self._kiosk.report()
        known = self.wipes[-1] if self.wipes else None
        return not report.is_covering and report.last_wipe not in {None, known}
