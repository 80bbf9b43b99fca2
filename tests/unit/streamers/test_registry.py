from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    HeardBy,
    Origin,
    Playback,
    Presence,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.drivers.driver import (
    DriverAddress,
    Reading,
    Recognition,
    ToldFacts,
)
from altrabits_desktop.streamers.registry import MOVES_AFTER_S, Registry
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON, FakeClock
from tests.fakes.streamers import ADDRESS, MAC, a_sighting

ELSEWHERE = "192.168.71.99"
PLAYING = StreamerState(playback=Playback.PLAYING)


def recognise(sighting: Sighting) -> Recognition | None:
    """Stand in for the catalogue: whoever names a control address is managed."""
    if sighting.control_url is None:
        return None
    address = DriverAddress(sighting.address, sighting.control_url)
    return Recognition(DriverId("altrabits"), Depth.MANAGED, address)


@dataclass
class World:
    """A registry, its clock, and what it published."""

    clock: FakeClock = field(default_factory=FakeClock)
    published: list[Changes] = field(default_factory=list)
    registry: Registry = field(init=False)

    def __post_init__(self) -> None:
        self.registry = Registry(
            clock=self.clock, publish=self.published.append, recognise=recognise
        )

    def hear(self, **said: Any) -> StreamerId | None:  # noqa: ANN401 # fields of a sighting
        return self.registry.hear(a_sighting(**{"heard_at": self.clock.now(), **said}))

    def only(self) -> Streamer:
        (streamer,) = self.registry.streamers()
        return streamer

    def read(self, streamer_id: StreamerId, **told: Any) -> bool:  # noqa: ANN401 # facts
        return self.registry.read(streamer_id, Reading(PLAYING, ToldFacts(**told)))


@pytest.fixture
def world() -> World:
    return World()


def heard(world: World, **said: Any) -> StreamerId:  # noqa: ANN401 # fields of a sighting
    streamer_id = world.hear(**said)
    assert streamer_id is not None
    return streamer_id


def test_first_sighting_lists_a_streamer_and_says_so(world: World) -> None:
    streamer_id = heard(world)

    assert world.only().id == streamer_id
    assert world.published == [Changes(streamers=frozenset({streamer_id}), has_new_set=True)]
    assert world.registry.streamer(streamer_id) == world.only()


def test_sighting_without_identity_is_counted_and_refused(world: World) -> None:
    assert world.hear(mac=None) is None
    assert world.registry.refusals.without_identity == 1
    assert world.registry.streamers() == ()


def test_three_ways_of_hearing_make_one_streamer(world: World) -> None:
    first = heard(world)
    second = heard(world, heard_by=HeardBy.MDNS, device_id="d", name="Kitchen")
    third = heard(world, heard_by=HeardBy.SSDP, udn="u", name="Renderer")

    assert first == second == third
    assert world.only().heard_by == {HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP}
    assert world.only().name == "Kitchen"


def test_late_link_joins_two_streamers_and_the_older_keeps_its_id(world: World) -> None:
    older = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    world.clock.move(1)
    younger = heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d", name="Kitchen")
    world.clock.move(1)

    joined = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", device_id="d")

    assert joined == older
    assert world.only().heard_by == {HeardBy.SSDP, HeardBy.MDNS}
    assert world.only().name == "Kitchen"
    assert world.registry.streamer(younger) is None
    assert any(younger in changes.streamers for changes in world.published[-2:])


def test_join_takes_over_what_the_younger_was_told(world: World) -> None:
    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    younger = heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d")
    world.read(younger, name="Kitchen")

    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", device_id="d")

    assert (world.only().name, world.only().state) == ("Kitchen", PLAYING)


def test_join_keeps_a_working_driver(world: World) -> None:
    url = f"http://{ADDRESS}/api/v1"
    heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u")
    heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d", control_url=url)

    joined = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u", device_id="d")

    recognition = world.registry.recognition(joined)
    assert recognition is not None
    assert recognition.address.url == url


def test_doubled_mac_stays_two_streamers(world: World) -> None:
    one = heard(world, device_id="d1")
    two = heard(world, device_id="d2", address=ELSEWHERE)

    assert one != two
    assert [streamer.mac for streamer in world.registry.streamers()] == [MAC, MAC]


