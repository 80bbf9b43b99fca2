from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import (
    Answer,
    Depth,
    DriverId,
    HeardBy,
    NowPlaying,
    Origin,
    Playback,
    Presence,
    Reason,
    Streamer,
    StreamerState,
)
from altrabits_desktop.ui.formatting import clock_time, exact_time
from altrabits_desktop.ui.pages.streamer.profile import (
    Progress,
    answers_line,
    audio_format,
    facts_of,
    fault_of,
    has_chip_in_head,
    head_line,
    hearing_of,
    is_waited_for,
    latest_answer,
    presence_word,
    progress_of,
    ways_of,
)
from tests.fakes.clock import NOON
from tests.fakes.full_house import ETHERNET, PLAYING, fireside


@pytest.mark.parametrize(
    ("streamer", "line"),
    [
        (fireside(), "Cobalt S1 · Living room · seen live from here"),
        (
            fireside(depth=Depth.ANNOUNCED, state=None, room=None),
            "Cobalt S1",
        ),
        (fireside(presence=Presence.GONE, product=None), "Living room"),
        (fireside(state=None, product=None, room=None), "192.168.1.40"),
        (
            fireside(origin=Origin.DEMO, room=None),
            "Cobalt S1 · a demo on this computer",
        ),
    ],
)
def test_the_head_says_what_it_is_and_where(streamer: Streamer, line: str) -> None:
    assert head_line(streamer) == line


def test_facts_are_told_in_order() -> None:
    assert [(fact.label, fact.value) for fact in facts_of(fireside())] == [
        ("Product", "Cobalt S1"),
        ("Maker", "AltraBits"),
        ("Version", "Firmware 2.4.1"),
        ("Room", "Living room"),
        ("Address", "192.168.1.40"),
        ("Hardware address", "D8:80:39:12:34:28"),
        ("Host name", "fireside.local"),
    ]


def test_what_it_does_not_say_is_not_shown() -> None:
    bare = fireside(product=None, maker=None, model_note=None, room=None, mac=None, host_name=None)

    assert [fact.label for fact in facts_of(bare)] == ["Address"]


def test_ways_stand_in_a_fixed_order() -> None:
    assert ways_of(fireside(heard_by=frozenset({HeardBy.SSDP, HeardBy.ANNOUNCE}))) == (
        "AltraBits search",
        "Media search",
    )


def test_hearing_says_where_and_when() -> None:
    facts = hearing_of(fireside(), now=NOON, cards=(ETHERNET,))

    assert [fact.label for fact in facts] == ["Network", "First heard", "Last heard"]
    assert (facts[0].value, facts[0].exact) == ("Ethernet", "eth0")
    assert facts[2].value == "4 s ago"
    assert facts[2].exact


def test_hearing_says_from_where_and_when_it_moved() -> None:
    moved = fireside(former_address="192.168.1.40", moved_at=NOON)

    *_, last = hearing_of(moved, now=NOON, cards=(ETHERNET,))

    assert last.label == "Address changed"
    assert last.value == f"from 192.168.1.40 at {clock_time(NOON)}"
    assert last.exact == exact_time(NOON)


def test_two_cards_of_a_kind_are_told_by_their_names() -> None:
    other = replace(ETHERNET, name="eth1")

    facts = hearing_of(fireside(), now=NOON, cards=(ETHERNET, other))

    assert facts[0].value == "Ethernet (eth0)"


@pytest.mark.parametrize(
    ("streamer", "where"),
    [
        (fireside(card_name="vpn0"), "vpn0"),
        (fireside(origin=Origin.DEMO), "This computer"),
    ],
)
def test_a_card_that_is_not_known_is_told_by_its_name(streamer: Streamer, where: str) -> None:
    assert hearing_of(streamer, now=NOON, cards=())[0].value == where


def test_without_a_card_nothing_is_said_of_the_network() -> None:
    facts = hearing_of(fireside(card_name=None), now=NOON, cards=())

    assert [fact.label for fact in facts] == ["First heard", "Last heard"]


def answering_in(*times_ms: float) -> Streamer:
    return fireside(answers=tuple(Answer(NOON, took_ms) for took_ms in times_ms))


def test_nearly_all_answers_tell_the_time() -> None:
    quick_and_one_slow = answering_in(*([4.2] * 59), 80.0)

    assert answers_line(quick_and_one_slow) == "59 of 60 under 5 ms"


def test_without_an_answer_nothing_is_made_up() -> None:
    assert answers_line(answering_in()) == "No answer was timed yet"


@given(st.lists(st.floats(0, 60_000), min_size=1, max_size=60))
def test_the_sentence_on_answers_counts_at_least_19_of_20(times_ms: list[float]) -> None:
    count, _, total, *_ = answers_line(answering_in(*times_ms)).split()

    assert int(count) >= 0.95 * int(total)


