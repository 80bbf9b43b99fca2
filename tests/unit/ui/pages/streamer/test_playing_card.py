from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel

from altrabits_desktop.contract.streamers import (
    Depth,
    NowPlaying,
    Playback,
    Presence,
    StreamerState,
)
from altrabits_desktop.ui.pages.streamer.answers_card import AnswersCard
from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard
from altrabits_desktop.ui.pages.streamer.short_text import ShortText
from altrabits_desktop.ui.pages.streamer.waiting_card import WaitingCard
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.slider import Slider
from altrabits_desktop.ui.widgets.sparkline import Sparkline
from tests.fakes.clock import NOON
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import OpenPage, button, chips, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

FAULTY = fireside(depth=Depth.ANNOUNCED, state=None, driver_fault="driver.hangs")


def test_a_state_that_cannot_be_read_is_said_by_icon_words_and_one_thing_to_do(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(FAULTY)

    button(page, "streamer.check.button").click()

    assert "What it plays cannot be read" in texts(page)
    assert {"Answering", "Only listed"} <= set(chips(page))
    assert house.finder.asked == [("check", "fireside")]


def test_the_details_of_a_fault_are_folded(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(FAULTY)
    details = page.findChild(QLabel, "streamer.fault.details.text")
    assert isinstance(details, QLabel)
    was_folded = not details.isVisible()

    button(page, "streamer.fault.details").click()
    is_unfolded = details.isVisible()
    house.show(fireside())

    assert was_folded
    assert is_unfolded
    assert "driver.hangs" in details.text()
    assert not details.isVisible()


@pytest.mark.parametrize(
    ("presence", "word"), [(Presence.ASLEEP, "Asleep"), (Presence.CHECKING, "Checking")]
)
def test_a_state_stands_in_the_head_or_in_the_card_and_never_in_both(
    open_page: OpenPage, presence: Presence, word: str
) -> None:
    page = open_page(fireside(presence=presence, silent_since=NOON))

    assert chips(page).count(word) == 1


def test_one_that_sleeps_is_not_blamed_for_its_volume(open_page: OpenPage) -> None:
    asleep = texts(open_page(fireside(presence=Presence.ASLEEP, state=StreamerState())))
    awake = texts(open_page(fireside(state=StreamerState(Playback.PLAYING))))

    assert "It does not tell its volume" not in asleep
    assert "It does not tell its volume" in awake


def test_while_nothing_was_seen_the_head_claims_nothing(open_page: OpenPage) -> None:
    page = open_page(fireside(state=None, answers=()))

    assert "Asking" in chips(page)
    assert "Answering" not in chips(page)
    assert not any("seen live" in text for text in texts(page))


@pytest.mark.parametrize(
    "state",
    [
        PLAYING,
        StreamerState(Playback.STOPPED, volume=20),
        StreamerState(Playback.STOPPED),
    ],
)
def test_the_card_is_as_high_as_the_blocks_before_it(
    open_page: OpenPage, house: FullHouse, state: StreamerState
) -> None:
    page = open_page(fireside(state=None))
    waiting = page.findChild(WaitingCard)
    assert isinstance(waiting, WaitingCard)
    blocks_px = waiting.sizeHint().height()

    house.show(fireside(state=state))
    playing = page.findChild(PlayingCard)
    assert isinstance(playing, PlayingCard)

    assert playing.sizeHint().height() == blocks_px


def test_what_plays_takes_two_lines_at_most_and_is_told_whole(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    words = "A title that goes on and on 🎵 " * 6
    state = StreamerState(Playback.PLAYING, NowPlaying(title=words, artist=words), 34)
    page = open_page(fireside(state=state))
    page.grab()
    whole = [block for block in page.findChildren(ShortText) if block.isVisible()]

    assert [block.whole_text for block in whole] == [words, words]
    assert {block.text().count("\n") for block in whole} == {1}
    assert all(words.strip() in block.toolTip() for block in whole)
    # The page is longer than the window, so it is laid out once more.
    qtbot.waitUntil(lambda: whole[0].height() == 2 * 26)


def test_answers_of_one_that_is_gone_are_past(open_page: OpenPage, theme: Theme) -> None:
    since = NOON - timedelta(minutes=12)
    page = open_page(fireside(presence=Presence.GONE, silent_since=since))
    chart = page.findChild(Sparkline)
    assert isinstance(chart, Sparkline)

    corner = chart.mapTo(page, QPoint(0, 0))
    picture = page.grab(QRect(corner, chart.size())).toImage()
    across = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    strongest = max(picture.pixelColor(x, y).hsvSaturation() for x, y in across)

    assert any(", the last at " in text for text in texts(page))
    assert strongest < theme.colour("accent").hsvSaturation() // 2


def test_a_name_is_cut_at_its_end_and_an_address_in_its_middle(open_page: OpenPage) -> None:
    words = "name " * 40
    page = open_page(fireside(product=words, host_name="host" * 40))
    page.grab()
    shown = [label.shown_text for label in page.findChildren(ElidedLabel) if label.isVisible()]

    [host] = [text for text in shown if text.startswith("host")]
    names = [text for text in shown if text.startswith("name")]
    assert host.endswith("host")
    assert names
    assert all(name.endswith("…") for name in names)


def test_the_columns_stand_where_the_design_has_them(open_page: OpenPage) -> None:
    page = open_page(fireside())
    cards = {type(card): card for card in page.findChildren(Card)}
    lefts = [cards[kind].mapTo(page, QPoint(0, 0)).x() for kind in (PlayingCard, AnswersCard)]

    assert lefts == [32, 572]
    assert [cards[kind].width() for kind in (PlayingCard, AnswersCard)] == [524, 352]


@pytest.mark.parametrize(("limit", "is_at_the_edge"), [(None, True), (80, False)])
def test_the_number_stands_at_the_edge_unless_a_limit_follows_it(
    open_page: OpenPage, *, limit: int | None, is_at_the_edge: bool
) -> None:
    page = open_page(fireside(state=StreamerState(volume=100, volume_maximum=limit)))

    number = next(each for each in page.findChildren(ElidedLabel) if each.text() == "100")
    levels = number.parentWidget()

    assert levels is not None
    assert (number.geometry().right() + 1 == levels.width()) is is_at_the_edge


def test_levels_that_are_only_shown_say_so(open_page: OpenPage) -> None:
    page = open_page(fireside())

    levels = [each for each in page.findChildren(Slider) if each.isVisible()]

    assert {level.toolTip() for level in levels} == {"<span>Only shown</span>"}
    assert not any(level.can_be_moved for level in levels)
