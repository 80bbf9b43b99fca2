"""However many streamers are invented, those that the person has stay in the list (R2)."""

from __future__ import annotations

import pytest

from altrabits_desktop.actions.own_directory import OwnDirectory
from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import FindingReport, HeardBy, Presence
from altrabits_desktop.runtime.remembered import Remembered
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.owned import OwnedBook, OwnedStreamer
from tests.fakes.registry import World, heard

PIN = "c0" * 32
DEN = Remembered("own-den", "Den radio", "Den", "Cobalt S1", api_id="box-den")
ATTIC = Remembered("own-attic", "Attic radio", api_id="box-attic")
HALL = Remembered("own-hall", "Hall radio", api_id="box-hall")
"""Nothing is heard of it at all."""
DEN_AT, ATTIC_AT = "192.168.71.2", "192.168.71.3"


def owned(one: Remembered) -> OwnedStreamer:
    identity = Identity(api_id=one.api_id)
    return OwnedStreamer(id=one.owned_id, name=one.name, room=one.room, identity=identity, pin=PIN)


def hear(world: World, one: Remembered, *, address: str) -> None:
    """Hear one of the person's, and its proof."""
    streamer_id = heard(
        world,
        heard_by=HeardBy.MDNS,
        mac=None,
        api_id=one.api_id,
        address=address,
        control_url=f"http://{address}/api/v1",
    )
    assert world.read(streamer_id, api_id=one.api_id, shown_pin=(address, PIN))


def crowd_pushes_nobody_out(invented: int) -> None:
    world = World()
    world.registry.own(OwnedBook(map(owned, (DEN, ATTIC, HALL))).of)
    own = OwnDirectory(
        world.registry,
        remembered=(DEN, ATTIC, HALL),
        listed=lambda: None,
        report=FindingReport,
        clock=world.clock,
        publish=world.published.append,
    )
    hear(world, DEN, address=DEN_AT)
    hear(world, ATTIC, address=ATTIC_AT)
    attic = next(one for one in own.streamers() if one.owned_id == ATTIC.owned_id)
    world.registry.mark(attic.id, Presence.GONE)
    for number in range(invented):
        source = number // STREAMERS_PER_SOURCE
        world.hear(
            mac=None,
            api_id=f"invented-{number}",
            address=f"10.0.{source // 250}.{source % 250 + 1}",
        )
        if number % 500 == 0:
            names = [one.name for one in own.streamers() if one.owned_id is not None]
            assert sorted(names) == [ATTIC.name, DEN.name, HALL.name]
    shown = own.streamers()
    assert sorted(one.name for one in shown if one.owned_id is not None) == [
        ATTIC.name,
        DEN.name,
        HALL.name,
    ]
    # One of the person's that is not heard takes no place of those that are.
    assert len(world.registry.streamers()) <= STREAMERS_LISTED


def test_r2_a_crowd_pushes_out_nobody_that_the_person_has() -> None:
    crowd_pushes_nobody_out(2 * STREAMERS_LISTED)


@pytest.mark.long
def test_r2_ten_thousand_invented_ones_push_out_nobody_that_the_person_has() -> None:
    crowd_pushes_nobody_out(10 * STREAMERS_LISTED)
