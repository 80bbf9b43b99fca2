"""The name that a person gives a streamer at the head of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.ui.launching import is_there
from altrabits_desktop.ui.pages.streamer.own_gate import is_own_open

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Services


class NamingModel(QObject):
    """One name at a time. Main thread only.

    The account names the person's own; of any other around the name is noted for the person alone.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    named = Signal()
    """The name is kept."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.is_busy = False
        self.fault = ""
        """Why the latest name was not taken, as a sentence."""

    def may_name(self, streamer: Streamer) -> bool:
        """Tell whether a name of the person's lasts: they are signed in, and it is no pretender."""
        is_open = is_own_open(self._services.home.report())
        if not is_open or streamer.origin is Origin.DEMO or streamer.borrowed_id is not None:
            return False
        if streamer.owned_id is not None:
            return True
        return streamer.is_heard and self._services.remarks is not None

    def name(self, streamer: Streamer, name: str) -> None:
        """Call a streamer so from now on; the same name again is kept at once."""
        if self.is_busy:
            return
        if name == streamer.name:
            self.fault = ""
            self.named.emit()
            return
        self.is_busy, self.fault = True, ""
        self.changed.emit()
        # The streamer is told after the account, when the page may be left already.
        self._services.launcher.launch(
            self,
            self._name(streamer, name),
            on_error=self._fail,
            on_done=self._end,
            is_carried_out=True,
        )

    def forget_fault(self) -> None:
        """Something else is typed now."""
        if self.fault:
            self.fault = ""
            self.changed.emit()

    async def _name(self, streamer: Streamer, name: str) -> None:
        remarks = self._services.remarks
        if streamer.owned_id is None:
            if remarks is not None:
                await remarks.name(streamer, name)
            self._say_named()
            return
        # Imported here: hardly any page is opened to name something.
        from altrabits_desktop.actions.naming import tell_name
        from altrabits_desktop.contract.commands import Rename

        belongings = self._services.belongings
        await belongings.name_streamer(streamer.owned_id, name)
        # The account has it; the streamer itself is told for everybody else in the house.
        self._say_named()
        told = Rename(name=belongings.streamer(streamer.owned_id).name)
        await tell_name(streamer, told, controlling=self._services.controlling)

    def _say_named(self) -> None:
        if is_there(self):
            self.named.emit()

    def _fail(self, error: AltraBitsError) -> None:
        self.fault = sentence_of(error)

    def _end(self) -> None:
        self.is_busy = False
        self.changed.emit()
