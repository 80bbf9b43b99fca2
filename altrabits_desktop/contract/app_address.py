"""Addresses that lead into the window, `altrabits://…`: read strictly, because anybody makes them.

They only show a place; none of them does, adds, opens or sends anything. Pure.
Source: docs/security-requirements.md R10.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from altrabits_desktop.contract.limits import APP_ADDRESS_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text

SCHEME = "altrabits:"
STREAMER = "streamer"
PLACES = frozenset(
    {"streamers", "support", "privacy", "policy", "account", "settings", "keys", STREAMER}
)
_WHOLE = re.compile(
    r"altrabits://(?P<place>[a-z]{1,16})(?:/(?P<id>[A-Za-z0-9._~:%-]{1,256}))?/?",
    re.IGNORECASE | re.ASCII,
)
"""No user, no port, no query, no fragment: whatever is left out cannot be misunderstood."""


class AppAddress(NamedTuple):
    """Where an address leads."""

    place: str
    """One of `PLACES`."""
    streamer_id: str = ""
    """Of a streamer alone: any id that people are told."""


def is_app_address(word: str) -> bool:
    """Tell whether a word of a command line is meant as such an address, good or bad."""
    return word[: len(SCHEME)].lower() == SCHEME


def read_app_address(text: str) -> AppAddress | None:
    """Give where an address leads; None for anything but the few that there are."""
    matched = _WHOLE.fullmatch(text) if len(text) <= APP_ADDRESS_CHARACTERS else None
    if matched is None:
        return None
    place, coded = matched["place"].lower(), matched["id"] or ""
    if place not in PLACES or bool(coded) is not (place == STREAMER):
        return None
    streamer_id = _decoded(coded)
    return None if streamer_id is None else AppAddress(place, streamer_id)


def _decoded(coded: str) -> str | None:
    try:
        text = unquote(coded, errors="strict")
    except UnicodeDecodeError:
        return None
    # What cannot be seen, or reads as something else than it is, is no id of anything.
    return text if plain_text(text, limit=len(coded) + 1) == text else None
