"""How one streamer looks: its words, picture and level, the same for card, row and screen reader.

Made anew from a snapshot whenever the streamer changes or time has passed; no widget in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Depth, Origin, Playback, Presence
from altrabits_desktop.runtime.reason_sentences import reason_words, standing_sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import (
    SEPARATOR,
    ago,
    answer_time,
    clock_time,
    joined,
    left_to_right,
)
from altrabits_desktop.ui.pages.streamers.controls import NO_CONTROLS, Controls
from altrabits_desktop.ui.pages.streamers.face_words import answers_in, demo_word
from altrabits_desktop.ui.pages.streamers.state_words import state_words
from altrabits_desktop.ui.pages.streamers.words import kinds_of
from altrabits_desktop.ui.theme.pictures import OWN_MAKER, product_picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import (
        AwaitedVolume,
        NetworkCard,
        NowPlaying,
        Streamer,
    )
    from altrabits_desktop.ui.pages.streamers.state_words import StateWords

_COVERS = frozenset("12345678")
_WHOLE = 100
_LOUD = 34


class Offer(Enum):
    """What can be done with a streamer at once, besides looking at its page."""

    NOTHING = "nothing"
    CHECK = "check"
    """Ask it now: it has not answered."""
    PAGE = "page"
    """Open its own page: there are its controls."""


@dataclass(frozen=True, slots=True)
class Level:
    """The volume as it is shown; 0 to 100."""

    value: int
    limit: int | None = None
    """The greatest that may be set, where it is less than all."""
    is_muted: bool = False
    confirmed: int | None = None
    """What the streamer said last, while this is only asked for and that is said."""

    @property
    def icon(self) -> str:
        """The speaker beside it."""
        if self.is_muted or not self.value:
            return "volume-mute"
        return "volume-high" if self.value >= _LOUD else "volume-low"

    @property
    def spoken(self) -> str:
        """The volume as a sentence part."""
        if self.is_muted:
            return fill(translate("streamers", "muted at {volume}"), volume=self.value)
        return fill(translate("streamers", "volume {volume}"), volume=self.value)


@dataclass(frozen=True, slots=True)
class Face:
    """Everything of a streamer that is seen at a glance; plain text throughout."""

    id: str
    name: str
    product: str
    address: str
    state: StateWords
    picture: str
    """Name for `Theme.pictures`."""
    is_faded: bool
    """Whether the picture is shown at half: it is gone."""
    headline: str
    """What plays, or what is the case."""
    detail: str
    """More of it; may be empty."""
    is_headline_strong: bool
    """Whether the headline is news, not a remark."""
    remark: str
    """The headline of a list, where its state stands beside it."""
    level: Level | None
    has_speaker: bool
    """Whether its volume is shown, or said to be missing: it is awake and was read."""
    offer: Offer
    answer: str
    """How long it took to answer ("4 ms"); empty where unknown."""
    standing: str = ""
    """How it is, since when and why; for tool tips."""
    why: str = ""
    """Why it is as it is, where headline and detail do not say it."""
    is_demo: bool = False
    """Whether this computer only pretends that it is there."""
    controls: Controls = NO_CONTROLS

    @property
    def origin_line(self) -> str:
        """Product and address."""
        parts = (self.product, self.address)
        return left_to_right(SEPARATOR.join(part for part in parts if part))

    @property
    def whole_line(self) -> str:
        """Headline and detail in one line."""
        return joined((self.headline, self.detail))

    @property
    def short_line(self) -> str:
        """What fits best into one line: what plays whole, anything else without its detail."""
        return self.headline if self.remark else self.whole_line

    @property
    def spoken(self) -> str:
        """Everything but the name, for screen readers."""
        parts = (
            demo_word() if self.is_demo else "",
            self.state.word,
            self.why,
            self.product,
            self.address,
            self.headline,
            self.detail,
            self.level.spoken if self.level else "",
            answers_in(self.answer) if self.answer else "",
        )
        return ", ".join(part for part in parts if part)


def make_face(
    streamer: Streamer,
    *,
    now: datetime,
    cards: Sequence[NetworkCard] = (),
    controls: Controls = NO_CONTROLS,
) -> Face:
    """Give the face of a streamer at an instant.

    Args:
        streamer: a snapshot.
        now: UTC; for "12 min ago".
        cards: the computer's network cards, for "on Wi-Fi".
        controls: what it may be told.
    """
    headline, detail, is_strong = _lines(streamer, now=now, cards=cards)
    is_gone = streamer.presence is Presence.GONE
    return Face(
        id=streamer.id,
        name=streamer.name,
        product=streamer.product or "",
        address=streamer.address,
        state=state_words(streamer),
        picture=_picture(streamer),
        is_faded=is_gone,
        headline=headline,
        detail=detail,
        is_headline_strong=is_strong,
        remark=_remark(streamer, now=now, headline=headline),
        level=_level(streamer),
        has_speaker=is_awake(streamer) and streamer.state is not None,
        offer=_offer(streamer),
        answer="" if is_gone or not streamer.answers else answer_time(_took_ms(streamer)),
        standing=standing_of(streamer),
        why="" if is_gone else reason_words(streamer.reason),
        is_demo=streamer.origin is Origin.DEMO,
        controls=controls,
    )


def offer_words(offer: Offer) -> str:
    """Give the verb of what can be done."""
    if offer is Offer.CHECK:
        return translate("streamers", "Check now")
    return translate("streamers", "Open its page")


def _took_ms(streamer: Streamer) -> float:
    return streamer.answers[-1].took_ms


def _lines(
    streamer: Streamer, *, now: datetime, cards: Sequence[NetworkCard]
) -> tuple[str, str, bool]:
    if not streamer.was_heard:
        return _unheard(streamer), "", False
    if streamer.presence is Presence.GONE:
        return _last_heard(streamer, now=now, cards=cards), reason_words(streamer.reason), False
    if streamer.depth is Depth.ANNOUNCED:
        return (
            translate("streamers", "Found, but not controlled from here"),
            translate("streamers", "Its own page has the controls") if streamer.page_url else "",
            True,
        )
    if streamer.presence is Presence.ASLEEP:
        return translate("streamers", "Wakes when it is told to play"), "", False
    return _lines_awake(streamer)


def _unheard(streamer: Streamer) -> str:
    """Say of one of the person's that nothing was heard of it yet."""
    if streamer.presence is Presence.GONE:
        return translate("streamers", "Not heard since the start")
    return translate("streamers", "Looking for it")


