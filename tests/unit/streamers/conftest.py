"""A house of far streamers, and proof that nothing of it is left behind."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.fakes.far_streamers import House
from tests.harness.loopback_fixtures import fetch, server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["fetch", "house", "server"]


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    yield house
    await house.connections.stop()
    assert all(far.open_now == 0 for far in house.driver.far.values())
    assert asyncio.all_tasks() == {asyncio.current_task()}
