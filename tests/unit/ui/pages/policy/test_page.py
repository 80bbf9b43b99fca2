from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.policy.page import PolicyPage
from altrabits_desktop.ui.widgets.skeleton import Skeleton
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import DECIDED, policy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


class Opened(Protocol):
    def __call__(self, version: str = "", *, width: int = 956) -> PolicyPage: ...


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, house: FullHouse) -> Opened:
    def open_page(version: str = "", *, width: int = 956) -> PolicyPage:
        page = PolicyPage(theme, services=house.services, version=version)
        qtbot.addWidget(page)
        page.resize(width, 740)
        page.show()
        return page

    return open_page


def offered(page: PolicyPage) -> set[str]:
    buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    return {button.objectName() for button in buttons} & {
        "policy.accept",
        "policy.decline",
        "policy.later",
    }


def texts(page: PolicyPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(page: PolicyPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_shows_the_text_and_what_it_is(opened: Opened) -> None:
    page = opened()

    assert "It holds for every product." in page.reader.text.toPlainText()
    assert "Version 1.0" in texts(page)
    assert "4f9c 1a7e 08d2" in texts(page)


def test_both_answers_are_offered_to_whoever_gave_none(opened: Opened) -> None:
    assert offered(opened()) == {"policy.accept", "policy.decline"}


@pytest.mark.parametrize(
    ("decision", "other"),
    [
        (DecisionKind.DECLINED, "policy.accept"),
        (DecisionKind.ACCEPTED, "policy.decline"),
    ],
)
def test_a_mind_is_changed_by_one_press(
    opened: Opened, house: FullHouse, decision: DecisionKind, other: str
) -> None:
    house.home.stand(decision=decision, decided_at=DECIDED, standing=Standing.DECLINED)
    page = opened()
    left = Told(page.left)
    only = offered(page)

    press(page, other)

    assert only == {other}
    assert [decided.kind for decided in house.home.decided] != [decision]
    assert len(house.home.decided) == 1
    assert len(left) == 1


def test_an_earlier_version_is_read_and_not_decided_about(opened: Opened, house: FullHouse) -> None:
    house.home.policies = (policy(), policy("0.9", text="## Before\n\nwords"))

    page = opened("0.9")

    assert page.reader.text.toPlainText().startswith("Before\nwords")
    assert offered(page) == set()
    assert "A later version is in force" in texts(page)


def test_a_text_that_cannot_be_fetched_is_fetched_by_a_press(
    opened: Opened, house: FullHouse
) -> None:
    house.home.policies = (policy(), policy("0.9"))
    house.home.refusals["version"] = NotReachable("server.away")
    page = opened("0.9")
    said = texts(page)
    house.home.refusals.clear()

    press(page, "policy.fetch.button")

    assert "kept there" in said
    assert "It holds for every product." in page.reader.text.toPlainText()
    assert "kept there" not in texts(page)


def test_waiting_for_a_text_shows_its_shape(qtbot: QtBot, opened: Opened, house: FullHouse) -> None:
    house.home.policies = (policy(), policy("0.9"))
    house.launcher.is_holding = True
    page = opened("0.9")
    shape = page.findChild(Skeleton)
    assert isinstance(shape, Skeleton)

    qtbot.waitUntil(lambda: shape.has_appeared)
    house.launcher.let_run()

    assert not shape.has_appeared
    assert page.reader.isVisible()


def test_the_search_belongs_to_the_text(opened: Opened) -> None:
    page = opened()
    field = page.findChild(QLineEdit, "policy.search.field")
    assert isinstance(field, QLineEdit)

    field.setText("what")

    assert page.reader.text.hits == 3


def test_a_narrow_page_says_its_facts_in_fewer_letters(opened: Opened) -> None:
    page = opened(width=696)

    assert "4f9c 1a7e" in texts(page)
    assert "08d2" not in texts(page)


def test_the_way_back_is_told(opened: Opened) -> None:
    page = opened()
    left = Told(page.left)

    press(page, "policy.back.button")

    assert len(left) == 1


def test_c48_after_a_no_from_before_the_sign_in_both_answers_are_given_anew(
    house: FullHouse, opened: Opened
) -> None:
    house.home.ask()
    house.home.stand(
        standing=Standing.DECLINED,
        email="ada@example.test",
        decision=DecisionKind.DECLINED,
        decided_at=DECIDED,
        is_no_of_computer=True,
    )

    page = opened()

    assert offered(page) == {"policy.accept", "policy.decline"}
    assert "declined on this computer before this sign-in" in texts(page)