def test_sightings_of_one_origin_never_join_another(world: World) -> None:
    heard(world)
    heard(world, origin=Origin.DEMO)

    assert len(world.registry.streamers()) == 2


def test_demo_goes_as_a_whole(world: World) -> None:
    here = heard(world)
    heard(world, origin=Origin.DEMO)

    world.registry.forget_origin(Origin.DEMO)

    assert world.only().id == here


def test_streamer_with_a_new_address_moves_and_keeps_its_id(world: World) -> None:
    old_page, new_page = f"http://{ADDRESS}/", f"http://{ELSEWHERE}/"
    before = heard(world, device_id="d", name="Kitchen", page_url=old_page)
    world.clock.move(MOVES_AFTER_S)

    after = heard(world, device_id="d", address=ELSEWHERE, page_url=new_page)

    assert after == before
    assert (world.only().address, world.only().page_url) == (ELSEWHERE, new_page)


def test_streamer_that_answers_does_not_move_because_somebody_says_so(world: World) -> None:
    streamer_id = heard(world, device_id="d", name="Kitchen")

    heard(world, device_id="d", name="Impostor", address=ELSEWHERE)

    assert (world.only().id, world.only().address) == (streamer_id, ADDRESS)
    assert world.only().name == "Kitchen"


def test_doubted_streamer_moves_at_once(world: World) -> None:
    streamer_id = heard(world, device_id="d")
    world.registry.mark(streamer_id, Presence.CHECKING)

    heard(world, device_id="d", address=ELSEWHERE)

    assert (world.only().address, world.only().presence) == (ELSEWHERE, Presence.ANSWERING)


def test_moved_streamer_forgets_the_page_and_faults_of_its_old_address(world: World) -> None:
    url = f"http://{ADDRESS}/api/v1"
    streamer_id = heard(world, device_id="d", control_url=url)
    world.read(streamer_id, page_url=f"http://{ADDRESS}/")
    world.registry.switch_off(streamer_id, "driver.failed")
    world.clock.move(MOVES_AFTER_S)

    heard(world, device_id="d", address=ELSEWHERE)

    assert world.only().page_url is None
    assert world.only().driver_fault is None


def test_goodbye_is_checked_before_it_is_believed(world: World) -> None:
    streamer_id = heard(world)

    world.hear(is_goodbye=True)

    assert world.only().presence is Presence.CHECKING
    assert world.only().has_said_goodbye
    assert world.only().silent_since == NOON
    assert world.registry.streamer(streamer_id) is not None


@pytest.mark.parametrize(
    "said", [{"address": ELSEWHERE}, {"heard_by": HeardBy.MDNS}, {"mac": "00:04:a3:00:00:01"}]
)
def test_goodbye_of_somebody_else_changes_nothing(world: World, said: dict[str, Any]) -> None:
    heard(world)

    world.hear(is_goodbye=True, **said)

    assert world.only().presence is Presence.ANSWERING


def test_streamer_returns_after_its_goodbye(world: World) -> None:
    streamer_id = heard(world)
    world.hear(is_goodbye=True)
    world.registry.mark(streamer_id, Presence.GONE)
    world.clock.move(60)

    returned = heard(world)

    assert returned == streamer_id
    assert (world.only().presence, world.only().silent_since) == (Presence.ANSWERING, None)
    assert not world.only().has_said_goodbye


