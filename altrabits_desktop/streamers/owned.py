"""Streamers of one's own: which of those around they are, and what only their owner has.

Naming the identity of an owned streamer is not enough, as anybody may claim to be anything
(`owning.py`). Its token goes to the holder of the pinned certificate alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.identity import API_ID_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.streamers.identity import Identity

    Owns = Callable[[Identity], "OwnedStreamer | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedStreamer:
    """One streamer of the person's."""

    id: str
    """In the account; empty of one that obeys this computer without being in any."""
    name: str
    room: str
    identity: Identity
    pin: str = ""
    """SHA-256 of the certificate that was seen when it was added; empty where there was none."""
    token: str = field(default="", repr=False)
    """What its owner shows; empty where this computer has none."""


class OwnedBook:
    """All of them, found by what is heard. Pure; one thread.

    An equal id of the control API decides, whatever else is said: it alone is ever said over a
    certificate. Then an equal UDN does, then a MAC, each only where no firm identity differs.
    """

    def __init__(self, owned: Iterable[OwnedStreamer] = ()) -> None:
        self.all = tuple(owned)
        self._by_text: dict[str, OwnedStreamer] = {}
        for one in self.all:
            for text in one.identity.texts():
                self._by_text.setdefault(text, one)

    def of(self, identity: Identity) -> OwnedStreamer | None:
        """Give the owned streamer with this identity."""
        for text in identity.texts():
            found = self._by_text.get(text)
            if found is None:
                continue
            if text.startswith(API_ID_TEXT) or not found.identity.contradicts(identity):
                return found
        return None


def has_pin(owned: OwnedStreamer | None) -> bool:
    """Whether a certificate settles which streamer it is."""
    return owned is not None and bool(owned.pin)


def own_nothing(_identity: Identity) -> OwnedStreamer | None:
    """Know of nothing that is owned."""
    return None