def test_the_latest_answer_is_told_while_it_is_here() -> None:
    assert latest_answer(fireside()) == "3 ms"
    assert latest_answer(fireside(answers=())) == "–"  # the sign of the design
    assert latest_answer(fireside(presence=Presence.GONE)) == "–"  # the same


def test_progress_moves_only_while_it_plays_and_answers() -> None:
    assert progress_of(fireside()) == Progress(134, 318, is_moving=True)
    assert progress_of(fireside(presence=Presence.CHECKING)) == Progress(134, 318, is_moving=False)


@pytest.mark.parametrize(
    "state",
    [
        None,
        StreamerState(),
        replace(PLAYING, playback=Playback.STOPPED),
        StreamerState(Playback.PLAYING, NowPlaying(title="Live", position_s=3)),
        StreamerState(Playback.PLAYING, NowPlaying(title="Odd", position_s=3, duration_s=0)),
        StreamerState(Playback.PLAYING, NowPlaying(title="Unknown", duration_s=10)),
    ],
)
def test_what_has_no_end_has_no_progress(state: StreamerState | None) -> None:
    assert progress_of(fireside(state=state)) is None


@pytest.mark.parametrize(("position_s", "shown_s"), [(-5.0, 0.0), (999.0, 10.0)])
def test_a_place_outside_of_the_track_stays_inside(position_s: float, shown_s: float) -> None:
    playing = NowPlaying(title="Odd", position_s=position_s, duration_s=10)
    state = StreamerState(Playback.PAUSED, playing)

    assert progress_of(fireside(state=state)) == Progress(shown_s, 10, is_moving=False)


def test_the_format_is_told_while_something_plays() -> None:
    assert audio_format(fireside()) == "FLAC 24 bit, 96 kHz"
    assert audio_format(fireside(presence=Presence.GONE)) == ""


def test_a_driver_that_was_switched_off_is_said() -> None:
    fault = fault_of(fireside(driver_fault="driver.hangs", driver_id=DriverId("altrabits")))

    assert fault is not None
    assert fault.detail.endswith("and its own page still works.")
    assert fault.technical == "driver.hangs: altrabits"


@pytest.mark.parametrize("code", ["driver.failed", "driver.missing", "driver.hangs", "unheard.of"])
def test_each_fault_says_why_and_what_still_works(code: str) -> None:
    fault = fault_of(fireside(driver_fault=code, page_url=None))

    assert fault is not None
    assert fault.detail.endswith(". It stays in the list.")


@pytest.mark.parametrize(
    "streamer", [fireside(), fireside(presence=Presence.GONE, driver_fault="driver.hangs")]
)
def test_without_a_fault_or_a_streamer_none_is_said(streamer: Streamer) -> None:
    assert fault_of(streamer) is None


@pytest.mark.parametrize(
    ("streamer", "is_waited"),
    [
        (fireside(state=None), True),
        (fireside(), False),
        (fireside(state=None, depth=Depth.ANNOUNCED), False),
        (fireside(state=None, presence=Presence.GONE), False),
    ],
)
def test_only_a_state_that_will_come_is_waited_for(streamer: Streamer, is_waited: bool) -> None:
    assert is_waited_for(streamer) is is_waited


@pytest.mark.parametrize("presence", Presence)
def test_every_presence_has_icon_and_word(presence: Presence) -> None:
    silent_since = NOON - timedelta(minutes=1)

    assert all(presence_word(fireside(presence=presence, silent_since=silent_since)))


def test_of_one_that_was_not_heard_only_that_is_said() -> None:
    unheard = fireside(is_heard=False, heard_by=frozenset(), presence=Presence.CHECKING)

    [fact] = hearing_of(unheard, now=NOON, cards=())

    assert (fact.label, fact.value) == (
        "Last heard",
        f"not since the start at {clock_time(unheard.first_heard_at)}",
    )
    assert has_chip_in_head(unheard)
    assert not has_chip_in_head(replace(unheard, presence=Presence.GONE))


def test_how_it_is_since_when_and_why_comes_first() -> None:
    doubted = fireside(presence=Presence.CHECKING, since=NOON, reason=Reason.SAID_GOODBYE)

    facts = hearing_of(doubted, now=NOON, cards=())

    assert [(fact.label, fact.value) for fact in facts[:2]] == [
        ("State", f"Being checked, silent since {clock_time(NOON)}"),
        ("Because", "It said goodbye"),
    ]


def test_of_one_that_simply_answers_it_is_said_since_when() -> None:
    facts = hearing_of(fireside(since=NOON), now=NOON, cards=())

    assert facts[0].value == f"Answering since {clock_time(NOON)}"
    assert "Because" not in [fact.label for fact in facts]
