"""What was just done, and how it is taken back; it outlives the page on which it was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


@dataclass(frozen=True, slots=True)
class Undo:
    """One offer."""

    words: str
    """What was done, a sentence."""
    take_back: Callable[[], Coroutine[object, object, object]]
    """Takes it back; raises what any command raises."""
