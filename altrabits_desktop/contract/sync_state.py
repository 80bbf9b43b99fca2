"""How far this computer and the server agree. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class SyncState(StrEnum):
    """How far the replica and the server agree."""

    OFF = "off"
    """Nobody is signed in, or nothing may be sent."""
    WORKING = "working"
    IN_STEP = "in_step"
    AWAY = "away"
    """The server does not answer; what waits is safe."""
    DUE = "due"
    """A sign-in or a decision about the policy comes first."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """How it stands."""

    state: SyncState = SyncState.OFF
    since: datetime | None = None
    due_code: str = ""
    """Which of a sign-in or a decision is due."""
