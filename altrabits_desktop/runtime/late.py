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
        load: loads what making it needs, which takes its time; on any thread.
    """

    def __init__(
        self, make: Callable[[], Made_co], *, load: Callable[[], None] | None = None
    ) -> None:
        self._make = make
        self._load = load
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

    async def ready(self) -> Made_co:
        """Give it, what it needs loaded off the loop where it was not made yet."""
        if self._made is None and self._load is not None:
            # Imported here: the first paint does without.
            import asyncio

            await asyncio.to_thread(self._load)
        return self.get()


def already(made: Made) -> Late[Made]:
    """Give one that is made."""
    late = Late(lambda: made)
    late.get()
    return late
