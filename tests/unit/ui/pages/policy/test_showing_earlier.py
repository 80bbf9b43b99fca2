"""What is said of earlier versions, known and not known, on page Policy."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.ui.pages.policy.page import PolicyPage
from tests.fakes.kept_home import EFFECTIVE, policy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


def open_page(qtbot: QtBot, theme: Theme, house: FullHouse) -> PolicyPage:
    page = PolicyPage(theme, services=house.services, version="")
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    return page


def choice(page: PolicyPage, name: str) -> QRadioButton:
    found = page.findChild(QRadioButton, name)
    assert isinstance(found, QRadioButton)
    return found


def test_of_the_first_version_nothing_earlier_is_said_without_the_server(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.home.stand(server=ServerState.AWAY)
    house.home.refusals["versions"] = NotReachable("server.away")

    page = open_page(qtbot, theme, house)
    is_said = page.reader.strip.isVisible()
    house.home.stand(sync=SyncReport(SyncState.AWAY))
    asked = house.home.asked.count("versions")
    house.home.refusals.clear()
    house.home.stand(server=ServerState.REACHED)

    assert not is_said
    assert asked == 1
    assert page.reader.strip.isVisible()
    assert page.reader.strip.words == "This is the first version."
    assert not choice(page, "policy.view.changes").isVisible()


def test_while_an_earlier_version_is_looked_for_there_is_no_choice(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.launcher.is_holding = True

    page = open_page(qtbot, theme, house)

    said, can_choose = page.reader.strip.words, choice(page, "policy.view.changes").isVisible()
    house.launcher.let_run()

    assert (said, can_choose) == ("Looking for an earlier version", False)


def test_an_earlier_version_that_was_found_and_is_out_of_reach_is_said(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.home.ask(policy("1.1", effective_at=EFFECTIVE + timedelta(days=40)))
    house.home.refusals["version"] = NotReachable("server.away")

    page = open_page(qtbot, theme, house)

    said = "The server does not answer; the earlier version is kept there."
    assert page.reader.strip.words == said
    assert choice(page, "policy.view.changes").isVisible()
