"""The person's own streamers in the very first picture, and what takes their place."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect

from altrabits_desktop.actions.own_directory import OwnDirectory
from altrabits_desktop.actions.remembering import remembered_from
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import FindingReport
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.settings import ROWS_FROM, Settings, StreamerOrder, StreamerView
from altrabits_desktop.runtime.wording import PSEUDO
from altrabits_desktop.ui.pages.streamers.card import StreamerCard
from altrabits_desktop.ui.pages.streamers.first_list import FirstList, first_look
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.shell.window import Window
from tests.benchmarks.first_paint import streamers
from tests.fakes.clock import NOON
from tests.fakes.full_house import FakeDirectory, fireside
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.runtime.remembered import Remembered
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

WIDTHS = {"wide": 1180, "tight": 940, "narrow": 640}
LONG = "The streamer beside the window that looks out over the old harbour of the town"


def owned(name: str, room: str = "") -> Owned:
    return Owned(id=f"{name}-id", name=name, room=room, revision=1, added_at=NOON)


def own(remembered: tuple[Remembered, ...], house: FullHouse) -> OwnDirectory:
    return OwnDirectory(
        FakeDirectory(),
        remembered=remembered,
        listed=lambda: None,
        report=lambda: FindingReport(started_at=house.clock.now()),
        clock=house.clock,
        publish=house.feed.publish,
    )


class Start:
    """A start with streamers of the person's, from its first picture on."""

    def __init__(  # what a test's fixtures give
        self,
        qtbot: QtBot,
        qapp: QApplication,
        theme: Theme,
        house: FullHouse,
        *,
        remembered: tuple[Remembered, ...],
        width: int = WIDTHS["wide"],
        settings: Settings | None = None,
    ) -> None:
        self.house = house
        self._qtbot = qtbot
        settings = settings or Settings()
        house.store.held = settings
        house.report(started_at=house.clock.now(), finished_at=None)
        house.show(*own(remembered, house).streamers())
        self.window = Window(theme, application=qapp, first=first_look(remembered, settings))
        qtbot.addWidget(self.window)
        self.window.resize(width, 760)
        with qtbot.waitSignal(self.window.first_painted):
            self.window.show()
        self.first = self.picture()

    def attach(self) -> None:
        self.window.attach(self.house.services)
        self._qtbot.waitUntil(lambda: self.shown is None)

    @property
    def shown(self) -> FirstList | None:
        """The list, as long as it is there."""
        found = self.window.findChild(FirstList)
        return found if found is not None and not found.isHidden() else None

    @property
    def texts(self) -> tuple[str, ...]:
        assert self.shown is not None
        return self.shown.texts

    @property
    def cards(self) -> dict[str, StreamerCard]:
        return {card.face.id: card for card in self.window.findChildren(StreamerCard)}

    def picture(self) -> QImage:
        return self.window.grab().toImage()

    def parts(self) -> list[QRect]:
        """Give the inside of the cards in sight, or of the rows, without shadow and corners."""
        shown: list[QWidget] = [card for card in self.cards.values() if card.isVisible()]
        shown += [table for table in self.window.findChildren(RowTable) if table.isVisible()]
        places = [QRect(one.mapTo(self.window, QPoint(0, 0)), one.size()) for one in shown]
        within = [place.adjusted(8, 8, -8, -8) & self.window.rect() for place in places]
        return [place for place in within if place.height() > 0]

    def differing(self) -> float:
        """Give the greatest share of a part's pixels that are others than in the first picture."""
        after = self.picture()
        return max(differing(self.first, after, part) for part in self.parts())


def differing(before: QImage, after: QImage, place: QRect) -> float:
    # The bits live as long as their image.
    images = before.copy(place), after.copy(place)
    one, other = (memoryview(bytes(image.constBits())).cast("I") for image in images)
    changed: int = sum(map(operator.ne, one, other))
    return changed / len(one)


Begin = Callable[..., Start]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, theme: Theme, house: FullHouse) -> Begin:
    return partial(Start, qtbot, qapp, theme, house)


@pytest.mark.parametrize("count", [5, 50])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize(("language", "most"), [("en", 0.003), ("de", 0.003), (PSEUDO, 0.05)])
def test_what_takes_their_place_looks_the_same(
    begin: Begin, qapp: QApplication, *, count: int, width: int, language: str, most: float
) -> None:
    # A name may be cut a letter earlier; letters of other scripts are put a pixel lower later.
    speak_in(qapp, language)
    remembered = streamers(count)
    # Under its place by name: the long one is the last of the first room.
    at = max(n for n, one in enumerate(remembered) if one.room == remembered[0].room)
    remembered = (*remembered[:at], remembered[at]._replace(name=LONG), *remembered[at + 1 :])
    start = begin(remembered=remembered, width=width)

    start.attach()

    assert len(start.parts()) >= (1 if count > ROWS_FROM else 3)
    assert start.differing() <= most


@pytest.mark.parametrize("order", StreamerOrder)
@pytest.mark.parametrize("view", [StreamerView.CARDS, StreamerView.ROWS])
def test_each_order_and_view_is_as_it_will_be(
    begin: Begin, order: StreamerOrder, view: StreamerView
) -> None:
    listed = [owned("Radio 10", "Den"), owned("Bath"), owned("Radio 9", "Hall")]
    start = begin(remembered=remembered_from(listed), settings=Settings(order=order, view=view))

    start.attach()

    assert start.differing() == 0


def test_they_are_said_to_be_looked_for_and_never_to_be_there(begin: Begin) -> None:
    start = begin(remembered=streamers(2))

    assert set(start.texts) == {
        *("Attic", "Kitchen", "1"),
        *("Streamer 0", "Cobalt S1", "Streamer 1", "Cobalt S2"),
        *("Checking", "Looking for it"),
    }


def test_whoever_was_signed_in_is_not_called_anonymous(begin: Begin) -> None:
    start = begin(remembered=streamers(2))
    person = start.window.navigation.person
    first = person.accessibleName()
    start.house.home.told = replace(start.house.home.told, is_known=False)
    start.attach()
    waiting = person.accessibleName()
    start.house.home.told = SIGNED_IN

    start.house.feed.publish(Changes(topics=Topic.HOME))

    assert (first, waiting) == ("Account. One moment.",) * 2
    assert person.accessibleName() == f"{SIGNED_IN.email}. Signed in."


def test_what_is_beyond_the_window_is_not_painted(begin: Begin) -> None:
    rows = begin(remembered=streamers(1000))
    cards = begin(remembered=streamers(1000), settings=Settings(view=StreamerView.CARDS))

    assert len([text for text in rows.texts if text.startswith("Streamer ")]) < 20
    assert len([text for text in cards.texts if text.startswith("Streamer ")]) < 10


def test_the_card_of_one_that_is_heard_stays_its_card(begin: Begin) -> None:
    start = begin(remembered=streamers(3))
    start.attach()
    before = start.cards
    heard = fireside(name="Streamer 1", room="Den", is_owned=True, owned_id="streamer-001")
    others = [one for one in start.house.directory.streamers() if one.owned_id != "streamer-001"]

    start.house.show(*others, heard)

    after = start.cards
    assert after["fireside"] is before["own-streamer-001"]
    assert after["fireside"].objectName() == "streamers.card.fireside"
    assert {key for key, card in after.items() if card.isVisible()} == {
        *("own-streamer-000", "fireside", "own-streamer-002")
    }
