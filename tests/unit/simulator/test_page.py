"""The page of a virtual streamer."""

from __future__ import annotations

import base64
import hashlib
import re

from altrabits_desktop.contract.control_api import (
    InfoMessage,
    NowPlayingMessage,
    StreamerStateMessage,
)
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.page import CONTENT_POLICY, page_of

HOSTILE = '<script src="//evil.example">&\'"'


def test_every_text_is_escaped() -> None:
    info = InfoMessage(
        id="a", name=HOSTILE, product=HOSTILE, api_version=1, room=HOSTILE, firmware=HOSTILE
    )
    state = StreamerStateMessage(
        playback=Playback.PLAYING,
        revision=1,
        input=HOSTILE,
        now_playing=NowPlayingMessage(title=HOSTILE, station=HOSTILE),
    )

    page = page_of(info, state).decode()

    assert "<script" not in page
    assert page.count("&lt;script src=&quot;//evil.example&quot;&gt;&amp;&#x27;&quot;") == 8


def test_what_is_unknown_is_left_out() -> None:
    info = InfoMessage(id="a", name="Attic", product="Cobalt S1", api_version=1)

    page = page_of(info, StreamerStateMessage(playback=Playback.STOPPED, revision=1)).decode()

    assert re.findall("<dt>(.*?)</dt>", page) == ["Product"]


def test_content_policy_allows_the_pages_own_style_and_nothing_else() -> None:
    info = InfoMessage(id="a", name="Attic", product="Cobalt S1", api_version=1)
    page = page_of(info, StreamerStateMessage(playback=Playback.STOPPED, revision=1)).decode()

    [style] = re.findall("<style>(.*?)</style>", page)

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in CONTENT_POLICY
    assert CONTENT_POLICY.startswith("default-src 'none'")
