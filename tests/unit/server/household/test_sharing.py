"""At which addresses a shared server is reached."""

from __future__ import annotations

import socket
import sys
from typing import Self

import ifaddr
import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.server.household.sharing import EVERY_ADDRESS, addresses_of


def adapters(*addresses: str) -> list[ifaddr.Adapter]:
    found = [ifaddr.IP(address, 24, "card") for address in addresses]
    return [ifaddr.Adapter("card", "card", found), ifaddr.Adapter("six", "six", [SIX])]


SIX = ifaddr.IP(("fe80::1", 0, 2), 64, "six")


async def test_a_named_address_is_the_only_one() -> None:
    assert await addresses_of("192.168.1.20") == ("192.168.1.20",)


async def test_on_every_address_loopback_is_none_that_others_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters("127.0.0.1", "192.168.1.20"))

    assert await addresses_of(EVERY_ADDRESS) == ("192.168.1.20",)


async def test_a_home_is_neither_in_a_tunnel_nor_among_everybody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tunnel = ifaddr.Adapter("tun0", "tun0", [ifaddr.IP("10.8.0.2", 32, "tun0")])
    monkeypatch.setattr(
        ifaddr, "get_adapters", lambda: [tunnel, *adapters("192.168.1.20", "8.8.4.4")]
    )
    assert await addresses_of(EVERY_ADDRESS) == ("192.168.1.20",)

    # Where there is nothing else, whoever shares it means that.
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [tunnel])
    assert await addresses_of(EVERY_ADDRESS) == ("10.8.0.2",)


async def test_a_computer_in_no_network_shares_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters("127.0.0.1"))

    with pytest.raises(Refused) as caught:
        await addresses_of(EVERY_ADDRESS)
    assert caught.value.code == "household.no_address"


class Route:
    """Stands for the socket that is asked from where others are reached."""

    def __init__(self, *_kind: int, address: str = "") -> None:
        self._address = address

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        return

    def connect(self, _address: object) -> None:
        if not self._address:
            raise OSError(101, "Network is unreachable")

    def getsockname(self) -> tuple[str, int]:
        return self._address, 40_000


@pytest.mark.parametrize(("address", "found"), [("192.168.1.20", ("192.168.1.20",)), ("", None)])
async def test_without_the_library_the_route_to_others_tells_it(
    monkeypatch: pytest.MonkeyPatch, address: str, found: tuple[str, ...] | None
) -> None:
    monkeypatch.setitem(sys.modules, "ifaddr", None)
    monkeypatch.setattr(socket, "socket", lambda *_kind: Route(address=address))

    if found is None:
        with pytest.raises(Refused):
            await addresses_of(EVERY_ADDRESS)
    else:
        assert await addresses_of(EVERY_ADDRESS) == found
