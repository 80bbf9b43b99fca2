"""A storm of borrowed identities beside a streamer of the person's: nothing of theirs changes (R5).

A token leaves over the pinned certificate alone (`test_secure_fetching.py`); here no driver is ever
given one without that pin.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import HeardBy, Presence
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer
from tests.fakes.registry import World, heard
from tests.fakes.streamers import ADDRESS, MAC

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

PIN, ANOTHER = "c0" * 32, "ee" * 32
KITCHEN = OwnedStreamer(
    id="own-1",
    name="Kitchen",
    room="Downstairs",
    identity=Identity(MAC, "u-1", "box-1"),
    pin=PIN,
    token="the-owners-token-of-22",
)
FLIPS_PER_S, LASTS_S = 2500, 10
ANSWERED_EVERY = 125
"""A streamer that is doubted has answered within a twentieth of a second."""
WAYS = (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)


@pytest.fixture
def world() -> World:
    world = World()
    world.registry.own(OwnedBook([KITCHEN]).of)
    return world


def prove(world: World, streamer_id: StreamerId) -> None:
    """Let the true one answer over its certificate."""
    assert world.read(streamer_id, api_id="box-1", udn="u-1", shown_pin=(ADDRESS, PIN))


def flip(world: World, chance: random.Random) -> None:
    """Say something of the streamer in the kitchen, as anybody may, from anywhere."""
    address = ADDRESS if chance.random() < 0.2 else f"192.168.71.{chance.randrange(21, 250)}"
    is_said = {
        "mac": chance.choice((MAC, None, f"d8:80:39:00:00:{chance.randrange(256):02x}")),
        "udn": chance.choice(("u-1", None, f"u-{chance.randrange(9)}")),
        "api_id": chance.choice(("box-1", None, f"box-{chance.randrange(9)}")),
    }
    streamer_id = world.hear(
        heard_by=chance.choice(WAYS),
        address=address,
        name=f"Impostor {chance.randrange(1000)}",
        control_url=f"http://{address}/api/v1",
        is_goodbye=chance.random() < 0.1,
        **is_said,
    )
    if streamer_id is not None and address != ADDRESS and chance.random() < 0.3:
        world.registry.see_pin(streamer_id, (address, ANOTHER))


def answer(world: World, streamer_id: StreamerId) -> None:
    """Let the true one answer where it is asked, and everybody else too."""
    for streamer in world.registry.streamers():
        is_doubted = world.registry.standing(streamer.id).is_doubted
        if streamer.id == streamer_id:
            prove(world, streamer_id)
        if is_doubted:
            world.registry.conclude(streamer.id, has_answered=streamer.id == streamer_id)


def theirs(world: World) -> list[Streamer]:
    return [streamer for streamer in world.registry.streamers() if streamer.is_owned]


def tokens_without_pin(world: World) -> list[StreamerId]:
    """List who would be asked with the token and without the pin that guards it."""
    drivers = {one.id: world.registry.recognition(one.id) for one in world.registry.streamers()}
    return [
        streamer_id
        for streamer_id, driver in drivers.items()
        if driver is not None and driver.address.token and driver.address.pin != PIN
    ]


def storm_is_survived(world: World, flips: int, caplog: pytest.LogCaptureFixture) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    true_one = heard(world, api_id="box-1", udn="u-1", control_url=f"http://{ADDRESS}/api/v1")
    prove(world, true_one)
    notices: set[object] = set()
    for number in range(flips):
        world.clock.move(1 / FLIPS_PER_S)
        flip(world, chance)
        notices |= {one.since for one in theirs(world) if one.presence is not Presence.ANSWERING}
        if number % ANSWERED_EVERY == 0:
            answer(world, true_one)
            (shown,) = theirs(world)
            assert (shown.id, shown.address, shown.name) == (true_one, ADDRESS, "Kitchen")
            assert shown.presence in {Presence.ANSWERING, Presence.CHECKING}
            assert tokens_without_pin(world) == []
    answer(world, true_one)
    (shown,) = theirs(world)
    assert (shown.presence, shown.room) == (Presence.ANSWERING, "Downstairs")
    assert len(world.registry.streamers()) <= 1000
    # Whatever is said of it, in a minute it is shown once to be looked into.
    assert len(notices) <= 1
    # It is never said of the true one that it moved, left or came back.
    assert shown.moved_at is None
    assert [text for text in caplog.messages if "no longer answers" in text] == []


def test_r5_a_storm_of_borrowed_identities_changes_nothing(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    storm_is_survived(world, FLIPS_PER_S * LASTS_S // 100, caplog)


@pytest.mark.long
def test_r5_ten_seconds_of_2500_borrowed_identities_each_change_nothing(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    storm_is_survived(world, FLIPS_PER_S * LASTS_S, caplog)
