"""One sentence for each error code, as the window says it.

The console says the same, but for what a command helps with (`sentences_console.py`).
A sentence says what it means and what to do. The system's reason stands in it only where it helps,
and in the spoken language where it is a common one; all else that is technical is folded away by
whoever shows it. A test collects every code of the package and fails for one that has no sentence
here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences_commands import SENTENCES as OF_COMMANDS
from altrabits_desktop.runtime.sentences_firmware import SENTENCES as OF_FIRMWARE
from altrabits_desktop.runtime.sentences_household import SENTENCES as OF_THE_HOUSEHOLD
from altrabits_desktop.runtime.sentences_kiosk import SENTENCES as OF_THE_KIOSK
from altrabits_desktop.runtime.sentences_server import SENTENCES as OF_THE_SERVER
from altrabits_desktop.runtime.sentences_streamers import OF_SETTINGS
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
    return fill(words(), **{"code": code, **_translated(arguments or {})})


def _translated(arguments: Mapping[str, str | float]) -> dict[str, str | float]:
    """Say the system's reason in the spoken language, where its name is a common one."""
    reason = _REASONS.get(str(arguments.get("errno")))
    return {**arguments} if reason is None else {**arguments, "reason": reason()}


def known_codes() -> frozenset[str]:
    """Give every code that has a sentence."""
    return frozenset(_SENTENCES)


def _not_understood() -> str:
    return translate("errors", "A streamer sent something that cannot be read; it was left out.")


def _no_access() -> str:
    return translate("errors", "access is not allowed")


def _disk_full() -> str:
    return translate("errors", "the disk is full")


def _many_files() -> str:
    return translate("errors", "too many files are open")


