from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QPushButton, QWidget

from altrabits_desktop.app import made_up_network as networks
from altrabits_desktop.contract.doctor import Measurements, SystemPage
from altrabits_desktop.contract.errors import NotReachable, WrongUsage
from altrabits_desktop.contract.streamers import HeardBy, ProtocolReport, ProtocolStatus
from altrabits_desktop.ui.pages.nothing_found.address_form import AddressForm
from altrabits_desktop.ui.pages.nothing_found.page import NothingFoundView
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.path_picture import PathPicture
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.clock import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

TAKEN = ProtocolReport(
    HeardBy.ANNOUNCE,
    ProtocolStatus.FAILED,
    error_code="announce.port_taken",
    error_detail="Address already in use",
)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, house: FullHouse) -> NothingFoundView:
    view = NothingFoundView(theme, house.services)
    qtbot.addWidget(view)
    view.resize(956, 680)
    view.show()
    return view


def button(view: QWidget, name: str) -> PushButton:
    found = view.findChild(PushButton, name)
    assert isinstance(found, PushButton)
    return found


def texts(view: QWidget) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_says_the_cause_and_what_to_do(view: NothingFoundView) -> None:
    assert "Nothing in this network answered" in texts(view)


def test_finds_again_and_shows_it(view: NothingFoundView, house: FullHouse) -> None:
    house.launcher.is_holding = True
    again = button(view, "streamers.empty.again")

    again.click()
    again.click()
    is_busy = again.is_busy
    house.launcher.let_run()

    assert is_busy
    assert not again.is_busy
    assert house.finder.asked == [("find_again", None)]


def test_starts_the_demo_once(view: NothingFoundView, house: FullHouse) -> None:
    house.launcher.is_holding = True
    start = button(view, "streamers.empty.demo")

    start.click()
    start.click()
    is_busy = start.is_busy
    house.launcher.let_run()

    assert is_busy
    assert house.demo.is_on
    assert not start.is_busy


def test_a_taken_port_is_tried_again(view: NothingFoundView, house: FullHouse) -> None:
    house.report(protocols=(TAKEN, *house.finder.told.protocols[1:]))

    button(view, "streamers.empty.again").click()

    assert "Port 30303 is taken" in texts(view)
    assert house.finder.asked == [("find_again", None)]


def test_technical_details_fold_out_and_in(view: NothingFoundView, house: FullHouse) -> None:
    house.report(protocols=(TAKEN, *house.finder.told.protocols[1:]))
    details = view.findChild(QLabel, "streamers.port.details.text")
    assert isinstance(details, QLabel)

    button(view, "streamers.port.details").click()
    is_unfolded = details.isVisible()
    button(view, "streamers.port.details").click()

    assert is_unfolded
    assert "Address already in use" in details.text()
    assert not details.isVisible()


