"""The routes of the control API and of the page, and what each answers."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from altrabits_desktop.contract.codec import encode
from altrabits_desktop.contract.control_api import (
    EVENTS_PATH,
    INFO_PATH,
    PAGE_PATH,
    STATE_EVENT,
    STATE_PATH,
)
from altrabits_desktop.simulator.http_messages import PAGE_TYPE, Answer, Problem
from altrabits_desktop.simulator.page import CONTENT_POLICY, page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.simulator.streamer import VirtualStreamer

ALIVE = b": alive\n\n"

_BROKEN_CONTENTS = (
    b'{"id":"',
    b"[" * 5000,
    b'{"playback":7,"revision":"many","volume":1e99}',
    b'{"id":"\xff\xfe"}',
    b"null",
    b"<html>",
    b'{"id":"x","name":"' + b"A" * 70_000 + b'"}',
)
_BROKEN_EVENTS = (
    b"event: state\ndata: {\n\n",
    b"data\nevent:\nid: \x00\n: \n\n\xff\xfe\n\n",
    b"event: state\ndata: []\n\n",
    b"event: state\ndata: " + b"9" * 70_000 + b"\n\n",
)


def answer(path: str, streamer: VirtualStreamer) -> Answer:
    """Give the answer to a GET that ends.

    Raises:
        Problem: 404 `path.unknown`; so is the stream's path, which the connection serves itself.
    """
    make = _ROUTES.get(path)
    if make is None or not (streamer.has_control_api or path == PAGE_PATH):
        raise Problem(404, "path.unknown")
    return make(streamer)


def is_stream(path: str, streamer: VirtualStreamer) -> bool:
    """Tell whether a path is answered by events without end."""
    return path == EVENTS_PATH and streamer.has_control_api


def state_event(streamer: VirtualStreamer) -> bytes:
    """Write the event that carries the whole state as it is now."""
    state = streamer.told_state()
    lines = (f"id: {state.revision}\nevent: {STATE_EVENT}\ndata: ".encode(), encode(state))
    return b"".join(lines) + b"\n\n"


class Garbage:
    """What a broken streamer says, in turn, each time something else."""

    def __init__(self) -> None:
        self._turns = count()

    def answer(self) -> Answer:
        """Give a body that is no message."""
        return Answer(_BROKEN_CONTENTS[next(self._turns) % len(_BROKEN_CONTENTS)])

    def event(self) -> bytes:
        """Give what is no event."""
        return _BROKEN_EVENTS[next(self._turns) % len(_BROKEN_EVENTS)]


def _info(streamer: VirtualStreamer) -> Answer:
    return Answer(encode(streamer.info()))


def _state(streamer: VirtualStreamer) -> Answer:
    return Answer(encode(streamer.told_state()))


def _page(streamer: VirtualStreamer) -> Answer:
    return Answer(
        page_of(streamer.info(), streamer.state()),
        PAGE_TYPE,
        headers=(("Content-Security-Policy", CONTENT_POLICY), ("Referrer-Policy", "no-referrer")),
    )


_ROUTES: dict[str, Callable[[VirtualStreamer], Answer]] = {
    PAGE_PATH: _page,
    INFO_PATH: _info,
    STATE_PATH: _state,
}
