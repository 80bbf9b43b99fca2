"""What a card lets its streamer be told, and how it looks where that is nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, Play, SetMute, SetVolume, Stop
from altrabits_desktop.contract.streamers import AwaitedVolume, Playback, Presence
from altrabits_desktop.ui.pages.streamers.card import StreamerCard
from altrabits_desktop.ui.pages.streamers.controls import Controls
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.widgets.appearance import SHOWN_AS
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.house_on_show import NOW, Told, five, gone, playing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.theme.theme import Theme

ALL = Controls(frozenset(Capability), Pause())
FIRESIDE = five()[0]


def face(of: Streamer = FIRESIDE, controls: Controls = ALL) -> Face:
    return make_face(of, now=NOW, controls=controls)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Iterator[StreamerCard]:
    window = QWidget()
    qtbot.addWidget(window)
    card = StreamerCard(theme, face(), is_wide=False, parent=window)
    card.resize(438, 174)
    window.resize(438, 174)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield card
    window.hide()


def button(card: QWidget, name: str) -> IconButton:
    found = card.findChild(IconButton, f"streamers.card.{name}")
    assert isinstance(found, IconButton)
    return found


def slider(card: QWidget) -> Slider:
    found = card.findChild(Slider, "streamers.card.volume")
    assert isinstance(found, Slider)
    return found


def commands(card: StreamerCard) -> list[object]:
    told: list[object] = []

    def take(streamer_id: str, command: object) -> None:
        assert streamer_id == FIRESIDE.id
        told.append(command)

    card.told.connect(take)
    return told


def shown(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def at_of(card: StreamerCard, part: QWidget) -> tuple[int, int]:
    return part.mapTo(card, QPoint(0, 0)).x(), part.width()


def test_controls_stand_where_they_are_drawn(card: StreamerCard) -> None:
    groove = at_of(card, slider(card))

    assert at_of(card, button(card, "play")) == (17, 40)
    assert (groove[0] + 14, groove[1] - 28) == (101, 284)


def test_in_a_wide_card_the_round_button_is_the_last(card: StreamerCard) -> None:
    card.set_wide(True)
    card.resize(648, 96)

    assert at_of(card, button(card, "play")) == (591, 40)
    assert at_of(card, slider(card))[0] + 14 == 435
    assert card.focus_order == (card, button(card, "mute"), slider(card), button(card, "play"))


@pytest.mark.usefixtures("from_the_right")
def test_read_from_the_right_everything_is_mirrored(card: StreamerCard) -> None:
    groove = at_of(card, slider(card))

    assert at_of(card, button(card, "play")) == (438 - 17 - 40, 40)
    assert groove[0] + groove[1] - 14 == 438 - 101


def test_each_control_tells_its_command_and_opens_nothing(card: StreamerCard) -> None:
    told, opened = commands(card), Told(card.clicked)

    button(card, "play").click()
    button(card, "mute").click()
    QTest.mouseClick(
        slider(card), Qt.MouseButton.LeftButton, pos=QPoint(14 + 142, slider(card).height() // 2)
    )

    assert told == [Pause(), SetMute(True), SetVolume(50)]
    assert opened == []


@pytest.mark.parametrize(
    ("primary", "name"), [(Play(), "Play"), (Pause(), "Pause"), (Stop(), "Stop")]
)
def test_the_round_button_says_what_it_does(
    card: StreamerCard, primary: Play | Pause | Stop, name: str
) -> None:
    card.show_face(face(controls=Controls(frozenset(Capability), primary)))

    assert button(card, "play").accessibleName() == f"{name}: Fireside"


def test_where_nothing_plays_the_round_button_is_quiet(card: StreamerCard) -> None:
    still = replace(FIRESIDE, state=replace(playing("1", "T"), playback=Playback.STOPPED))
    loud = button(card, "play").grab().toImage().pixelColor(6, 20)

    card.show_face(face(still, Controls(frozenset(Capability), Play())))

    assert button(card, "play").grab().toImage().pixelColor(6, 20) != loud


def test_a_level_that_is_chosen_shows_at_once_and_no_older_one_moves_it(card: StreamerCard) -> None:
    handle = slider(card)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(14 + 142, 16))

    card.show_face(face(replace(FIRESIDE, state=playing("1", "T", volume=12))))
    while_held = (handle.value(), "50" in shown(card))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(14 + 142, 16))
    card.show_face(face(replace(FIRESIDE, state=playing("1", "T", volume=13))))

    assert while_held == (50, True)
    assert (handle.value(), "13" in shown(card)) == (13, True)


def test_a_card_guards_its_level_as_the_settings_say(card: StreamerCard) -> None:
    told = commands(card)
    card.show_face(face(controls=replace(ALL, volume_step=10)))

    QTest.mouseClick(slider(card), Qt.MouseButton.LeftButton, pos=QPoint(14 + 200, 16))

    assert told == [SetVolume(44)]


def test_what_the_streamer_confirmed_is_marked_while_another_level_is_awaited(
    card: StreamerCard,
) -> None:
    handle, awaited = slider(card), replace(FIRESIDE, awaited=AwaitedVolume(34, 12))
    still = handle.is_unsettled

    card.show_face(face(awaited))
    marked = handle.is_unsettled
    card.show_face(face())

    assert (still, marked, handle.is_unsettled) == (False, True, False)


def test_the_greatest_level_is_the_streamers(card: StreamerCard) -> None:
    told = commands(card)

    QTest.keyClick(slider(card), Qt.Key.Key_End)

    assert told == [SetVolume(80)]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Space, Pause()),
        (Qt.Key.Key_Plus, SetVolume(36)),
        (Qt.Key.Key_Minus, SetVolume(32)),
    ],
)
@pytest.mark.parametrize("where", ["card", "slider"])
def test_keys_of_a_chosen_card_tell_its_streamer(
    card: StreamerCard, key: Qt.Key, command: object, where: str
) -> None:
    told, opened = commands(card), Told(card.clicked)
    (card if where == "card" else slider(card)).setFocus()

    QTest.keyClick(card if where == "card" else slider(card), key)

    assert told == [command]
    assert opened == []


def test_return_opens_the_card_and_nothing_from_within_it(card: StreamerCard) -> None:
    opened = Told(card.clicked)
    slider(card).setFocus()
    QTest.keyClick(slider(card), Qt.Key.Key_Return)
    from_within = len(opened)
    card.setFocus()

    QTest.keyClick(card, Qt.Key.Key_Return)

    assert (from_within, len(opened)) == (0, 1)


def test_only_what_the_streamer_can_is_there(card: StreamerCard) -> None:
    told = commands(card)
    card.show_face(face(controls=Controls(frozenset({Capability.CONTROL}), Stop())))

    QTest.keyClick(card, Qt.Key.Key_Plus)

    assert button(card, "play").isVisible()
    assert not button(card, "mute").isVisible()
    assert not slider(card).can_be_moved
    assert told == []


def test_without_play_space_opens_the_card(card: StreamerCard) -> None:
    told, opened = commands(card), Told(card.clicked)
    card.show_face(face(controls=Controls(frozenset({Capability.SET_VOLUME}), Play())))
    card.setFocus()

    QTest.keyClick(card, Qt.Key.Key_Space)

    assert not button(card, "play").isVisible()
    assert (told, len(opened)) == ([], 1)


def test_a_volume_that_is_not_told_leaves_the_round_button(card: StreamerCard) -> None:
    state = replace(playing("1", "T"), volume=None)
    told = commands(card)

    card.show_face(face(replace(FIRESIDE, state=state)))
    QTest.keyClick(card, Qt.Key.Key_Plus)

    assert "It does not tell its volume" in shown(card)
    assert card.focus_order == (card, button(card, "play"))
    assert told == []


def test_one_that_is_gone_has_no_controls_and_the_focus_stays_on_its_card(
    card: StreamerCard,
) -> None:
    slider(card).setFocus()

    card.show_face(make_face(replace(gone(), id=FIRESIDE.id), now=NOW))

    assert card.hasFocus()
    assert not slider(card).isVisible()
    first, *_, last = card.focus_order
    assert (first, last) == (card, card.button)
    assert slider(card) not in card.focus_order


def test_what_may_only_be_looked_at_has_no_handle(card: StreamerCard) -> None:
    with_handle = card.grab().toImage()

    card.show_face(make_face(replace(FIRESIDE, presence=Presence.CHECKING), now=NOW))

    assert not slider(card).isVisible()
    assert card.grab().toImage() != with_handle


def test_the_halo_of_a_handle_is_no_hole_in_the_card_under_the_pointer(card: StreamerCard) -> None:
    level = slider(card)
    for pointed in (card, level):
        pointed.setProperty(SHOWN_AS, "hover")
    at = level.mapTo(card, QPoint(level.width() // 2, level.height() // 2))
    level.setValue(50)

    shown = card.grab().toImage()

    # Between the handle, 16 wide, and the end of its halo, 28 wide; below the groove.
    assert shown.pixelColor(at + QPoint(9, 5)) != shown.pixelColor(at + QPoint(0, 19))
