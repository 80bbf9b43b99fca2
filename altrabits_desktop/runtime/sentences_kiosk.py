"""The sentences of the kiosk's error codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES: dict[str, Callable[[], str]] = {
    "kiosk.not_set_up": lambda: translate(
        "errors",
        "There is no kiosk on this computer yet. Start without --kiosk, and set it up in Settings.",
    ),
    "kiosk.damaged": lambda: translate(
        "errors",
        "What was set up for the kiosk cannot be read. Set it up again here, or remove it.",
    ),
    "kiosk.not_offered": lambda: translate("errors", "That is not offered at this kiosk."),
    "kiosk.pin_wrong": lambda: translate("errors", "That is not the staff PIN."),
    "kiosk.pin_braked": lambda: translate(
        "errors", "Too many wrong PINs. Try again in {minutes} min."
    ),
    "kiosk.pin_digits": lambda: translate("errors", "A staff PIN has digits alone."),
    "kiosk.pin_length": lambda: translate("errors", "A staff PIN has {least} to {most} digits."),
    "kiosk.pin_common": lambda: translate(
        "errors", "That PIN is among the first that people try. Choose another one."
    ),
    "kiosk.pin_missing": lambda: translate(
        "errors", "Choose a staff PIN first. There is none that comes with the program."
    ),
    "kiosk.too_many": lambda: translate(
        "errors", "A kiosk shows up to {most} streamers. Untick some."
    ),
    "kiosk.pin_differs": lambda: translate("errors", "The two PINs are not the same."),
}
