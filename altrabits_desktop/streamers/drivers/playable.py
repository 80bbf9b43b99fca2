"""Which addresses a streamer may be told to play from; pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from altrabits_desktop.contract.errors import Refused

_PLAYABLE = re.compile(r"https?://[!-~]{1,2040}", re.IGNORECASE)


def refuse_unplayable(url: str) -> None:
    """Let an address through that streamers play from: http or https, in plain ASCII.

    Args:
        url: at most 2,048 characters; white space, control characters and letters beyond ASCII
            are written as escapes in an address, so none may stand there.

    Raises:
        Refused: `control.url_refused`: no streamer would take it.
    """
    if not _PLAYABLE.fullmatch(url) or not _has_host(url):
        raise Refused("control.url_refused")


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False
