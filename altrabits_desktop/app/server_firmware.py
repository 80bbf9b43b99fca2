"""`altrabits server firmware`: what a server offers to streamers, and who signs it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.cli import server_firmware as words_of
from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.firmware_trust import trusted_keys
from altrabits_desktop.runtime.paths import may_exist
from altrabits_desktop.server.firmware.catalogue import FOLDER, Catalogue
from altrabits_desktop.server.firmware.operating import (
    add_firmware,
    make_key,
    remove_firmware,
    sign_firmware,
    signed_beside,
)
from altrabits_desktop.server.operating import DATABASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.cli.output import Output
    from altrabits_desktop.runtime.command_line import Words


def firmware(
    words: tuple[str, ...],
    read: Words,
    operands: Sequence[str],
    folder: Path,
    *,
    output: Output,
) -> int:
    """Carry out one of these commands and give the exit status; blocks.

    Args:
        words: of the command.
        read: with its options.
        operands: what followed them.
        folder: `server/` of the profile.
        output: where the answer goes.

    Raises:
        AltraBitsError: as `server.firmware.operating`; `server.no_database`.
        WrongUsage: `usage.operand_missing`: no key to sign with was named.
    """
    if words == words_of.KEY:
        public = make_key(Path(operands[0]))
        _answer(output, {"public_key": public}, words_of.key_words(public))
    elif words == words_of.SIGN:
        key = read.value("--key")
        if key is None:
            command = " ".join(("altrabits", "server", *words))
            raise WrongUsage("usage.operand_missing", operand="--key FILE", command=command)
        image = Path(operands[0])
        signed = sign_firmware(image, Path(key))
        side = str(signed_beside(image))
        record = {**words_of.record_of(signed), "file": side}
        _answer(output, record, words_of.signed_words(signed, side=side))
    else:
        _operate(words, operands, _catalogue(folder), output=output)
    return 0


def _operate(
    words: tuple[str, ...], operands: Sequence[str], catalogue: Catalogue, *, output: Output
) -> None:
    if words == words_of.LIST:
        found = catalogue.manifests()
        if output.is_json:
            output.document([words_of.record_of(one) for one in found])
        output.text(words_of.firmware_table(found))
    elif words == words_of.ADD:
        trusted = trusted_keys(os.environ)
        now = SystemClock().now()
        added = add_firmware(Path(operands[0]), catalogue, trusted=trusted, now=now)
        _answer(output, words_of.record_of(added), words_of.added_words(added))
    else:
        removed = remove_firmware(operands[0], catalogue)
        _answer(output, words_of.record_of(removed), words_of.removed_words(removed))


def _catalogue(folder: Path) -> Catalogue:
    if not may_exist(folder / DATABASE):
        raise Refused("server.no_database", folder=str(folder))
    return Catalogue(folder / FOLDER)


def _answer(output: Output, record: dict[str, object], text: str) -> None:
    if output.is_json:
        output.record(record)
    output.text(text)
