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


def _astray() -> str:
    return translate(
        "errors", "The update did not come to its end. The streamer goes on with the old firmware."
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
    "firmware.none": lambda: translate("errors", "No newer firmware is ready for this streamer."),
    "firmware.version_unknown": lambda: translate(
        "errors", "This streamer does not say which firmware it has, so none is offered for it."
    ),
    "firmware.other_product": lambda: translate(
        "errors", "This firmware is for another product. The streamer was left as it is."
    ),
    "firmware.not_newer": lambda: translate(
        "errors", "The streamer has this firmware, or a newer one. It was left as it is."
    ),
    "firmware.too_far": lambda: translate(
        "errors",
        "The streamer must have a version in between first. It was left as it is.",
    ),
    "firmware.no_space": lambda: translate(
        "errors", "The streamer has no room for this firmware. It goes on with the old one."
    ),
    "firmware.playing": lambda: translate(
        "errors",
        "The streamer plays, and an update would stop that. Wait, or let the update stop it.",
    ),
    "firmware.on_battery": lambda: translate(
        "errors", "The streamer runs on its battery. Plug it in, then try again."
    ),
    "firmware.power_unsteady": lambda: translate(
        "errors",
        "The streamer says that its power is not steady. Look at its supply and cable, then try"
        " again.",
    ),
    "firmware.power_unsafe": lambda: translate(
        "errors",
        "The streamer installs nothing while its power is not safe. It goes on with the old"
        " firmware. Look at its supply and cable, then try again.",
    ),
    "firmware.streamer_distrusts": lambda: translate(
        "errors",
        "The streamer does not trust whoever signed this firmware. It goes on with the old one.",
    ),
    "firmware.damaged": lambda: translate(
        "errors",
        "The firmware was damaged on its way into the streamer, which goes on with the old one."
        " Try again; if it happens once more, ask support.",
    ),
    "firmware.offset": _astray,
    "firmware.gave_out": _astray,
    "firmware.refused": lambda: translate(
        "errors", "The streamer refuses this update. It goes on with the old firmware."
    ),
    "firmware.kept": _astray,
    "firmware.kept_power": lambda: translate(
        "errors",
        "The streamer lost its power during the update. It goes on with the old firmware. Try"
        " again.",
    ),
    "firmware.kept_not_started": lambda: translate(
        "errors",
        "The new firmware did not start. The streamer went back to the old one and works as"
        " before. Ask support before you try again.",
    ),
    "firmware.not_back": lambda: translate(
        "errors",
        "The streamer has not answered for three minutes. Look whether it has power and network."
        " It starts with the old firmware or the new one, and the update can go on.",
    ),
    "firmware.not_kept": lambda: translate("errors", "The file cannot be written: {reason}."),
}
