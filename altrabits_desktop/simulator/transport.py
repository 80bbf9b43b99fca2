"""What plays at any instant, worked out from when it began; pure, no timer needed to read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import NowPlayingMessage
from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from altrabits_desktop.simulator.music import Piece, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """The playing part of a streamer, as it was at `since_s`."""

    playback: Playback = Playback.STOPPED
    programme: Programme = ()
    place: int = 0
    """Index of the piece in the programme."""
    position_s: float = 0.0
    """Within the piece, at `since_s`."""
    since_s: float = 0.0
    """On a steady clock."""

    @property
    def piece(self) -> Piece | None:
        """Give the piece in the works; None where nothing is."""
        if self.playback is Playback.STOPPED or not self.programme:
            return None
        return self.programme[self.place]


STOPPED = Transport()


def moved_on(transport: Transport, now_s: float) -> Transport:
    """Give the transport as it is now: pieces that have ended are behind, in the same order."""
    while (rest_s := ends_in_s(transport, transport.since_s)) is not None and (
        transport.since_s + rest_s <= now_s
    ):
        transport = replace(
            transport,
            place=(transport.place + 1) % len(transport.programme),
            position_s=0.0,
            since_s=transport.since_s + rest_s,
        )
    return replace(transport, position_s=_position_s(transport, now_s), since_s=now_s)


def ends_in_s(transport: Transport, now_s: float) -> float | None:
    """Give the seconds until the next piece; None where none comes by itself."""
    piece = transport.piece
    if piece is None or piece.duration_s is None or transport.playback is not Playback.PLAYING:
        return None
    return piece.duration_s - _position_s(transport, now_s)


def now_playing(transport: Transport, now_s: float) -> NowPlayingMessage | None:
    """Give what the control API tells of it; None where nothing is in the works."""
    piece = transport.piece
    if piece is None:
        return None
    is_live = piece.duration_s is None
    return NowPlayingMessage(
        title=piece.title,
        artist=piece.artist,
        album=piece.album,
        station=piece.station,
        format=piece.audio_format,
        position_s=None if is_live else round(_position_s(transport, now_s), 1),
        duration_s=piece.duration_s,
        cover=piece.cover or None,
    )


def _position_s(transport: Transport, now_s: float) -> float:
    if transport.playback is not Playback.PLAYING:
        return transport.position_s
    return transport.position_s + max(0.0, now_s - transport.since_s)
