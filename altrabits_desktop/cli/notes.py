"""What a program says beside its answer."""

from __future__ import annotations

from altrabits_desktop.runtime.wording import SPOKEN, fill, translate


def window_is_open(*, is_kiosk: bool = False) -> str:
    """Give what a second start of the window says before it ends.

    Args:
        is_kiosk: whether it was to begin with the kiosk, which an open window does not by itself.
    """
    if is_kiosk:
        return translate(
            "start",
            "AltraBits Desktop is open already; its window was brought forward. Where visitors do"
            " not have it yet, press “Start the kiosk” there, on page Settings.",
        )
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


def how_a_text_ends(*, is_windows: bool) -> str:
    """Give what is said at a terminal where a text of several lines is waited for."""
    if is_windows:
        return translate("start", "Type the text. Ctrl+Z and Enter on a line of its own ends it.")
    return translate("start", "Type the text. Ctrl+D on a line of its own ends it.")
