"""What is said where a library is missing, as in an installation of the server alone."""

from __future__ import annotations

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.plain_text import plain_text

_OWN = "altrabits_desktop"


def refusal_of(error: ModuleNotFoundError) -> Refused:
    """Give the refusal `install.library_missing` for a library that is not installed.

    Raises:
        ModuleNotFoundError: the error itself, where it names no library but a module of ours.
    """
    library = plain_text((error.name or "").partition(".")[0])
    if library in {"", _OWN}:
        raise error
    return Refused("install.library_missing", library=library)
