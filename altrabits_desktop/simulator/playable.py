"""Addresses that a virtual streamer would play from; nothing is fetched. Pure."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.music import Piece

_PRINTABLE = re.compile(r"[!-~]+")
_TITLE_CHARACTERS = 128


def piece_of(url: str) -> Piece:
    """Give the piece that lies at an address.

    Raises:
        Problem: 422 `url.refused`.
    """
    return Piece(title=_title_of(url), cover="", audio_format="", url=url)


def _title_of(url: str) -> str:
    try:
        parts = urlsplit(url)
        is_plain = parts.scheme in {"http", "https"} and bool(parts.hostname)
        # Reading the port is what finds that it is none.
        has_user = "@" in parts.netloc or parts.port == 0
    except ValueError as error:
        raise Problem(422, "url.refused") from error
    if not is_plain or has_user or not _PRINTABLE.fullmatch(url):
        raise Problem(422, "url.refused")
    title = unquote(parts.path.rstrip("/").rpartition("/")[2], errors="replace")
    return title[:_TITLE_CHARACTERS] or parts.netloc[:_TITLE_CHARACTERS]
