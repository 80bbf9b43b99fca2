"""Which streamer is the person's: beside neighbours that name it, by its certificate alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import HeardBy, Presence
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer
from altrabits_desktop.streamers.owning import STRANGER_AFTER_S
from tests.fakes.registry import ELSEWHERE, World, heard
from tests.fakes.streamers import ADDRESS, MAC

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

PIN = "c0" * 32
ANOTHER = "ee" * 32
TOKEN = "the-owners-token-of-22"
THIRD = "192.168.71.77"
KITCHEN = OwnedStreamer(
    id="own-1",
    name="Kitchen",
    room="Downstairs",
    identity=Identity(MAC, "u-1", "box-1"),
    pin=PIN,
    token=TOKEN,
)
RENDERER = OwnedStreamer(id="own-2", name="Den", room="", identity=Identity(MAC, "u-1"))


@pytest.fixture
def world() -> World:
    world = World()
    world.registry.own(OwnedBook([KITCHEN]).of)
    return world


def named(world: World, *, address: str = ADDRESS, **said: str | None) -> StreamerId:
    """Hear somebody who says to be the streamer in the kitchen."""
    return heard(
        world,
        heard_by=HeardBy.MDNS,
        address=address,
        **{"mac": None, "api_id": "box-1", "control_url": f"http://{address}/api/v1", **said},
    )


def prove(world: World, streamer_id: StreamerId, *, pin: str = PIN, api_id: str = "box-1") -> None:
    """Let its driver answer, after it looked at the certificate."""
    streamer = shown(world, streamer_id)
    assert world.read(streamer_id, api_id=api_id, shown_pin=(streamer.address, pin))


def shown(world: World, streamer_id: StreamerId) -> Streamer:
    streamer = world.registry.streamer(streamer_id)
    assert streamer is not None
    return streamer


def yours(world: World) -> list[str]:
    return [one.address for one in world.registry.streamers() if one.is_owned]


def token_for(world: World, streamer_id: StreamerId) -> str:
    recognition = world.registry.recognition(streamer_id)
    assert recognition is not None
    return recognition.address.token


def test_r5_who_only_names_a_streamer_of_the_persons_is_not_shown_as_theirs(world: World) -> None:
    streamer_id = named(world)
    before = shown(world, streamer_id)

    prove(world, streamer_id)
    after = shown(world, streamer_id)

    assert (before.is_owned, before.owned_id, before.room) == (False, None, None)
    assert before.name != "Kitchen"
    assert (after.is_owned, after.owned_id, after.name) == (True, "own-1", "Kitchen")
    assert after.room == "Downstairs"
    assert after.announced_name == before.announced_name == before.name


def test_a_streamer_that_may_be_the_persons_from_now_on_is_asked_for_its_certificate() -> None:
    world = World()
    streamer_id = named(world)
    world.published.clear()

    world.registry.own(OwnedBook([KITCHEN]).of)
    world.registry.own(OwnedBook([KITCHEN]).of)

    assert [changes.streamers for changes in world.published] == [frozenset({streamer_id})]


def test_what_one_of_the_persons_calls_itself_is_told_no_faster_than_any_name(
    world: World,
) -> None:
    streamer_id = named(world)
    prove(world, streamer_id)
    for number in range(50):
        named(world, name=f"name {number}")
    told_at_once = shown(world, streamer_id).announced_name

    world.clock.move(1)
    world.registry.tidy()

    assert told_at_once != "name 49"
    assert shown(world, streamer_id).announced_name == "name 49"
    assert shown(world, streamer_id).name == "Kitchen"


@pytest.mark.parametrize(
    "said",
    [
        {"mac": MAC, "api_id": None},
        {"udn": "u-1", "api_id": None},
        {"mac": MAC, "api_id": "box-1"},
        {"mac": MAC, "api_id": None, "control_url": None},
    ],
)
def test_r5_a_neighbour_that_borrows_an_identity_is_no_second_one_of_the_persons(
    world: World, said: dict[str, str | None]
) -> None:
    own = named(world)
    prove(world, own)

    named(world, address=ELSEWHERE, **said)
    world.clock.move(STRANGER_AFTER_S)
    world.registry.tidy()

    assert yours(world) == [ADDRESS]
    others = [one for one in world.registry.streamers() if one.id != own]
    assert all(one.name != "Kitchen" for one in others)
    assert all(one.borrowed_id == "own-1" for one in others)


def test_r5_a_neighbour_that_was_heard_first_does_not_keep_out_the_true_one(world: World) -> None:
    impostor = named(world, address=ELSEWHERE)
    prove(world, impostor, pin=ANOTHER)
    assert shown(world, impostor).borrowed_id == "own-1"

    true = named(world)
    prove(world, true)

    assert true != impostor
    assert yours(world) == [ADDRESS]
    assert (token_for(world, impostor), token_for(world, true)) == ("", TOKEN)


def test_r5_one_that_never_shows_a_certificate_is_a_stranger_after_some_seconds(
    world: World,
) -> None:
    impostor = named(world, address=ELSEWHERE)
    before = shown(world, impostor).borrowed_id
    world.clock.move(STRANGER_AFTER_S)
    world.registry.tidy()

    assert (before, shown(world, impostor).borrowed_id) == (None, "own-1")
    assert token_for(world, impostor) == ""
    assert named(world) != impostor


def test_r5_a_silent_one_of_the_persons_is_not_captured_by_who_names_it(world: World) -> None:
    own = named(world)
    prove(world, own)
    world.is_asked_in_vain(own)
    world.registry.mark(own, Presence.GONE)

    impostor = named(world, address=ELSEWHERE)
    prove(world, impostor, pin=ANOTHER)
    named(world, address=ELSEWHERE)

    assert impostor != own
    assert shown(world, own).address == ADDRESS
    assert yours(world) == [ADDRESS]
    assert shown(world, own).presence is Presence.GONE

    assert named(world) == own
    assert shown(world, own).presence is Presence.ANSWERING


def test_one_of_the_persons_that_proves_it_elsewhere_has_moved_and_keeps_its_place(
    world: World,
) -> None:
    own = named(world)
    prove(world, own)
    world.is_asked_in_vain(own)

    there = named(world, address=ELSEWHERE)
    assert there != own
    prove(world, there)

    moved = world.only()
    assert (moved.id, moved.address, moved.former_address) == (own, ELSEWHERE, ADDRESS)
    assert (moved.is_owned, moved.presence) == (True, Presence.ANSWERING)
    assert token_for(world, own) == TOKEN
    assert named(world, address=ELSEWHERE) == own


def test_r27_one_of_the_persons_that_shows_another_certificate_is_theirs_no_longer(
    world: World,
) -> None:
    own = named(world)
    prove(world, own)

    prove(world, own, pin=ANOTHER)

    assert yours(world) == []
    assert shown(world, own).borrowed_id == "own-1"
    assert token_for(world, own) == ""


def test_certificate_that_was_seen_at_another_address_proves_nothing(world: World) -> None:
    streamer_id = named(world)

    world.registry.see_pin(streamer_id, (ELSEWHERE, PIN))
    before = yours(world)
    world.registry.see_pin(streamer_id, (ADDRESS, PIN))
    world.registry.see_pin("nobody", (ADDRESS, PIN))  # type: ignore[arg-type] # any text

    assert (before, yours(world)) == ([], [ADDRESS])


def test_an_answer_without_a_look_leaves_what_was_proved(world: World) -> None:
    own = named(world)
    prove(world, own)

    assert world.read(own, api_id="box-1")

    assert yours(world) == [ADDRESS]


def test_of_two_that_lead_to_the_certificate_one_is_shown_as_the_persons(world: World) -> None:
    own = named(world)
    prove(world, own)
    relay = named(world, address=ELSEWHERE, api_id=None, mac=MAC)
    prove(world, relay, api_id="box-1")

    assert yours(world) == [ADDRESS]
    world.registry.forget([own])
    prove(world, relay, api_id="box-1")
    assert yours(world) == [ELSEWHERE]


def test_one_that_left_the_account_is_nobodys(world: World) -> None:
    own = named(world)
    prove(world, own)

    world.registry.own(OwnedBook().of)

    assert yours(world) == []
    assert shown(world, own).borrowed_id is None


def test_r5_of_two_renderers_with_one_identity_the_firm_and_first_is_the_persons() -> None:
    world = World()
    world.registry.own(OwnedBook([RENDERER]).of)
    heard(world, heard_by=HeardBy.ANNOUNCE, address=ELSEWHERE, mac=MAC)

    own = heard(world, heard_by=HeardBy.SSDP, mac=None, udn="u-1")
    heard(world, heard_by=HeardBy.SSDP, address=THIRD, mac=None, udn="u-1")

    assert yours(world) == [ADDRESS]
    assert shown(world, own).name == "Den"


def test_one_that_is_known_by_a_mac_alone_is_the_persons_by_it() -> None:
    world = World()
    plain = OwnedStreamer(id="own-3", name="Attic", room="", identity=Identity(MAC))
    world.registry.own(OwnedBook([plain]).of)

    heard(world)

    assert yours(world) == [ADDRESS]


def test_r5_an_equal_id_of_the_control_api_decides_before_all_else() -> None:
    other = OwnedStreamer(id="own-2", name="Den", room="", identity=Identity(MAC))
    book = OwnedBook([other, KITCHEN])

    # Somebody lied about the UDN when it was added, or does now.
    assert book.of(Identity(MAC, "u-9", "box-1")) is KITCHEN
    assert book.of(Identity(MAC, "u-9", "box-2")) is other
    assert book.of(Identity(None, "u-1", "box-2")) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from([ADDRESS, ELSEWHERE, THIRD]),
            st.sampled_from(["name", "name by mac", "prove", "lie", "silent", "wait", "forget"]),
        ),
        max_size=40,
    )
)
def test_r5_whatever_neighbours_do_only_the_holder_of_the_pin_is_the_persons(
    steps: list[tuple[str, str]],
) -> None:
    world = World()
    world.registry.own(OwnedBook([KITCHEN]).of)
    pins: dict[str, str] = {}
    for address, step in steps:
        here = [one for one in world.registry.streamers() if one.address == address]
        if step == "name":
            named(world, address=address)
        elif step == "name by mac":
            named(world, address=address, api_id=None, mac=MAC)
        elif step == "wait":
            world.clock.move(STRANGER_AFTER_S)
            world.registry.tidy()
        elif here and step in {"prove", "lie"}:
            pins[address] = PIN if step == "prove" else ANOTHER
            for one in here:
                world.read(one.id, api_id="box-1", shown_pin=(address, pins[address]))
        elif here and step == "silent":
            world.is_asked_in_vain(here[0].id)
        elif here and step == "forget":
            world.registry.forget([here[0].id])

        theirs = yours(world)
        assert len(theirs) <= 1
        assert all(pins.get(one) == PIN for one in theirs)


def test_r27_who_shows_no_certificate_any_more_is_the_persons_no_more(world: World) -> None:
    own = named(world)
    prove(world, own)
    was_owned = shown(world, own).is_owned

    prove(world, own, pin="")
    after = shown(world, own)

    assert (was_owned, after.is_owned, after.borrowed_id) == (True, False, "own-1")
    prove(world, own)
    assert shown(world, own).is_owned
