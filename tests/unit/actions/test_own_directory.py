from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from altrabits_desktop.actions.own_directory import HELD_BACK, OwnDirectory
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.streamers import (
    FindingReport,
    HeardBy,
    Origin,
    Presence,
    Streamer,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.runtime.remembered import Remembered
from tests.fakes.clock import FakeClock
from tests.fakes.full_house import FakeDirectory

DEN = Remembered("den-id", "Den radio", "Den", "Cobalt S1", api_id="api-den")
ATTIC = Remembered("attic-id", "Attic radio", udn="uuid:attic")
DEN_ID = StreamerId("own-den-id")


class FakeNetworks:
    """Keeps `actions.own_directory.Whereabouts`."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, str]] = []
        self.elsewhere: set[str] = set()

    def note(self, owned_id: str, address: str) -> None:
        self.noted.append((owned_id, address))

    def is_elsewhere(self, owned_id: str) -> bool:
        return owned_id in self.elsewhere


class Around:
    """What is around, the account and the rounds, as a test sets them."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.directory = FakeDirectory()
        self.listed: tuple[Owned, ...] | None = None
        self.report = FindingReport(started_at=self.clock.now())
        self.told: list[Changes] = []
        self.networks = FakeNetworks()
        self.own = OwnDirectory(
            self.directory,
            remembered=(DEN, ATTIC),
            listed=lambda: self.listed,
            report=lambda: self.report,
            clock=self.clock,
            publish=self.told.append,
            networks=self.networks,
        )

    def hear(self, streamer_id: str, **known: Any) -> Streamer:  # noqa: ANN401 # its fields
        fields: dict[str, Any] = {
            "name": "Cobalt S1 0001",
            "address": "192.168.1.40",
            "heard_by": frozenset({HeardBy.ANNOUNCE}),
            "first_heard_at": self.clock.now(),
            "last_heard_at": self.clock.now(),
        }
        heard = Streamer(id=StreamerId(streamer_id), **(fields | known))
        self.directory.known[heard.id] = heard
        self.own.follow(Changes(streamers=frozenset({heard.id}), has_new_set=True))
        return heard

    def hear_den(self) -> Streamer:
        """Hear the one in the den, proved to be it."""
        return self.hear("mac-1", name="Den radio", room="Den", owned_id="den-id", api_id="api-den")

    def lose(self, streamer_id: str) -> None:
        lost = self.directory.known.pop(StreamerId(streamer_id))
        self.own.follow(Changes(streamers=frozenset({lost.id}), has_new_set=True))

    def end_round(self) -> None:
        self.report = replace(self.report, finished_at=self.clock.now())
        self.own.follow(Changes())

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.own.streamers()]


@pytest.fixture
def around() -> Around:
    return Around()


def owned_of(one: Remembered, **changed: str) -> Owned:
    fields = {**one._asdict(), **changed}
    fields["id"] = fields.pop("owned_id")
    del fields["rank"]
    return Owned(**fields, revision=1, added_at=FakeClock().now())


def test_at_the_start_those_of_the_last_end_are_looked_for(around: Around) -> None:
    den, attic = around.own.streamers()

    assert (den.name, den.room, den.product) == ("Den radio", "Den", "Cobalt S1")
    assert (attic.room, attic.product) == (None, None)
    assert [one.presence for one in (den, attic)] == [Presence.CHECKING] * 2
    assert [(one.is_heard, one.was_heard, one.is_here) for one in (den, attic)] == [
        (False, False, False)
    ] * 2


@pytest.mark.parametrize("over", [{"finished_at": FakeClock().now()}, {"error_code": "cards.none"}])
def test_after_the_first_round_they_do_not_answer_and_a_later_round_changes_nothing(
    around: Around, over: dict[str, Any]
) -> None:
    around.report = replace(around.report, **over)
    after = [one.presence for one in around.own.streamers()]
    around.report = FindingReport(started_at=around.clock.now())

    assert after == [Presence.GONE] * 2
    assert [one.presence for one in around.own.streamers()] == after


def test_one_that_is_heard_takes_the_place_of_its_entry(around: Around) -> None:
    heard = around.hear_den()

    assert around.names == ["Den radio", "Attic radio"]
    assert around.own.streamer(heard.id) is heard
    assert around.own.streamer(DEN_ID) is heard
    assert around.own.streamers()[0] is heard


def test_one_that_is_forgotten_stays_as_it_was_heard_last(around: Around) -> None:
    heard = around.hear_den()

    around.lose("mac-1")

    lost = around.own.streamer(heard.id)
    assert lost is not None
    assert (lost.id, lost.address, lost.presence) == (heard.id, heard.address, Presence.GONE)
    assert (lost.is_heard, lost.was_heard) == (False, True)
    assert lost.silent_since == heard.last_heard_at
    assert around.own.streamer(DEN_ID) == lost


