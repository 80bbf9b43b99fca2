"""The most probable cause in words, and one thing to do. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed
from altrabits_desktop.ui.pages.nothing_found.causes import (
    Cause,
    answers_of_others,
    probable_cause,
    works,
)
from altrabits_desktop.ui.pages.nothing_found.words import protocol_name

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport


@dataclass(frozen=True, slots=True)
class Advice:
    """The most probable cause and the one thing to do about it."""

    cause: Cause
    heading: str
    sentence: str
    icon: str
    to_do: str
    then: str


def advice_of(report: FindingReport) -> Advice:
    """Give the most probable cause in words, and one thing to do."""
    cause = probable_cause(report)
    match cause:
        case Cause.NO_CARD:
            return _advice_no_card()
        case Cause.CHOSEN_MISSING:
            return _advice_chosen_missing()
        case Cause.SENDING_REFUSED:
            return _advice_sending_refused()
        case Cause.PORT_TAKEN:
            return _advice_port_taken(report)
        case Cause.ONLY_OTHERS:
            return _advice_only_others(report)
        case Cause.NOTHING_ANSWERED:
            return _advice_nothing_answered()


def _advice_no_card() -> Advice:
    return Advice(
        Cause.NO_CARD,
        translate("nothing found", "This computer is in no network"),
        translate("nothing found", "No network card is connected, so nobody can be asked."),
        "network-card",
        translate("nothing found", "Connect this computer to the network of the streamers"),
        _fills_itself(),
    )


def _advice_chosen_missing() -> Advice:
    return Advice(
        Cause.CHOSEN_MISSING,
        translate("nothing found", "No chosen network card is connected"),
        translate(
            "nothing found",
            "This computer is in a network, but only by cards that were not chosen.",
        ),
        "network-card",
        translate(
            "nothing found", "Choose other network cards in Settings, or connect a chosen one"
        ),
        _fills_itself(),
    )


def _advice_sending_refused() -> Advice:
    return Advice(
        Cause.SENDING_REFUSED,
        translate("nothing found", "No question leaves this computer"),
        translate(
            "nothing found",
            "The system refused to send any. Firewalls and VPNs do that, often without a word.",
        ),
        "shield",
        translate("nothing found", "Allow AltraBits Desktop in the firewall"),
        translate("nothing found", "It asks inside this network only, and nothing beyond it."),
    )


def _advice_port_taken(report: FindingReport) -> Advice:
    others = [protocol_name(way) for way in (HeardBy.MDNS, HeardBy.SSDP) if works(report, way)]
    sentence = translate("nothing found", "Another program listens there in our place.")
    if others:
        sentence = fill(
            translate(
                "nothing found",
                "Another program listens there. Streamers are still found by {protocols}.",
            ),
            protocols=listed(others),
        )
    return Advice(
        Cause.PORT_TAKEN,
        translate("nothing found", "Port 30303 is taken"),
        sentence,
        "computer",
        translate("nothing found", "Close the other program, then find again"),
        translate("nothing found", "It may be another app that looks for streamers."),
    )


def _advice_only_others(report: FindingReport) -> Advice:
    return Advice(
        Cause.ONLY_OTHERS,
        translate("nothing found", "Other devices answer, but no streamer does"),
        translate(
            "nothing found",
            "%n answers came from other devices, so this network lets answers through.",
            "heard",
            answers_of_others(report),
        ),
        "streamer",
        translate("nothing found", "Switch the streamer on, and put it into this network"),
        _fills_itself(),
    )


def _advice_nothing_answered() -> Advice:
    return Advice(
        Cause.NOTHING_ANSWERED,
        translate("nothing found", "Nothing in this network answered"),
        translate(
            "nothing found",
            "The streamers are off, in another network, or kept apart as in a guest Wi-Fi.",
        ),
        "streamer",
        translate("nothing found", "Switch a streamer on, in the network of this computer"),
        _fills_itself(),
    )


def _fills_itself() -> str:
    return translate("nothing found", "The list fills by itself as soon as one answers.")