def _lines_awake(streamer: Streamer) -> tuple[str, str, bool]:
    if streamer.state is None:
        return _unread(streamer), "", False
    playing = _now_playing(streamer)
    if playing is not None:
        return (*_track(playing), True)
    if _is_busy(streamer):
        return translate("streamers", "It does not tell what plays"), _input(streamer), True
    return translate("streamers", "Nothing playing"), _input(streamer), True


def _unread(streamer: Streamer) -> str:
    if streamer.driver_fault:
        return translate("streamers", "What it plays cannot be read")
    return translate("streamers", "Asking what plays")


def _last_heard(streamer: Streamer, *, now: datetime, cards: Sequence[NetworkCard]) -> str:
    when = ago(streamer.last_heard_at, now)
    kinds = kinds_of([streamer.card_name] if streamer.card_name else [], cards)
    if not kinds:
        return fill(translate("streamers", "Last heard {when}"), when=when)
    return fill(translate("streamers", "Last heard on {card}, {when}"), card=kinds[0], when=when)


def standing_of(streamer: Streamer) -> str:
    """Say how it is, since when and why; empty where it is not known since when."""
    since = streamer.since or streamer.silent_since
    if since is None:
        return ""
    time = clock_time(since)
    return standing_sentence(streamer.presence, streamer.reason, time=time)


def is_awake(streamer: Streamer) -> bool:
    """Tell whether it is here, not in standby, and tells more than that it is there."""
    is_up = streamer.presence in {Presence.ANSWERING, Presence.CHECKING}
    return is_up and streamer.depth is not Depth.ANNOUNCED


def _is_busy(streamer: Streamer) -> bool:
    if streamer.presence is Presence.ASLEEP:
        return False
    return streamer.state is not None and streamer.state.playback in {
        Playback.PLAYING,
        Playback.PAUSED,
        Playback.LOADING,
    }


def _now_playing(streamer: Streamer) -> NowPlaying | None:
    if not _is_busy(streamer) or streamer.state is None:
        return None
    playing = streamer.state.now_playing
    if playing is None or not any((playing.title, playing.artist, playing.station, playing.album)):
        return None
    return playing


def _track(playing: NowPlaying) -> tuple[str, str]:
    """Give title and the rest; a station is live where the length is not known."""
    if playing.artist or playing.album:
        rest = [playing.artist, playing.album or playing.station]
    else:
        is_live = bool(playing.station) and playing.duration_s is None
        rest = [playing.station, translate("streamers", "live") if is_live else ""]
    texts = [playing.title, *rest] if playing.title else rest
    first, *others = [text for text in texts if text]
    return first, joined(others)


def _input(streamer: Streamer) -> str:
    name = streamer.state.input_name if streamer.state else None
    return fill(translate("streamers", "Input: {name}"), name=name) if name else ""


def _remark(streamer: Streamer, *, now: datetime, headline: str) -> str:
    if not streamer.was_heard:
        return headline
    if streamer.presence is Presence.GONE:
        when = ago(streamer.last_heard_at, now)
        return fill(translate("streamers", "Last heard {when}"), when=when)
    if streamer.depth is Depth.ANNOUNCED:
        if streamer.page_url:
            return translate("streamers", "Its own page has the controls")
        return headline
    return "" if _now_playing(streamer) else headline


def _picture(streamer: Streamer) -> str:
    is_known = streamer.depth is Depth.MANAGED or streamer.origin is Origin.DEMO
    playing = _now_playing(streamer) if streamer.presence is not Presence.GONE else None
    if playing is not None and is_known and playing.cover in _COVERS:
        return f"covers/{playing.cover}"
    # A bare announcement names a product and no maker; a name of ours is believed, for a picture.
    return product_picture(streamer.product or "", maker=streamer.maker or OWN_MAKER)


def _level(streamer: Streamer) -> Level | None:
    state = streamer.state
    if state is None or state.volume is None or not is_awake(streamer):
        return None
    most = state.volume_maximum
    return Level(
        value=max(0, min(_WHOLE, state.volume)),
        limit=most if most is not None and 0 <= most < _WHOLE else None,
        is_muted=bool(state.is_muted),
        confirmed=_confirmed(streamer.awaited),
    )


def _confirmed(awaited: AwaitedVolume | None) -> int | None:
    return None if awaited is None or awaited.has_failed else awaited.confirmed


def _offer(streamer: Streamer) -> Offer:
    if streamer.presence is Presence.GONE:
        return Offer.CHECK
    if streamer.depth is Depth.ANNOUNCED and streamer.page_url:
        return Offer.PAGE
    return Offer.NOTHING
