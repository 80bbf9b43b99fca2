from __future__ import annotations

import ast
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject

from altrabits_desktop.contract.streamers import (
    FindingReport,
    HeardBy,
    Presence,
    Streamer,
    StreamerState,
)
from altrabits_desktop.runtime.changes import ChangeFeed, Changes
from altrabits_desktop.runtime.settings import Settings, StreamerOrder, StreamerView
from altrabits_desktop.streamers.registry import Registry
from altrabits_desktop.ui.pages.streamers import view_model as view_model_module
from altrabits_desktop.ui.pages.streamers.view_model import Showing, StreamersViewModel
from tests.fakes.house_on_show import (
    BEDROOM,
    COBALT,
    FIRESIDE,
    LISTENING,
    LOOKED,
    NOW,
    PORT_TAKEN,
    STUDY,
    House,
    Told,
    five,
    many,
    playing,
    streamer,
)
from tests.fakes.streamers import a_sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

LOOKING = FindingReport(cards=LOOKED.cards, protocols=LISTENING, started_at=NOW)


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    if shiboken6.isValid(owner):
        shiboken6.delete(owner)


def watching(house: House, owner: QObject) -> StreamersViewModel:
    model = StreamersViewModel(house.services, parent=owner)
    model.set_visible(True)
    return model


def ids(model: StreamersViewModel) -> list[str]:
    return [s.id for group in model.groups for s in group.streamers]


def test_it_is_loading_until_the_first_round_is_over(house: House, owner: QObject) -> None:
    house.finding.told = LOOKING

    model = watching(house, owner)

    assert model.showing is Showing.LOADING
    assert model.line(is_short=False) == "Looking for streamers"


def test_nothing_is_found_when_the_first_round_ended_without_any(
    house: House, owner: QObject
) -> None:
    house.finding.told = LOOKING
    model = watching(house, owner)
    arranged = Told(model.arranged)

    house.report(finished_at=NOW + timedelta(seconds=3))

    assert model.showing is Showing.NOTHING_FOUND
    assert len(arranged) == 1
    assert model.line(is_short=False) == (
        "Looked for 3.0 s on Ethernet 192.168.1.20 and Wi-Fi 192.168.1.57. Nothing answered."
    )


def test_nothing_stays_found_while_looking_again(house: House, owner: QObject) -> None:
    model = watching(house, owner)

    house.report(finished_at=None)

    assert model.showing is Showing.NOTHING_FOUND
    assert model.is_finding


def test_a_house_without_a_network_is_not_loading(house: House, owner: QObject) -> None:
    house.finding.told = FindingReport(error_code="cards.none")

    assert watching(house, owner).showing is Showing.NOTHING_FOUND


def test_the_first_streamer_is_shown_at_once(house: House, owner: QObject) -> None:
    house.finding.told = LOOKING
    model = watching(house, owner)
    arranged = Told(model.arranged)

    house.show(streamer(1))

    assert model.showing is Showing.STREAMERS
    assert len(arranged) == 1


