"""One sentence for each error code, the same in window and console.

A sentence says what it means and what to do. The system's own words (`reason`) stand in it only
where they help; all else that is technical is folded away by whoever shows it. A test collects
every code of the package and fails for one that has no sentence here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences_server import SENTENCES as OF_THE_SERVER
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.contract.errors import AltraBitsError


def sentence_of(error: AltraBitsError) -> str:
    """Give the sentence of an error in the spoken language."""
    return sentence(error.code, error.arguments)


def sentence(code: str, arguments: Mapping[str, str | float] | None = None) -> str:
    """Give the sentence of a code, its values put in; a general one for an unknown code."""
    words = _SENTENCES.get(code, _SENTENCES["unexpected"])
    return fill(words(), code=code, **(arguments or {}))


def known_codes() -> frozenset[str]:
    """Give every code that has a sentence."""
    return frozenset(_SENTENCES)


def _not_understood() -> str:
    return translate("errors", "A streamer sent something that cannot be read; it was left out.")


_START: dict[str, Callable[[], str]] = {
    "unexpected": lambda: translate(
        "errors",
        "Something unexpected went wrong. Everything else goes on; the log has the details.",
    ),
    "profile.unwritable": lambda: translate(
        "errors",
        "The folder {folder} cannot be written: {reason}. What was stored there is untouched;"
        " another folder can be named with --profile.",
    ),
    "profile.shared": lambda: translate(
        "errors",
        "Others use the folder {folder} too, so it was left as it is."
        " Name an empty folder of your own with --profile.",
    ),
    "pictures.unwritable": lambda: translate(
        "errors", "No picture can be written into {folder}: {reason}."
    ),
    "profile.in_use": lambda: translate(
        "errors",
        "The program is running already with the folder {folder}, and does not answer."
        " End it first, or name another folder with --profile.",
    ),
    "settings.damaged": lambda: translate(
        "errors",
        "The settings file {file} is damaged, so the defaults hold."
        " It was left as it is; the window sets it aside when it starts.",
    ),
    "settings.unreadable": lambda: translate(
        "errors",
        "The settings file {file} cannot be read: {reason}. The defaults hold, and the first"
        " change sets it aside. To have your choices back, make it readable and start again.",
    ),
    "settings.not_set_aside": lambda: translate(
        "errors",
        "The settings file {file} cannot be used, and it cannot be set aside: {reason}."
        " Changes are not kept until it is moved away.",
    ),
    "display.none": lambda: translate(
        "errors",
        "There is no display for a window here: neither DISPLAY nor WAYLAND_DISPLAY is set."
        " The console works without one: altrabits discover.",
    ),
    "display.unusable": lambda: translate(
        "errors",
        "No window can be shown on this display ({reason})."
        " The console works without one: altrabits discover.",
    ),
    "display.library_missing": lambda: translate(
        "errors",
        "No window can be shown: the system library {library} is missing."
        " On Debian and Ubuntu the package {package} brings it.",
    ),
}

_FINDING: dict[str, Callable[[], str]] = {
    "cards.unknown": lambda: translate(
        "errors", "This computer has no network card {card}. It has these: {known}."
    ),
    "cards.none": lambda: translate(
        "errors",
        "This computer is on no network. Connect a cable or join a Wi-Fi, then find again.",
    ),
    "cards.chosen_missing": lambda: translate(
        "errors",
        "None of the chosen network cards is connected. Connect one of them, or choose others in"
        " Settings or with --interface.",
    ),
    "announce.port_taken": lambda: translate(
        "errors",
        "Another program on this computer holds port 30303 (UDP), so streamers that answer only"
        " there are not heard. The other ways of finding go on; end that program and find again.",
    ),
    "announce.unavailable": lambda: translate(
        "errors", "Announce does not work on this computer. The other ways of finding go on."
    ),
    "announce.not_sent": lambda: translate(
        "errors",
        "The system does not let questions out to port 30303 (UDP). A firewall may block them:"
        " allow AltraBits Desktop there. Streamers that announce themselves are still heard.",
    ),
    "mdns.unavailable": lambda: translate(
        "errors", "mDNS does not work on this computer. The other ways of finding go on."
    ),
    "ssdp.unavailable": lambda: translate(
        "errors", "SSDP does not work on this computer. The other ways of finding go on."
    ),
    "ssdp.not_sent": lambda: translate(
        "errors",
        "The system does not let SSDP questions out. A firewall may block them: allow AltraBits"
        " Desktop there. Streamers that announce themselves are still heard.",
    ),
    "address.malformed": lambda: translate(
        "errors", "This is not an address. An address looks like 192.168.1.20 or streamer.local."
    ),
    "address.not_local": lambda: translate(
        "errors", "{address} is not in a home network, so it is not asked."
    ),
    "address.silent": lambda: translate(
        "errors",
        "No streamer answers at {address}. See that it is switched on and in the same network.",
    ),
    "demo.not_started": lambda: translate(
        "errors",
        "The demo could not be started: this computer lets no demo streamer listen. Try again,"
        " or start the program anew.",
    ),
}

_STREAMERS: dict[str, Callable[[], str]] = {
    "streamer.silent": lambda: translate("errors", "The streamer does not answer."),
    "streamer.unreachable": lambda: translate(
        "errors", "The streamer cannot be reached. See that it is switched on."
    ),
    "driver.failed": lambda: translate(
        "errors", "What this streamer says cannot be read, so it is only listed."
    ),
    "driver.hangs": lambda: translate(
        "errors", "This streamer takes too long to answer, so it is only listed."
    ),
    "driver.missing": lambda: translate(
        "errors", "A part of the program that talks to this streamer is missing; it is only listed."
    ),
    "control_api.another_streamer": lambda: translate(
        "errors", "Another streamer answers at this address now."
    ),
    "page.none": lambda: translate("errors", "This streamer has no page of its own."),
    "page.changed": lambda: translate(
        "errors",
        "The streamer’s page has another address now. Look at the new one before opening it.",
    ),
    "page.not_opened": lambda: translate(
        "errors", "The browser could not be opened. The address of the page is {address}."
    ),
}

_CONTROL: dict[str, Callable[[], str]] = {
    "control.unsupported": lambda: translate("errors", "This streamer cannot do that."),
    "control.refused": lambda: translate("errors", "The streamer said no."),
    "control.not_owned": lambda: translate(
        "errors", "This streamer obeys its owner alone. Add it to your home first."
    ),
    "control.owner_changed": lambda: translate(
        "errors", "This streamer has another owner now. Add it again to control it."
    ),
    "control.input_unknown": lambda: translate("errors", "The streamer has no such input."),
    "control.url_refused": lambda: translate(
        "errors", "The streamer does not play from this address."
    ),
    "streamer.certificate_changed": lambda: translate(
        "errors",
        "The streamer shows another certificate than when it was added, so nothing was sent to it."
        " Somebody may pretend to be it. Add it again only if it was reset or repaired.",
    ),
    "claim.wrong_code": lambda: translate(
        "errors", "This is not the code that the streamer shows. Look at it and type it again."
    ),
    "claim.expired": lambda: translate(
        "errors", "The code is no longer good. Begin again; the streamer then shows another one."
    ),
    "claim.waiting": lambda: translate("errors", "Press the button on the streamer."),
    "claim.braked": lambda: translate(
        "errors",
        "The streamer takes no owner just now. Press the button on it, or try again in ten"
        " minutes.",
    ),
}

_STORE: dict[str, Callable[[], str]] = {
    "store.busy": lambda: translate(
        "errors", "Another program holds the database. Try again in a moment."
    ),
    "store.closed": lambda: translate("errors", "The server has ended."),
    "store.damaged": lambda: translate(
        "errors", "The database is damaged. It stays as it is; bring back a backup of it."
    ),
    "store.failed": lambda: translate("errors", "The database could not be used."),
    "store.full": lambda: translate(
        "errors", "The disk is full. Make room; what was kept before is safe."
    ),
    "store.newer": lambda: translate(
        "errors", "A newer version of this program has written the database. Install that version."
    ),
    "store.read_only": lambda: translate(
        "errors", "The database cannot be written. See who owns its folder."
    ),
}

_POLICIES: dict[str, Callable[[], str]] = {
    "policy.back_dated": lambda: translate(
        "errors",
        "Version {version} would take effect before now or before the version in force."
        " Name a later date.",
    ),
    "policy.bundled_damaged": lambda: translate(
        "errors",
        "The privacy policy that belongs to the program cannot be read. Install the program anew.",
    ),
    "policy.class_malformed": lambda: translate(
        "errors", "The class of a policy's change is editorial, minor or material."
    ),
    "policy.contact_missing": lambda: translate(
        "errors",
        "A policy names whom people can turn to. Give a contact of at most 500 characters.",
    ),
    "policy.date_malformed": lambda: translate(
        "errors",
        "The day on which the policy takes effect is missing or is none. It looks like 2026-11-01;"
        " a time of day needs its time zone.",
    ),
    "policy.empty": lambda: translate("errors", "The policy file is empty."),
    "policy.language_malformed": lambda: translate(
        "errors", "The language of the policy is missing or is none. It looks like en or de-AT."
    ),
    "policy.languages_differ": lambda: translate(
        "errors",
        "The languages of one policy have the same version and take effect at the same time.",
    ),
    "policy.not_utf8": lambda: translate(
        "errors", "The policy file is not text in UTF-8. Save it in that encoding."
    ),
    "policy.side_malformed": lambda: translate(
        "errors", "The side file of the policy cannot be read. It is a small TOML file in UTF-8."
    ),
    "policy.side_unknown": lambda: translate(
        "errors",
        "The side file of the policy says “{key}”, which is not known."
        " It can say {known} and the table states.",
    ),
    "policy.states_malformed": lambda: translate(
        "errors",
        "The side file's table states does not fit at “{paragraph}”: the text needs that"
        " paragraph, and its commitments look like C27.",
    ),
    "policy.summary_malformed": lambda: translate(
        "errors",
        "A policy has a summary of at most 2000 characters, which people read first.",
    ),
    "policy.too_large": lambda: translate(
        "errors", "The policy file is larger than 1 MB. Shorten it."
    ),
    "policy.version_malformed": lambda: translate(
        "errors",
        "The version of the policy is missing or is none. It is a text such as 1.0, of at most 32"
        " letters, digits, dots and hyphens; a TOML file puts it in quotes.",
    ),
    "policy.version_taken": lambda: translate(
        "errors",
        "Version {version} is published already, and a published policy is never changed."
        " Name another version.",
    ),
}

_USAGE: dict[str, Callable[[], str]] = {
    "usage.option_unknown": lambda: translate(
        "errors", "There is no option {option}. --help lists those that exist."
    ),
    "usage.value_missing": lambda: translate(
        "errors", "{option} needs a value: {option} {metavar}."
    ),
    "usage.value_unwanted": lambda: translate("errors", "{option} takes no value."),
    "usage.choice": lambda: translate(
        "errors", "{option} can be one of these: {choices}; not “{value}”."
    ),
    "usage.number": lambda: translate(
        "errors", "{option} takes a number from {least} to {most}, not “{value}”."
    ),
    "usage.argument_unexpected": lambda: translate(
        "errors", "“{argument}” is one word too many. --help shows what can be said."
    ),
    "usage.command_unknown": lambda: translate(
        "errors", "There is no command “{command}”. These exist: {known}."
    ),
    "usage.command_missing": lambda: translate(
        "errors", "A command is missing. These exist: {known}."
    ),
}

_SIMULATOR: dict[str, Callable[[], str]] = {
    "simulate.count_wrong": lambda: translate(
        "errors", "There can be 1 to {most} simulated streamers, not {count}."
    ),
    "simulate.too_many": lambda: translate(
        "errors", "The addresses of this network do not suffice for {count} streamers."
    ),
    "simulate.name_empty": lambda: translate(
        "errors", "A name needs a character that can be seen."
    ),
    "simulate.fault_unknown": lambda: translate(
        "errors", "There is no fault “{fault}”. These exist: {known}."
    ),
    "simulate.fault_needs_two": lambda: translate(
        "errors", "The fault “{fault}” takes at least two streamers: --count 2."
    ),
    "simulate.address_malformed": lambda: translate(
        "errors", "“{address}” is not an address that a streamer can use."
    ),
    "simulate.address_missing": lambda: translate(
        "errors", "This computer does not have the address {address}."
    ),
    "simulate.address_elsewhere": lambda: translate(
        "errors", "The address {address} is not in the network of {card}."
    ),
    "simulate.card_without_address": lambda: translate(
        "errors", "The network card {card} has no address just now."
    ),
    "simulate.port_taken": lambda: translate(
        "errors",
        "Another program holds port {port} (UDP) at {address} alone. End it, then start again.",
    ),
}

_MALFORMED = (
    *("announce.empty", "announce.too_long", "announce.no_mac"),
    *("answer.encoding", "answer.event_too_large", "answer.forbidden_address", "answer.protocol"),
    *("answer.redirects", "answer.status", "answer.too_fast", "answer.too_large"),
    *("control_api.malformed", "driver.manifest_malformed", "template.malformed"),
    *("description.malformed", "description.no_device", "description.too_deep"),
    *("description.too_large", "ssdp.empty", "ssdp.no_location", "ssdp.no_ssdp", "ssdp.no_udn"),
    *("ssdp.too_long", "upnp.foreign_address", "upnp.malformed", "upnp.no_transport"),
)
"""Counted where they arrive; a person learns no more of them than that."""

_SENTENCES: dict[str, Callable[[], str]] = {
    **dict.fromkeys(_MALFORMED, _not_understood),
    **_START,
    **_FINDING,
    **_STREAMERS,
    **_CONTROL,
    **_STORE,
    **OF_THE_SERVER,
    **_POLICIES,
    **_USAGE,
    **_SIMULATOR,
}
