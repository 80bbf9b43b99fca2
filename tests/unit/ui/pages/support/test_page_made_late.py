"""Page Support makes what is to be seen, in turns, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.pages.support.page import SupportPage
from tests.fakes.kept_membership import ticket
from tests.harness.support_page import FIRST, WIDE, OpenPage, names

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


def test_what_is_not_to_be_seen_is_not_made(member: FullHouse, open_page: OpenPage) -> None:
    member.membership.show(ticket(FIRST))

    page = open_page()

    assert {"support.list", "support.thread"} <= names(page)
    unmade = ("support.form", "support.shut", "support.refused", "support.empty.new")
    assert [name for name in unmade if page.findChild(QWidget, name) is not None] == []


def test_list_and_request_come_together_while_the_contact_is_there_at_once(
    qtbot: QtBot, theme: Theme, member: FullHouse, model: SupportViewModel
) -> None:
    member.membership.show(ticket(FIRST))
    page = SupportPage(theme, model=model)
    qtbot.addWidget(page)
    page.resize(WIDE, 700)

    page.show()
    at_once = names(page)
    page.build_rest()

    assert "support.contact" in at_once
    assert at_once.isdisjoint({"support.list", "support.thread"})
    assert {"support.list", "support.thread"} <= names(page)
