"""What page Keys tells: keys, and what each does, by where they are heard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys that do the same, and what they do, in the spoken language."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that are heard at one place."""

    heading: str
    lines: tuple[KeyLine, ...]
