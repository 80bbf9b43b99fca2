from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import (
    HeardBy,
    Origin,
    Presence,
    StreamerId,
)
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON
from tests.fakes.registry import ELSEWHERE, PLAYING, World, heard
from tests.fakes.streamers import ADDRESS, MAC, a_sighting


@pytest.fixture
def world() -> World:
    return World()


def test_three_ways_of_hearing_make_one_streamer(world: World) -> None:
    first = heard(world)
    second = heard(world, heard_by=HeardBy.MDNS, api_id="d", name="Kitchen")
    third = heard(world, heard_by=HeardBy.SSDP, udn="u", name="Renderer")

    assert first == second == third
    assert world.only().heard_by == {HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP}
    assert world.only().name == "Kitchen"


def test_late_link_joins_two_streamers_and_the_older_keeps_its_id(world: World) -> None:
    older = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    world.clock.move(1)
    younger = heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d", name="Kitchen")
    world.clock.move(1)

    joined = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", api_id="d")

    assert joined == older
    assert world.only().heard_by == {HeardBy.SSDP, HeardBy.MDNS}
    assert world.only().name == "Kitchen"
    assert world.registry.streamer(younger) is None
    assert any(younger in changes.streamers for changes in world.published[-2:])


def test_join_takes_over_what_the_younger_was_told(world: World) -> None:
    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    younger = heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d")
    world.read(younger, name="Kitchen")

    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", api_id="d")

    assert (world.only().name, world.only().state) == ("Kitchen", PLAYING)


def test_join_keeps_a_working_driver(world: World) -> None:
    url = f"http://{ADDRESS}/api/v1"
    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d", control_url=url)

    joined = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", api_id="d")

    recognition = world.registry.recognition(joined)
    assert recognition is not None
    assert recognition.address.url == url


def test_doubled_mac_stays_two_streamers(world: World) -> None:
    one = heard(world, api_id="d1")
    two = heard(world, api_id="d2", address=ELSEWHERE)

    assert one != two
    assert [streamer.mac for streamer in world.registry.streamers()] == [MAC, MAC]


def test_sightings_of_one_origin_never_join_another(world: World) -> None:
    heard(world)
    heard(world, origin=Origin.DEMO)

    assert len(world.registry.streamers()) == 2


def test_streamer_with_a_new_address_moves_and_keeps_its_id(world: World) -> None:
    old_page, new_page = f"http://{ADDRESS}/", f"http://{ELSEWHERE}/"
    before = heard(world, api_id="d", name="Kitchen", page_url=old_page)
    world.is_asked_in_vain(before)

    after = heard(world, api_id="d", address=ELSEWHERE, page_url=new_page)

    assert after == before
    assert (world.only().address, world.only().page_url) == (ELSEWHERE, new_page)


def test_streamer_that_answers_does_not_move_because_somebody_says_so(world: World) -> None:
    streamer_id = heard(world, api_id="d", name="Kitchen")

    heard(world, api_id="d", name="Impostor", address=ELSEWHERE)

    assert (world.only().id, world.only().address) == (streamer_id, ADDRESS)
    assert world.only().name == "Kitchen"


def test_streamer_that_was_asked_in_vain_moves_at_once(world: World) -> None:
    streamer_id = heard(world, api_id="d")
    world.registry.mark(streamer_id, Presence.CHECKING)
    world.registry.conclude(streamer_id, has_answered=False)

    heard(world, api_id="d", address=ELSEWHERE)

    assert (world.only().address, world.only().presence) == (ELSEWHERE, Presence.ANSWERING)


def test_moved_streamer_forgets_the_page_and_faults_of_its_old_address(world: World) -> None:
    url = f"http://{ADDRESS}/api/v1"
    streamer_id = heard(world, api_id="d", control_url=url)
    world.read(streamer_id, page_url=f"http://{ADDRESS}/")
    world.registry.switch_off(streamer_id, "driver.failed")
    world.is_asked_in_vain(streamer_id)

    heard(world, api_id="d", address=ELSEWHERE)

    assert world.only().page_url is None
    assert world.only().driver_fault is None


def test_answer_of_another_streamer_at_the_address_is_not_taken(world: World) -> None:
    streamer_id = heard(world, api_id="d1")

    assert not world.read(streamer_id, api_id="d2")
    assert world.only().state is None


def test_mac_told_by_the_driver_joins_the_announcement_at_its_address(world: World) -> None:
    announced = heard(world)
    world.clock.move(1)
    by_name = heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d")

    world.read(by_name, mac=MAC, api_id="d")

    assert world.only().id == announced
    assert world.only().state == PLAYING


