from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import ChangeClass, DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.privacy.lines import LinesCard
from altrabits_desktop.ui.pages.privacy.page import PrivacyPage
from altrabits_desktop.ui.pages.privacy.timeline import Timeline
from altrabits_desktop.ui.pages.privacy.versions_card import class_words
from tests.fakes.house_on_show import Told
from tests.fakes.kept_home import DECIDED, EFFECTIVE, policy, receipts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

READ_MS = 30_000
"""Many turns of the loop; on a busy computer each waits for its core."""


class Opened(Protocol):
    def __call__(self, *, width: int = 956) -> PrivacyPage: ...


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, house: FullHouse) -> Iterator[Opened]:
    pages: list[PrivacyPage] = []

    def open_page(*, width: int = 956) -> PrivacyPage:
        page = PrivacyPage(theme, services=house.services)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 740)
        page.show()
        page.build_rest()
        return page

    yield open_page
    pages.clear()


def part(page: PrivacyPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def is_shown(page: PrivacyPage, name: str) -> bool:
    """Tell whether something can be seen; what was never wanted is not even made."""
    found = page.findChild(QWidget, name)
    return isinstance(found, QWidget) and found.isVisible()


def card(page: PrivacyPage, name: str) -> LinesCard:
    found = part(page, name)
    assert isinstance(found, LinesCard)
    return found


def texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(page: PrivacyPage, name: str) -> None:
    button = part(page, name)
    assert isinstance(button, QPushButton)
    button.click()


def sign_in(house: FullHouse, **told: object) -> None:
    house.home.stand(email="ada@example.test", standing=Standing.SIGNED_IN, **told)


def test_shows_the_policy_to_whoever_decided_nothing(opened: Opened) -> None:
    page = opened()

    assert "You have not decided about it." in texts(page)
    assert is_shown(page, "privacy.read.button")
    assert len(card(page, "privacy.open").lines) == 4
    assert is_shown(page, "privacy.closed")
    assert "Nothing is decided" in card(page, "privacy.decisions").sentence
    assert not is_shown(page, "privacy.away")


def test_leads_to_the_text(opened: Opened) -> None:
    page = opened()
    wanted = Told(page.policy_wanted)

    press(page, "privacy.read.button")
    press(page, "privacy.version.1-0")

    assert wanted == ["", "1.0"]


def test_receipts_stand_with_the_newest_first(opened: Opened, house: FullHouse) -> None:
    house.home.kept = receipts(DecisionKind.DECLINED, DecisionKind.ACCEPTED)
    sign_in(house, decision=DecisionKind.ACCEPTED, decided_at=DECIDED)

    decisions = card(opened(), "privacy.decisions")

    names = [line.accessibleName() for line in decisions.lines]
    assert [name.split(".")[0] for name in names] == ["Accepted version 1", "Declined version 1"]
    assert "receipt 2" in names[0]
    assert "2 receipts, none changed or missing" in texts(decisions)


def test_a_broken_chain_is_named(opened: Opened, house: FullHouse) -> None:
    house.home.kept = receipts(DecisionKind.DECLINED, DecisionKind.ACCEPTED)[1:]
    sign_in(house)

    decisions = card(opened(), "privacy.decisions")

    assert decisions.sentence == "Receipt 2 does not fit the one before it."
    assert "whole" not in texts(decisions)


def test_a_decision_without_an_account_says_where_it_is(opened: Opened, house: FullHouse) -> None:
    house.home.stand(decision=DecisionKind.ACCEPTED, decided_at=DECIDED)

    (line,) = card(opened(), "privacy.decisions").lines

    assert line.accessibleName().endswith("on this computer")


def test_an_account_without_a_decision_says_so(opened: Opened, house: FullHouse) -> None:
    sign_in(house)

    assert "Each decision gets a receipt" in card(opened(), "privacy.decisions").sentence


def test_all_that_is_open_takes_two_columns(opened: Opened, house: FullHouse) -> None:
    sign_in(house)
    page = opened()
    page.grab()
    lines = card(page, "privacy.open").lines

    assert not is_shown(page, "privacy.closed")
    assert lines[0].y() == lines[5].y()
    assert lines[0].x() < lines[5].x()


def test_cards_stand_below_each_other_in_a_narrow_page(opened: Opened) -> None:
    page = opened(width=696)
    page.grab()

    assert card(page, "privacy.closed").y() > card(page, "privacy.open").y()


def test_a_no_says_what_goes_on_and_what_has_stopped(opened: Opened, house: FullHouse) -> None:
    page = opened()

    house.home.stand(standing=Standing.DECLINED, decision=DecisionKind.DECLINED, decided_at=DECIDED)

    assert "You declined version 1.0" in texts(page)
    assert card(page, "privacy.open").accessibleName() == "This goes on"
    assert card(page, "privacy.closed").accessibleName() == "This stays closed"


def test_a_server_that_is_away_is_a_quiet_line(opened: Opened, house: FullHouse) -> None:
    house.home.refusals = {
        "versions": NotReachable("server.away"),
        "receipts": NotReachable("server.away"),
    }
    house.home.stand(server=ServerState.AWAY, server_code="server.away")

    page = opened()

    assert is_shown(page, "privacy.away")
    assert is_shown(page, "privacy.read.button")
    assert "Other versions cannot be read" in card(page, "privacy.versions").sentence
    assert len(card(page, "privacy.versions").lines) == 1


def test_asking_again_brings_back_what_was_missing(opened: Opened, house: FullHouse) -> None:
    house.home.refusals["versions"] = NotReachable("server.away")
    house.home.policies = (policy(), policy("0.9"))
    house.home.stand(server=ServerState.AWAY)
    page = opened()
    house.home.refusals.clear()

    press(page, "privacy.away.again")

    assert len(card(page, "privacy.versions").lines) == 2
    assert card(page, "privacy.versions").sentence == ""


def test_without_any_policy_it_says_why(opened: Opened, house: FullHouse) -> None:
    house.home.policies = ()
    house.home.stand(server=ServerState.AWAY, policy=None)

    page = opened()

    assert is_shown(page, "privacy.unknown")
    assert not is_shown(page, "privacy.read.button")
    assert not is_shown(page, "privacy.open")


def test_the_shape_of_the_page_shows_while_the_server_starts(
    qtbot: QtBot, opened: Opened, house: FullHouse
) -> None:
    house.home.policies = ()
    house.home.stand(server=ServerState.STARTING, policy=None)
    page = opened()
    qtbot.wait(0)
    waiting = texts(page)

    house.home.ask()

    assert "is being read" in waiting
    assert is_shown(page, "privacy.open")


def test_c40_versions_have_dates_summaries_and_a_line_of_time(
    opened: Opened, house: FullHouse
) -> None:
    house.home.policies = (
        policy("1.1", effective_at=house.clock.now() + timedelta(days=40)),
        policy(),
        policy("0.9", effective_at=EFFECTIVE - timedelta(days=90)),
    )
    page = opened()
    timeline = page.findChild(Timeline)
    assert isinstance(timeline, Timeline)

    names = [line.accessibleName() for line in card(page, "privacy.versions").lines]

    assert [name.split(".")[0] for name in names] == ["Version 1", "Version 1", "Version 0"]
    assert "What version 1.0 says in short." in names[1]
    order = [part.split(",")[0] for part in timeline.accessibleName().split("Version ")]
    assert [each for each in order if each] == ["0.9", "1.0", "1.1"]
    assert "Today" in timeline.accessibleName()
    assert "Version 1.1 follows on" in texts(page)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (DecisionKind.ACCEPTED, "accepted by you"),
        (DecisionKind.DECLINED, "declined by you"),
        (None, "in force"),
    ],
)
def test_the_line_of_time_says_what_was_decided(
    opened: Opened, house: FullHouse, decision: DecisionKind | None, words: str
) -> None:
    house.home.stand(decision=decision)

    timeline = part(opened(), "privacy.timeline")

    assert words in timeline.accessibleName()


