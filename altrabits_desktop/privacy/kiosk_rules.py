"""What a visitor of a shop's kiosk may do: the written list, and one value that answers for it.

Pure. What the list does not name is closed, also what the program learns later; docs/kiosk.md says
it in words. Source: docs/security-requirements.md R55, R56; docs/commitments.md C51.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from altrabits_desktop.contract.commands import (
    Command,
    Next,
    Pause,
    Play,
    Previous,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.features import Feature

NOT_OFFERED = "kiosk.not_offered"


class KioskPlace(StrEnum):
    """What the kiosk can show."""

    START = "start"
    STREAMERS = "streamers"
    POLICY = "policy"
    STAFF = "staff"
    """Where the PIN is asked for."""


class KioskRules(NamedTuple):
    """Consulted by everything that a visitor could go through: pages, commands, keys, links."""

    features: frozenset[Feature]
    commands: frozenset[type[object]]
    places: frozenset[KioskPlace]
    opens_links: bool = False
    """Whether an address is handed to a browser; else it is shown as a code to scan."""
    has_shortcuts: bool = False
    """Whether the keys of the window do anything besides moving and pressing."""

    def refusal(self, command: Command) -> str | None:
        """Give the code of the sentence that refuses a command; None where it is on the list."""
        is_listed = Feature.CONTROL in self.features and type(command) in self.commands
        # An address to play would be the visitor's own choice of what the shop's streamer fetches.
        is_address = isinstance(command, Play) and bool(command.url)
        return None if is_listed and not is_address else NOT_OFFERED


VISITOR = KioskRules(
    features=frozenset({Feature.LOOK, Feature.DEMO, Feature.READ_POLICY, Feature.CONTROL}),
    commands=frozenset({Play, Pause, Stop, Next, Previous, SetVolume, SetMute}),
    places=frozenset(KioskPlace),
)
"""The written list."""
