"""The computer's clocks."""

from __future__ import annotations

from datetime import UTC

from altrabits_desktop.runtime.clock import SystemClock


async def test_the_system_clock_is_utc_aware_and_never_goes_back() -> None:
    clock = SystemClock()
    before_s = clock.steady_s()

    await clock.sleep(0)

    assert clock.now().tzinfo is UTC
    assert clock.steady_s() >= before_s