def test_loss_and_return_are_logged_once_each(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    streamer_id = heard(world)
    for _ in range(3):
        world.registry.mark(streamer_id, Presence.GONE)
    for _ in range(3):
        world.registry.answered(streamer_id)

    assert caplog.messages == ["a streamer no longer answers", "a streamer answers again"]


def test_announcement_without_product_is_kept_but_not_listed(world: World) -> None:
    streamer_id = heard(world, product=None)

    assert world.registry.streamers() == ()
    assert world.published == []
    assert heard(world) == streamer_id
    assert len(world.registry.streamers()) == 1


def test_truncated_announcement_takes_nothing_away(world: World) -> None:
    heard(world, product="Cobalt S1")
    world.clock.move(1)

    heard(world, product=None)

    assert world.only().product == "Cobalt S1"


def test_answer_of_the_driver_is_shown(world: World) -> None:
    streamer_id = heard(world)

    taken = world.registry.read(
        streamer_id, Reading(PLAYING, ToldFacts(name="Kitchen", mac=MAC), took_ms=4.0)
    )

    assert taken
    assert (world.only().name, world.only().state) == ("Kitchen", PLAYING)
    assert [answer.took_ms for answer in world.only().answers] == [4.0]


def test_only_the_latest_sixty_answers_are_kept(world: World) -> None:
    streamer_id = heard(world)

    for number in range(70):
        world.registry.answered(streamer_id, took_ms=float(number))

    assert [answer.took_ms for answer in world.only().answers] == list(map(float, range(10, 70)))


def test_answer_of_another_streamer_at_the_address_is_not_taken(world: World) -> None:
    streamer_id = heard(world, device_id="d1")

    assert not world.read(streamer_id, device_id="d2")
    assert world.only().state is None


def test_answer_for_a_forgotten_streamer_is_not_taken(world: World) -> None:
    streamer_id = heard(world)
    world.registry.forget([streamer_id])

    world.registry.answered(streamer_id)
    world.registry.mark(streamer_id, Presence.GONE)
    world.registry.switch_off(streamer_id, "driver.failed")
    world.registry.switch_on(streamer_id)

    assert not world.read(streamer_id)
    assert world.registry.streamers() == ()
    assert world.registry.silence_s(streamer_id) is None
    assert world.registry.last_sign_of_life(streamer_id) is None
    assert world.registry.recognition(streamer_id) is None


def test_mac_told_by_the_driver_joins_the_announcement_at_its_address(world: World) -> None:
    announced = heard(world)
    world.clock.move(1)
    by_name = heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d")

    world.read(by_name, mac=MAC, device_id="d")

    assert world.only().id == announced
    assert world.only().state == PLAYING


def test_mac_told_by_the_driver_takes_no_streamer_at_another_address(world: World) -> None:
    heard(world, address=ELSEWHERE)
    by_name = heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d")

    world.read(by_name, mac=MAC, device_id="d")

    assert len(world.registry.streamers()) == 2


def test_mac_told_by_the_driver_joins_no_contradiction(world: World) -> None:
    heard(world, device_id="d1")
    other = heard(world, heard_by=HeardBy.MDNS, mac=None, device_id="d2")

    world.read(other, mac=MAC, device_id="d2")

    assert len(world.registry.streamers()) == 2


def test_sign_of_life_that_shows_nothing_new_is_not_published(world: World) -> None:
    streamer_id = heard(world)
    world.published.clear()
    world.clock.move(3)

    world.registry.answered(streamer_id)

    assert world.published == []
    assert world.only().last_heard_at == NOON + timedelta(seconds=3)


def test_sign_of_life_with_a_time_is_published(world: World) -> None:
    streamer_id = heard(world)
    world.published.clear()

    world.registry.answered(streamer_id, took_ms=4.0)

    assert world.published == [Changes(streamers=frozenset({streamer_id}))]


def test_silence_is_counted_by_the_steady_clock(world: World) -> None:
    streamer_id = heard(world)
    world.clock.move(7)

    assert world.registry.silence_s(streamer_id) == 7
    assert world.registry.last_sign_of_life(streamer_id) == NOON


def test_driver_that_is_switched_off_is_said_and_can_be_tried_again(world: World) -> None:
    streamer_id = heard(world, device_id="d", control_url=f"http://{ADDRESS}/api/v1")
    world.read(streamer_id)

    world.registry.switch_off(streamer_id, "driver.failed")
    off = world.only()
    recognition_while_off = world.registry.recognition(streamer_id)
    world.registry.switch_on(streamer_id)

    assert (off.driver_fault, off.depth, off.state) == ("driver.failed", Depth.ANNOUNCED, None)
    assert recognition_while_off is None
    assert (world.only().driver_fault, world.only().depth) == (None, Depth.MANAGED)


def test_switching_off_what_has_no_driver_changes_nothing(world: World) -> None:
    streamer_id = heard(world)
    before = world.only()

    world.registry.switch_off(streamer_id, "driver.failed")

    assert world.only() == before


def test_driver_goes_when_its_address_is_no_longer_named(world: World) -> None:
    streamer_id = heard(world, device_id="d", control_url=f"http://{ADDRESS}/api/v1")
    world.clock.move(MOVES_AFTER_S)

    heard(world, device_id="d", address=ELSEWHERE)

    assert world.registry.recognition(streamer_id) is None


def test_streamer_gone_for_half_an_hour_is_forgotten(world: World) -> None:
    gone = heard(world)
    heard(world, mac="00:04:a3:00:00:02", address=ELSEWHERE)
    world.registry.mark(gone, Presence.GONE)

    world.clock.move(1800)
    world.registry.forget_the_long_gone()
    just_in_time = len(world.registry.streamers())
    world.clock.move(1)
    world.registry.forget_the_long_gone()

    assert just_in_time == 2
    assert world.only().address == ELSEWHERE


def test_forgetting_a_stranger_changes_nothing(world: World) -> None:
    heard(world)

    world.registry.forget([StreamerId("nobody")])

    assert len(world.registry.streamers()) == 1


def test_forgotten_streamer_is_new_when_heard_again(world: World) -> None:
    first = heard(world, device_id="d", udn="u")
    world.registry.forget([first])
    world.clock.move(1)

    heard(world, device_id="d", udn="u")

    assert world.only().first_heard_at == NOON + timedelta(seconds=1)


def test_one_source_lists_no_more_than_its_share(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE + 10):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}")

    assert len(world.registry.streamers()) == STREAMERS_PER_SOURCE
    assert world.registry.refusals.source_is_full == 10


