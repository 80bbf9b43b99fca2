from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.ids import TICKET_BYTES, new_ticket_number
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.qa.reading import shown, text_of
from altrabits_desktop.ui.pages.support.minutes import Minutes
from altrabits_desktop.ui.pages.support.page import SupportPage
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.text_field import TextField
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import policy
from tests.fakes.kept_membership import ticket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

FIRST, SECOND = "AB-7K2Q-9MZT-T", "AB-4XD1-0H8P-1"
WIDE, NARROW = 1000, 700


class OpenPage(Protocol):
    def __call__(self, width: int = WIDE) -> SupportPage: ...


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, model: SupportViewModel) -> Iterator[OpenPage]:
    pages: list[SupportPage] = []

    def opened(width: int = WIDE) -> SupportPage:
        page = SupportPage(theme, model=model)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield opened
    pages.clear()


def names(page: SupportPage) -> set[str]:
    return {widget.objectName() for widget in shown(page)}


def press(page: SupportPage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def field(page: SupportPage, name: str) -> TextField:
    found = page.findChild(TextField, name)
    assert isinstance(found, TextField)
    return found


def part(page: SupportPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def write(page: SupportPage, subject: str, text: str) -> None:
    line = page.findChild(QLineEdit, "support.subject")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, subject)
    QTest.keyClicks(field(page, "support.text"), text)


@pytest.mark.parametrize("standing", [Standing.ANONYMOUS, Standing.DECLINED])
def test_the_contact_is_there_without_an_account_and_after_a_no(
    house: FullHouse, open_page: OpenPage, standing: Standing
) -> None:
    house.home.stand(
        server=ServerState.REACHED, standing=standing, policy=policy(contact="help@example.test")
    )
    page = open_page()
    text = page.findChild(PlainView, "support.contact.text")
    assert isinstance(text, PlainView)

    text.selectAll()
    selected = text.textCursor().selectedText()
    press(page, "support.contact.copy")

    assert selected == QGuiApplication.clipboard().text() == "help@example.test"
    assert "support.shut" in names(page)
    assert "support.new" not in names(page)


def test_what_needs_an_account_leads_to_where_it_is_decided(
    house: FullHouse, open_page: OpenPage
) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    page = open_page()
    led = Told(page.privacy_wanted)

    press(page, "support.privacy")

    assert len(led) == 1
    assert "Requests need an account" in text_of(page)


def test_without_requests_the_page_says_what_to_do(member: FullHouse, open_page: OpenPage) -> None:
    page = open_page()

    press(page, "support.empty.new")

    assert {"support.subject", "support.text", "support.send"} <= names(page)


def test_while_requests_are_read_their_shape_stands_for_them(
    member: FullHouse, open_page: OpenPage, qtbot: QtBot
) -> None:
    member.home.stand(email="")
    member.home.stand(email="oak@example.net", sync=SyncReport(SyncState.WORKING))

    page = open_page()

    assert "support.empty.new" not in names(page)
    member.home.stand(sync=SyncReport(SyncState.IN_STEP))
    assert "support.empty.new" in names(page)


def test_all_requests_stand_in_the_list_and_the_latest_is_open(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(
        ticket(FIRST, subject="No sound"),
        ticket(SECOND, subject="No light", state=TicketState.CLOSED),
    )

    page = open_page()

    latest = member.services.belongings.tickets()[0]
    row = part(page, f"support.ticket.{SECOND}")
    assert row.accessibleName() == f"No light, Closed, just now, {SECOND}"
    assert part(page, "support.thread").accessibleName() == latest.subject


def test_c07_a_new_request_shows_exactly_what_is_sent_and_then_its_number(
    member: FullHouse, open_page: OpenPage
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    write(page, "  No   sound", " It is silent. ")
    preview = text_of(part(page, "support.preview"))

    press(page, "support.send")

    [kept] = member.membership.outbox
    number = part(page, "support.number")
    press(page, "support.copy")
    assert "\nNo sound\n" in preview
    assert "\nIt is silent.\n" in preview
    assert "Nothing else goes along" in preview
    assert (getattr(kept.body, "subject", ""), getattr(kept.body, "text", "")) == (
        "No sound",
        "It is silent.",
    )
    assert text_of(number) == kept.object_id == QGuiApplication.clipboard().text()
    assert "sent as soon as the server answers" in text_of(page)
    assert "Waits to be sent" in text_of(page)


def test_what_cannot_be_kept_is_said_where_it_was_written(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.refusal = StoreUnusable("store.full")
    page = open_page()
    press(page, "support.empty.new")
    write(page, "No sound", "It is silent.")

    press(page, "support.send")

    assert "The disk is full" in text_of(part(page, "support.fault"))
    assert field(page, "support.text").toPlainText() == "It is silent."


def test_a_request_without_words_marks_the_field(member: FullHouse, open_page: OpenPage) -> None:
    page = open_page()
    press(page, "support.empty.new")
    write(page, "No sound", "")

    press(page, "support.send")

    assert field(page, "support.text").is_wrong


def test_what_is_typed_too_long_is_counted_and_refused(
    member: FullHouse, open_page: OpenPage
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    write(page, "No sound", "")
    field(page, "support.text").set_text("a" * 20_001)

    press(page, "support.send")

    assert "20,001 of 20,000" in text_of(page)
    assert member.membership.outbox == []


def test_a_reply_is_sent_by_the_keyboard_alone(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    reply = field(page, "support.reply")
    QTest.keyClicks(reply, "It is plugged in.")

    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [waiting.object_id for waiting in member.membership.outbox] == [FIRST]
    assert reply.toPlainText() == ""
    assert "It is plugged in." in text_of(part(page, "support.thread"))


def test_c16_an_answer_appears_and_leaves_what_is_typed_as_it_is(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    reply = field(page, "support.reply")
    reply.setFocus()
    QTest.keyClicks(reply, "Half a sentence")
    QTest.keyClick(reply, Qt.Key.Key_Left)
    at = reply.textCursor().position()

    member.membership.answer(FIRST, "Is it plugged in?")

    assert "Is it plugged in?" in text_of(part(page, "support.thread"))
    assert reply.toPlainText() == "Half a sentence"
    assert reply.textCursor().position() == at
    assert reply.hasFocus()


def test_an_answer_moves_nothing_that_is_being_read(
    member: FullHouse, open_page: OpenPage, qtbot: QtBot
) -> None:
    texts = [f"Part {number}.\n" + "word " * 200 for number in range(8)]
    member.membership.show(ticket(FIRST, *texts))
    page = open_page()
    area = part(page, "support.thread").findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    scrolling = area.verticalScrollBar()
    qtbot.waitUntil(lambda: scrolling.value() == scrolling.maximum() > 0)
    scrolling.setValue(40)

    member.membership.answer(FIRST, "Is it plugged in?")
    qtbot.wait(1)

    assert scrolling.value() == 40


def test_a_closed_request_says_that_it_is_closed(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST, state=TicketState.CLOSED))

    page = open_page()

    assert "This request is closed." in text_of(part(page, "support.closed"))
    assert "support.reply" not in names(page)


def test_after_a_no_requests_can_be_read_and_not_replied_to(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    member.home.stand(standing=Standing.DECLINED)
    page = open_page()
    led = Told(page.privacy_wanted)

    press(page, "support.reply.privacy")

    assert "It is silent." in text_of(part(page, "support.thread"))
    assert {"support.reply", "support.new"}.isdisjoint(names(page))
    assert len(led) == 1


def test_hostile_texts_are_shown_as_they_are_and_bounded(
    member: FullHouse, open_page: OpenPage
) -> None:
    hostile = "<b>bold</b> \u202eturned\n" + "\n".join("line" for _ in range(5_000))
    member.membership.show(ticket(FIRST, hostile, subject="<h1>" + "S" * 100))
    page = open_page()
    view = page.findChild(PlainView, "support.message.text")
    assert isinstance(view, PlainView)
    folded_px = view.height()

    press(page, "support.message.unfold")

    assert view.toPlainText().startswith("<b>bold</b> [U+202E]turned\n")
    assert view.height() == 240 < folded_px
    assert view.toPlainText().count("line") == 5_000
    press(page, "support.message.unfold")
    assert view.height() == folded_px


def test_many_messages_and_requests_come_in_parts(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST, *(f"Message {number}." for number in range(40))))
    page = open_page()
    thread = part(page, "support.thread")
    at_first = len(thread.findChildren(PlainView, "support.message.text"))

    press(page, "support.earlier")

    assert at_first == 30
    assert "Message 0." in text_of(thread)


def test_in_a_narrow_window_list_and_request_take_turns(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page(NARROW)
    list_first = "support.thread" not in names(page)
    press(page, f"support.ticket.{FIRST}")
    then_thread = "support.list" not in names(page)

    press(page, "support.back.button")

    assert (list_first, then_thread) == (True, True)
    assert "support.list" in names(page)
    assert part(page, f"support.ticket.{FIRST}").hasFocus()


def test_going_on_later_keeps_what_is_typed(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    press(page, "support.new")
    write(page, "No light", "Since noon.")
    press(page, "support.later")
    left = "support.thread" in names(page)

    press(page, "support.new")

    assert left
    assert field(page, "support.text").toPlainText() == "Since noon."


def test_what_the_server_did_not_take_is_said_with_its_words(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    QTest.keyClicks(field(page, "support.reply"), "Once more.")
    press(page, "support.reply.send")

    member.membership.refuse("ticket.closed")
    press(page, "support.refused.details")

    said = text_of(part(page, "support.refused"))
    assert f"The support request {FIRST} is closed" in said
    assert "Once more." in said


def test_all_that_can_be_used_has_a_name_that_is_read_aloud(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    silent = [
        widget.objectName()
        for widget in shown(page, "support.*")
        if isinstance(widget, (QAbstractButton, QLineEdit, TextField, PlainView))
        and not widget.accessibleName()
    ]

    assert silent == []


def test_after_sending_the_keyboard_is_at_the_number(
    member: FullHouse, open_page: OpenPage
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    write(page, "No sound", "It is silent.")
    field(page, "support.text").setFocus()

    QTest.keyClick(
        field(page, "support.text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )

    assert part(page, "support.copy").hasFocus()


def test_escape_goes_one_step_back_and_keeps_what_is_typed(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page(NARROW)
    press(page, "support.new")
    write(page, "No light", "Since noon.")

    QTest.keyClick(field(page, "support.text"), Qt.Key.Key_Escape)
    after_form = "support.form" not in names(page)
    press(page, f"support.ticket.{FIRST}")
    QTest.keyClick(field(page, "support.reply"), Qt.Key.Key_Escape)

    assert after_form
    assert "support.list" in names(page)
    press(page, "support.new")
    assert field(page, "support.text").toPlainText() == "Since noon."


def test_tab_leads_through_the_form_in_the_order_of_reading(
    member: FullHouse, open_page: OpenPage
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    passed = []

    for _ in range(3):
        focused = page.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)

    assert passed[:2] == ["support.subject", "support.text"]


async def test_the_page_paints_and_is_told_of_another_minute(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    minutes = page.findChild(Minutes)
    assert isinstance(minutes, Minutes)
    await member.clock.advance(120)

    minutes.passed.emit()

    assert "2 min ago" in text_of(part(page, "support.list"))
    assert not page.grab().isNull()


def test_more_requests_than_one_look_takes_come_on_demand(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(
        *(ticket(new_ticket_number(place.to_bytes(TICKET_BYTES))) for place in range(60))
    )
    page = open_page()
    at_first = len(shown(page, "support.ticket.*"))

    press(page, "support.list.more")

    assert (at_first, len(shown(page, "support.ticket.*"))) == (50, 60)
