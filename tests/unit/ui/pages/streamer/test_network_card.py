from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.contract.upkeep import LinkKind
from altrabits_desktop.ui.pages.streamer.answers_card import AnswersCard
from altrabits_desktop.ui.pages.streamer.network_card import NetworkCard
from altrabits_desktop.ui.pages.streamer.network_words import link_facts, running_words
from altrabits_desktop.ui.pages.streamer.upkeep_model import UpkeepModel
from altrabits_desktop.ui.widgets.bar_chart import BarChart
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, managed, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(managed())


def test_address_connection_and_hardware_address_are_told(page: StreamerPage) -> None:
    assert {"192.168.1.40", "Wi-Fi “Attic”", "144 Mbit/s", "D8:80:39:12:34:28"} <= set(texts(page))
    assert texts(page).count("192.168.1.40") == 1


def test_the_signal_is_asked_for_again_and_its_weakest_is_said(
    page: StreamerPage, house: FullHouse
) -> None:
    model = page.own.upkeep
    house.upkeep.told_network = replace(house.upkeep.told_network, signal_percent=48)
    house.clock.move(60)
    model.ask()
    house.upkeep.told_network = replace(house.upkeep.told_network, signal_percent=85)
    house.clock.move(60)
    model.ask()
    chart = page.findChild(BarChart)

    assert "85 %" in texts(page)
    assert isinstance(chart, BarChart)
    assert chart.accessibleDescription().startswith("weakest 48 % at ")
    assert [one.percent for one in model.signals] == [84, 48, 85]


def test_on_a_cable_there_is_no_signal(page: StreamerPage, house: FullHouse) -> None:
    house.upkeep.told_network = replace(
        *(house.upkeep.told_network,),
        link=LinkKind.ETHERNET,
        signal_percent=None,
        speed_mbit_s=1000,
        wifi_name=None,
    )
    page.own.upkeep.ask()
    chart = page.findChild(BarChart)

    assert isinstance(chart, BarChart)
    assert not chart.isVisible()
    assert {"Cable", "1 Gbit/s"} <= set(texts(page))


def test_one_that_tells_nothing_of_it_shows_its_answer_times(
    page: StreamerPage, house: FullHouse
) -> None:
    house.show(fireside())

    shown = [page.findChild(kind) for kind in (AnswersCard, NetworkCard)]
    assert [card.isVisible() for card in shown if card is not None] == [True, False]


def test_nobody_is_asked_while_nobody_looks(page: StreamerPage, house: FullHouse) -> None:
    page.hide()
    house.upkeep.asked.clear()
    house.show(managed())

    assert house.upkeep.asked == []


def test_one_that_does_not_answer_keeps_what_it_told(page: StreamerPage, house: FullHouse) -> None:
    house.upkeep.refusal = StreamerSilent("streamer.silent")
    page.own.upkeep.ask()

    assert {"Wi-Fi “Attic”", "144 Mbit/s"} <= set(texts(page))
    assert house.launcher.reported == []


def test_another_streamer_shows_nothing_of_the_one_before(house: FullHouse) -> None:
    model = UpkeepModel(house.services)
    model.look_at(managed().id, managed().capabilities)
    before = model.network
    house.upkeep.refusal = StreamerSilent("streamer.silent")
    model.look_at(fireside(id="other").id, managed().capabilities)

    assert before is not None
    assert (model.network, model.health, model.signals) == (None, None, ())


@pytest.mark.parametrize(
    ("link", "speed", "words"),
    [
        (LinkKind.ETHERNET, 100, ["Cable", "100 Mbit/s"]),
        (LinkKind.WIFI, None, ["Wi-Fi “Attic”"]),
        (LinkKind.UNKNOWN, 2500, ["In a way of its own", "2.5 Gbit/s"]),
    ],
)
def test_a_connection_is_said_in_words(
    house: FullHouse, link: LinkKind, speed: int | None, words: list[str]
) -> None:
    network = replace(house.upkeep.told_network, link=link, speed_mbit_s=speed, mac=None)

    facts = link_facts(network, replace(managed(), mac=None))

    assert [fact.value for fact in facts] == words


@pytest.mark.parametrize(
    ("uptime_s", "words"),
    [(59, "0 min"), (720, "12 min"), (4 * 3600 + 720, "4 h 12 min"), (100 * 86_400, "100 d 0 h")],
)
def test_how_long_it_runs_is_said_with_units(uptime_s: int, words: str) -> None:
    assert running_words(uptime_s) == words
