from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from altrabits_desktop.contract.streamers import Origin, Presence, Streamer, StreamerState
from altrabits_desktop.ui.pages.streamers.card import StreamerCard
from altrabits_desktop.ui.pages.streamers.card_parts import CardForm
from altrabits_desktop.ui.pages.streamers.face import make_face
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from tests.fakes.house_on_show import (
    COBALT,
    ETHERNET,
    FIRESIDE,
    NOW,
    STUDY,
    WIFI,
    Told,
    five,
    gone,
    playing,
    streamer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.theme.theme import Theme

WIDTH = 438
HOSTILE = "<b>Kitchen</b> & <img src=x> " + "W" * 36


class MakeCard(Protocol):
    def __call__(
        self, of: Streamer, width: int = 438, height: int = 174, *, is_wide: bool = False
    ) -> StreamerCard: ...


def face(of: Streamer) -> Face:
    return make_face(of, now=NOW, cards=(ETHERNET, WIFI))


@pytest.fixture
def make_card(qtbot: QtBot, theme: Theme) -> Iterator[MakeCard]:
    windows: list[QWidget] = []

    def made(
        of: Streamer, width: int = 438, height: int = 174, *, is_wide: bool = False
    ) -> StreamerCard:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        card = StreamerCard(theme, face(of), is_wide=is_wide, parent=window)
        card.resize(width, height)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return card

    yield made
    windows.clear()


def words(card: QWidget) -> list[str]:
    labels = card.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and not label.isHidden()]


def chip(card: StreamerCard) -> Chip:
    found = card.findChild(Chip)
    assert found is not None
    return found


