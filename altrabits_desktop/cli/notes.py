"""What a program says beside its answer."""

from __future__ import annotations

from altrabits_desktop.runtime.wording import SPOKEN, fill, translate


def window_is_open() -> str:
    """Give what a second start of the window says before it ends."""
    return translate("start", "AltraBits Desktop is open already; its window was brought forward.")


def language_is_unknown(language: str) -> str:
    """Give what is said first where the words are in no language that was asked for."""
    return fill(
        translate(
            "start", "There are no words in “{language}”, so these are English. Spoken: {known}."
        ),
        language=language,
        known=", ".join(SPOKEN),
    )