def test_share_of_a_source_holds_for_moves_too(world: World) -> None:
    moving = heard(world, mac="00:04:a3:11:00:00", address=ELSEWHERE)
    for number in range(STREAMERS_PER_SOURCE):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}")
    world.clock.move(MOVES_AFTER_S)

    world.hear(mac="00:04:a3:11:00:00")

    streamer = world.registry.streamer(moving)
    assert streamer is not None
    assert streamer.address == ELSEWHERE
    assert world.registry.refusals.source_is_full == 1


def test_demo_has_no_share(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE + 10):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}", origin=Origin.DEMO)

    assert len(world.registry.streamers()) == STREAMERS_PER_SOURCE + 10


def fill(world: World) -> list[StreamerId]:
    free = STREAMERS_LISTED - len(world.registry.streamers())
    return [
        heard(
            world,
            mac=f"00:04:a3:01:{number // 256:02x}:{number % 256:02x}",
            address=f"10.0.{number // 50}.{number % 50}",
        )
        for number in range(free)
    ]


def test_full_list_refuses_the_next(world: World) -> None:
    fill(world)

    assert world.hear() is None
    assert len(world.registry.streamers()) == STREAMERS_LISTED
    assert world.registry.refusals.list_is_full == 1


def test_full_list_lets_the_longest_gone_go(world: World) -> None:
    ids = fill(world)
    world.registry.mark(ids[7], Presence.GONE)
    world.registry.mark(ids[3], Presence.GONE)
    world.registry.answered(ids[7])
    world.registry.mark(ids[7], Presence.GONE)

    assert world.hear() is not None
    assert world.registry.streamer(ids[3]) is None
    assert world.registry.streamer(ids[7]) is not None


def test_crowded_source_makes_nobody_go(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE):
        heard(world, mac=f"00:04:a3:00:00:{number:02x}")
    gone = fill(world)[0]
    world.registry.mark(gone, Presence.GONE)

    assert world.hear(mac="00:04:a3:00:01:00") is None
    assert world.registry.streamer(gone) is not None


def test_unlisted_streamer_goes_without_a_word(world: World) -> None:
    streamer_id = heard(world, product=None)

    world.registry.forget([streamer_id])

    assert world.published == []


@dataclass(frozen=True)
class Real:
    """A streamer of an invented house, and the ways in which it is heard."""

    number: int
    mac: str
    views: tuple[frozenset[str], ...]

    def sightings(self) -> list[Sighting]:
        whole = {"mac": self.mac, "udn": f"u{self.number}", "device_id": f"d{self.number}"}
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


VIEWS = st.frozensets(st.sampled_from(["mac", "udn", "device_id"]), min_size=1)


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
        said = (sighting.address, sighting.mac, sighting.udn, sighting.device_id)
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
    whole = frozenset({"mac", "udn", "device_id"})
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
            device_id=st.none() | st.sampled_from(["d1", "d2"]),
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
