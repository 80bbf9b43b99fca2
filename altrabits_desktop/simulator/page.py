"""The small page of a virtual streamer, as its firmware would show it; no scripts, no pictures."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_api import InfoMessage, StreamerStateMessage

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;"
    "color:#161c2a;background:#fff}dt{color:#5a6478}dd{margin:0 0 .75rem}"
)
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

CONTENT_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


def page_of(info: InfoMessage, state: StreamerStateMessage) -> bytes:
    """Give the page as UTF-8; every text in it is escaped."""
    rows = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>"
        for label, value in _facts(info, state)
        if value
    )
    title = escape(info.name)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{title}</h1><dl>{rows}</dl></body></html>\n"
    ).encode()


def _facts(info: InfoMessage, state: StreamerStateMessage) -> tuple[tuple[str, str], ...]:
    playing = state.now_playing
    source = (playing.artist or playing.station) if playing else ""
    return (
        ("Product", info.product),
        ("Room", info.room or ""),
        ("Playing", " · ".join(filter(None, (playing.title, source))) if playing else ""),
        ("Volume", "" if state.volume is None else str(state.volume)),
        ("Input", state.input or ""),
        ("Firmware", info.firmware or ""),
        ("MAC address", info.mac or ""),
    )
