"""How one server is set up; handed in, never read from anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Fixed for the life of a server."""

    hosts: frozenset[str]
    """What the `Host` header may say: its own names with their ports, lower case."""
    start_secret: str = ""
    """Of an embedded server: every request but the health check must carry it. Empty: none."""
    is_embedded: bool = False
    """Whether only the person's own app can reach it, so that it may speak plainly."""
    has_joined: Callable[[str], bool] | None = None
    """Of a shared server: tells by the SHA-256 of its certificate whether a computer has joined;
    asked at each request. Its names are then the addresses it is reached at, beside `hosts`."""
    firmware_folder: Path | None = None
    """Where the catalogue of firmware lies, which need not be there; None where there is none."""
