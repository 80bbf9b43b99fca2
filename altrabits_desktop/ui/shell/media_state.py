"""The one streamer that media keys and panels mean, and what may be told it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import name_order
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.ui.pages.streamer.profile import playing_of, progress_of
from altrabits_desktop.ui.pages.streamers.offered import offered_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

_GOING_ON = frozenset({Playback.PLAYING, Playback.LOADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaState:
    """How it is with that streamer; the default where there is none."""

    streamer_id: StreamerId | None = None
    name: str = ""
    playback: Playback = Playback.STOPPED
    title: str = ""
    artist: str = ""
    album: str = ""
    duration_s: float | None = None
    """None for a live stream, and for nothing."""
    position_s: float = 0.0
    """As last told."""
    is_moving: bool = False
    volume: int | None = None
    can: frozenset[Capability] = frozenset()
    """What may be told; empty where all of it is closed to the person."""

    @property
    def track(self) -> tuple[object, ...]:
        """What plays: the same for as long as it is the same piece."""
        named = (self.title, self.artist, self.album, self.duration_s)
        return (self.streamer_id, *named) if any(named) else ()


NOBODY = MediaState()


def media_state(streamers: Iterable[Streamer], report: HomeReport, *, chosen: str) -> MediaState:
    """Give the state that media keys are about.

    The streamer whose page was opened last goes first, where it can be told something or plays;
    then one that plays and can be told something, then any that plays, then any that can be told
    something, each by name.

    Args:
        streamers: all there are.
        report: how the person stands.
        chosen: id of the streamer whose page was opened last; "" for none.
    """
    known = [(each, offered_of(each, report).can) for each in streamers if each.state is not None]
    useful = [(each, can) for each, can in known if can or _is_playing(each)]
    if not useful:
        return NOBODY
    streamer, can = min(
        useful,
        key=lambda pair: (
            pair[0].id != chosen,
            not (_is_playing(pair[0]) and pair[1]),
            not _is_playing(pair[0]),
            name_order(pair[0].name, pair[0].key),
        ),
    )
    return _state_of(streamer, can)


def _state_of(streamer: Streamer, can: frozenset[Capability]) -> MediaState:
    state, playing, progress = streamer.state, playing_of(streamer), progress_of(streamer)
    return MediaState(
        streamer_id=streamer.id,
        name=streamer.name,
        playback=state.playback if state is not None and streamer.is_here else Playback.STOPPED,
        title=(playing.title or playing.station) if playing is not None else "",
        artist=playing.artist if playing is not None else "",
        album=playing.album if playing is not None else "",
        duration_s=progress.duration_s if progress is not None else None,
        position_s=progress.position_s if progress is not None else 0.0,
        is_moving=progress is not None and progress.is_moving,
        volume=state.volume if state is not None else None,
        can=can,
    )


def _is_playing(streamer: Streamer) -> bool:
    state = streamer.state
    return streamer.is_here and state is not None and state.playback in _GOING_ON
