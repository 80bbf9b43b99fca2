from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QSlider

from altrabits_desktop.contract.streamers import (
    Depth,
    NowPlaying,
    Origin,
    Playback,
    Presence,
    StreamerState,
)
from altrabits_desktop.ui.pages.streamer.waiting_card import WaitingCard
from altrabits_desktop.ui.pages.streamer.ways_line import WaysLine
from altrabits_desktop.ui.widgets.artwork import Artwork
from tests.fakes.clock import NOON
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import OpenPage, button, chips, levels, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


HOSTILE = (
    "<b>bold</b>",
    "<img src='http://192.168.1.9/x.png'>",
    "{name} %n & &amp; $(touch /tmp/x)",
    "a" * 64,
    "غرفة الجلوس",
    "客厅里的播放器",
    "=HYPERLINK(1)",
)


def test_shows_what_plays_to_be_read_only(open_page: OpenPage) -> None:
    page = open_page(fireside())

    assert {"Harbour Lights at Noon", "The Lumen Quartet · Tidewater", "max 80"} <= set(texts(page))
    assert {"2:14", "5:18", "34", "FLAC 24 bit, 96 kHz"} <= set(texts(page))
    assert {"Playing", "Answering", "AltraBits search", "Service search"} == set(chips(page))
    assert levels(page) == {"Position": 134, "Volume": 34}
    assert all(
        slider.focusPolicy() == Qt.FocusPolicy.NoFocus
        for slider in page.findChildren(QSlider)
        if slider.isVisible()
    )


def test_the_place_in_the_track_moves_on_each_second(
    qtbot: QtBot, open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside())

    house.clock.move(3)

    qtbot.waitUntil(lambda: levels(page)["Position"] == 137, timeout=3000)
    assert "2:17" in texts(page)


def test_shows_a_change_at_once(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())

    house.show(fireside(state=StreamerState(Playback.STOPPED, volume=20)))

    assert "Nothing playing" in texts(page)
    assert levels(page) == {"Volume": 20}


def test_one_without_a_level_shows_none(open_page: OpenPage) -> None:
    page = open_page(fireside(state=StreamerState(Playback.STOPPED)))

    assert levels(page) == {}


def test_a_muted_level_is_said(open_page: OpenPage) -> None:
    page = open_page(fireside(state=StreamerState(Playback.STOPPED, volume=20, is_muted=True)))
    [volume] = [s for s in page.findChildren(QSlider) if s.accessibleName() == "Volume"]

    assert "muted" in volume.accessibleDescription()


def test_one_that_is_gone_says_since_when_and_is_asked_again(
    open_page: OpenPage, house: FullHouse
) -> None:
    since = NOON - timedelta(minutes=12)
    page = open_page(fireside(presence=Presence.GONE, silent_since=since, last_heard_at=since))

    button(page, "streamer.check.button").click()

    assert any("since" in chip for chip in chips(page))
    assert levels(page) == {}
    assert house.finder.asked == [("check", "fireside")]


def test_checking_shows_that_it_goes_on(open_page: OpenPage, house: FullHouse) -> None:
    since = NOON - timedelta(minutes=12)
    page = open_page(fireside(presence=Presence.GONE, silent_since=since))
    house.launcher.is_holding = True

    button(page, "streamer.check.button").click()
    is_busy = button(page, "streamer.check.button").is_busy
    house.launcher.let_run()

    assert is_busy
    assert not button(page, "streamer.check.button").is_busy


def test_one_that_only_announces_itself_says_so(open_page: OpenPage) -> None:
    page = open_page(fireside(depth=Depth.ANNOUNCED, state=None))

    assert "Found, but not controlled from here" in texts(page)
    assert button(page, "streamer.check.button").isHidden()


