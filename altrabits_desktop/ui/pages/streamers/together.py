"""What several streamers can be told at once, for page Streamers; knows no widget."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.ui.pages.streamers.offered import offered_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.services import Services

_SEVERAL = 2


class Together(QObject):
    """Main thread only.

    Args:
        services: what the window was given.
        view_model: of the page; tells when streamers come and go.
        parent: owner.
    """

    changed = Signal()
    """Whether it is offered is different."""
    saved_wanted = Signal(str)
    """The name of a saved group that is to play together."""
    pause_wanted = Signal()
    """Everything is to pause."""

    def __init__(
        self, services: Services, *, view_model: StreamersViewModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.is_offered = False
        """Whether there are several that the person may tell anything."""
        view_model.arranged.connect(self._look)
        view_model.renewed.connect(self._look_at)
        self._look()

    @property
    def is_open(self) -> bool:
        """Whether the person may keep groups."""
        groups = self._services.groups
        return groups is not None and groups.is_open

    @property
    def can_pause(self) -> bool:
        """Whether anything plays that may be told to pause."""
        from altrabits_desktop.actions.grouping import playing_of

        return any(map(self._may_be_told, playing_of(self._services.directory.streamers())))

    def saved(self) -> tuple[tuple[str, bool], ...]:
        """Give the groups that the person keeps: the name, and whether it plays now."""
        from altrabits_desktop.actions.gathering import plays_now
        from altrabits_desktop.actions.grouping import groups_of

        if self._services.groups is None:
            return ()
        playing = groups_of(self._services.directory.streamers())
        return tuple((one.name, plays_now(one, playing)) for one in self._services.groups.all)

    def can_be_grouped(self, streamer: Streamer) -> bool:
        """Tell whether anybody could play along with a streamer, or does."""
        from altrabits_desktop.actions.gathering import can_play_along, companions_of

        if not (self._may_be_told(streamer) and can_play_along(streamer)):
            return False
        return bool(companions_of(streamer, self._services.directory.streamers()))

    def _look_at(self, renewed: tuple[Streamer, ...]) -> None:
        # Who is told of may have become one that can be told; it takes a whole look to be sure.
        if not self.is_offered and any(map(self._may_be_told, renewed)):
            self._look()

    def _look(self) -> None:
        told = filter(self._may_be_told, self._services.directory.streamers())
        is_offered = len(tuple(islice(told, _SEVERAL))) == _SEVERAL
        if is_offered is not self.is_offered:
            self.is_offered = is_offered
            self.changed.emit()

    def _may_be_told(self, streamer: Streamer) -> bool:
        return bool(offered_of(streamer, self._services.home.report()).can)
