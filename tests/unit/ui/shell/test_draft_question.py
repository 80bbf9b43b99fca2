"""Closing a window that holds something written to support and not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.widgets.text_field import TextField
from tests.fakes.full_house import fireside
from tests.fakes.kept_home import policy
from tests.fakes.kept_household import JOINED
from tests.fakes.kept_membership import ticket
from tests.harness.window_parts import part, press, words

if TYPE_CHECKING:
    from altrabits_desktop.ui.shell.window import Window
    from tests.fakes.full_house import FullHouse
    from tests.unit.ui.shell.conftest import OpenWindow

NUMBER = "AB-7K2Q-9MZT-T"


@pytest.fixture
def window(house: FullHouse, open_window: OpenWindow) -> Window:
    house.home.stand(
        server=ServerState.REACHED,
        standing=Standing.SIGNED_IN,
        email="maple@example.net",
        policy=policy(),
        sync=SyncReport(SyncState.IN_STEP),
    )
    house.membership.show(ticket(NUMBER))
    opened = open_window()
    press(opened, "navigation.support")
    return opened


def is_asked(window: Window) -> bool:
    return any(each.isVisible() for each in window.findChildren(QWidget, "support.unsent"))


def begin_request(window: Window) -> None:
    press(window, "support.new")
    field = part(window, "support.subject")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "No sound")


def begin_reply(window: Window) -> None:
    press(window, f"support.ticket.{NUMBER}")
    field = part(window, "support.reply")
    assert isinstance(field, TextField)
    QTest.keyClicks(field, "It is back")


def test_a_window_without_a_draft_closes_at_once(window: Window) -> None:
    assert window.close()


def test_a_request_that_is_not_sent_is_not_lost_by_one_press(window: Window) -> None:
    begin_request(window)
    press(window, "navigation.streamers")

    was_closed = window.close()

    assert not was_closed
    assert window.isVisible()
    asked = part(window, "support.unsent")
    assert words(asked) == (
        "What you wrote to support is not sent. It is lost when the window closes."
    )
    assert QApplication.focusWidget() is part(window, "support.unsent.see")


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_that_is_closed_unseen_shows_what_it_asks(window: Window) -> None:
    begin_request(window)
    window.showMinimized()

    window.close()

    assert is_asked(window)
    assert not window.isMinimized()


def test_who_closes_it_once_more_means_it(window: Window) -> None:
    begin_request(window)
    window.close()

    assert window.close()


def test_closing_all_the_same_closes(window: Window) -> None:
    begin_request(window)
    window.close()

    press(window, "support.unsent.close")

    assert not window.isVisible()


def test_starting_again_closes_the_window_at_once_where_nothing_is_lost(window: Window) -> None:
    window.start_again()

    assert not window.isVisible()
    assert window.is_starting_again


def test_starting_again_asks_as_closing_does_and_goes_on_from_there(window: Window) -> None:
    begin_request(window)

    window.start_again()
    was_open = window.isVisible()
    asked = is_asked(window)
    press(window, "support.unsent.close")

    assert was_open
    assert asked
    assert not window.isVisible()
    assert window.is_starting_again


def test_who_closes_the_window_instead_starts_nothing_again(window: Window) -> None:
    begin_request(window)
    window.start_again()

    assert window.close()
    assert not window.is_starting_again


def test_who_stays_after_all_and_closes_later_starts_nothing_again(window: Window) -> None:
    begin_request(window)
    window.start_again()
    press(window, "support.unsent.see")

    window.close()
    press(window, "support.unsent.close")

    assert not window.isVisible()
    assert not window.is_starting_again


def test_page_settings_starts_again(window: Window, house: FullHouse) -> None:
    house.household.joined = JOINED
    press(window, "navigation.settings")

    press(window, "settings.household.again")

    assert window.is_starting_again


@pytest.mark.parametrize(
    ("begin", "field"), [(begin_request, "support.subject"), (begin_reply, "support.reply")]
)
def test_what_was_written_is_one_press_away(window: Window, begin: object, field: str) -> None:
    assert callable(begin)
    begin(window)
    press(window, "navigation.streamers")
    window.close()

    press(window, "support.unsent.see")

    assert not is_asked(window)
    assert part(window, field).isVisible()


def test_a_page_that_is_left_takes_the_question_along_and_it_is_asked_again(
    window: Window,
) -> None:
    begin_reply(window)
    window.close()

    press(window, "navigation.settings")
    after_leaving = is_asked(window)
    window.close()

    assert not after_leaving
    assert is_asked(window)


def test_what_is_emptied_is_no_draft(window: Window) -> None:
    begin_request(window)
    field = part(window, "support.subject")
    assert isinstance(field, QLineEdit)
    field.clear()

    assert window.close()


def test_an_answer_to_what_was_closed_meanwhile_is_no_draft(
    window: Window, house: FullHouse
) -> None:
    begin_reply(window)

    house.membership.show(ticket(NUMBER, state=TicketState.CLOSED))

    assert window.close()


def test_what_is_left_with_its_account_is_no_draft(window: Window, house: FullHouse) -> None:
    begin_request(window)

    house.home.stand(email="", standing=Standing.ANONYMOUS)

    assert window.close()


def test_what_is_sent_after_all_is_asked_about_no_longer(window: Window) -> None:
    begin_reply(window)
    window.close()

    press(window, "support.reply.send")

    assert not is_asked(window)


def test_a_question_about_something_else_stays_when_there_is_no_draft(
    window: Window, house: FullHouse
) -> None:
    begin_reply(window)
    window.close()
    house.show(fireside())
    window.ask_page("fireside")

    press(window, "support.reply.send")

    assert part(window, "streamer.page.question").isVisible()


def test_the_end_of_the_session_of_the_system_is_not_held_up(
    window: Window, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_request(window)
    monkeypatch.setattr(qapp, "isSavingSession", lambda: True)

    assert window.close()
