"""Fixtures for what is asked of a server on loopback; the `conftest.py` of a room names its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.harness.misbehaving_server import Server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """Give a server that does whatever a test wants."""
    made = Server()
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def fetch() -> AsyncIterator[Fetching]:
    """Give what asks it as if it were a streamer."""
    made = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=3, silence_s=0.3)
    yield made
    await made.aclose()
