"""The sentences that the program says, by the codes that programs read; for tests of both."""

from __future__ import annotations

from altrabits_desktop.runtime.sentences import sentence

__all__ = ["sentence"]
