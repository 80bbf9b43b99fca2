"""What belongs to the house of a test and not to the program under test."""

from __future__ import annotations

APART = "altrabits-qa"
"""Threads whose name begins so are the test's own, such as those of its streamers."""
