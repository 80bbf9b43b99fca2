"""Follows an address that leads into the window, or says that it leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from altrabits_desktop.actions.streamer_ids import meant_streamer
from altrabits_desktop.contract.app_address import STREAMER, read_app_address
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.runtime.changes import Topic
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.commands import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.commands import Commands

_WAYS = {
    "streamers": Command.GO_TO_STREAMERS,
    "support": Command.GO_TO_SUPPORT,
    "privacy": Command.GO_TO_PRIVACY,
    "policy": Command.GO_TO_POLICY,
    "account": Command.GO_TO_ACCOUNT,
    "settings": Command.GO_TO_SETTINGS,
    "keys": Command.SHOW_KEYS,
}


class AddressOpener(QObject):
    """The newest address counts. Main thread only.

    Nothing that stands in an address is ever shown: whoever made it chooses no words here.

    Args:
        services: what the window was given.
        commands: asked whether it may be followed, and told where to.
        report: told of one that leads nowhere.
        parent: owner.
    """

    def __init__(
        self,
        services: Services,
        *,
        commands: Commands,
        report: Callable[[AltraBitsError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._commands = commands
        self._report = report
        self._wanted = ""
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)

    def open(self, text: str) -> None:
        """Show where an address leads; a streamer that is still looked for is waited for."""
        self._wanted = ""
        if not self._commands.may(Command.OPEN_ADDRESS):
            return
        address = read_app_address(text)
        if address is None:
            self._report(AltraBitsError("app_address.malformed"))
        elif address.place == STREAMER:
            self._wanted = address.streamer_id
            self._look()
        else:
            way = _WAYS[address.place]
            self._commands.tell(way, BY_NAME[way].does)

    def leave(self) -> None:
        """Follow nothing any more."""
        self._unsubscribe()
        self.deleteLater()

    def _look(self) -> None:
        streamer = meant_streamer(self._wanted, self._services.directory.streamers())
        if streamer is not None:
            self._wanted = ""
            self._commands.tell(
                Command.SHOW_STREAMER, lambda shell: shell.show_streamer(streamer.id)
            )
        elif self._services.finding.report().finished_at is not None:
            self._wanted = ""
            self._report(AltraBitsError("app_address.streamer_unknown"))

    def _follow(self, changes: Changes) -> None:
        if self._wanted and (changes.streamers or Topic.FINDING in changes.topics):
            self._look()