_REASONS: dict[str, Callable[[], str]] = {
    "EACCES": _no_access,
    "EPERM": _no_access,
    "ENOSPC": _disk_full,
    "EDQUOT": _disk_full,
    "EMFILE": _many_files,
    "ENFILE": _many_files,
    "EROFS": lambda: translate("errors", "the disk is read-only"),
    "EIO": lambda: translate("errors", "the disk does not work as it should"),
    "ENOTDIR": lambda: translate("errors", "a file is where a folder should be"),
    "EISDIR": lambda: translate("errors", "a folder is where a file should be"),
    "ENOENT": lambda: translate("errors", "it is missing"),
    "EEXIST": lambda: translate("errors", "something else is in its place"),
    "EINVAL": lambda: translate("errors", "it is no ordinary file"),
    "ELOOP": lambda: translate("errors", "a link is in its place"),
    "ENOLINK": lambda: translate("errors", "what it links to is missing"),
    "ENAMETOOLONG": lambda: translate("errors", "the name is too long"),
    "EBUSY": lambda: translate("errors", "another program is using it"),
    "EFBIG": lambda: translate("errors", "a file may not become so large"),
}
"""By the system's name for a reason; what has none here is said in the system's own words."""

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
    "output.unwritable": lambda: translate("errors", "The answer cannot be written: {reason}."),
    "program.not_started_again": lambda: translate(
        "errors",
        "The program has ended and could not be started again ({reason}). Start it yourself; if"
        " that does not go either, install it anew.",
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
    "install.library_missing": lambda: translate(
        "errors",
        "The library {library} is not installed, as where the server alone is."
        " This needs the app with all its libraries.",
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
    "mdns.not_sent": lambda: translate(
        "errors",
        "The system does not let mDNS questions out. A firewall may block them: allow AltraBits"
        " Desktop there. Streamers that announce themselves are still heard.",
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
    "address.other_card": lambda: translate(
        "errors",
        "{address} is reached by a network card that is not looked on, so it is not asked. Choose"
        " that card too.",
    ),
    "address.silent": lambda: translate(
        "errors",
        "No streamer answers at {address}. See that it is switched on and the address is right.",
    ),
    "address.no_streamer": lambda: translate(
        "errors",
        "Something answers at {address}, but it is no streamer. See that the address is right.",
    ),
    "address.unknown_name": lambda: translate(
        "errors",
        "Nobody here is called {name}. See that it is spelled right, or type its address.",
    ),
    "address.not_remembered": lambda: translate(
        "errors", "This address is not remembered in this network."
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
    "app_address.malformed": lambda: translate(
        "errors",
        "An address was to be opened that leads nowhere in this program. Nothing was done.",
    ),
    "app_address.streamer_unknown": lambda: translate(
        "errors",
        "The address leads to a streamer that is not listed here. Find again, or look for it in"
        " the list.",
    ),
    "page.none": lambda: translate("errors", "This streamer has no page of its own."),
    "page.changed": lambda: translate(
        "errors",
        "The streamer’s page has another address now. Look at the new one before opening it.",
    ),
    "page.not_opened": lambda: translate(
        "errors", "The browser could not be opened. The address of the page is {address}."
    ),
    "settings.not_opened": lambda: translate(
        "errors", "The settings of the system could not be opened. Open them yourself."
    ),
}

_CONTROL: dict[str, Callable[[], str]] = {
    "control.unsupported": lambda: translate("errors", "This streamer cannot do that."),
    "control.not_now": lambda: translate(
        "errors",
        "The streamer cannot do that now: what it plays, or that it plays nothing, does not allow"
        " it.",
    ),
    "control.refused": lambda: translate("errors", "The streamer said no."),
    "control.answer_unreadable": lambda: translate(
        "errors",
        "The streamer gave an answer that cannot be read, so it may or may not have obeyed. Look at"
        " the streamer, and try again.",
    ),
    "control.not_owned": lambda: translate(
        "errors", "This streamer obeys its owner alone. Add it to your streamers first."
    ),
    "control.locked": lambda: translate(
        "errors",
        "This computer has no key to this streamer. Press “Remove from my streamers” on its"
        " page, then add it again.",
    ),
    "control.owner_changed": lambda: translate(
        "errors",
        "This streamer has another owner now. To control it, press “Remove from my streamers” on"
        " its page, then add it again.",
    ),
    "control.input_unknown": lambda: translate("errors", "The streamer has no such input."),
    "control.input_not_listed": lambda: translate(
        "errors", "The streamer has no input “{name}”. It has: {known}."
    ),
    "control.beyond_end": lambda: translate(
        "errors",
        "The piece ends at {length}, so the streamer was told nothing. Name a place in it.",
    ),
    "control.url_refused": lambda: translate(
        "errors", "The streamer does not play from this address."
    ),
    "streamer.certificate_changed": lambda: translate(
        "errors",
        "The streamer shows another certificate than when it was added, so nothing was sent to it."
        " Somebody may pretend to be it. Add it again only if it was reset or repaired.",
    ),
    "streamer.borrowed": lambda: translate(
        "errors",
        "Something in this network says that it is “{name}” and does not show its certificate, so"
        " nothing was sent to it. If your streamer was reset, remove it and add it again.",
    ),
    "claim.wrong_code": lambda: translate(
        "errors", "This is not the code that the streamer shows. Look at it and type it again."
    ),
    "claim.code_needed": lambda: translate(
        "errors", "The streamer wants the code that it shows. Look at it and type it."
    ),
    "claim.expired": lambda: translate(
        "errors", "The code is no longer good. Begin again; the streamer then shows another one."
    ),
    "claim.not_pressed": lambda: translate(
        "errors", "Nobody pressed the button in time. Begin again."
    ),
    "claim.waiting": lambda: translate("errors", "Press the button on the streamer."),
    "claim.braked": lambda: translate(
        "errors",
        "The streamer was asked for a code too often from here. Try again in {minutes} min, or"
        " switch the streamer off and on and begin again.",
    ),
    "claim.under_way": lambda: translate(
        "errors",
        "Somebody is adding this streamer just now. Try again in {seconds} s. If nobody of yours"
        " is, do not press its button: switch the streamer off and on, and begin again at once.",
    ),
    "claim.too_many": lambda: translate(
        "errors",
        "Many streamers are being added at once. Finish one of them first, or wait two minutes.",
    ),
}

_MALFORMED = (
    *("announce.empty", "announce.too_long", "announce.no_mac"),
    *("answer.encoding", "answer.event_too_large", "answer.forbidden_address", "answer.protocol"),
    *("answer.redirects", "answer.status", "answer.too_fast", "answer.too_large"),
    *("control_api.malformed", "driver.manifest_malformed", "template.malformed"),
    *("description.malformed", "description.no_device", "description.too_deep"),
    *("description.too_large", "ssdp.empty", "ssdp.no_location", "ssdp.no_ssdp", "ssdp.no_udn"),
    *("mpd.malformed", "snapcast.malformed"),
    *("events.malformed", "events.too_many"),
    *("ssdp.too_long", "upnp.foreign_address", "upnp.malformed", "upnp.no_transport"),
)
"""Counted where they arrive; a person learns no more of them than that."""

_SENTENCES: dict[str, Callable[[], str]] = {
    **dict.fromkeys(_MALFORMED, _not_understood),
    **_START,
    **_FINDING,
    **_STREAMERS,
    **_CONTROL,
    **OF_THE_SERVER,
    **OF_THE_HOUSEHOLD,
    **OF_COMMANDS,
    **OF_THE_KIOSK,
    **OF_SETTINGS,
    **OF_FIRMWARE,
}
