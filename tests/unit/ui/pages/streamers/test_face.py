from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from altrabits_desktop.contract.streamers import (
    AwaitedVolume,
    Depth,
    NowPlaying,
    Origin,
    Playback,
    Presence,
    Reason,
    Streamer,
    StreamerState,
)
from altrabits_desktop.ui.formatting import clock_time
from altrabits_desktop.ui.pages.streamers.face import (
    Face,
    Level,
    Offer,
    make_face,
    offer_words,
)
from altrabits_desktop.ui.pages.streamers.state_words import Tone
from tests.fakes.house_on_show import (
    ETHERNET,
    NOW,
    WIFI,
    five,
    gone,
    playing,
    streamer,
)

FIRESIDE, WINDOW_SEAT, _STUDY, BEDROOM, COBALT = five()


def face(of: Streamer, **known: object) -> Face:
    changed = replace(of, **known)  # type: ignore[arg-type] # any field of a streamer
    return make_face(changed, now=NOW, cards=(ETHERNET, WIFI))


def state(playback: Playback) -> StreamerState:
    return StreamerState(playback=playback)


def test_one_that_plays_shows_track_cover_and_volume() -> None:
    shown = face(FIRESIDE)

    assert (shown.state.word, shown.state.tone) == ("Playing", Tone.ACTIVITY)
    assert shown.headline == "Harbour Lights at Noon"
    assert shown.detail == "The Lumen Quartet · Tidewater"
    assert shown.picture == "covers/1"
    assert shown.level == Level(34, limit=80)
    assert shown.remark == ""
    assert shown.short_line == "Harbour Lights at Noon · The Lumen Quartet · Tidewater"


@pytest.mark.parametrize(
    ("awaited", "word", "tone", "confirmed"),
    [
        (AwaitedVolume(38, 31), "Setting to 38", Tone.ACTIVITY, 31),
        (AwaitedVolume(38, None), "Setting to 38", Tone.ACTIVITY, None),
        (AwaitedVolume(38, 31, has_failed=True), "Stayed at 31", Tone.WARN, None),
        (AwaitedVolume(38, None, has_failed=True), "Volume not set", Tone.WARN, None),
    ],
)
def test_a_volume_that_is_asked_for_is_said_to_be_awaited_or_to_have_failed(
    awaited: AwaitedVolume, word: str, tone: Tone, confirmed: int | None
) -> None:
    shown = face(FIRESIDE, awaited=awaited)

    assert (shown.state.word, shown.state.tone) == (word, tone)
    assert shown.level == Level(34, limit=80, confirmed=confirmed)


def test_one_that_does_not_answer_says_so_rather_than_what_it_was_asked() -> None:
    shown = face(FIRESIDE, awaited=AwaitedVolume(38, 31), presence=Presence.CHECKING)

    assert shown.state.word == "Checking"


def test_a_station_without_an_end_is_live() -> None:
    assert face(WINDOW_SEAT).detail == "Radio Meridian · live"


def test_a_station_without_a_title_is_what_plays() -> None:
    shown = face(FIRESIDE, state=playing("", "", station="Radio Meridian", duration_s=60.0))

    assert (shown.headline, shown.detail) == ("Radio Meridian", "")


def test_an_artist_with_a_station_names_both() -> None:
    shown = face(FIRESIDE, state=playing("", "Song", artist="Ada", station="Radio"))

    assert shown.detail == "Ada · Radio"


def test_one_that_stands_still_shows_its_input() -> None:
    shown = face(BEDROOM)

    assert (shown.state.word, shown.state.icon) == ("Ready", "check")
    assert (shown.headline, shown.detail) == ("Nothing playing", "Input: Network")
    assert shown.picture == "products/cobalt-mini"
    assert shown.remark == shown.short_line == "Nothing playing"