def test_c42_a_version_after_ones_decision_opens_with_what_it_changes(
    opened: Opened, house: FullHouse
) -> None:
    house.home.policies = tuple(
        policy(version, effective_at=EFFECTIVE + timedelta(days=days))
        for version, days in (("1.1", 20), ("1.0", 0), ("0.9", -20))
    )
    house.home.stand(decided_version="1.0")
    page = opened()
    buttons = [part(page, f"privacy.version.{name}") for name in ("1-1", "1-0", "0-9")]
    words = [button.text() for button in buttons if isinstance(button, QPushButton)]

    wanted = Told(page.policy_wanted)
    press(page, "privacy.version.1-1")

    assert words == ["What changes", "Read", "Read"]
    assert buttons[0].accessibleName() == "Read what version 1.1 changes"
    assert wanted == ["1.1"]


def test_each_class_of_change_has_its_words() -> None:
    said = {class_words(change) for change in ChangeClass}

    assert said == {"wording only", "a minor change", "asks for a yes or a no"}


def test_what_has_not_changed_stays_as_it_is(opened: Opened, house: FullHouse) -> None:
    page = opened()
    before = part(page, "privacy.version.1-0")

    house.home.stand(waits=2)

    assert part(page, "privacy.version.1-0") is before


def test_is_painted_from_the_right_too(
    opened: Opened, house: FullHouse, from_the_right: None
) -> None:
    page = opened()
    page.grab()

    assert card(page, "privacy.open").x() > card(page, "privacy.closed").x()