def test_a_state_that_is_waited_for_has_blocks_in_its_place(
    qtbot: QtBot, open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside(state=None))
    card = page.findChild(WaitingCard)
    assert isinstance(card, WaitingCard)
    is_waiting = card.isVisible()

    qtbot.waitUntil(lambda: card.skeleton.has_appeared)
    house.show(fireside())

    assert is_waiting
    assert not card.isVisible()
    assert "Harbour Lights at Noon" in texts(page)


def test_one_that_is_no_longer_listed_leads_back(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page()

    with qtbot.waitSignal(page.left):
        button(page, "streamer.forgotten.back").click()

    assert {"Streamer", "No longer listed", "Nothing is heard of it now"} <= set(texts(page))


def test_one_of_a_demo_that_ended_is_not_said_to_come_back_by_itself(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(fireside(origin=Origin.DEMO))

    house.show()
    house.report()

    said = set(texts(page))
    assert {"The demo has ended", "This streamer was one of the demo, and went with it."} <= said
    assert not any("comes back by itself" in text for text in said)


def test_one_that_was_listed_keeps_its_name(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())

    house.show()
    house.report()

    assert {"Fireside", "No longer listed"} <= set(texts(page))


def test_one_that_comes_back_is_shown_again(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page()

    house.show(fireside())

    assert "Harbour Lights at Noon" in texts(page)
    assert button(page, "streamer.page.button").isVisible()


def test_its_own_page_is_wanted_by_a_press(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page(fireside())

    with qtbot.waitSignal(page.page_wanted) as wanted:
        button(page, "streamer.page.button").click()

    assert wanted.args == ["fireside"]


def test_one_without_a_page_of_its_own_has_no_button_for_it(open_page: OpenPage) -> None:
    page = open_page(fireside(page_url="http://10.0.0.1/"))

    assert not button(page, "streamer.page.button").isVisible()


def test_columns_stand_below_each_other_in_a_narrow_window(open_page: OpenPage) -> None:
    page = open_page(fireside(), width=696)

    directions = {layout.direction() for layout in page.findChildren(QBoxLayout)}

    assert QBoxLayout.Direction.TopToBottom in directions


def test_without_an_answer_there_is_no_chart(open_page: OpenPage) -> None:
    page = open_page(fireside(answers=()))

    assert "No answer was timed yet" in texts(page)


def test_ways_come_and_go(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(fireside())

    house.show(fireside(heard_by=frozenset()))

    assert "AltraBits search" not in chips(page)
    line = page.findChild(WaysLine)
    assert line is not None
    assert line.isHidden()


@pytest.mark.parametrize("words", HOSTILE)
def test_foreign_words_are_shown_as_they_are(open_page: OpenPage, words: str) -> None:
    playing = NowPlaying(title=words, artist=words, album=words, audio_format=words)
    page = open_page(
        fireside(
            name=words,
            product=words,
            maker=words,
            room=words,
            host_name=words,
            model_note=words,
            state=StreamerState(Playback.PLAYING, playing, 34),
        )
    )
    page.grab()

    assert words in texts(page)
    shown = [label for label in page.findChildren(QLabel) if label.text()]
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}


def test_a_cover_of_a_stranger_is_never_shown(open_page: OpenPage) -> None:
    page = open_page(fireside(depth=Depth.STANDARD, state=PLAYING))
    picture = page.findChild(Artwork)
    assert isinstance(picture, Artwork)

    assert picture.accessibleName() == "Picture of Cobalt S1"


def test_one_that_is_not_heard_says_so_and_is_never_to_be_added(
    open_page: OpenPage, house: FullHouse
) -> None:
    unheard = fireside(
        is_heard=False,
        heard_by=frozenset(),
        state=None,
        depth=Depth.ANNOUNCED,
        presence=Presence.CHECKING,
    )

    page = open_page(unheard)
    looked_for = texts(page)
    house.show(replace(unheard, presence=Presence.GONE))

    assert "Looking for it" in looked_for
    assert "Not heard since the start" in texts(page)
    assert "Make it yours" not in [*looked_for, *texts(page)]
    assert button(page, "streamer.check.button").isVisible()