@pytest.mark.parametrize(
    ("playback", "word"),
    [
        (Playback.PAUSED, "Paused"),
        (Playback.LOADING, "Loading"),
        (Playback.UNKNOWN, "Answering"),
    ],
)
def test_each_playback_has_its_word(playback: Playback, word: str) -> None:
    assert face(BEDROOM, state=state(playback)).state.word == word


def test_one_that_was_not_read_yet_claims_nothing() -> None:
    shown = face(BEDROOM, state=None)

    assert shown.state.word == "Answering"
    assert (shown.headline, shown.detail) == ("Asking what plays", "")
    assert shown.remark == "Asking what plays"
    assert not shown.is_headline_strong
    assert (shown.level, shown.has_speaker) == (None, False)
    assert "Asking what plays" in shown.spoken


def test_one_that_cannot_be_read_is_not_waited_for() -> None:
    shown = face(BEDROOM, state=None, driver_fault="driver.failed")

    assert shown.headline == shown.remark == "What it plays cannot be read"


def test_one_that_is_asleep_has_no_level_and_says_what_wakes_it() -> None:
    shown = face(FIRESIDE, presence=Presence.ASLEEP)

    assert shown.headline == shown.remark == "Wakes when it is told to play"
    assert (shown.detail, shown.is_headline_strong) == ("", False)
    assert (shown.level, shown.has_speaker) == (None, False)
    assert shown.picture == "products/cobalt-s1"


def test_something_unknown_that_plays_is_not_called_nothing() -> None:
    bare = StreamerState(playback=Playback.PLAYING, now_playing=NowPlaying())

    assert face(BEDROOM, state=bare).headline == "It does not tell what plays"


def test_one_that_is_gone_tells_since_when_and_offers_a_check() -> None:
    shown = face(gone())
    time = clock_time(NOW - timedelta(minutes=12))

    assert shown.state.word == f"Not answering since {time}"
    assert (shown.state.shorter, shown.state.tone) == ("Not answering", Tone.WARN)
    assert shown.headline == "Last heard on Wi-Fi, 12 min ago"
    assert shown.detail == "It did not answer when asked"
    assert (shown.offer, shown.is_faded, shown.level) == (Offer.CHECK, True, None)
    assert (shown.remark, shown.answer) == ("Last heard 12 min ago", "")


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        (Reason.SAID_GOODBYE, "It said goodbye"),
        (Reason.TIMED_OUT, "It did not answer when asked"),
        (Reason.REPLACED, "Another one answers at its address"),
        (Reason.CABLE_OUT, "This computer has left its network"),
    ],
)
def test_one_that_is_gone_tells_why(reason: Reason, why: str) -> None:
    shown = face(gone(), reason=reason)

    assert shown.detail == why
    assert shown.standing.endswith(f". {why}.")


def test_of_one_out_of_reach_nothing_warns() -> None:
    shown = face(gone(), reason=Reason.CABLE_OUT)
    time = clock_time(NOW - timedelta(minutes=12))

    assert shown.state.word == f"Out of reach since {time}"
    assert (shown.state.shorter, shown.state.tone) == ("Out of reach", Tone.NEUTRAL)
    assert face(gone(), reason=Reason.CABLE_OUT, silent_since=None).state.word == "Out of reach"


def test_why_one_is_doubted_is_told_and_spoken() -> None:
    shown = face(FIRESIDE, presence=Presence.CHECKING, reason=Reason.SAID_GOODBYE, since=NOW)

    assert shown.standing == f"Being checked, silent since {clock_time(NOW)}. It said goodbye."
    assert "Checking, It said goodbye, " in shown.spoken


def test_one_that_is_gone_without_a_time_names_none() -> None:
    shown = face(gone(), silent_since=None, card_name=None)

    assert shown.state.word == "Not answering"
    assert shown.headline == "Last heard 12 min ago"


def test_one_that_is_gone_shows_no_cover() -> None:
    shown = face(FIRESIDE, presence=Presence.GONE)

    assert shown.picture == "products/cobalt-s1"


