"""One sentence for each code about a shared server and the computers of a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_AT_THE_SERVER: Mapping[str, Callable[[], str]] = {
    "household.key_missing": lambda: translate(
        "errors",
        "A shared server keeps its key in the keyring of this computer, and there is none that"
        " could. Name a file for it, outside the profile: ALTRABITS_SERVER_KEY_FILE=/path/to/file.",
    ),
    "household.key_inside": lambda: translate(
        "errors",
        "The key file {file} lies in the profile, so every copy of the profile would hold it. Name"
        " a file elsewhere with ALTRABITS_SERVER_KEY_FILE.",
    ),
    "household.key_open": lambda: translate(
        "errors", "Others can read the key file {file}. Make it readable by you alone: chmod 600."
    ),
    "household.key_unreadable": lambda: translate(
        "errors", "The key file {file} cannot be used: {reason}."
    ),
    "household.key_folder": lambda: translate(
        "errors",
        "The folder {folder} for the server's key is missing. Make it, for you alone:"
        " mkdir -m 700.",
    ),
    "household.key_malformed": lambda: translate(
        "errors",
        "What is kept as the server's key ({file}) is none. Put back a copy of it; with another key"
        " every computer has to join again.",
    ),
    "household.no_address": lambda: translate(
        "errors",
        "This computer is in no network just now. Connect it, or name an address of it with"
        " --host.",
    ),
    "household.nobody_serves": lambda: translate(
        "errors",
        "No shared server runs on the folder {folder}. Start one first: altrabits server run"
        " --lan.",
    ),
    "household.code_lapsed": lambda: translate(
        "errors", "The code holds no longer, and nobody has joined."
    ),
    "household.code_tried_out": lambda: translate(
        "errors",
        "The code was tried too often in vain, and holds no longer. Somebody may be guessing; if it"
        " was only mistyped, show a new one.",
    ),
    "household.computer_unknown": lambda: translate(
        "errors",
        "No computer that has joined is called that. Give at least 8 digits of what altrabits"
        " server computers list shows.",
    ),
}
_AT_THE_COMPUTER: Mapping[str, Callable[[], str]] = {
    "household.not_shared": lambda: translate(
        "errors", "This server is not shared, so no computer can join it."
    ),
    "household.stranger": lambda: translate(
        "errors",
        "The server of your home does not know this computer any more. Leave the home, then join"
        " again with a new code.",
    ),
    "household.left": lambda: translate(
        "errors",
        "This computer has left the home whose server the open window uses. Start the program"
        " again.",
    ),
    "household.certificate_changed": lambda: translate(
        "errors",
        "The server of your home shows another certificate than the one this computer joined:"
        " somebody else may answer in its place. Nothing was sent. If the server was set up anew,"
        " leave the home and join again.",
    ),
    "household.bond_missing": lambda: translate(
        "errors",
        "The keyring of this computer does not give what it joined the home with. Unlock it and"
        " start again; if it is lost, leave the home and join again.",
    ),
    "household.keyring_none": lambda: translate(
        "errors",
        "There is no keyring on this computer that could keep what it joins the home with, so it"
        " cannot join.",
    ),
    "household.joined_already": lambda: translate(
        "errors", "This computer has joined a home already. Leave it first."
    ),
    "household.not_joined": lambda: translate("errors", "This computer has joined no home."),
    "household.signed_in": lambda: translate(
        "errors",
        "Somebody is signed in at the server of your home. Sign out first: then nothing of the"
        " account stays on this computer.",
    ),
    "household.code_malformed": lambda: translate(
        "errors", "The code has six digits. It is shown at the server: altrabits server pair."
    ),
    "household.code_needed": lambda: translate(
        "errors", "Name the code with --code. It is shown at the server: altrabits server pair."
    ),
    "household.address_malformed": lambda: translate(
        "errors",
        "That is no address of a shared server. It looks like 192.168.1.20, or 192.168.1.20:8619.",
    ),
    "household.none_found": lambda: translate(
        "errors",
        "No shared server answers on this network. Start one with altrabits server run --lan, or"
        " name its address.",
    ),
    "household.several_found": lambda: translate(
        "errors", "Several servers answer on this network. Name the address of one: {addresses}."
    ),
    "household.no_code": lambda: translate(
        "errors",
        "The server shows no code just now, or it has run out. Show a new one there: altrabits"
        " server pair.",
    ),
    "household.wrong_code": lambda: translate(
        "errors",
        "That is not the code, or somebody stands between this computer and the server. Nothing was"
        " joined. Look at the code once more.",
    ),
    "household.braked": lambda: translate(
        "errors",
        "This code was tried too often from this computer. Show a new one at the server: altrabits"
        " server pair.",
    ),
}

SENTENCES: Mapping[str, Callable[[], str]] = {**_AT_THE_SERVER, **_AT_THE_COMPUTER}
