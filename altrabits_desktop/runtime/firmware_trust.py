"""Whose firmware is taken: the maker's keys that come with the program, and one named on purpose.

Nobody between maker and streamer is trusted: not the server, not its operator, not the network.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.firmware import read_manifest, signed_bytes
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.signatures import is_signed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest

KEY_SETTING = "ALTRABITS_FIRMWARE_KEY"
"""Names one further key, for those who build and try firmware."""
_KEY = re.compile(r"[0-9a-f]{64}")
_KEYS_FILE = "keys.txt"


def makers_keys(folder: Path | None = None) -> frozenset[str]:
    """Give the maker's keys that come with the program; blocks for a small read.

    Args:
        folder: another one than the program's, in tests.
    """
    file = (folder or resource_folder() / "firmware") / _KEYS_FILE
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


def named_key(environment: Mapping[str, str]) -> str:
    """Give the key that was named on purpose; empty for none.

    Raises:
        Refused: `firmware.key_malformed`: what was named is no key.
    """
    named = environment.get(KEY_SETTING, "").strip().lower()
    if named and not is_key(named):
        raise Refused("firmware.key_malformed", setting=KEY_SETTING)
    return named


def is_key(text: str) -> bool:
    """Tell whether a text is written as a public key is."""
    return _KEY.fullmatch(text) is not None


def trusted_keys(environment: Mapping[str, str]) -> frozenset[str]:
    """Give every key whose firmware is taken; raises like `named_key`."""
    named = named_key(environment)
    return makers_keys() | ({named} if named else frozenset())


def proved_manifest(signed: SignedManifest, *, trusted: frozenset[str]) -> FirmwareManifest:
    """Give what a manifest says, which one of the trusted keys has signed.

    Raises:
        Refused: `firmware.untrusted`: somebody else's key; `firmware.forged`: that key has not
            signed this.
        MalformedAnswer: `firmware.malformed`.
    """
    if signed.key not in trusted:
        raise Refused("firmware.untrusted")
    if not is_signed(signed_bytes(signed.manifest), key=signed.key, signature=signed.signature):
        raise Refused("firmware.forged")
    return read_manifest(signed.manifest)