def test_mac_told_by_the_driver_takes_no_streamer_at_another_address(world: World) -> None:
    heard(world, address=ELSEWHERE)
    by_name = heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d")

    world.read(by_name, mac=MAC, api_id="d")

    assert len(world.registry.streamers()) == 2


def test_mac_told_by_the_driver_joins_no_contradiction(world: World) -> None:
    heard(world, api_id="d1")
    other = heard(world, heard_by=HeardBy.MDNS, mac=None, api_id="d2")

    world.read(other, mac=MAC, api_id="d2")

    assert len(world.registry.streamers()) == 2


def test_driver_goes_when_its_address_is_no_longer_named(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=f"http://{ADDRESS}/api/v1")
    world.is_asked_in_vain(streamer_id)

    heard(world, api_id="d", address=ELSEWHERE)

    assert world.registry.recognition(streamer_id) is None


@dataclass(frozen=True)
class Real:
    """A streamer of an invented house, and the ways in which it is heard."""

    number: int
    mac: str
    views: tuple[frozenset[str], ...]

    def sightings(self) -> list[Sighting]:
        whole = {"mac": self.mac, "udn": f"u{self.number}", "api_id": f"d{self.number}"}
        return [
            Sighting(
                heard_by=way,
                heard_at=NOON,
                address=f"192.168.71.{self.number}",
                product="Cobalt S1",
                **{kind: whole[kind] for kind in sorted(view)},  # type: ignore[arg-type] # texts
            )
            for way, view in zip(list(HeardBy) * 2, self.views, strict=False)
        ]


VIEWS = st.frozensets(st.sampled_from(["mac", "udn", "api_id"]), min_size=1)


@st.composite
def houses(draw: st.DrawFn) -> list[Real]:
    reals = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        views = draw(st.lists(VIEWS, min_size=1, max_size=5))
        says_only_mac = frozenset({"mac"}) in views
        # Copies of one MAC are told apart only by what else is said with it.
        copied = draw(st.booleans()) and not says_only_mac
        mac = MAC if copied else f"00:04:a3:00:00:{number:02x}"
        reals.append(Real(number, mac, tuple(views)))
    return reals


def groups_after(sightings: list[Sighting]) -> frozenset[frozenset[tuple[object, ...]]]:
    world = World()
    for sighting in sightings:
        world.registry.hear(sighting)
    homes: dict[StreamerId, set[tuple[object, ...]]] = {}
    for sighting in sightings:
        home = world.registry.hear(sighting)
        assert home is not None
        said = (sighting.address, sighting.mac, sighting.udn, sighting.api_id)
        homes.setdefault(home, set()).add(said)
    return frozenset(frozenset(group) for group in homes.values())


@given(house=houses(), data=st.data())
def test_order_of_sightings_does_not_matter_for_who_is_merged(
    house: list[Real], data: st.DataObject
) -> None:
    sightings = [sighting for real in house for sighting in real.sightings()]
    shuffled = data.draw(st.permutations(sightings))

    assert groups_after(shuffled) == groups_after(sightings)


@given(house=houses(), data=st.data())
def test_no_streamer_is_listed_twice_and_none_swallows_another(
    house: list[Real], data: st.DataObject
) -> None:
    whole = frozenset({"mac", "udn", "api_id"})
    told = [replace(real, views=(whole, *real.views)) for real in house]
    sightings = data.draw(st.permutations([s for real in told for s in real.sightings()]))
    world = World()

    for sighting in sightings:
        world.registry.hear(sighting)

    listed = sorted(streamer.address for streamer in world.registry.streamers())
    assert listed == [f"192.168.71.{real.number}" for real in house]


@given(
    st.lists(
        st.builds(
            a_sighting,
            mac=st.none() | st.sampled_from([MAC, "00:04:a3:00:00:02", "00:04:a3:00:00:03"]),
            udn=st.none() | st.sampled_from(["u1", "u2"]),
            api_id=st.none() | st.sampled_from(["d1", "d2"]),
            address=st.sampled_from([ADDRESS, ELSEWHERE]),
            heard_by=st.sampled_from(HeardBy),
            origin=st.sampled_from(Origin),
            is_goodbye=st.booleans(),
        ),
        max_size=30,
    ),
    st.lists(st.floats(0, 20), max_size=30),
)
def test_no_sequence_of_claims_breaks_the_books(
    sightings: list[Sighting], pauses_s: list[float]
) -> None:
    world = World()

    for sighting, pause_s in zip(sightings, [*pauses_s, *[0.0] * 30], strict=False):
        world.clock.move(pause_s)
        world.registry.hear(sighting)

    ids = [streamer.id for streamer in world.registry.streamers()]
    assert len(ids) == len(set(ids))
    world.registry.forget(ids)
    assert world.registry.streamers() == ()
    assert world.registry.hear(a_sighting()) is not None
