"""Why one streamer that was there does not answer. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from altrabits_desktop.contract.doctor import StreamerCause, StreamerDiagnosis
from altrabits_desktop.contract.streamers import Presence

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import Visit
    from altrabits_desktop.contract.streamers import Streamer

_PAGE_PORT = 80


def ports_of(streamer: Streamer) -> tuple[int, ...]:
    """Give the TCP ports that a streamer has said to have: of its page, its controls, itself."""
    said = (streamer.page_url, streamer.control_url, streamer.description_url)
    ports = [_port_of(url) for url in said if url]
    return tuple(dict.fromkeys(port for port in (*ports, _PAGE_PORT) if port))


def judge_streamer(
    streamer: Streamer, visit: Visit, *, before: Streamer, has_network: bool
) -> StreamerDiagnosis:
    """Give why it does not answer.

    Args:
        streamer: as it is known after the visit.
        visit: what came of knocking where it was last.
        before: as it was known when somebody asked.
        has_network: whether this computer is in any network.
    """
    address = streamer.address or before.address
    arguments = {"address": address}
    if not has_network:
        return StreamerDiagnosis(StreamerCause.NO_NETWORK, arguments)
    is_answering = streamer.is_heard and streamer.presence in {
        Presence.ANSWERING,
        Presence.ASLEEP,
    }
    if is_answering and streamer.address != before.address:
        return StreamerDiagnosis(StreamerCause.MOVED, arguments)
    if is_answering:
        return StreamerDiagnosis(StreamerCause.ANSWERS, arguments)
    return StreamerDiagnosis(_cause(visit), arguments)


def _cause(visit: Visit) -> StreamerCause:
    if not visit.is_inside:
        return StreamerCause.OTHER_NETWORK
    if visit.open_ports:
        return StreamerCause.MUTE
    if visit.answers:
        return StreamerCause.OTHER_DEVICE
    if visit.is_router_there is False:
        return StreamerCause.KEPT_APART
    return StreamerCause.GONE


def _port_of(url: str) -> int | None:
    try:
        return urlsplit(url).port
    except ValueError:
        return None
