"""What the virtual streamers play: invented music, each piece with a cover of its own."""

from __future__ import annotations

from dataclasses import dataclass

_LOSSLESS = "FLAC 16 bit, 44.1 kHz"
_FINE = "FLAC 24 bit, 96 kHz"
_RADIO = "AAC 256 kbit/s"


@dataclass(frozen=True, slots=True)
class Piece:
    """One track, or a live programme where there is no duration."""

    title: str
    cover: str
    """Empty where it has none."""
    audio_format: str
    artist: str = ""
    album: str = ""
    station: str = ""
    duration_s: float | None = None
    url: str = ""
    """Where it lies; empty of the invented music."""


Programme = tuple[Piece, ...]
"""Pieces in the order they play; after the last comes the first."""


def _album(artist: str, album: str, cover: str, tracks: tuple[tuple[str, float], ...]) -> Programme:
    audio_format = _FINE if cover in "125" else _LOSSLESS
    return tuple(
        Piece(
            title=title,
            artist=artist,
            album=album,
            cover=cover,
            audio_format=audio_format,
            duration_s=duration_s,
        )
        for title, duration_s in tracks
    )


TIDEWATER = _album(
    "The Lumen Quartet",
    "Tidewater",
    "1",
    (("Harbour Lights at Noon", 318.0), ("Rope and Lantern", 254.0), ("Salt on Glass", 287.0)),
)
MARRAM = _album(
    "Marram & Vale",
    "Estuaries",
    "2",
    (("Slow Estuary", 342.0), ("Reed Bed", 228.0), ("Curlew Count", 301.0)),
)
PAPER = _album(
    "The Paper Sundays",
    "Return to Sender",
    "3",
    (("Letters Unsent", 233.0), ("Folded Twice", 198.0), ("Second Post", 246.0)),
)
AFTERGLOW = _album(
    "Ada Selwyn",
    "Afterglow",
    "4",
    (("Rings of Evening", 274.0), ("Low Sun, Long Shadow", 311.0), ("The Last Tram", 265.0)),
)
NIGHT_GARDEN = _album(
    "Ines Okafor Trio",
    "Night Garden",
    "5",
    (("Eight Petals", 396.0), ("Moth Hour", 284.0), ("Dew Point", 352.0)),
)
LOW_MEADOW = _album(
    "Hollin Row",
    "Low Meadow",
    "6",
    (("Low Meadow", 241.0), ("Arches", 219.0), ("Gate at Dusk", 258.0)),
)
DOT_TO_DOT = _album(
    "The Halftones",
    "Dot to Dot",
    "7",
    (("Red Telephone", 187.0), ("Print Run", 203.0), ("Margins", 176.0)),
)
RADIO_MERIDIAN: Programme = (
    Piece(title="Morning Desk", station="Radio Meridian", cover="8", audio_format=_RADIO),
)

ALBUMS = (TIDEWATER, MARRAM, PAPER, AFTERGLOW, NIGHT_GARDEN, LOW_MEADOW, DOT_TO_DOT)
