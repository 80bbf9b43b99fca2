"""Shared servers that announce themselves: what is believed of it, and one look on loopback."""

from __future__ import annotations

import asyncio
import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zeroconf import IPVersion
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.contract.household import SERVICE_TYPE, FoundHousehold
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.server.household.announcing import Announcing, service_of
from altrabits_desktop.streamers.discovery.households import (
    FOUND_MOST,
    find_households,
    household_of,
)
from tests.harness import mdns_packets

PRINT = "0123456789abcdef" * 4
ID = PRINT[:16]
WHOLE = {b"id": ID.encode(), b"api": b"1"}


def card(address: str, *, prefix: int = 24, broadcast: str = "", index: int = 2) -> NetworkCard:
    return NetworkCard(
        name="eth0",
        address=address,
        prefix_length=prefix,
        broadcast=broadcast,
        kind=CardKind.ETHERNET,
        index=index,
    )


HOME = card("192.168.71.10", broadcast="192.168.71.255")


def read(
    texts: dict[bytes, bytes | None], *addresses: str, port: int | None = 8619
) -> FoundHousehold | None:
    return household_of(texts, addresses=addresses, port=port, cards=(HOME,))


def test_a_server_of_our_network_is_taken_at_its_address_there() -> None:
    found = read({**WHOLE, b"more": None}, "10.0.0.7", "192.168.71.20", "192.168.71.21")

    assert found == FoundHousehold(ID, "192.168.71.20:8619")


@pytest.mark.parametrize(
    ("texts", "addresses", "port"),
    [
        ({}, ("192.168.71.20",), 8619),
        ({**WHOLE, b"id": None}, ("192.168.71.20",), 8619),
        ({**WHOLE, b"id": b"\xff" * 16}, ("192.168.71.20",), 8619),
        ({**WHOLE, b"id": ID.encode() + b"0"}, ("192.168.71.20",), 8619),
        ({**WHOLE, b"api": b"2"}, ("192.168.71.20",), 8619),
        (WHOLE, (), 8619),
        (WHOLE, ("10.0.0.7", "127.0.0.1", "::1", "no address", "169.254.169.254"), 8619),
        (WHOLE, ("192.168.71.20",), None),
        (WHOLE, ("192.168.71.20",), 0),
        (WHOLE, ("192.168.71.20",), 65_536),
    ],
)
def test_r4_whatever_is_not_exactly_that_is_left_out(
    texts: dict[bytes, bytes | None], addresses: tuple[str, ...], port: int | None
) -> None:
    assert read(texts, *addresses, port=port) is None


@given(
    st.dictionaries(
        st.binary(max_size=6) | st.sampled_from([b"id", b"api"]), st.binary() | st.none()
    ),
    st.lists(st.text(max_size=20) | st.sampled_from(["192.168.71.20", "8.8.8.8"]), max_size=4),
    st.integers(-1, 70_000) | st.none(),
)
def test_r4_nothing_hostile_gets_through(
    texts: dict[bytes, bytes | None], addresses: list[str], port: int | None
) -> None:
    found = household_of(texts, addresses=addresses, port=port, cards=(HOME,))

    assert found is None or re.fullmatch(r"192\.168\.71\.\d+:\d{1,5}", found.address)


async def test_nobody_is_asked_where_there_is_no_card() -> None:
    assert await find_households(()) == ()


LOOPBACK = card("127.0.0.1", prefix=8, broadcast="127.255.255.255", index=1)


async def looked(wanted_id: str = "") -> tuple[FoundHousehold, ...]:
    """Look on loopback, for as long as a test can wait."""
    return await find_households((LOOPBACK,), wanted_id=wanted_id, look_s=1.5)


async def test_one_that_announces_itself_is_found_by_a_look() -> None:
    announcing = Announcing(fingerprint=PRINT, port=8619)
    assert await announcing.open(["127.0.0.1"])
    try:
        found = await looked()
    finally:
        await announcing.close()

    assert FoundHousehold(ID, "127.0.0.1:8619") in found


async def test_r4_however_many_others_there_are_the_one_that_is_wanted_is_found() -> None:
    crowd = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    announcing = Announcing(fingerprint=PRINT, port=8619)
    try:
        for number in range(2 * FOUND_MOST):
            other = service_of(f"{number:064x}"[::-1], port=8620, addresses=["127.0.0.9"])
            await crowd.async_register_service(other, cooperating_responders=True)
        assert await announcing.open(["127.0.0.1"])
        everybody, wanted = await asyncio.gather(looked(), looked(ID))
        # A computer that is busy may answer too late; whoever looks again finds it.
        wanted = wanted or await looked(ID)
    finally:
        await announcing.close()
        await crowd.async_unregister_all_services()
        await crowd.async_close()

    assert len(everybody) <= FOUND_MOST
    assert wanted == (FoundHousehold(ID, "127.0.0.1:8619"),)


async def test_a_card_that_has_gone_costs_the_others_nothing() -> None:
    announcing = Announcing(fingerprint=PRINT, port=8619)
    gone = card("192.0.2.77", prefix=24, broadcast="192.0.2.255", index=9)
    assert await announcing.open(["127.0.0.1"])
    try:
        found = await find_households((gone, LOOPBACK), wanted_id=ID, look_s=1.5)
        alone = await find_households((gone,), look_s=1.5)
    finally:
        await announcing.close()

    assert (found, alone) == ((FoundHousehold(ID, "127.0.0.1:8619"),), ())


async def test_r4_a_host_that_cannot_be_asked_for_hides_nobody() -> None:
    text = b"\x13id=%s\x05api=1" % ID.encode()
    said = (
        mdns_packets.answer_on_impossible_host(SERVICE_TYPE, "Hostile"),
        mdns_packets.answer_of(SERVICE_TYPE, "Whole", text=text),
    )
    saying = asyncio.ensure_future(say_again(said))
    try:
        found = await find_households((LOOPBACK,), look_s=0.4)
    finally:
        saying.cancel()

    assert FoundHousehold(ID, "127.0.0.9:8080") in found


async def say_again(packets: tuple[bytes, ...]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as neighbour:
        own = socket.inet_aton("127.0.0.1")
        neighbour.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, own)
        while True:
            for packet in packets:
                neighbour.sendto(packet, ("224.0.0.251", 5353))
            await asyncio.sleep(0.1)
