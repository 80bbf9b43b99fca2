"""The sentences of the kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.kiosk import Wipe, WipeReason
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time, listed

if TYPE_CHECKING:
    from altrabits_desktop.actions.kiosk import KioskReport


def invitation(count: int, *, is_demo: bool) -> str:
    """Say how many streamers are there to be tried."""
    if is_demo:
        return translate("kiosk", "The streamers here are a demo inside this computer.")
    if not count:
        return translate("kiosk", "No streamer can be tried just now.")
    return translate("kiosk", "%n streamer(s) of this shop can be tried.", "", count)


def wiped_line(wipe: Wipe) -> str:
    """Say when the last visit was wiped, and what was put back."""
    at = clock_time(wipe.at)
    if wipe.left:
        return fill(
            translate("kiosk", "Wiped at {time}. Not put back yet: {names}."),
            time=at,
            names=_listed(wipe.left),
        )
    if wipe.put_back:
        return fill(
            translate("kiosk", "Wiped at {time}. Put back: {names}."),
            time=at,
            names=_listed(wipe.put_back),
        )
    return fill(translate("kiosk", "Wiped at {time}. Everything is as it was."), time=at)


def _listed(names: tuple[str, ...]) -> str:
    # They come from files, which may be damaged.
    return listed([plain_text(name) for name in names])


def reason_words(reason: WipeReason) -> str:
    """Say why a visit was wiped, for staff."""
    match reason:
        case WipeReason.DONE:
            return translate("kiosk", "The visitor was done")
        case WipeReason.IDLE:
            return translate("kiosk", "Nobody touched it for a minute")
        case WipeReason.START:
            return translate("kiosk", "The program started")
        case WipeReason.STAFF:
            return translate("kiosk", "Staff gave it back")


def countdown_line(report: KioskReport) -> str:
    """Say how long it still waits."""
    return translate("kiosk", "Back to the start in %n s", "", report.seconds_left)


def staff_sentence(report: KioskReport) -> str:
    """Say what the PIN is for, or why none is taken."""
    if report.is_damaged:
        return translate(
            "kiosk",
            "What was set up for the kiosk cannot be read, so no PIN opens it. End the program"
            " on this computer, start it without --kiosk, and set the kiosk up again in Settings.",
        )
    return translate("kiosk", "For the staff of this shop.")
