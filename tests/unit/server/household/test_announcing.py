"""What a shared server tells the network of itself."""

from __future__ import annotations

import asyncio
import socket
import sys
from typing import TYPE_CHECKING

import pytest
from zeroconf import NonUniqueNameException
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.contract.household import ID_DIGITS, SERVICE_TYPE
from altrabits_desktop.server.household.announcing import Announcing, service_of

if TYPE_CHECKING:
    from zeroconf import ServiceInfo

PRINT = "0123456789abcdef" * 4


def test_it_announces_where_it_is_and_nothing_about_anybody() -> None:
    service = service_of(PRINT, port=8619, addresses=["192.168.71.20", "10.0.0.7"])

    told = (service.name, service.server, dict(service.decoded_properties))
    name = f"altrabits-home-{PRINT[:ID_DIGITS]}"
    assert told == (
        f"{name}.{SERVICE_TYPE}.local.",
        f"{name}.local.",
        {"id": PRINT[:ID_DIGITS], "api": "1"},
    )
    assert service.parsed_addresses() == ["192.168.71.20", "10.0.0.7"]
    assert socket.gethostname() not in repr(told)


def test_its_name_is_one_that_mdns_can_carry() -> None:
    label = service_of(PRINT, port=1, addresses=["127.0.0.1"]).name.partition(".")[0]

    assert len(label.encode()) <= 63
    # RFC 6763, 7: at most fifteen letters after the underscore.
    assert len(SERVICE_TYPE.partition(".")[0]) <= 16


@pytest.mark.parametrize("claimed", [1, 3])
async def test_a_name_that_somebody_else_claims_silences_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, claimed: int
) -> None:
    asked: list[str] = []

    async def register(_self: object, service: ServiceInfo, **_how: object) -> asyncio.Future[None]:
        asked.append(service.name)
        if len(asked) <= claimed:
            raise NonUniqueNameException
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done.set_result(None)
        return done

    monkeypatch.setattr(AsyncZeroconf, "async_register_service", register)
    announcing = Announcing(fingerprint=PRINT, port=8619)
    is_announced = await announcing.open(["127.0.0.1"])
    await announcing.close()

    # Whoever claims every name is not argued with for ever.
    assert is_announced is (claimed == 1)
    assert len(set(asked)) == len(asked) == min(claimed + 1, 3)
    assert all(name.startswith(f"altrabits-home-{PRINT[:ID_DIGITS]}") for name in asked)
    assert "somebody else has the name" in caplog.text


async def test_without_the_library_it_is_not_announced_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "zeroconf", None)
    announcing = Announcing(fingerprint=PRINT, port=8619)

    assert not await announcing.open(["127.0.0.1"])
    await announcing.close()
