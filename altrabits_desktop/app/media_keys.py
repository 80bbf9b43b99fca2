"""What media keys and the panels of the system tell, done by the same actions as in the window."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from altrabits_desktop.contract import commands as told
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.media_state import NOBODY, media_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.ui.services import Services
    from altrabits_desktop.ui.shell.media_state import MediaState

_JUMP_S = 1.5
"""A place in the track that is further than this from where it would be by now was jumped to."""
_LOUDEST = 100


class MediaKeys:
    """Follows the one streamer that they mean. Main thread only; free of Qt.

    What is closed to the person, or not allowed in this window, is neither offered nor done.

    Args:
        services: what the window was given.
        may: whether a command may be given in this window.
        tell: starts to tell a streamer something; its error is said in the window.
    """

    def __init__(
        self,
        services: Services,
        *,
        may: Callable[[Command], bool],
        tell: Callable[[StreamerId, told.Command], None],
    ) -> None:
        self._services = services
        self._chosen = ""
        """Id of the streamer whose page was opened last, or that was told something since."""
        self._may = may
        self._tell = tell
        self._changed: Callable[[bool], None] | None = None
        self._told_at_s = 0.0
        self._could = False
        self.state: MediaState = NOBODY
        """As last read."""
        self._read()

    def follow(self, changed: Callable[[bool], None]) -> Callable[[], None]:
        """Tell of each change from now on, and whether the place in the track was jumped to.

        Returns:
            What ends it.
        """
        self._changed = changed
        return self._services.feed.subscribe(self._follow)

    def choose(self, streamer_id: str) -> None:
        """Mean a streamer, because its page was opened."""
        self._chosen = streamer_id
        self.renew()

    def renew(self) -> None:
        """Read anew: another streamer may be meant."""
        before, predicted_s, could = self.state, self.position_s, self._could
        self._read()
        if (self.state, self._could) == (before, could) or self._changed is None:
            return
        is_same = self.state.track == before.track
        self._changed(is_same and abs(self.position_s - predicted_s) > _JUMP_S)

    @property
    def position_s(self) -> float:
        """Where in the track it is now: as last told, and moved on since."""
        state = self.state
        if not state.is_moving or state.duration_s is None:
            return state.position_s
        passed_s = self._services.clock.steady_s() - self._told_at_s
        return min(state.position_s + passed_s, state.duration_s)

    def can(self, capability: Capability, command: Command = Command.PLAY) -> bool:
        """Tell whether the streamer can be told this now."""
        return capability in self.state.can and self._may(command)

    @property
    def can_control(self) -> bool:
        """Whether anything at all can be told."""
        return bool(self.state.can) and self._may(Command.PLAY)

    def play(self) -> None:
        """Go on; nothing happens where it plays."""
        if self.can(Capability.CONTROL) and not self._is_playing:
            self._perform(told.Play())

    def pause(self) -> None:
        """Stay where it is; nothing happens where it cannot, or does not play."""
        if self.can(Capability.PAUSE) and self._is_playing:
            self._perform(told.Pause())

    def play_or_pause(self) -> None:
        """Go on, or stay where it is; one that cannot pause stops."""
        if not self._is_playing:
            self.play()
        elif self.can(Capability.PAUSE):
            self.pause()
        else:
            self.stop()

    def stop(self) -> None:
        """End what plays."""
        if self.can(Capability.CONTROL, Command.STOP):
            self._perform(told.Stop())

    def next(self) -> None:
        """Go to the next piece."""
        if self.can(Capability.SKIP, Command.NEXT):
            self._perform(told.Next())

    def previous(self) -> None:
        """Go to the piece before."""
        if self.can(Capability.SKIP, Command.PREVIOUS):
            self._perform(told.Previous())

    def seek_to(self, position_s: float) -> None:
        """Go to a place in the piece; before its begin is its begin, behind its end the next one.

        Args:
            position_s: any number; one that is none does nothing.
        """
        duration_s = self.state.duration_s
        if duration_s is None or not math.isfinite(position_s) or not self.can(Capability.SEEK):
            return
        if position_s > duration_s:
            self.next()
        else:
            self._perform(told.Seek(max(0.0, position_s)))

    def set_volume(self, share: float) -> None:
        """Set the volume.

        Args:
            share: 0 to 1; beyond that is the nearest of both, and what is no number does nothing.
        """
        if math.isnan(share) or self.state.volume is None:
            return
        if self.can(Capability.SET_VOLUME, Command.SET_VOLUME):
            volume = round(min(1.0, max(0.0, share)) * _LOUDEST)
            self._perform(told.SetVolume(volume))

    @property
    def _is_playing(self) -> bool:
        return self.state.playback in {Playback.PLAYING, Playback.LOADING}

    def _perform(self, command: told.Command) -> None:
        if self.state.streamer_id is not None:
            # Else the next press would mean another one, as soon as this one pauses.
            self._chosen = self.state.streamer_id
            self._tell(self.state.streamer_id, command)

    def _follow(self, changes: Changes) -> None:
        if changes.streamers or changes.topics:
            self.renew()

    def _read(self) -> None:
        before = self.state
        # Visitors of a kiosk have come or gone.
        self._could = self._may(Command.PLAY)
        self.state = media_state(
            self._services.directory.streamers(),
            self._services.home.report(),
            chosen=self._chosen,
        )
        was = (before.track, before.position_s, before.is_moving)
        if was != (self.state.track, self.state.position_s, self.state.is_moving):
            # The same place told again is an old answer, not a step back.
            self._told_at_s = self._services.clock.steady_s()
