from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace as replace_struct
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    CertificateChanged,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.streamers import Depth, Origin, Presence, StreamerId
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.kept_adding import CODE, offer
from tests.harness.streamer_page import (
    OWNED_ID,
    SIGNED_IN,
    OpenPage,
    button,
    chips,
    is_seen,
    own_streamer,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

ALL = frozenset(Capability)
STRANGE = fireside(capabilities=ALL)
WRONG = "This is not the code that the streamer shows. Look at it and type it again."


def line(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, f"streamer.{name}")
    assert isinstance(found, QLineEdit)
    return found


def card(page: QWidget) -> QWidget:
    found = page.findChild(QWidget, "streamer.own")
    assert isinstance(found, QWidget)
    return found


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(STRANGE)


@pytest.fixture
def own_page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    return open_page(own_streamer(house, capabilities=ALL))


def test_a_streamer_becomes_the_persons_and_its_controls_open(
    page: StreamerPage, house: FullHouse
) -> None:
    button(page, "streamer.add.button").click()
    QTest.keyClicks(line(page, "add.code"), CODE)
    QTest.keyClick(line(page, "add.code"), Qt.Key.Key_Return)
    own_streamer(house, capabilities=ALL)

    assert house.adding.asked == [("begin", "fireside"), ("confirm", CODE)]
    assert line(page, "own.name").text() == "Fireside"
    assert line(page, "own.room").text() == "Living room"
    assert not is_seen(page, "streamer.add.button")
    assert "It obeys its owner alone. Make it yours below." not in texts(page)


def test_the_keyboard_goes_on_to_the_code_and_back(
    page: StreamerPage, activate: Callable[[QWidget], None]
) -> None:
    activate(page)
    button(page, "streamer.add.button").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button(page, "streamer.add.button"), Qt.Key.Key_Return)
    at_code = page.focusWidget()

    QTest.keyClick(line(page, "add.code"), Qt.Key.Key_Escape)

    assert at_code is line(page, "add.code")
    assert page.focusWidget() is button(page, "streamer.add.button")


