"""The sentences of what may be wrong with firmware, for a server, a streamer and the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable


def _not_whole() -> str:
    return translate(
        "errors",
        "This firmware is not whole, or not as its maker signed it. It was not installed; get it"
        " once more.",
    )


SENTENCES: dict[str, Callable[[], str]] = {
    "firmware.malformed": lambda: translate(
        "errors", "What describes this firmware cannot be read. It is not used."
    ),
    "firmware.untrusted": lambda: translate(
        "errors",
        "This firmware is signed by nobody whom this program trusts. It is not used.",
    ),
    "firmware.forged": lambda: translate(
        "errors", "The signature of this firmware is not genuine. It is not used."
    ),
    "firmware.differs": _not_whole,
    "firmware.expired": lambda: translate(
        "errors", "This firmware was good for a time that is over. Ask its maker for a newer one."
    ),
    "firmware.key_malformed": lambda: translate(
        "errors", "{setting} names no key: it takes 64 digits from 0 to 9 and a to f."
    ),
    "firmware.key_unreadable": lambda: translate(
        "errors", "In {file} is no key to sign with. altrabits server firmware key makes one."
    ),
    "firmware.unsigned": lambda: translate(
        "errors",
        "The signature is missing: {file}. Its maker hands it over together with the firmware.",
    ),
    "firmware.facts_malformed": lambda: translate(
        "errors", "What is written about this firmware cannot be used: see “{field}”."
    ),
    "firmware.too_many": lambda: translate(
        "errors", "A server offers {most} images at most. Remove one that nobody needs."
    ),
    "firmware.unknown": lambda: translate(
        "errors",
        "No firmware has this ID. altrabits server firmware list shows them; eight digits suffice.",
    ),
    "firmware.not_kept": lambda: translate("errors", "The file cannot be written: {reason}."),
}
