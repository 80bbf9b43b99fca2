from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.shell.page_rise import PageRise
from altrabits_desktop.ui.shell.page_stack import PageStack

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def stack(qtbot: QtBot, theme: Theme) -> PageStack:
    stack = PageStack(theme)
    qtbot.addWidget(stack)
    stack.resize(300, 200)
    stack.show()
    return stack


def test_a_page_fills_the_stack(stack: PageStack) -> None:
    page = QWidget()
    stack.show_page(page)

    stack.resize(320, 240)

    assert (page.width(), page.height()) == (320, 240)


def test_a_new_page_hides_the_former_and_keeps_it(stack: PageStack) -> None:
    first, second = QWidget(), QWidget()
    stack.show_page(first)

    stack.show_page(second)

    assert stack.page is second
    assert (first.isVisible(), second.isVisible()) == (False, True)


def test_the_same_page_is_left_alone(stack: PageStack) -> None:
    page = QWidget()
    stack.show_page(page)

    stack.show_page(page)

    assert stack.page is page


def test_a_removed_page_is_gone(qtbot: QtBot, stack: PageStack) -> None:
    first, second = QWidget(), QWidget()
    stack.show_page(first)
    stack.show_page(second)

    stack.remove_page(first)

    qtbot.waitUntil(lambda: not shiboken6.isValid(first))


def test_with_reduced_motion_nothing_moves(stack: PageStack) -> None:
    stack.show_page(QWidget())

    stack.show_page(QWidget())

    assert stack.findChild(PageRise) is None


class TestWithMotion:
    @pytest.fixture(autouse=True)
    def moving(self, theme: Theme) -> None:
        theme.set_reduced_motion(False)

    def test_a_page_comes_up_to_its_place(self, qtbot: QtBot, stack: PageStack) -> None:
        stack.show_page(QWidget())
        page = QWidget()

        stack.show_page(page)
        began_at = page.y()

        assert began_at == 8
        qtbot.waitUntil(lambda: page.y() == 0 and stack.findChild(PageRise) is None)

    def test_another_page_meanwhile_ends_the_rise(self, stack: PageStack) -> None:
        first, second = QWidget(), QWidget()
        stack.show_page(QWidget())
        stack.show_page(first)

        stack.show_page(second)

        assert first.y() == 0

    def test_resizing_meanwhile_ends_the_rise(self, stack: PageStack) -> None:
        page = QWidget()
        stack.show_page(QWidget())
        stack.show_page(page)

        stack.resize(400, 300)

        assert (page.y(), page.height()) == (0, 300)

    def test_a_page_that_is_destroyed_meanwhile_does_no_harm(
        self, qtbot: QtBot, stack: PageStack
    ) -> None:
        page = QWidget()
        stack.show_page(QWidget())
        stack.show_page(page)

        shiboken6.delete(page)

        qtbot.waitUntil(lambda: stack.findChild(PageRise) is None)

    def test_a_stack_that_is_hidden_shows_the_page_at_once(self, stack: PageStack) -> None:
        stack.hide()
        stack.show_page(QWidget())

        stack.show_page(QWidget())

        assert stack.findChild(PageRise) is None
