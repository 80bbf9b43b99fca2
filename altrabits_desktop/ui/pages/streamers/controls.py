"""What a card or row lets a person tell its streamer. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, Play, Stop
from altrabits_desktop.runtime.wording import translate


@dataclass(frozen=True, slots=True)
class Controls:
    """What can be told now; nothing where it may only be looked at."""

    can: frozenset[Capability]
    primary: Play | Pause | Stop
    """What the round button does now."""
    volume_step: int = 0
    """No single press or key makes it louder by more than this; 0 lets everything."""

    @property
    def can_play(self) -> bool:
        """Whether there is a round button."""
        return Capability.CONTROL in self.can

    @property
    def can_mute(self) -> bool:
        """Whether the speaker is a button."""
        return Capability.MUTE in self.can

    @property
    def can_set_volume(self) -> bool:
        """Whether the level has a handle."""
        return Capability.SET_VOLUME in self.can

    @property
    def are_none(self) -> bool:
        """Whether there is nothing to press or move."""
        return not (self.can_play or self.can_mute or self.can_set_volume)


def play_words(primary: Play | Pause | Stop) -> str:
    """Give the verb of the round button."""
    match primary:
        case Play():
            return translate("streamer", "Play")
        case Pause():
            return translate("streamer", "Pause")
        case Stop():
            return translate("streamer", "Stop")


def mute_words(*, is_muted: bool) -> str:
    """Give the verb of the speaker."""
    return translate("streamer", "Unmute") if is_muted else translate("streamer", "Mute")


NO_CONTROLS = Controls(frozenset(), Play())
