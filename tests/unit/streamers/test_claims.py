from __future__ import annotations

from datetime import timedelta

from altrabits_desktop.streamers.claims import joined_claims
from tests.fakes.clock import NOON
from tests.fakes.streamers import a_sighting

LATER = NOON + timedelta(seconds=3)


def test_only_claim_is_taken_as_it_is() -> None:
    sighting = a_sighting()

    assert joined_claims(sighting, None) is sighting


def test_later_claim_wins_and_keeps_what_it_left_out() -> None:
    early = a_sighting(name="Kitchen", room="Kitchen", service_types=frozenset({"a"}))
    late = a_sighting(heard_at=LATER, product="Cobalt S2", service_types=frozenset({"b"}))

    joined = joined_claims(late, early)

    assert (joined.heard_at, joined.product, joined.name) == (LATER, "Cobalt S2", "Kitchen")
    assert joined.service_types == {"a", "b"}


def test_nothing_is_kept_from_another_address() -> None:
    early = a_sighting(name="Kitchen", address="192.168.71.99")
    late = a_sighting(heard_at=LATER)

    assert joined_claims(late, early) is late


def test_types_do_not_grow_without_bound() -> None:
    early = a_sighting(service_types=frozenset(f"type {n}" for n in range(16)))
    late = a_sighting(heard_at=LATER, service_types=frozenset({"new"}))

    assert joined_claims(late, early).service_types == {"new"}
