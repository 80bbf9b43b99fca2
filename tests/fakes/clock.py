"""The plug-in's clock, where the other fakes stand."""

from __future__ import annotations

from altrabits_desktop.qa.fake_clock import NOON, FakeClock, settled

__all__ = ["NOON", "FakeClock", "settled"]