def test_a_card_says_what_plays_and_how_loud(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    assert words(card) == [
        "Fireside",
        "Playing",
        "Cobalt S1 · 192.168.1.40",
        "Harbour Lights at Noon",
        "The Lumen Quartet · Tidewater",
        "34",
    ]
    assert card.button is None


def test_a_card_has_no_control_that_could_not_answer(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    assert card.findChildren(QPushButton) == []


def test_a_card_can_be_found_by_its_streamer(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    assert card.objectName() == f"streamers.card.{FIRESIDE}"
    assert card.property("streamerId") == FIRESIDE


def test_pressing_anywhere_presses_the_card(make_card: MakeCard, qtbot: QtBot) -> None:
    card = make_card(five()[0])
    pressed: list[bool] = []
    card.clicked.connect(lambda: pressed.append(True))

    for place in (QPoint(60, 60), chip(card).geometry().center(), QPoint(200, 80)):
        QTest.mouseClick(card.childAt(place) or card, Qt.MouseButton.LeftButton)

    assert len(pressed) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_the_card(make_card: MakeCard, qtbot: QtBot, key: Qt.Key) -> None:
    card = make_card(five()[0])
    pressed: list[bool] = []
    card.clicked.connect(lambda: pressed.append(True))

    QTest.keyClick(card, key)

    assert len(pressed) == 1


def test_the_ring_shows_for_the_keyboard_only(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    card.setFocus(Qt.FocusReason.MouseFocusReason)
    by_mouse = card.ring.is_shown
    card.clearFocus()
    card.setFocus(Qt.FocusReason.TabFocusReason)

    assert (by_mouse, card.ring.is_shown) == (False, True)


def test_one_that_is_gone_offers_a_check_and_shows_no_level(
    make_card: MakeCard, qtbot: QtBot
) -> None:
    card = make_card(gone())
    taken = Told(card.offer_taken)

    assert card.button is not None
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)

    assert taken == [STUDY]
    assert card.button.accessibleName() == f"Check now: {card.face.name}"
    assert card.button.objectName() == "streamers.card.check"
    assert card.button.height() == 32
    assert "34" not in words(card)
    assert words(card)[-2:] == [
        "Last heard on Wi-Fi, 12 min ago",
        "It did not answer when asked",
    ]


def test_one_that_is_only_announced_offers_its_page(make_card: MakeCard) -> None:
    card = make_card(five()[4])

    assert card.button is not None
    assert card.button.objectName() == "streamers.card.page"
    assert card.button.accessibleName() == "Open its page: Cobalt S2 3C:7F"
    assert words(card)[-1] == "Answers in 4 ms"


def test_one_that_comes_back_has_its_level_again(make_card: MakeCard) -> None:
    card = make_card(gone())

    card.show_face(face(streamer(0x44, id=STUDY, name="Study")))

    assert card.button is not None
    assert card.button.isHidden()
    assert words(card)[-1] == "18"


def test_a_change_is_shown_in_place(make_card: MakeCard) -> None:
    card = make_card(five()[0])
    card.setFocus(Qt.FocusReason.TabFocusReason)
    before = {child: child.geometry() for child in card.findChildren(QLabel)}

    card.show_face(face(replace(five()[0], state=playing("2", "Slow Estuary", volume=50))))

    assert "Slow Estuary" in words(card)
    assert words(card)[-1] == "50"
    assert card.hasFocus()
    assert before.keys() == set(card.findChildren(QLabel))


def test_a_volume_that_is_not_told_is_not_made_up(make_card: MakeCard) -> None:
    card = make_card(streamer(1, state=StreamerState()))

    assert words(card)[-2:] == ["Answers in 4 ms", "It does not tell its volume"]


def test_the_greatest_volume_is_not_cut(make_card: MakeCard) -> None:
    card = make_card(streamer(1, state=StreamerState(volume=100)))

    number = next(each for each in card.findChildren(ElidedLabel) if each.text() == "100")
    assert number.shown_text == "100"
    assert number.geometry().right() == 438 - 17 - 1


def test_the_whole_is_read_aloud(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    found = QAccessible.queryAccessibleInterface(card)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Fireside, Playing"
    assert "volume 34" in found.text(QAccessible.Text.Description)
    assert found.role() is QAccessible.Role.Button


def test_hostile_names_are_plain_cut_and_whole_in_the_tool_tip(make_card: MakeCard) -> None:
    card = make_card(streamer(1, name=HOSTILE))

    name = card.findChildren(QLabel)[0]
    assert name.textFormat() is Qt.TextFormat.PlainText
    assert name.geometry().right() < chip(card).geometry().left()
    assert "&lt;b&gt;Kitchen" in name.toolTip()
    assert "<b>" not in name.toolTip()


def test_a_long_name_leaves_the_state_its_words(make_card: MakeCard) -> None:
    card = make_card(replace(gone(), name="Cobalt S2 in the large library"))

    assert chip(card).text() == "Not answering"
    assert chip(card).shown_text == chip(card).text()


def test_a_wide_card_puts_the_state_behind_the_name(make_card: MakeCard) -> None:
    card = make_card(five()[0], 648, 96, is_wide=True)

    name = card.findChildren(QLabel)[0]
    assert card.form is CardForm.WIDE
    assert chip(card).x() == name.geometry().right() + 1 + 8
    assert "Cobalt S1" in words(card)
    assert "Harbour Lights at Noon · The Lumen Quartet · Tidewater" in words(card)


@pytest.mark.parametrize("width", [WIDTH, 300, 648])
def test_a_streamer_of_the_demo_is_marked_behind_its_name(make_card: MakeCard, width: int) -> None:
    card = make_card(replace(five()[0], origin=Origin.DEMO), width, 174, is_wide=width > WIDTH)

    name = card.findChildren(QLabel)[0]
    mark = next(each for each in card.findChildren(Chip) if each.text() == "Demo")
    assert mark.isVisible()
    assert mark.x() == name.geometry().right() + 1 + 8
    assert not mark.geometry().intersects(chip(card).geometry())
    assert "Demo, Playing" in card.face.spoken
    assert "Demo" not in make_card(five()[0]).face.spoken
    assert len(make_card(five()[0]).findChildren(Chip)) == 1


@pytest.mark.parametrize("width", [WIDTH, 300, 648])
def test_the_mark_of_the_demo_goes_when_the_same_streamer_is_one_of_the_house(
    make_card: MakeCard, width: int
) -> None:
    plain = make_card(five()[0], width, 174, is_wide=width > WIDTH)
    card = make_card(replace(five()[0], origin=Origin.DEMO), width, 174, is_wide=width > WIDTH)

    card.show_face(face(five()[0]))

    shown = [each for each in card.findChildren(Chip) if each.isVisible()]
    assert [each.text() for each in shown] == [chip(plain).text()]
    assert shown[0].geometry() == chip(plain).geometry()

    card.show_face(face(replace(five()[0], origin=Origin.DEMO)))

    assert "Demo" in [each.text() for each in card.findChildren(Chip) if each.isVisible()]


def test_a_wide_card_of_one_gone_has_its_button_at_the_end(make_card: MakeCard) -> None:
    card = make_card(gone(), 648, 96, is_wide=True)

    assert card.button is not None
    assert card.button.geometry().right() == 648 - 17 - 1
    assert chip(card).text().startswith("Not answering since ")
    assert chip(card).shown_text == chip(card).text()


def test_a_card_changes_from_grid_to_wide(make_card: MakeCard) -> None:
    card = make_card(five()[0])

    card.set_wide(True)
    card.set_wide(True)
    card.resize(648, 96)

    assert card.form is CardForm.WIDE
    assert "Tidewater" not in words(card)


def test_a_tight_card_shows_the_product_where_both_do_not_fit(make_card: MakeCard) -> None:
    card = make_card(streamer(1, product="Cobalt Mini Extended"), 298, 174)

    assert card.form is CardForm.TIGHT
    details = next(each for each in card.findChildren(QLabel) if "Extended" in each.text())
    assert details.text() == "Cobalt Mini Extended"
    assert "192.168.1.2" in details.toolTip()


def test_the_answer_s_time_gives_way_to_the_button(make_card: MakeCard) -> None:
    card = make_card(replace(five()[4], id=COBALT), 200, 174)

    answer = next(each for each in card.findChildren(QLabel) if "4 ms" in each.text())
    assert answer.width() == 0


def test_reading_from_the_right_everything_is_mirrored(make_card: MakeCard) -> None:
    left = make_card(five()[0])
    right = make_card(five()[0])
    right.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right.set_wide(True)
    right.set_wide(False)

    name, mirrored = left.findChildren(QLabel)[0], right.findChildren(QLabel)[0]
    assert mirrored.geometry().right() == 438 - 1 - name.x()
    assert chip(right).x() == 17
    assert not right.grab().isNull()


def test_every_state_can_be_painted(make_card: MakeCard) -> None:
    muted = StreamerState(volume=20, is_muted=True, volume_maximum=80)

    for of in (*five(), streamer(1, state=None), streamer(2, state=muted)):
        assert not make_card(of).grab().isNull()


def test_longer_words_do_not_clip(make_card: MakeCard) -> None:
    card = make_card(five()[4])
    assert card.button is not None

    card.button.set_words("Die eigene Seite öffnen")
    card.show_face(replace(card.face, answer="1.234 ms"))

    assert card.button.width() >= card.button.sizeHint().width()
    assert QFont(card.button.font()).pixelSize() == 13


@pytest.mark.parametrize("known", [{"presence": Presence.ASLEEP}, {"state": None}])
def test_without_a_level_to_be_known_nothing_is_said_of_it(
    make_card: MakeCard, known: dict[str, object]
) -> None:
    card = make_card(replace(five()[0], **known))  # type: ignore[arg-type] # fields of a streamer

    seen = {each.text() for each in card.findChildren(QLabel) if each.isVisible()}

    assert "It does not tell its volume" not in seen
    assert "34" not in seen
