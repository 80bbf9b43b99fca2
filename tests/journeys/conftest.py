from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.fixtures import (
    console,
    desktop,
    fake_clock,
    home_server,
    network_recorder,
    shots,
    streamer_farm,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED_LIMIT_S = 0.4
"""Processor time itself doubles on two cores that three windows share; one alone is held to 0.2 s
(`app.lag_watch.LIMIT_S`)."""

__all__ = [
    "console",
    "desktop",
    "fake_clock",
    "home_server",
    "network_recorder",
    "shots",
    "streamer_farm",
]


@pytest.fixture(autouse=True)
def window_never_stands_still(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a journey in which a person could have noticed that the window stood still."""
    opened = request.getfixturevalue("desktop") if "desktop" in request.fixturenames else None
    yield
    stalls_s = [late_s for late_s in opened.stalls_s if late_s > SHARED_LIMIT_S] if opened else []
    if stalls_s:
        pytest.fail(f"the window stood still, in seconds: {stalls_s}", pytrace=False)
