"""The doctor in the place of the list: there is one, and somebody misses another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from altrabits_desktop.contract.doctor import Health
from altrabits_desktop.support.checks import judge
from altrabits_desktop.ui.pages.nothing_found.path import links_of, path_of
from altrabits_desktop.ui.pages.streamers.card_view import CardView
from altrabits_desktop.ui.pages.streamers.why_view import WhyView
from altrabits_desktop.ui.widgets.search_field import SearchField
from tests.fakes.house_on_show import LOOKED, House, five

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamers.page import StreamersPage
    from tests.unit.ui.pages.streamers.conftest import OpenPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def view_of(page: StreamersPage) -> QWidget | None:
    assert page.body is not None
    return page.body.view


def press(page: StreamersPage, name: str) -> None:
    found = page.findChild(QPushButton, f"streamers.{name}")
    assert isinstance(found, QPushButton)
    assert found.isVisible()
    found.click()


@pytest.fixture
def page(open_page: OpenPage, house: House) -> StreamersPage:
    house.show(*five())
    page = open_page()
    press(page, "missing.why")
    return page


def test_it_says_what_was_checked_though_others_are_listed(page: StreamersPage) -> None:
    view = view_of(page)

    assert isinstance(view, WhyView)
    assert view.findChild(QWidget, "streamers.empty") is not None
    field = page.findChild(SearchField)
    assert field is None or not field.isVisible()


def test_the_way_back_leads_to_the_list_and_the_button(page: StreamersPage) -> None:
    press(page, "why.back")

    assert isinstance(view_of(page), CardView)
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "streamers.missing.why"


def test_escape_leads_back(page: StreamersPage) -> None:
    focused = page.window().focusWidget()
    assert focused is not None

    QTest.keyClick(focused, Qt.Key.Key_Escape)

    assert isinstance(view_of(page), CardView)


def test_who_leaves_the_page_comes_back_to_the_list(page: StreamersPage) -> None:
    page.hide()
    page.show()

    assert isinstance(view_of(page), CardView)


def test_a_streamer_that_comes_meanwhile_closes_nothing(page: StreamersPage, house: House) -> None:
    house.show(*five()[:3])

    assert isinstance(view_of(page), WhyView)


def test_where_nobody_is_left_there_is_nothing_to_go_back_to(
    page: StreamersPage, house: House
) -> None:
    house.show()

    assert not isinstance(view_of(page), (WhyView, CardView))


def test_the_way_to_streamers_that_are_found_is_whole() -> None:
    diagnosis = judge(LOOKED, None, listed=2)

    *_, streamers = path_of(diagnosis, is_looking=False)
    *_, link = links_of(diagnosis, is_looking=False)

    assert (streamers.health, streamers.lines) == (Health.GOOD, ("2 answer",))
    assert (link.health, link.title) == (Health.GOOD, "answers")
