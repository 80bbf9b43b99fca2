"""A streamer is handed over on its page: asked first, its code shown, its end said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions.handing_over import HandOverEnd
from altrabits_desktop.app.staged_handing import StagedHanding
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.full_house import fireside
from tests.harness.streamer_page import (
    OWNED_ID,
    SIGNED_IN,
    OpenPage,
    button,
    is_seen,
    own_streamer,
    texts,
)

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse

ALL = frozenset(Capability)


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    return open_page(own_streamer(house, capabilities=ALL))


def pane(page: QWidget) -> QWidget:
    found = page.findChild(QWidget, "streamer.hand_over")
    assert isinstance(found, QWidget)
    return found


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, f"streamer.hand_over.{name}"), Qt.MouseButton.LeftButton)


def test_nothing_is_asked_of_the_streamer_before_the_person_knows_what_it_means(
    page: StreamerPage, house: FullHouse
) -> None:
    press(page, "begin")

    assert any("owns it from then on" in text for text in texts(pane(page)))
    assert house.handing.report(house.directory.streamers()[0].id) is None


def test_the_code_is_shown_in_two_groups_with_how_long_it_is_good(page: StreamerPage) -> None:
    press(page, "begin")
    press(page, "go")

    shown = texts(pane(page))
    assert "271 828" in shown
    assert any("good for 9 min" in text for text in shown)
    assert not is_seen(page, "streamer.hand_over.begin")


def test_who_keeps_it_sees_no_code_any_more(page: StreamerPage) -> None:
    press(page, "begin")
    press(page, "go")
    press(page, "keep")

    assert "271 828" not in texts(pane(page))
    assert button(page, "streamer.hand_over.begin").isVisible()


def test_escape_leaves_the_question(page: StreamerPage) -> None:
    press(page, "begin")

    QTest.keyClick(pane(page), Qt.Key.Key_Escape)

    assert button(page, "streamer.hand_over.begin").isVisible()
    assert not is_seen(page, "streamer.hand_over.go")


@pytest.mark.parametrize(
    ("end", "said"),
    [(HandOverEnd.TAKEN, "has a new owner"), (HandOverEnd.OVER, "It is still yours.")],
)
def test_how_it_ended_is_said(
    end: HandOverEnd, said: str, page: StreamerPage, house: FullHouse
) -> None:
    house.handing.ends_by = end
    press(page, "begin")
    press(page, "go")

    assert any(said in text for text in texts(pane(page)))


@pytest.mark.parametrize(
    "known",
    [
        {"capabilities": ALL, "is_locked": True},
        {"capabilities": ALL, "has_other_owner": True},
        {"capabilities": ALL - {Capability.HAND_OVER}},
        {"capabilities": ALL, "is_heard": False},
    ],
)
def test_one_that_cannot_be_handed_over_offers_it_not(
    known: dict[str, object], open_page: OpenPage, house: FullHouse
) -> None:
    page = open_page(own_streamer(house, **known))

    assert not is_seen(page, "streamer.hand_over")


def test_why_it_did_not_go_is_said(
    page: StreamerPage, house: FullHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(_handing: StagedHanding, _streamer_id: StreamerId) -> None:
        raise NotReachable("streamer.silent")

    monkeypatch.setattr(StagedHanding, "begin", silent)
    press(page, "begin")
    press(page, "go")
    house.feed.publish(Changes(topics=Topic.HOME))

    assert any("does not answer" in text for text in texts(pane(page)))


def test_after_a_no_to_the_policy_it_is_not_offered(open_page: OpenPage, house: FullHouse) -> None:
    page = open_page(own_streamer(house, capabilities=ALL))
    was_offered = is_seen(page, "streamer.hand_over")

    house.home.told = replace(SIGNED_IN, standing=Standing.DECLINED)
    house.show(fireside(capabilities=ALL, is_owned=True, owned_id=OWNED_ID))

    assert was_offered
    assert not is_seen(page, "streamer.hand_over")
