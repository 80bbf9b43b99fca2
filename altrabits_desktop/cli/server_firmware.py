"""`altrabits server firmware ...`: its words, and what is shown of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.moments import minute
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from altrabits_desktop.contract.firmware import FirmwareManifest

FIRMWARE = "firmware"
ADD, LIST, REMOVE, SIGN, KEY = (
    (FIRMWARE, name) for name in ("add", "list", "remove", "sign", "key")
)
ID_SHOWN = 12
"""Digits of an image's SHA-256 that people are shown, and may type."""

_JSON = Option("--json")

ERRANDS = (
    Errand(
        ADD,
        (_JSON,),
        "FILE",
        lambda: translate(
            "help", "offer firmware that its maker has signed; FILE has its .json beside it"
        ),
    ),
    Errand(LIST, (_JSON,), "", lambda: translate("help", "list the firmware that is offered")),
    Errand(REMOVE, (_JSON,), "ID", lambda: translate("help", "offer a firmware no longer")),
    Errand(
        SIGN,
        (Option("--key", "FILE"), _JSON),
        "FILE",
        lambda: translate(
            "help", "sign firmware as its maker; FILE has its facts beside it, as .toml"
        ),
    ),
    Errand(
        KEY,
        (_JSON,),
        "FILE",
        lambda: translate("help", "make a key to sign firmware with, in a new file"),
    ),
)


def purpose() -> str:
    """Say what these commands are for."""
    return translate("help", "Offers firmware for streamers, and signs it for those who make it.")


def purposes() -> Mapping[str, Callable[[], str]]:
    """Give what each option of these commands is for."""
    return {"--key": lambda: translate("help", "the file of the key to sign with")}


def firmware_table(manifests: Sequence[FirmwareManifest]) -> str:
    """Give what a catalogue offers, for people."""
    if not manifests:
        return translate("server", "No firmware is offered.")
    head = (
        translate("server", "ID"),
        translate("server", "Version"),
        translate("server", "For"),
        translate("server", "Released"),
        translate("server", "Good until"),
    )
    rows = [
        (
            one.sha256[:ID_SHOWN],
            one.version,
            plain_text(", ".join(one.products)),
            minute(one.released_at),
            minute(one.valid_until),
        )
        for one in manifests
    ]
    return table(head, rows)


def added_words(manifest: FirmwareManifest) -> str:
    """Say what is offered from now on."""
    return _about(translate("server", "Firmware {version} is offered for {products}."), manifest)


def removed_words(manifest: FirmwareManifest) -> str:
    """Say what is offered no longer."""
    words = translate("server", "Firmware {version} is no longer offered for {products}.")
    return _about(words, manifest)


def signed_words(manifest: FirmwareManifest, *, side: str) -> str:
    """Say what was signed, and where the signature is."""
    words = translate("server", "Firmware {version} for {products} is signed: {file}")
    return _about(words, manifest, file=plain_text(side))


def key_words(public: str) -> str:
    """Say what a new key is known by."""
    return fill(
        translate(
            "server",
            "The file is secret: whoever has it can sign firmware. Its public key, for those who"
            " are to trust it: {key}",
        ),
        key=public,
    )


def record_of(manifest: FirmwareManifest) -> dict[str, object]:
    """Give what programs are told of a firmware."""
    return {
        "id": manifest.sha256,
        "version": manifest.version,
        "products": list(manifest.products),
        "least_version": manifest.least_version,
        "size_bytes": manifest.size_bytes,
        "released_at": _instant(manifest.released_at.isoformat()),
        "valid_until": _instant(manifest.valid_until.isoformat()),
    }


def _instant(text: str) -> str:
    return text.replace("+00:00", "Z")


def _about(words: str, manifest: FirmwareManifest, **more: str) -> str:
    products = plain_text(", ".join(manifest.products))
    return fill(words, version=manifest.version, products=products, **more)
