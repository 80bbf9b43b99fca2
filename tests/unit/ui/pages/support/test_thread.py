from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.ids import TICKET_BYTES, new_ticket_number
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.qa.reading import shown, text_of
from altrabits_desktop.sync.outbox import Errand
from altrabits_desktop.ui.pages.support.minutes import Minutes
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring
from altrabits_desktop.ui.widgets.plain_view import PlainView
from tests.fakes.house_on_show import Told
from tests.fakes.kept_membership import ticket
from tests.harness.support_page import (
    FIRST,
    NARROW,
    SECOND,
    OpenPage,
    field,
    names,
    part,
    press,
    write,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


def test_a_reply_is_sent_by_the_keyboard_alone(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    reply = field(page, "support.reply")
    QTest.keyClicks(reply, "It is plugged in.")

    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [waiting.object_id for waiting in member.membership.outbox] == [FIRST]
    assert reply.toPlainText() == ""
    assert "It is plugged in." in text_of(part(page, "support.thread"))


def test_c48_what_waits_after_a_no_says_why_and_what_to_do(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    reply = field(page, "support.reply")
    QTest.keyClicks(reply, "It is plugged in.")
    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    member.home.stand(standing=Standing.DECLINED)

    said = text_of(part(page, "support.thread"))
    assert "not sent, because the privacy policy is declined" in said
    assert "accept the policy, on page Privacy" in said


@pytest.mark.parametrize(
    "case", list(product(["en", "de"], [760, 960, 1180], [Standing.DECLINED, Standing.LIMITED]))
)
def test_c48_why_something_waits_is_said_whole_and_not_as_success(
    qapp: QApplication,
    member: FullHouse,
    open_page: OpenPage,
    theme: Theme,
    case: tuple[str, int, Standing],
) -> None:
    language, width, standing = case
    speak_in(qapp, language)
    member.membership.show(ticket(FIRST))
    page = open_page(width)
    press(page, f"support.ticket.{FIRST}")
    reply = field(page, "support.reply")
    QTest.keyClicks(reply, "It is plugged in.")
    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    member.home.stand(standing=standing)

    said = part(page, "support.sent")
    assert isinstance(said, QLabel)
    assert said.isVisible()
    assert not isinstance(said, ElidedLabel)
    assert said.height() >= said.heightForWidth(said.width())
    assert said.palette().windowText().color() == theme.colour("text.2")


def test_that_a_request_is_sent_is_said_as_success(
    member: FullHouse, open_page: OpenPage, theme: Theme
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    write(page, "Kitchen", "It is silent.")
    press(page, "support.send")
    said = part(page, "support.sent")
    waiting = said.palette().windowText().color()

    member.membership.take()

    assert waiting == theme.colour("text.2")
    assert said.palette().windowText().color() == theme.colour("ok")


def test_a_request_is_closed_by_its_person(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()

    press(page, "support.close")
    asked = (list(member.membership.outbox), text_of(part(page, "support.close.question")))
    press(page, "support.close.go")
    waiting = list(member.membership.outbox)
    member.membership.take()

    assert asked[0] == []
    assert "A closed request stays closed" in asked[1]
    assert "support.close.question" not in names(page)
    assert [(each.errand, each.object_id) for each in waiting] == [(Errand.CLOSE_TICKET, FIRST)]
    assert "support.close" not in names(page)
    assert "This request is closed." in text_of(part(page, "support.closed"))


def test_the_keyboard_stays_in_a_request_that_was_closed_by_it(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    close = part(page, "support.close")
    close.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(close, Qt.Key.Key_Space)
    QTest.keyClick(part(page, "support.close.keep"), Qt.Key.Key_Tab)
    QTest.keyClick(part(page, "support.close.go"), Qt.Key.Key_Return)

    assert part(page, "support.copy").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_close_that_was_not_meant_leads_back_to_where_it_was_asked_for(
    member: FullHouse, open_page: OpenPage, key: Qt.Key
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    close = part(page, "support.close")
    close.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(close, Qt.Key.Key_Return)
    keep = part(page, "support.close.keep")
    at_answer = (keep.hasFocus(), has_ring(keep))

    QTest.keyClick(keep, key)

    assert at_answer == (True, True)
    assert (close.hasFocus(), has_ring(close)) == (True, True)
    assert "support.close.question" not in names(page)
    assert member.membership.outbox == []


def test_another_request_is_not_the_one_that_was_to_be_closed(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    page = open_page()
    press(page, f"support.ticket.{FIRST}")
    press(page, "support.close")

    press(page, f"support.ticket.{SECOND}")

    assert "support.close.question" not in names(page)
    assert "support.close" in names(page)


def test_a_close_that_could_not_be_kept_is_said(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    member.membership.refusal = StoreUnusable("store.full")

    press(page, "support.close")
    press(page, "support.close.go")

    assert text_of(part(page, "support.reply.fault"))
    assert part(page, "support.close").hasFocus()
    assert "support.close" in names(page)


def test_what_is_closed_or_shut_is_not_closed_again(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST, state=TicketState.CLOSED), ticket(SECOND))
    page = open_page()

    press(page, f"support.ticket.{FIRST}")
    closed = "support.close" in names(page)
    press(page, f"support.ticket.{SECOND}")
    opened = "support.close" in names(page)
    member.home.stand(standing=Standing.DECLINED)

    assert (closed, opened) == (False, True)
    assert "support.close" not in names(page)


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

    press(page, "support.closed.button")

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


async def test_the_page_paints_and_is_told_of_another_minute(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    minutes = page.findChild(Minutes)
    assert isinstance(minutes, Minutes)
    at_once = minutes.wait_ms
    await member.clock.advance(119)
    minutes.passed.emit()
    before = text_of(part(page, "support.list"))
    soon = minutes.wait_ms
    await member.clock.advance(1)

    minutes.passed.emit()

    assert (at_once, soon) == (60_100, 1_100)
    assert "1 min ago" in before
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