def test_who_names_one_of_them_waits_for_its_proof_and_never_stands_twice(around: Around) -> None:
    named = around.hear("mac-1", api_id="api-den")

    before = around.names
    shown = around.own.streamer(named.id)
    around.hear_den()

    assert before == ["Den radio", "Attic radio"]
    assert shown is None
    assert around.names == before


def test_who_takes_longer_to_prove_it_is_shown_alone_until_it_is_settled(around: Around) -> None:
    named = around.hear("mac-1", api_id="api-den")
    around.clock.move(HELD_BACK.total_seconds())
    around.own.follow(Changes())

    waiting, shown = around.names, around.own.streamer(named.id)
    told = around.told[-1].streamers
    around.hear("mac-1", api_id="api-den", borrowed_id="den-id")

    assert waiting == ["Cobalt S1 0001", "Attic radio"]
    assert shown is named
    assert named.id in told
    assert around.names == ["Cobalt S1 0001", "Den radio", "Attic radio"]


def test_where_another_one_came_in_its_place_both_are_shown_each_by_an_id_of_its_own(
    around: Around,
) -> None:
    heard = around.hear_den()
    other = around.hear("mac-1", api_id="api-den", borrowed_id="den-id")

    shown = around.own.streamers()

    assert [(one.name, one.id, one.presence) for one in shown] == [
        ("Cobalt S1 0001", other.id, Presence.ANSWERING),
        ("Den radio", DEN_ID, Presence.GONE),
        ("Attic radio", StreamerId("own-attic-id"), Presence.CHECKING),
    ]
    assert around.own.streamer(heard.id) is other
    assert around.own.streamer(DEN_ID) == shown[1]


def test_one_that_comes_back_is_there_while_it_proves_to_be_it(around: Around) -> None:
    heard = around.hear_den()
    around.lose("mac-1")
    around.hear("mac-1", api_id="api-den")

    lost = around.own.streamers()[0]

    assert (lost.id, lost.owned_id, lost.presence) == (heard.id, "den-id", Presence.GONE)
    assert around.own.streamer(heard.id) == lost


def test_one_that_was_just_added_does_not_stand_twice(around: Around) -> None:
    around.listed = ()
    around.hear("mac-1", api_id="api-den")
    around.clock.move(60.0)

    around.listed = (owned_of(DEN),)

    assert around.names == ["Cobalt S1 0001"]


@pytest.mark.parametrize(
    "known",
    [
        {"api_id": "api-den", "borrowed_id": "den-id"},
        {"api_id": "api-den", "origin": Origin.DEMO},
        {"api_id": "api-other", "udn": "uuid:attics"},
    ],
)
def test_who_is_another_one_is_shown_at_once(around: Around, known: dict[str, Any]) -> None:
    other = around.hear("mac-2", **known)

    assert around.names == ["Cobalt S1 0001", "Den radio", "Attic radio"]
    assert around.own.streamer(other.id) is other


def test_the_account_has_the_last_word(around: Around) -> None:
    around.listed = (owned_of(DEN, name="Hearth", room=""),)

    [hearth] = around.own.streamers()

    assert (hearth.name, hearth.room, hearth.id) == ("Hearth", None, DEN_ID)


def test_nobody_signed_in_leaves_only_what_is_heard(around: Around) -> None:
    heard = around.hear_den()
    around.lose("mac-1")
    around.directory.known[heard.id] = heard
    around.listed = ()

    assert around.own.streamers() == (heard,)
    around.directory.known.clear()
    assert around.own.streamers() == ()
    assert around.own.streamer(DEN_ID) is None
    assert around.own.streamer(heard.id) is None


def test_what_comes_and_goes_by_it_is_told_once(around: Around) -> None:
    around.own.follow(Changes())
    begin = around.told.copy()
    around.own.follow(Changes())
    silent = around.told.copy()
    around.end_round()
    around.listed = ()
    around.own.follow(Changes())

    ids = frozenset({DEN_ID, StreamerId("own-attic-id")})
    assert begin == silent == [Changes(streamers=ids, has_new_set=True)]
    assert around.told == [*begin, *begin, *begin]


def test_an_unheard_one_is_as_old_as_the_start(around: Around) -> None:
    began_at = around.clock.now()
    around.clock.move(300.0)

    [den, _] = around.own.streamers()

    assert den.first_heard_at == began_at


def test_a_clock_that_is_set_back_holds_nobody_back(around: Around) -> None:
    named = around.hear("mac-1", api_id="api-den")

    around.clock.move(-3600.0)

    assert around.own.streamer(named.id) is named


def test_one_of_another_network_is_not_shown_in_this_one(around: Around) -> None:
    around.end_round()
    everywhere = around.names

    around.networks.elsewhere = {"attic-id"}
    around.own.follow(Changes())

    assert set(everywhere) - set(around.names) == {"Attic radio"}
    assert around.told[-1].has_new_set


def test_one_that_is_heard_is_shown_wherever_it_was_before(around: Around) -> None:
    around.networks.elsewhere = {"den-id"}

    around.hear_den()

    assert "Den radio" in around.names
    assert around.networks.noted == [("den-id", "192.168.1.40")]
