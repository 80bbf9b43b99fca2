"""What tests of more than one file here begin with."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from tests.fakes.mdns_bench import Bench

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
def service_type() -> str:
    return f"_ab{uuid.uuid4().hex[:10]}._tcp"


@pytest.fixture
async def bench(service_type: str) -> AsyncIterator[Bench]:
    made = Bench(service_type)
    yield made
    await made.close()
