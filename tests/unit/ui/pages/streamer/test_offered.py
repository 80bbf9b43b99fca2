from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Depth, NowPlaying, Origin, Playback, Presence
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.streamers.offered import NOTHING, Offered, offered_of
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.number_field import NumberField
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.harness.streamer_page import OpenPage, button, texts

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

SIGNED_IN = HomeReport(standing=Standing.SIGNED_IN, email="maple@example.net")
ALL = frozenset(Capability)
OWN = fireside(capabilities=ALL, is_owned=True, owned_id="one")
BUTTONS = ("previous", "play", "next", "stop", "mute")


def signed_in(house: FullHouse) -> None:
    house.home.told = SIGNED_IN


def icon(page: QWidget, name: str) -> IconButton:
    found = page.findChild(IconButton, f"streamer.{name}")
    assert isinstance(found, IconButton)
    return found


def slider(page: QWidget, name: str) -> Slider:
    found = page.findChild(Slider, f"streamer.{name}")
    assert isinstance(found, Slider)
    return found


def exact(page: QWidget) -> NumberField:
    found = page.findChild(NumberField, "streamer.volume.number")
    assert isinstance(found, NumberField)
    return found


def seen(page: QWidget) -> list[str]:
    return [name for name in BUTTONS if icon(page, name).isVisible()]


@pytest.fixture
def own_page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    signed_in(house)
    return open_page(OWN)


def test_one_that_obeys_another_owner_offers_nothing_and_says_so() -> None:
    offered = offered_of(replace(OWN, has_other_owner=True), SIGNED_IN)

    assert offered == Offered(why_closed="It obeys another owner now.")


def test_each_button_tells_its_command(own_page: StreamerPage, house: FullHouse) -> None:
    for name in BUTTONS:
        icon(own_page, name).click()

    assert house.control.commands == [Previous(), Pause(), Next(), Stop(), SetMute(True)]


def test_the_round_button_goes_on_where_it_pauses(own_page: StreamerPage, house: FullHouse) -> None:
    name_before = icon(own_page, "play").accessibleName()
    house.show(replace(OWN, state=replace(PLAYING, playback=Playback.PAUSED, is_muted=True)))

    icon(own_page, "play").click()
    icon(own_page, "mute").click()

    assert name_before == "Pause"
    assert icon(own_page, "play").accessibleName() == "Play"
    assert icon(own_page, "mute").accessibleName() == "Unmute"
    assert house.control.commands == [Play(), SetMute(False)]


def test_the_buttons_stand_still_when_another_piece_names_no_artist(
    own_page: StreamerPage, house: FullHouse
) -> None:
    def top() -> int:
        QApplication.processEvents()
        play = icon(own_page, "play")
        return play.mapTo(own_page, QPoint()).y()

    with_artist = top()
    house.show(replace(OWN, state=replace(PLAYING, now_playing=NowPlaying(title="Harbour"))))

    assert "The Lumen Quartet · Tidewater" not in texts(own_page)
    assert top() == with_artist


def test_what_cannot_pause_is_stopped_by_the_round_button(
    own_page: StreamerPage, house: FullHouse
) -> None:
    house.show(replace(OWN, capabilities=frozenset({Capability.CONTROL})))

    icon(own_page, "play").click()

    assert seen(own_page) == ["play"]
    assert house.control.commands == [Stop()]
    assert not slider(own_page, "volume").can_be_moved
    assert not slider(own_page, "seek").can_be_moved


def test_both_grooves_begin_at_one_place(own_page: StreamerPage, house: FullHouse) -> None:
    house.show(replace(OWN, capabilities=frozenset({Capability.SET_VOLUME})))

    volume, seek = slider(own_page, "volume"), slider(own_page, "seek")

    assert (volume.can_be_moved, seek.can_be_moved) == (True, False)
    assert volume._overhang_px == seek._overhang_px  # noqa: SLF001 # where the paint begins