def test_the_line_of_time_has_room_for_the_latest_versions(
    opened: Opened, house: FullHouse
) -> None:
    house.home.policies = tuple(
        policy(f"1.{number}", effective_at=EFFECTIVE - timedelta(days=10 * (9 - number)))
        for number in range(9, -1, -1)
    )
    page = opened()

    timeline = part(page, "privacy.timeline")

    assert timeline.accessibleName().count("Version") == 4
    assert len(card(page, "privacy.versions").lines) == 10


def test_hidden_letters_of_a_summary_are_seen(opened: Opened, house: FullHouse) -> None:
    house.home.policies = (policy(summary="Nothing \u202e changes"),)

    assert "[U+202E]" in texts(card(opened(), "privacy.versions"))


def test_receipts_on_their_way_are_named(opened: Opened, house: FullHouse) -> None:
    sign_in(house)
    house.launcher.is_holding = True

    decisions = card(opened(), "privacy.decisions")
    waiting = decisions.sentence
    house.launcher.let_run()

    assert waiting == "Your receipts are being read."
    assert decisions.sentence != waiting


def test_receipts_that_cannot_be_read_say_why(opened: Opened, house: FullHouse) -> None:
    house.home.refusals["receipts"] = NotReachable("server.away")
    sign_in(house)

    assert "kept there" in card(opened(), "privacy.decisions").sentence


def test_a_thousand_versions_leave_the_window_to_the_person(
    opened: Opened, house: FullHouse, qtbot: QtBot
) -> None:
    house.home.policies = tuple(
        policy(f"1.{number}", effective_at=EFFECTIVE - timedelta(days=number))
        for number in range(1000)
    )
    versions = card(opened(), "privacy.versions")

    assert len(versions.lines) < 20
    qtbot.waitUntil(lambda: len(versions.lines) == 100, timeout=READ_MS)
    qtbot.wait(20)
    assert len(versions.lines) == 100
    assert versions.sentence == (
        "The latest 100 of 1000 are here; “altrabits policy history” lists all."
    )


def test_a_thousand_receipts_leave_the_window_to_the_person(
    opened: Opened, house: FullHouse, qtbot: QtBot
) -> None:
    house.home.kept = receipts(*[DecisionKind.DECLINED, DecisionKind.ACCEPTED] * 500)
    sign_in(house)
    decisions = card(opened(), "privacy.decisions")

    assert len(decisions.lines) < 20
    qtbot.waitUntil(lambda: len(decisions.lines) == 100, timeout=READ_MS)
    assert decisions.lines[0].accessibleName().startswith("Accepted version 1")
    assert "“altrabits policy receipts” lists all" in decisions.sentence


def test_lines_that_still_follow_do_not_come_to_others(
    opened: Opened, house: FullHouse, qtbot: QtBot
) -> None:
    house.home.kept = receipts(*[DecisionKind.DECLINED, DecisionKind.ACCEPTED] * 50)
    sign_in(house)
    page = opened()
    house.home.kept = receipts(DecisionKind.ACCEPTED)
    house.home.stand(email="ida@example.test", decided_at=DECIDED)
    decisions = card(page, "privacy.decisions")

    qtbot.waitUntil(lambda: len(decisions.lines) == 1)
    qtbot.wait(50)

    assert len(decisions.lines) == 1
