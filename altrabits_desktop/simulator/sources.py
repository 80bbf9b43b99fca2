"""What a preset holds, as a word of the streamer's own, and what it plays; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.music import ALBUMS, RADIO_MERIDIAN
from altrabits_desktop.simulator.playable import piece_of
from altrabits_desktop.simulator.transport import Transport

if TYPE_CHECKING:
    from altrabits_desktop.simulator.music import Programme

_STATION = "station:meridian"
_ALBUM = re.compile(r"album:(\d{1,2}):(\d{1,2})")
_ADDRESS = "url:"


def source_of(transport: Transport) -> str:
    """Give the word for what plays; empty where nothing does."""
    piece = transport.piece
    if piece is None:
        return ""
    if piece.url:
        return f"{_ADDRESS}{piece.url}"
    if transport.programme == RADIO_MERIDIAN:
        return _STATION
    return f"album:{ALBUMS.index(transport.programme)}:{transport.place}"


def transport_of(source: str, *, now_s: float) -> Transport | None:
    """Give what a word plays from its beginning; None where it means nothing here."""
    found = _found(source)
    if found is None:
        return None
    programme, place = found
    return Transport(
        playback=Playback.PLAYING, programme=programme, place=place, position_s=0.0, since_s=now_s
    )


def _found(source: str) -> tuple[Programme, int] | None:
    if source == _STATION:
        return RADIO_MERIDIAN, 0
    if source.startswith(_ADDRESS):
        try:
            return (piece_of(source.removeprefix(_ADDRESS)),), 0
        except Problem:
            return None
    matched = _ALBUM.fullmatch(source)
    if matched is None or int(matched[1]) >= len(ALBUMS):
        return None
    programme, place = ALBUMS[int(matched[1])], int(matched[2])
    return (programme, place) if place < len(programme) else None
