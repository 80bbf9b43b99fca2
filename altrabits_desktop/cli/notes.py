"""What a program says beside its answer."""

from __future__ import annotations

from altrabits_desktop.runtime.wording import translate


def window_is_open() -> str:
    """Give what a second start of the window says before it ends."""
    return translate("start", "AltraBits Desktop is open already; its window was brought forward.")
