"""What the doctor says of one streamer that does not answer: why, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import StreamerCause
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import StreamerDiagnosis


def why_words(diagnosis: StreamerDiagnosis) -> tuple[str, str]:
    """Give why it does not answer, and what to do about it; two sentences."""
    why, to_do = _WORDS[diagnosis.cause]()
    return fill(why, **diagnosis.arguments), fill(to_do, **diagnosis.arguments)


_WORDS: dict[StreamerCause, Callable[[], tuple[str, str]]] = {
    StreamerCause.ANSWERS: lambda: (
        translate("doctor", "It answers again, at {address}."),
        translate("doctor", "Nothing needs to be done."),
    ),
    StreamerCause.MOVED: lambda: (
        translate("doctor", "It has moved, and answers at {address} now."),
        translate("doctor", "Nothing needs to be done: it is followed by itself."),
    ),
    StreamerCause.NO_NETWORK: lambda: (
        translate("doctor", "This computer is in no network."),
        translate("doctor", "Connect this computer to the network of the streamer."),
    ),
    StreamerCause.OTHER_NETWORK: lambda: (
        translate("doctor", "Its last address, {address}, is in no network of this computer."),
        translate("doctor", "Connect this computer to the network of the streamer."),
    ),
    StreamerCause.MUTE: lambda: (
        translate("doctor", "Somebody at {address} takes calls, but does not answer as it did."),
        translate("doctor", "Switch the streamer off and on, and wait until it has started."),
    ),
    StreamerCause.OTHER_DEVICE: lambda: (
        translate("doctor", "Something is at {address}, but none of its ports is open."),
        translate("doctor", "It may still be starting, or another device has its address now."),
    ),
    StreamerCause.KEPT_APART: lambda: (
        translate("doctor", "Neither it nor the router answers this computer."),
        translate("doctor", "See to this computer's own network first."),
    ),
    StreamerCause.GONE: lambda: (
        translate("doctor", "Nobody is at {address}, while the network works."),
        translate("doctor", "See that it has power, and that its cable is in or its Wi-Fi on."),
    ),
}
