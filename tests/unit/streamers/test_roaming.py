from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import Origin, Streamer, StreamerId
from altrabits_desktop.runtime.networks import Network
from altrabits_desktop.streamers.roaming import Roaming

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
HOME = Network("192.168.1.0/24", "192.168.1.1", "aa:aa:aa:aa:aa:aa")
TWIN = HOME._replace(gateway_mac="bb:bb:bb:bb:bb:bb")
OFFICE = Network("10.1.0.0/16", "10.1.0.1", "cc:cc:cc:cc:cc:cc")


class House:
    def __init__(self) -> None:
        self.known: dict[str, Streamer] = {}
        self.left = 0
        self.roaming = Roaming(
            streamers=lambda: tuple(self.known.values()), forget=self._forget, leave=self._leave
        )

    def add(self, name: str, address: str, *, origin: Origin = Origin.LAN) -> None:
        self.known[name] = Streamer(
            id=StreamerId(name),
            name=name,
            address=address,
            origin=origin,
            first_heard_at=NOW,
            last_heard_at=NOW,
        )

    def _forget(self, gone: Iterable[StreamerId]) -> None:
        for name in gone:
            del self.known[name]

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def house() -> House:
    made = House()
    made.roaming.enter((HOME,))
    made.add("den", "192.168.1.9")
    made.add("typed", "172.16.0.4")
    made.add("demo", "127.0.0.9", origin=Origin.DEMO)
    return made


def test_the_office_of_yesterday_is_not_shown_at_home(house: House) -> None:
    is_another = house.roaming.enter((OFFICE,))

    assert is_another
    assert set(house.known) == {"demo"}
    assert (house.roaming.here, house.left) == ((OFFICE,), 1)


def test_two_homes_with_one_subnet_are_two_networks(house: House) -> None:
    assert house.roaming.enter((TWIN,))
    assert set(house.known) == {"demo"}


def test_a_cable_that_was_out_for_a_moment_leaves_everybody(house: House) -> None:
    both = (house.roaming.enter(()), house.roaming.enter((HOME,)))

    assert both == (False, False)
    assert set(house.known) == {"den", "typed", "demo"}
    assert house.left == 0


def test_a_second_network_beside_the_first_takes_nobody_along(house: House) -> None:
    assert house.roaming.enter((HOME, OFFICE))
    assert {"den", "demo"} <= set(house.known)


def test_one_of_two_that_goes_leaves_its_streamers_silent(house: House) -> None:
    house.roaming.enter((HOME, OFFICE))
    house.add("lobby", "10.1.0.9")

    is_another = house.roaming.enter((HOME,))
    again = house.roaming.enter((HOME, OFFICE))

    assert (is_another, again) == (False, False)
    assert "lobby" in house.known


def test_a_router_whose_mac_comes_later_is_no_other_network(house: House) -> None:
    assert not house.roaming.enter((HOME._replace(gateway_mac=""),))
    assert not house.roaming.enter((HOME,))


def test_a_router_that_turns_out_to_be_another_is_another_network() -> None:
    house = House()
    house.roaming.enter((HOME,))
    house.add("den", "192.168.1.9")

    before = house.roaming.enter((TWIN._replace(gateway_mac=""),))
    after = house.roaming.enter((TWIN,))

    assert (before, after) == (False, True)
    assert house.known == {}


def test_whoever_was_heard_at_a_forgotten_address_is_off_the_list(house: House) -> None:
    house.roaming.drop("172.16.0.4")

    assert set(house.known) == {"den", "demo"}
