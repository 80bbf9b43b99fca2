from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.qa.reading import shown, text_of
from altrabits_desktop.ui.pages.support.ticket_list import TicketRow
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.text_field import TextField
from tests.fakes.clock import NOON
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import policy
from tests.fakes.kept_membership import ticket
from tests.harness.support_page import (
    FIRST,
    NARROW,
    SECOND,
    WIDE,
    OpenPage,
    field,
    names,
    part,
    press,
    write,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.full_house import FullHouse


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


def test_what_needs_an_account_leads_to_its_page(house: FullHouse, open_page: OpenPage) -> None:
    house.home.stand(server=ServerState.REACHED, policy=policy())
    page = open_page()
    led, elsewhere = Told(page.account_wanted), Told(page.privacy_wanted)

    press(page, "support.shut.button")

    assert (len(led), len(elsewhere)) == (1, 0)
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
    assert "To the server of this computer" in preview
    assert (getattr(kept.body, "subject", ""), getattr(kept.body, "text", "")) == (
        "No sound",
        "It is silent.",
    )
    assert text_of(number) == kept.object_id == QGuiApplication.clipboard().text()
    assert "sent as soon as the server answers" in text_of(page)
    assert "Waiting to be sent" in text_of(page)


def test_the_bar_of_many_requests_lies_beside_them(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(*(ticket(f"AB-0000-00{number:02}-X") for number in range(10, 30)))
    page = open_page()
    area = part(page, "support.list").findChild(ScrollArea)
    assert area is not None
    assert area.bar is not None

    row = page.findChild(TicketRow)

    assert row is not None
    assert area.bar.mapTo(page, QPoint()).x() > row.mapTo(page, row.rect().topRight()).x()


def test_why_nothing_can_be_replied_stands_beside_its_lock(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    member.home.stand(standing=Standing.DECLINED)
    page = open_page()

    why, lead = part(page, "support.closed"), part(page, "support.closed.button")

    middles = [each.mapTo(page, each.rect().center()).y() for each in (why, lead)]
    assert abs(middles[0] - middles[1]) <= 1
    assert why.height() < lead.height()


def test_a_missing_subject_is_said_below_its_field(member: FullHouse, open_page: OpenPage) -> None:
    assert member.home.report().email
    page = open_page()
    press(page, "support.empty.new")

    press(page, "support.send")

    fault, text = part(page, "support.subject.fault"), field(page, "support.text")
    assert "needs a subject" in text_of(fault)
    assert fault.mapTo(page, fault.rect().bottomLeft()).y() < text.mapTo(page, QPoint()).y()
    assert "support.fault" not in names(page)


def test_the_field_that_is_refused_is_where_one_types_on_and_only_then(
    member: FullHouse, open_page: OpenPage
) -> None:
    page = open_page()
    press(page, "support.empty.new")
    part(page, "support.send").setFocus()

    press(page, "support.send")
    at_refusal = page.focusWidget()
    part(page, "support.later").setFocus()
    member.home.stand(waits=1)

    assert at_refusal is part(page, "support.subject")
    assert part(page, "support.later").hasFocus()


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


def test_a_close_that_the_server_did_not_take_is_said_until_it_was_seen(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST))
    page = open_page()
    press(page, "support.close")
    press(page, "support.close.go")

    member.membership.refuse("object.changed")
    said = text_of(part(page, "support.refused"))
    can_close = "support.close" in names(page)
    verbs = [text_of(part(page, name)) for name in ("support.refused.close", "support.close")]
    press(page, "support.refused.close")

    assert verbs == ["Close the message", "Close\nClose the request"]
    assert f"The server did not close {FIRST}" in said
    assert can_close
    assert "support.refused" not in names(page)
    assert member.membership.outbox == []


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


def test_after_another_sign_in_the_latest_request_stands_beside_the_list_again(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    page = open_page()
    member.home.stand(standing=Standing.ANONYMOUS, email="")
    signed_out = "support.thread" in names(page)

    member.home.stand(standing=Standing.SIGNED_IN, email="maple@example.net")

    assert not signed_out
    assert "support.thread" in names(page)
    assert text_of(part(page, "support.number")) == FIRST


def test_tab_leads_down_the_list_also_after_a_request_moved_up(
    member: FullHouse, open_page: OpenPage, qtbot: QtBot
) -> None:
    member.membership.show(ticket(FIRST, at=NOON), ticket(SECOND, at=NOON + timedelta(minutes=1)))
    page = open_page()

    member.membership.answer(FIRST, "Is it plugged in?", at=NOON + timedelta(minutes=2))

    upper, lower = part(page, f"support.ticket.{FIRST}"), part(page, f"support.ticket.{SECOND}")
    qtbot.waitUntil(lambda: upper.mapTo(page, QPoint()).y() < lower.mapTo(page, QPoint()).y())
    upper.setFocus()
    QTest.keyClick(upper, Qt.Key.Key_Tab)
    assert lower.hasFocus()


def test_where_there_is_room_again_the_latest_request_stands_beside_the_list(
    member: FullHouse, open_page: OpenPage
) -> None:
    member.membership.show(ticket(FIRST), ticket(SECOND))
    page = open_page(NARROW)
    alone = "support.thread" in names(page)

    page.resize(WIDE, 700)

    assert not alone
    assert "support.thread" in names(page)
    assert text_of(part(page, "support.number")) == FIRST
