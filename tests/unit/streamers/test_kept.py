"""An open connection is given up for one that knows a new owner, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.streamers import Depth, DriverId
from altrabits_desktop.streamers.drivers.driver import DriverAddress, Recognition
from altrabits_desktop.streamers.kept import Target, is_dressed_anew

PLAIN = Recognition(
    DriverId("altrabits"), Depth.MANAGED, DriverAddress("192.168.1.40", "http://192.168.1.40/")
)
OWNED = replace(PLAIN, address=replace(PLAIN.address, pin="p", token="t"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OWNED, PLAIN),
        (PLAIN, OWNED),
        (replace(OWNED, address=replace(OWNED.address, token="u")), OWNED),
    ],
)
def test_another_pin_or_token_is_another_dress(one: Target, other: Target) -> None:
    assert is_dressed_anew(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, PLAIN),
        (PLAIN, PLAIN),
        (PLAIN, "192.168.1.40"),
        ("192.168.1.40", PLAIN),
        (OWNED, replace(PLAIN, driver_id=DriverId("upnp"))),
        (OWNED, replace(PLAIN, address=DriverAddress("192.168.1.40", "http://192.168.1.40:81/"))),
    ],
)
def test_anything_else_is_not(one: Target | None, other: Target) -> None:
    assert not is_dressed_anew(one, other)
