"""Something that is made when it is first asked for: most starts never need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Made_co = TypeVar("Made_co", covariant=True)
Made = TypeVar("Made")


class Late(Generic[Made_co]):
    """One thing, made once. Of one thread.

    Args:
        make: makes it; an error of it is raised to whoever asks, and the next one asks anew.
    """

    def __init__(self, make: Callable[[], Made_co]) -> None:
        self._make = make
        self._made: Made_co | None = None

    @property
    def made(self) -> Made_co | None:
        """What was made; None as long as nobody needed it."""
        return self._made

    def get(self) -> Made_co:
        """Give it, made now where it was not."""
        if self._made is None:
            self._made = self._make()
        return self._made


def already(made: Made) -> Late[Made]:
    """Give one that is made."""
    late = Late(lambda: made)
    late.get()
    return late