def test_escape_gives_up_and_stays_on_the_page(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.add.button").click()

    QTest.keyClick(line(page, "add.code"), Qt.Key.Key_Escape)

    assert house.adding.asked == [("begin", "fireside"), ("cancel", "fireside")]
    assert page.isVisible()
    assert button(page, "streamer.add.button").isVisible()


def test_a_wrong_code_is_said_below_it_until_something_else_is_typed(
    page: StreamerPage, house: FullHouse
) -> None:
    button(page, "streamer.add.button").click()
    house.adding.refusals["confirm"] = Refused("claim.wrong_code")
    QTest.keyClicks(line(page, "add.code"), "271828")
    button(page, "streamer.add.confirm").click()
    said, typed = texts(page), line(page, "add.code").text()

    QTest.keyClick(line(page, "add.code"), Qt.Key.Key_Backspace)

    assert WRONG in said
    assert typed == "271828"
    assert WRONG not in texts(page)


def test_a_missing_code_asks_nobody_and_stays_said(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.add.button").click()

    button(page, "streamer.add.confirm").click()
    house.show(STRANGE)

    assert "The code is still missing." in texts(page)
    assert house.adding.asked == [("begin", "fireside")]


@pytest.mark.parametrize(
    ("error", "begin_of_sentence"),
    [
        (
            Refused("claim.braked", minutes=8),
            "The streamer was asked for a code too often from here. Try again in 8 min,",
        ),
        (
            Refused("claim.under_way", seconds=87),
            "Somebody is adding this streamer just now. Try again in 87 s. If nobody of yours is,",
        ),
        (CertificateChanged("streamer.certificate_changed"), "The streamer shows another"),
        (NotReachable("streamer.silent"), "The streamer does not answer."),
    ],
)
def test_why_it_cannot_be_asked_is_one_sentence_beside_the_button(
    page: StreamerPage, house: FullHouse, error: AltraBitsError, begin_of_sentence: str
) -> None:
    house.adding.refusals["begin"] = error

    button(page, "streamer.add.button").click()

    assert any(text.startswith(begin_of_sentence) for text in texts(page))
    assert button(page, "streamer.add.button").isVisible()


def test_a_press_is_waited_for_and_can_be_given_up(page: StreamerPage, house: FullHouse) -> None:
    house.adding.offer = offer(needs_press=True)
    button(page, "streamer.add.button").click()
    before = texts(page)
    QTest.keyClicks(line(page, "add.code"), CODE)
    house.launcher.is_holding = True
    button(page, "streamer.add.confirm").click()
    waiting = chips(page)

    button(page, "streamer.add.give_up").click()
    house.launcher.let_run()

    assert any("has an owner already" in text for text in before)
    assert "Press the button on the streamer" in waiting
    assert ("cancel", "fireside") in house.adding.asked


def test_a_button_that_nobody_pressed_is_said_as_such(page: StreamerPage, house: FullHouse) -> None:
    house.adding.offer = offer(needs_code=False, needs_press=True)
    house.adding.refusals["confirm"] = Refused("claim.not_pressed")

    button(page, "streamer.add.button").click()

    assert "Nobody pressed the button in time. Begin again." in texts(page)
    assert button(page, "streamer.add.button").isVisible()


def test_leaving_the_page_gives_up(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.add.button").click()

    page.hide()

    assert house.adding.asked == [("begin", "fireside"), ("cancel", "fireside")]


@pytest.mark.parametrize(
    ("report", "sentence", "lead"),
    [
        (HomeReport(), "Streamers are added to an account.", "account"),
        (
            replace(SIGNED_IN, standing=Standing.LIMITED),
            "Adding waits for your decision about the policy.",
            "privacy",
        ),
        (HomeReport(standing=Standing.DECLINED), "Adding needs the policy accepted.", "privacy"),
    ],
)
def test_c09_where_adding_is_closed_one_sentence_says_why_and_its_button_leads_on(
    open_page: OpenPage, house: FullHouse, report: HomeReport, sentence: str, lead: str
) -> None:
    house.home.told = report
    page = open_page(fireside(depth=Depth.ANNOUNCED, state=None))
    led: list[str] = []
    page.privacy_wanted.connect(lambda: led.append("privacy"))
    page.account_wanted.connect(lambda: led.append("account"))

    button(page, "streamer.add.closed.button").click()

    assert sentence in texts(page)
    assert led == [lead]
    assert not is_seen(page, "streamer.add.button")
    assert house.adding.asked == []


def test_two_buttons_of_one_page_do_not_lead_to_the_same_place(open_page: OpenPage) -> None:
    page = open_page(STRANGE)

    assert button(page, "streamer.closed.button").isVisible()
    assert not is_seen(page, "streamer.add.closed.button")


def test_demo_streamers_are_never_added(open_page: OpenPage, house: FullHouse) -> None:
    house.home.told = SIGNED_IN

    page = open_page(fireside(origin=Origin.DEMO))

    assert not card(page).isVisible()


def test_c15_what_the_account_keeps_and_who_controls_it_is_said(
    own_page: StreamerPage, house: FullHouse
) -> None:
    of_altrabits = texts(own_page)
    owned = house.membership.streamers[OWNED_ID]

    house.membership.own(replace_struct(owned, pin=""))

    assert any("This account alone controls it, as long as" in text for text in of_altrabits)
    assert any("network controls it." in text for text in texts(own_page))


def test_name_and_room_are_kept_by_return_and_wait_to_be_sent(
    own_page: StreamerPage, house: FullHouse
) -> None:
    before = button(own_page, "streamer.own.save").isEnabled()
    QTest.keyClicks(line(own_page, "own.name"), " radio")
    line(own_page, "own.room").clear()
    QTest.keyClicks(line(own_page, "own.room"), "Den")
    QTest.keyClick(line(own_page, "own.room"), Qt.Key.Key_Return)

    kept = house.services.belongings.streamer(OWNED_ID)
    assert not before
    assert (kept.name, kept.room) == ("Fireside radio", "Den")
    assert "Kept on this computer; waits to be sent to the server." in texts(own_page)
    assert not button(own_page, "streamer.own.save").isEnabled()

    house.membership.take()

    assert "Kept on this computer; waits to be sent to the server." not in texts(own_page)


def test_a_name_too_long_is_said_and_stays_typed(own_page: StreamerPage, house: FullHouse) -> None:
    line(own_page, "own.name").clear()
    QTest.keyClicks(line(own_page, "own.name"), "x" * 65)

    button(own_page, "streamer.own.save").click()

    assert any("64 characters" in text for text in texts(own_page))
    assert line(own_page, "own.name").text() == "x" * 65
    assert house.membership.outbox == []


def test_what_is_being_typed_stays_when_the_name_is_changed_elsewhere(
    own_page: StreamerPage, house: FullHouse
) -> None:
    QTest.keyClicks(line(own_page, "own.name"), " radio")
    owned = house.membership.streamers[OWNED_ID]
    house.membership.own(replace_struct(owned, name="Hearth", room="Den"))

    assert line(own_page, "own.name").text() == "Fireside radio"
    assert line(own_page, "own.room").text() == "Den"


def test_removing_asks_first_and_escape_keeps_it(own_page: StreamerPage, house: FullHouse) -> None:
    button(own_page, "streamer.own.remove").click()
    asked = texts(own_page)
    QTest.keyClick(button(own_page, "streamer.own.remove.keep"), Qt.Key.Key_Escape)
    kept = list(house.adding.asked)
    button(own_page, "streamer.own.remove").click()

    button(own_page, "streamer.own.remove.go").click()

    assert any("it obeys nobody until somebody adds it again" in text for text in asked)
    assert kept == []
    assert house.adding.asked == [("release", "fireside")]


def test_the_question_is_brought_into_sight(
    qtbot: QtBot, own_page: StreamerPage, activate: Callable[[QWidget], None]
) -> None:
    own_page.resize(700, 400)
    activate(own_page)
    keep = button(own_page, "streamer.own.remove.keep")

    button(own_page, "streamer.own.remove").click()

    def is_in_sight() -> bool:
        return keep.visibleRegion().boundingRect().height() == keep.height()

    qtbot.waitUntil(is_in_sight)
    assert keep.hasFocus()


def test_one_that_cannot_hear_it_asks_for_its_button_later(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(own_streamer(house, presence=Presence.GONE))

    button(page, "streamer.own.remove").click()

    assert any("so it asks for its button" in text for text in texts(page))


def test_r50_what_no_keyring_has_taken_is_said_whatever_became_of_the_sign_in(
    open_page: OpenPage, house: FullHouse
) -> None:
    streamer = own_streamer(house)
    house.home.told = replace(SIGNED_IN, is_kept=True)
    house.adding.has_keyring = False

    page = open_page(streamer)

    assert any(text.startswith("No keyring keeps what makes") for text in texts(page))


def test_one_whose_key_is_not_here_says_how_it_obeys_again(
    open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(own_streamer(house, capabilities=ALL, is_locked=True))

    assert "This computer has no key to it." in texts(page)
    what_to_press = f"“{button(page, 'streamer.own.remove').text()}”"
    [note] = [text for text in texts(page) if text.startswith("What makes it obey is not on")]
    assert what_to_press in note
    assert line(page, "own.name").isVisible()


def test_r5_one_that_only_says_to_be_the_persons_is_not_shown_as_theirs(
    open_page: OpenPage, house: FullHouse
) -> None:
    own_streamer(house)
    streamer = fireside(capabilities=ALL, borrowed_id=OWNED_ID)
    house.show(streamer)

    page = open_page(streamer)

    said = texts(page)
    assert "Not proved to be yours" in said
    assert "Yours" not in said
    assert "It does not prove to be yours." in said
    assert any("and does not show its certificate" in text for text in said)
    assert not is_seen(page, "streamer.own.name")
    assert not is_seen(page, "streamer.own.save")
    assert not is_seen(page, "streamer.add.button")

    button(page, "streamer.own.remove").click()
    assert any("It cannot be told now" in text for text in texts(page))
    button(page, "streamer.own.remove.go").click()
    assert house.adding.asked == [("release", "fireside")]


def test_r5_beside_the_true_one_nothing_is_removed_from_who_pretends_to_be_it(
    open_page: OpenPage, house: FullHouse
) -> None:
    true = replace(own_streamer(house), id=StreamerId("true"))
    streamer = fireside(capabilities=ALL, borrowed_id=OWNED_ID)
    page = open_page(streamer)

    house.show(streamer, true)

    assert any("which is another one here" in text for text in texts(page))
    assert not is_seen(page, "streamer.own.remove")