def test_one_that_is_only_announced_offers_its_page() -> None:
    shown = face(COBALT)

    assert (shown.state.word, shown.state.tone) == ("Announced only", Tone.NEUTRAL)
    assert shown.headline == "Found, but not controlled from here"
    assert shown.detail == shown.remark == "Its own page has the controls"
    assert shown.picture == "products/cobalt-s2"
    assert shown.offer is Offer.PAGE
    assert shown.answer == "4 ms"


def test_one_without_a_page_offers_none() -> None:
    shown = face(COBALT, page_url=None)

    assert (shown.offer, shown.detail) == (Offer.NOTHING, "")
    assert shown.remark == "Found, but not controlled from here"


@pytest.mark.parametrize(
    ("presence", "word"), [(Presence.CHECKING, "Checking"), (Presence.ASLEEP, "Asleep")]
)
def test_presence_comes_before_what_plays(presence: Presence, word: str) -> None:
    assert face(FIRESIDE, presence=presence).state.word == word


def test_another_maker_gets_the_generic_picture() -> None:
    assert face(BEDROOM, maker="Another").picture == "products/generic-renderer"


def test_a_cover_is_believed_of_our_own_and_of_the_demo_only() -> None:
    standard = face(FIRESIDE, depth=Depth.STANDARD, maker="Another")
    demo = face(FIRESIDE, depth=Depth.STANDARD, origin=Origin.DEMO)

    assert standard.picture == "products/generic-renderer"
    assert demo.picture == "covers/1"


def test_an_unknown_cover_is_no_picture() -> None:
    assert face(FIRESIDE, state=playing("../9", "Song")).picture == "products/cobalt-s1"


@pytest.mark.parametrize(
    ("level", "icon"),
    [
        (Level(34), "volume-high"),
        (Level(33), "volume-low"),
        (Level(0), "volume-mute"),
        (Level(80, is_muted=True), "volume-mute"),
    ],
)
def test_the_speaker_shows_how_loud_it_is(level: Level, icon: str) -> None:
    assert level.icon == icon


def test_a_volume_out_of_bounds_is_held_in_them() -> None:
    shown = face(BEDROOM, state=StreamerState(volume=180, volume_maximum=100, is_muted=True))

    assert shown.level == Level(100, is_muted=True)
    assert shown.level.spoken == "muted at 100"


def test_everything_is_said_for_screen_readers() -> None:
    assert face(FIRESIDE).spoken == (
        "Playing, Cobalt S1, 192.168.1.40, Harbour Lights at Noon, "
        "The Lumen Quartet · Tidewater, volume 34, Answers in 4 ms"
    )


def test_the_second_line_is_product_and_address_or_what_there_is() -> None:
    assert face(FIRESIDE).origin_line == "Cobalt S1 · 192.168.1.40"
    assert face(FIRESIDE, product=None).origin_line == "192.168.1.40"


def test_the_verbs_of_what_can_be_done() -> None:
    assert offer_words(Offer.CHECK) == "Check now"
    assert offer_words(Offer.PAGE) == "Open its page"


def test_one_that_never_answered_tells_no_time() -> None:
    assert make_face(streamer(1, answers=()), now=NOW).answer == ""


@pytest.mark.parametrize(
    ("presence", "state", "headline", "offer"),
    [
        (Presence.CHECKING, "Checking", "Looking for it", Offer.NOTHING),
        (Presence.GONE, "Not answering", "Not heard since the start", Offer.CHECK),
    ],
)
def test_one_of_the_persons_that_was_not_heard_is_never_said_to_be_there(
    presence: Presence, state: str, headline: str, offer: Offer
) -> None:
    unheard = streamer(1, is_heard=False, heard_by=frozenset(), state=None, presence=presence)

    face = make_face(unheard, now=NOW)

    assert (face.state.word, face.headline, face.detail) == (state, headline, "")
    assert (face.remark, face.offer, face.level) == (headline, offer, None)
