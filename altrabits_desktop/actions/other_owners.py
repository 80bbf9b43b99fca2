"""Which of the person's streamers obey somebody else by now, as they said themselves."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import OTHER_OWNER, Refused
from altrabits_desktop.runtime.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.streamers import StreamerId


class OtherOwners:
    """Kept since the start of the program, in memory alone; on one loop.

    A streamer says so to whoever shows it a token: with a command, or what its owner alone is told.

    Args:
        directory: whose streamers they are.
        publish: the change feed.
    """

    def __init__(self, directory: Directory, *, publish: Callable[[Changes], None]) -> None:
        self._directory = directory
        self._publish = publish
        self._others: frozenset[str] = frozenset()

    def has(self, owned_id: str) -> bool:
        """Tell whether a streamer of the account last said that it obeys somebody else."""
        return owned_id in self._others

    @contextmanager
    def listening(self, streamer_id: StreamerId) -> Iterator[None]:
        """Take from the answer to what is asked meanwhile whom a streamer obeys.

        Raises:
            AltraBitsError: whatever is raised meanwhile, as it is.
        """
        streamer = self._directory.streamer(streamer_id)
        owned_id = (streamer.owned_id or "") if streamer is not None else ""
        try:
            yield
        except Refused as refusal:
            if refusal.code == OTHER_OWNER and owned_id:
                self._note(self._others | {owned_id}, streamer_id)
            raise
        self._note(self._others - {owned_id}, streamer_id)

    def _note(self, others: frozenset[str], streamer_id: StreamerId) -> None:
        """Keep which obey somebody else, and tell where this one does so since now, or no more."""
        if others != self._others:
            self._others = others
            self._publish(Changes(streamers=frozenset({streamer_id})))
