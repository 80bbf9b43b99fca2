from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.fixtures import desktop, fake_clock, shots, streamer_farm

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["desktop", "fake_clock", "shots", "streamer_farm"]


@pytest.fixture(autouse=True)
def window_never_stands_still(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a journey in which a person could have noticed that the window stood still."""
    opened = request.getfixturevalue("desktop") if "desktop" in request.fixturenames else None
    yield
    if opened is not None and opened.stalls_s:
        pytest.fail(f"the window stood still, in seconds: {opened.stalls_s}", pytrace=False)