def test_a_change_in_place_is_told_with_its_newest_snapshot(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    arranged, renewed = Told(model.arranged), Told(model.renewed)

    newer = house.change(FIRESIDE, state=playing("1", "Another"))

    assert renewed == [(newer,)]
    assert len(arranged) == 0


def test_one_that_goes_keeps_its_place_and_is_told(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    arranged, renewed, line = Told(model.arranged), Told(model.renewed), Told(model.line_changed)

    newer = replace(house.directory.known[BEDROOM], presence=Presence.GONE)
    house.directory.known[BEDROOM] = newer
    house.feed.publish(Changes(streamers=frozenset({BEDROOM}), has_new_set=True))

    assert len(arranged) == 0
    assert renewed == [(newer,)]
    assert len(line) == 1


def test_one_that_was_forgotten_is_no_longer_there(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)

    house.show(*five()[:4])

    assert COBALT not in ids(model)


def test_rows_come_by_themselves_from_24_on(house: House, owner: QObject) -> None:
    house.show(*many(23))
    model = watching(house, owner)
    before = model.has_rows

    house.show(*many(24))

    assert (before, model.has_rows) == (False, True)


def test_the_person_s_choice_of_view_wins_and_is_kept(house: House, owner: QObject) -> None:
    house.show(*many(30))
    model = watching(house, owner)
    chosen = Told(model.choices_changed)

    model.choose_view(StreamerView.CARDS)

    assert not model.has_rows
    assert house.settings.held.view is StreamerView.CARDS
    assert len(chosen) == 1


def test_rows_are_shown_for_a_few_where_chosen(house: House, owner: QObject) -> None:
    house.settings.held = Settings(view=StreamerView.ROWS)
    house.show(*five())

    assert watching(house, owner).has_rows


def test_the_same_choice_writes_nothing(house: House, owner: QObject) -> None:
    model = watching(house, owner)
    held = house.settings.held

    model.choose_view(StreamerView.AUTOMATIC)
    model.choose_order(StreamerOrder.ROOM)

    assert house.settings.held is held


def test_another_order_arranges_anew(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)

    model.choose_order(StreamerOrder.STATE)

    assert model.order is StreamerOrder.STATE
    assert ids(model)[-1] == STUDY
    assert house.settings.held.order is StreamerOrder.STATE


def test_other_settings_do_not_disturb_the_page(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    arranged = Told(model.arranged)

    house.launcher.launch(None, house.settings.change(Settings(language="de")))

    assert len(arranged) == 0


def test_a_search_shows_only_what_fits_and_says_when_nothing_does(
    house: House, owner: QObject
) -> None:
    house.show(*five())
    model = watching(house, owner)

    model.search_for("lumen")
    found = ids(model)
    model.search_for("lumenz")
    without_hit = model.showing
    model.search_for("")

    assert found == [FIRESIDE]
    assert without_hit is Showing.NO_HIT
    assert model.showing is Showing.STREAMERS
    assert model.search == ""


def test_what_begins_to_play_is_found_by_a_search_that_runs(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    model.search_for("estuary")

    house.change(BEDROOM, state=playing("3", "Slow Estuary"))

    assert ids(model) == [BEDROOM]


def test_a_search_does_not_turn_rows_into_cards(house: House, owner: QObject) -> None:
    house.show(*many(40))
    model = watching(house, owner)

    model.search_for("room 12")

    assert model.has_rows


def test_finding_again_is_busy_until_the_round_is_over(house: House, owner: QObject) -> None:
    house.launcher.is_holding = True
    model = watching(house, owner)
    finding = Told(model.finding_changed)

    model.find_again()
    model.find_again()
    was_busy = model.is_finding
    house.launcher.let_run()

    assert was_busy
    assert not model.is_finding
    assert house.finding.asked == [("find_again", "")]
    assert len(finding) == 2


def test_a_round_that_began_elsewhere_is_shown_too(house: House, owner: QObject) -> None:
    model = watching(house, owner)

    house.report(finished_at=None)

    assert model.is_finding


def test_a_way_of_finding_that_fails_is_told(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    faults = Told(model.faults_changed)

    house.report(protocols=(PORT_TAKEN, *LISTENING[1:]))

    assert model.faults == (PORT_TAKEN,)
    assert len(faults) == 1
    assert model.report.protocols[0] == PORT_TAKEN


def test_nothing_is_read_while_nobody_looks(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    model.set_visible(False)
    renewed = Told(model.renewed)

    house.change(FIRESIDE, state=StreamerState())

    assert len(renewed) == 0


def test_everything_is_read_anew_when_somebody_looks_again(house: House, owner: QObject) -> None:
    model = watching(house, owner)
    model.set_visible(False)
    house.show(*five())
    before = model.showing

    model.set_visible(True)
    model.set_visible(True)

    assert (before, model.showing) == (Showing.NOTHING_FOUND, Showing.STREAMERS)


def test_a_second_renews_times_and_only_while_visible(house: House, owner: QObject) -> None:
    house.show(*five())
    model = watching(house, owner)
    passed = Told(model.time_passed)
    house.clock.move(8)

    model.ticking.timeout.emit()

    assert len(passed) == 1
    assert model.line(is_short=True) == "4 of 5 here, heard 12 s ago"
    model.set_visible(False)
    assert not model.ticking.isActive()


def test_a_room_is_folded_and_unfolded(house: House, owner: QObject) -> None:
    house.show(*many(30))
    model = watching(house, owner)
    arranged = Told(model.arranged)

    model.fold("Lobby")
    folded = model.folded
    model.fold("Lobby")

    assert folded == frozenset({"Lobby"})
    assert model.folded == frozenset()
    assert len(arranged) == 2


def test_a_check_asks_that_streamer(house: House, owner: QObject) -> None:
    model = watching(house, owner)

    model.check(STUDY)

    assert house.finding.asked == [("check", STUDY)]


def test_rows_say_how_all_are_doing(house: House, owner: QObject) -> None:
    house.show(*many(40))

    assert watching(house, owner).line(is_short=False) == "40 here in 9 rooms. 40 answer"


def test_after_its_end_nothing_reaches_it(house: House, owner: QObject) -> None:
    model = watching(house, owner)
    renewed = Told(model.renewed)
    shiboken6.delete(owner)

    house.show(*five())

    assert len(renewed) == 0


def test_a_packet_becomes_a_streamer_on_the_page(house: House, owner: QObject) -> None:
    feed = ChangeFeed(call_later=lambda _after, call: call(), steady_s=house.clock.steady_s)
    registry = Registry(clock=house.clock, publish=feed.publish, recognise=lambda _sighting: None)
    services = replace(house.services, directory=registry, feed=feed)
    model = StreamersViewModel(services, parent=owner)
    model.set_visible(True)
    renewed = Told(model.renewed)

    streamer_id = registry.hear(a_sighting(heard_at=house.clock.now()))
    registry.hear(a_sighting(heard_by=HeardBy.MDNS, name="Kitchen", heard_at=house.clock.now()))
    assert streamer_id is not None
    registry.mark(streamer_id, Presence.GONE)

    last = renewed[-1]
    assert isinstance(last, tuple)
    newest = last[0]
    assert isinstance(newest, Streamer)
    assert (newest.name, newest.presence) == ("Kitchen", Presence.GONE)
    assert ids(model) == [streamer_id]
    assert model.streamer(streamer_id) == newest


def test_it_knows_no_widget() -> None:
    tree = ast.parse(Path(view_model_module.__file__).read_text(encoding="utf-8"))

    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert "PySide6.QtWidgets" not in modules
    assert not any("widgets" in str(module) for module in modules)
