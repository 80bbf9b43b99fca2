"""Files of settings that a console command names: read and written where it was typed. Blocks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.actions.snapshots import SNAPSHOT_BYTES
from altrabits_desktop.cli.upkeep import SAVE, SNAPSHOT
from altrabits_desktop.contract.errors import Malformed, Refused, told_by_system
from altrabits_desktop.contract.plain_text import plain_text

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result

_SAVE = (SNAPSHOT, SAVE)


def with_content(words: tuple[str, ...], operands: tuple[str, ...]) -> tuple[str, ...]:
    """Give the operands with the content of the file in the place of its name.

    Only the process in which a command was typed knows which file is meant.

    Raises:
        Refused: `snapshot.unreadable`.
        Malformed: `snapshot.malformed`: it is too large, or no text.
    """
    if words[:1] != (SNAPSHOT,) or words == _SAVE:
        return operands
    *others, name = operands
    try:
        with Path(name).open("rb") as file:
            content = file.read(SNAPSHOT_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _refusal("snapshot.unreadable", name, error) from error
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Malformed("snapshot.malformed") from error
    if len(content) > SNAPSHOT_BYTES:
        raise Malformed("snapshot.malformed")
    return (*others, text)


def with_file(words: tuple[str, ...], name: str, result: Result) -> Result:
    """Write what was saved into its file, and give the record of that instead.

    Raises:
        Refused: `snapshot.unwritable`; `snapshot.file_exists`: nothing is written over.
    """
    if words != _SAVE or not isinstance(result, dict):
        return result
    content = str(result["content"])
    try:
        with Path(name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError as error:
        raise Refused("snapshot.file_exists", file=plain_text(name)) from error
    except (OSError, ValueError) as error:
        raise _refusal("snapshot.unwritable", name, error) from error
    return {"id": result["id"], "file": name}


def _refusal(code: str, name: str, error: OSError | ValueError) -> Refused:
    # A name with a zero in it is refused by Python, not by the system.
    told = told_by_system(error) if isinstance(error, OSError) else {"reason": str(error)}
    return Refused(code, file=plain_text(name), **told)