def test_the_handle_follows_the_pointer_and_no_older_answer_moves_it(
    own_page: StreamerPage, house: FullHouse
) -> None:
    volume = slider(own_page, "volume")
    at = QPoint(volume.width() // 2, volume.height() // 2)

    QTest.mousePress(volume, Qt.MouseButton.LeftButton, pos=at)
    chosen = volume.value()
    house.show(replace(OWN, state=replace(PLAYING, volume=3)))
    while_held = volume.value()
    QTest.mouseRelease(volume, Qt.MouseButton.LeftButton, pos=at)

    assert house.control.commands == [SetVolume(chosen)]
    assert while_held == chosen != 3
    assert exact(own_page).text() == str(chosen)


def test_a_place_is_gone_to_when_the_handle_is_let_go(
    own_page: StreamerPage, house: FullHouse
) -> None:
    seek = slider(own_page, "seek")
    at = QPoint(seek.width() // 2, seek.height() // 2)

    QTest.mousePress(seek, Qt.MouseButton.LeftButton, pos=at)
    held, told_while_held = seek.value(), list(house.control.commands)
    QTest.mouseRelease(seek, Qt.MouseButton.LeftButton, pos=at)

    assert told_while_held == []
    assert house.control.commands == [Seek(float(held))]


def test_arrow_keys_and_the_wheel_move_the_volume(own_page: StreamerPage, house: FullHouse) -> None:
    volume = slider(own_page, "volume")
    own_page.activateWindow()
    volume.setFocus()

    QTest.keyClick(volume, Qt.Key.Key_Right)
    middle = QPointF(volume.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(volume.mapToGlobal(volume.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(volume, wheel)

    told = [each.volume for each in house.control.commands if isinstance(each, SetVolume)]
    assert len(told) == 2
    assert told[0] == 35
    assert told[1] > 34


def test_keys_of_the_page(own_page: StreamerPage, house: FullHouse) -> None:
    QTest.keyClick(own_page, Qt.Key.Key_Space)
    QTest.keyClick(own_page, Qt.Key.Key_Plus)
    QTest.keyClick(own_page, Qt.Key.Key_Minus)

    pause, louder, softer = house.control.commands
    assert pause == Pause()
    assert isinstance(louder, SetVolume)
    assert isinstance(softer, SetVolume)
    assert louder.volume > 34 > softer.volume


def test_a_volume_that_was_refused_goes_back(own_page: StreamerPage, house: FullHouse) -> None:
    house.control.refusal = Refused("control.refused")

    QTest.keyClick(own_page, Qt.Key.Key_Plus)

    assert slider(own_page, "volume").value() == 34
    assert [error.code for error in house.launcher.reported] == ["control.refused"]


@pytest.mark.parametrize(
    ("report", "sentence", "lead"),
    [
        (HomeReport(), "Controlling needs an account.", "account"),
        (
            HomeReport(standing=Standing.LIMITED, email="maple@example.net"),
            "Controlling waits for your decision about the policy.",
            "privacy",
        ),
        (
            HomeReport(standing=Standing.DECLINED),
            "Controlling needs the policy accepted.",
            "privacy",
        ),
    ],
)
def test_c09_closed_controls_are_one_sentence_and_the_way_to_open_them(
    open_page: OpenPage, house: FullHouse, report: HomeReport, sentence: str, lead: str
) -> None:
    house.home.told = report
    page = open_page(OWN)
    wanted: list[str] = []
    page.privacy_wanted.connect(lambda: wanted.append("privacy"))
    page.account_wanted.connect(lambda: wanted.append("account"))

    button(page, "streamer.closed.button").click()
    QTest.keyClick(page, Qt.Key.Key_Space)
    QTest.keyClick(page, Qt.Key.Key_Plus)

    assert sentence in texts(page)
    assert seen(page) == []
    assert not slider(page, "volume").can_be_moved
    assert house.control.commands == []
    assert wanted == [lead]


def test_signing_in_brings_the_controls(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(OWN)
    before = seen(page)

    signed_in(house)
    house.show(OWN)

    assert before == []
    assert seen(page) == list(BUTTONS)
    assert "Controlling needs an account." not in texts(page)


def test_a_demo_streamer_is_open_to_everybody(open_page: OpenPage) -> None:
    page = open_page(fireside(capabilities=ALL, origin=Origin.DEMO))

    assert seen(page) == list(BUTTONS)


def test_one_that_is_nobody_of_the_persons_obeys_its_owner_alone(
    open_page: OpenPage, house: FullHouse
) -> None:
    signed_in(house)
    page = open_page(fireside(capabilities=ALL))

    assert "It obeys its owner alone. Make it yours below." in texts(page)
    assert not button(page, "streamer.closed.button").isVisible()


@pytest.mark.parametrize(
    "streamer",
    [
        fireside(),
        fireside(capabilities=ALL, state=None),
        fireside(capabilities=ALL, presence=Presence.GONE),
        fireside(capabilities=frozenset({Capability.STATE, Capability.VOLUME})),
        fireside(depth=Depth.ANNOUNCED, state=None),
    ],
)
def test_one_that_takes_nothing_from_here_is_offered_nothing(streamer: Streamer) -> None:
    assert offered_of(streamer, SIGNED_IN) == NOTHING


def test_one_that_sleeps_is_woken_by_playing_and_offers_nothing_else(
    open_page: OpenPage, house: FullHouse
) -> None:
    signed_in(house)
    page = open_page(replace(OWN, presence=Presence.ASLEEP))

    assert seen(page) == ["play"]
    assert not page.findChildren(Slider) or not slider(page, "volume").isVisible()
    icon(page, "play").click()
    assert house.control.commands == [Play()]


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"is_owned": False}, "It obeys its owner alone. Make it yours below."),
        ({"is_locked": True}, "This computer has no key to it."),
    ],
)
def test_one_that_sleeps_is_woken_by_nobody_who_may_not_play_it(
    known: dict[str, object], why: str
) -> None:
    streamer = replace(OWN, presence=Presence.ASLEEP, **known)  # type: ignore[arg-type] # its fields

    assert offered_of(streamer, SIGNED_IN) == Offered(why_closed=why)


def test_the_card_with_controls_is_no_higher_than_without(
    open_page: OpenPage, house: FullHouse
) -> None:
    from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard

    page = open_page(OWN)
    card = page.findChild(PlayingCard)
    assert isinstance(card, PlayingCard)
    closed_px = card.sizeHint().height()

    signed_in(house)
    house.show(OWN)

    assert card.sizeHint().height() == closed_px


def test_the_keyboard_begins_at_the_round_button_where_there_is_one(
    own_page: StreamerPage, house: FullHouse
) -> None:
    own_page.take_focus(is_by_key=True)
    at_controls = own_page.focusWidget()
    house.show(fireside())
    own_page.take_focus(is_by_key=True)
    without = own_page.focusWidget()

    assert at_controls is icon(own_page, "play")
    assert without is not None
    assert without.objectName() == "streamer.back.button"


def test_the_buttons_stand_the_same_way_round_in_every_language(
    own_page: StreamerPage,
) -> None:
    own_page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    assert icon(own_page, "previous").x() < icon(own_page, "next").x()