def test_a_network_in_which_nothing_was_found_is_examined_by_itself(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.doctor.is_due, house.doctor.next = True, networks.GUEST
    view = NothingFoundView(theme, house.services)
    qtbot.addWidget(view)
    before = house.doctor.examined

    view.show()

    assert (before, house.doctor.examined, house.doctor.knocked) == (0, 1, 0)
    assert "This is probably a guest network" in texts(view)


def test_neighbours_are_asked_once_a_person_wants_to_know_why(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.doctor.is_due, house.doctor.next = True, Measurements(has_knocked=False)
    view = NothingFoundView(theme, house.services)
    qtbot.addWidget(view)
    view.show()
    before = (house.doctor.knocked, button(view, "streamers.empty.fix").text())
    house.doctor.next = networks.GUEST

    button(view, "streamers.empty.fix").click()

    assert before == (0, "Find out why")
    assert house.doctor.knocked == 1
    assert "This is probably a guest network" in texts(view)


def test_nothing_is_examined_while_the_first_round_goes_on_or_nobody_looks(
    view: NothingFoundView, house: FullHouse
) -> None:
    house.doctor.is_due = True

    house.report(finished_at=None)
    while_looking = house.doctor.examined
    view.hide()
    house.report(finished_at=NOON)
    while_hidden = house.doctor.examined
    view.show()

    assert (while_looking, while_hidden, house.doctor.examined) == (0, 0, 1)


@pytest.mark.parametrize("pages", [frozenset(), frozenset({SystemPage.WIFI})])
def test_a_page_of_the_system_is_opened_where_there_is_one(
    view: NothingFoundView, house: FullHouse, pages: frozenset[SystemPage]
) -> None:
    house.doctor.pages, house.doctor.measured = pages, networks.GUEST
    house.report()
    fix = button(view, "streamers.empty.fix")

    if fix.isVisible():
        fix.click()

    assert fix.isVisible() is bool(pages)
    assert frozenset(house.doctor.opened) == pages


def test_a_streamer_that_no_search_finds_is_shown_by_its_address(
    view: NothingFoundView, house: FullHouse
) -> None:
    house.doctor.measured = networks.MUTE
    house.report()

    button(view, "streamers.empty.fix").click()

    assert house.finder.asked == [("try_address", "192.168.50.40")]


def test_the_command_for_the_firewall_can_be_pasted(
    view: NothingFoundView, house: FullHouse
) -> None:
    house.doctor.measured = networks.FIREWALL
    house.report()

    button(view, "streamers.empty.fix").click()

    assert QApplication.clipboard().text() == "sudo ufw allow AltraBits"
    assert "sudo ufw allow AltraBits" in texts(view)


def test_page_settings_is_the_way_to_other_cards(
    qtbot: QtBot, view: NothingFoundView, house: FullHouse
) -> None:
    house.report(cards=(), error_code="cards.chosen_missing")

    with qtbot.waitSignal(view.settings_wanted):
        button(view, "streamers.empty.fix").click()


def test_every_piece_of_the_way_is_named_for_screen_readers(
    view: NothingFoundView, house: FullHouse
) -> None:
    house.doctor.measured = networks.GUEST
    house.report()

    path = view.findChild(PathPicture)
    assert isinstance(path, PathPicture)
    names = [part.accessibleName() for part in path.findChildren(QLabel)]
    assert names[2] == "Router, 192.168.50.1, keeps devices apart"
    assert names[-1] == "no way through"
    assert path.accessibleName()


def test_follows_the_report(view: NothingFoundView, house: FullHouse) -> None:
    house.report(cards=())

    assert "This computer is in no network" in texts(view)


def test_other_changes_are_not_its_concern(view: NothingFoundView, house: FullHouse) -> None:
    house.finder.told = replace(house.finder.told, cards=())

    house.show()

    assert "This computer is in no network" not in texts(view)


def test_the_lower_cards_stand_below_each_other_in_a_narrow_window(
    view: NothingFoundView,
) -> None:
    view.resize(696, 480)
    narrow = view.findChildren(QBoxLayout)

    assert QBoxLayout.Direction.TopToBottom in {layout.direction() for layout in narrow}


def test_a_destroyed_view_follows_no_more(qtbot: QtBot, theme: Theme, house: FullHouse) -> None:
    before = len(house.feed._listeners)  # noqa: SLF001 # nobody else counts them
    view = NothingFoundView(theme, house.services)
    meanwhile = len(house.feed._listeners)  # noqa: SLF001 # the same
    with qtbot.waitSignal(view.destroyed):
        view.deleteLater()

    house.report(cards=())

    assert meanwhile > before
    assert len(house.feed._listeners) == before  # noqa: SLF001 # the same


class TestAddress:
    @pytest.fixture
    def form(
        self,
        qtbot: QtBot,
        theme: Theme,
        house: FullHouse,
        activate: Callable[[QWidget], None],
    ) -> AddressForm:
        form = AddressForm(theme, house.services, prefix="streamers.empty")
        qtbot.addWidget(form)
        activate(form)
        return form

    @pytest.fixture
    def line(self, form: AddressForm) -> LineField:
        line = form.findChild(LineField, "streamers.empty.address")
        assert isinstance(line, LineField)
        return line

    def test_enter_tries_it_and_success_empties_the_field(
        self, qtbot: QtBot, form: AddressForm, line: LineField, house: FullHouse
    ) -> None:
        QTest.keyClicks(line, " 192.168.1.61 ")

        with qtbot.waitSignal(form.found) as found:
            QTest.keyClick(line, Qt.Key.Key_Return)

        assert house.finder.asked == [("try_address", "192.168.1.61")]
        assert line.text() == ""
        assert found.args == ["Fireside (Cobalt S1) answers at 192.168.1.61."]

    def test_a_wrong_address_is_said_below_the_field(
        self, qtbot: QtBot, form: AddressForm, line: LineField, house: FullHouse
    ) -> None:
        house.finder.refusals["try_address"] = WrongUsage("address.malformed", address="192.168.1.")
        QTest.keyClicks(line, "192.168.1.")

        button(form, "streamers.empty.try").click()

        assert line.is_wrong
        assert line.text() == "192.168.1."
        assert any("address" in text for text in texts(form))

    def test_typing_on_takes_the_error_away(
        self, qtbot: QtBot, form: AddressForm, line: LineField, house: FullHouse
    ) -> None:
        house.finder.refusals["try_address"] = NotReachable("address.silent", address="10.0.0.1")
        QTest.keyClicks(line, "10.0.0.1")
        button(form, "streamers.empty.try").click()

        QTest.keyClicks(line, "2")

        assert not line.is_wrong

    def test_an_empty_field_tries_nothing_and_takes_the_keyboard(
        self, form: AddressForm, line: LineField, house: FullHouse
    ) -> None:
        button(form, "streamers.empty.try").click()

        assert house.finder.asked == []
        assert line.hasFocus()

    def test_a_second_try_waits_for_the_first(
        self, qtbot: QtBot, form: AddressForm, line: LineField, house: FullHouse
    ) -> None:
        house.launcher.is_holding = True
        QTest.keyClicks(line, "10.0.0.1")

        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClick(line, Qt.Key.Key_Return)
        house.launcher.let_run()

        assert house.finder.asked == [("try_address", "10.0.0.1")]


def test_the_columns_stand_where_the_design_has_them(view: NothingFoundView) -> None:
    view.grab()
    lefts = {card.mapTo(view, QPoint(0, 0)).x() for card in view.findChildren(Card)}

    assert lefts == {32, 32 + 576 + 16}


def test_the_field_keeps_its_room_until_an_address_is_tried(
    view: NothingFoundView, house: FullHouse
) -> None:
    house.launcher.is_holding = True
    attempt = button(view, "streamers.empty.try")
    before_px = attempt.sizeHint().width()

    view.findChildren(LineField, "streamers.empty.address")[0].setText("192.168.1.61")
    attempt.click()
    busy_px, busy = attempt.sizeHint().width(), attempt.text()
    house.launcher.let_run()

    assert busy == "Trying"
    assert busy_px > before_px
    assert attempt.sizeHint().width() == before_px


def test_buttons_are_verbs(view: NothingFoundView) -> None:
    words = {each.text() for each in view.findChildren(QPushButton) if each.isVisible()}

    assert words == {
        "Find again",
        "Technical details",
        "Start the demo",
        "Try",
        "Ask every address",
    }
