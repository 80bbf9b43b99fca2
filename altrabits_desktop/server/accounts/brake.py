"""The brake on guessing: per account and per source, counted before a hash is computed (R11).

In memory: it holds for the life of the server and keeps nothing about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT_TRIES = 8
ACCOUNT_REFILL_S = 60.0
"""After so many seconds there is one more try."""
STUBBORN_AFTER = 40
"""So many failures without a success between them make the brake slower still."""
STUBBORN_REFILL_S = 900.0
SOURCE_TRIES = 60
SOURCE_REFILL_S = 5.0
KEPT = 10_000
"""Accounts, and sources, remembered; those with the fewest failures are forgotten first."""


@dataclass(slots=True)
class _Tries:
    left: float
    at_s: float
    failures: int = 0


class _Book:
    """Tries by name. Only a try that was taken is noted, so that asking in vain costs nothing."""

    def __init__(self, most: float, refill_s: Callable[[_Tries], float]) -> None:
        self._most = most
        self._refill_s = refill_s
        self._tries: dict[str, _Tries] = {}

    def of(self, name: str, *, now_s: float) -> _Tries:
        """Give the tries of a name as they are now."""
        tries = self._tries.get(name) or _Tries(self._most, now_s)
        gained = (now_s - tries.at_s) / self._refill_s(tries)
        tries.left, tries.at_s = min(tries.left + gained, self._most), now_s
        return tries

    def wait_s(self, tries: _Tries) -> float:
        """Give the seconds until there is a whole try."""
        return max(0.0, 1.0 - tries.left) * self._refill_s(tries)

    def note(self, name: str, tries: _Tries) -> None:
        """Remember tries; beyond the bound, forget what a guesser would gain least by."""
        self._tries[name] = tries
        if len(self._tries) > KEPT:
            kept = self._tries
            del kept[min(kept, key=lambda other: (kept[other].failures, kept[other].at_s))]

    def give_back(self, name: str, *, now_s: float) -> None:
        """Give a try back that was right."""
        tries = self.of(name, now_s=now_s)
        tries.left, tries.failures = min(tries.left + 1.0, self._most), 0


class Brake:
    """Counts tries. Belongs to one loop.

    Args:
        steady_s: a clock that never jumps.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._accounts = _Book(ACCOUNT_TRIES, _refill_s)
        self._sources = _Book(SOURCE_TRIES, lambda _tries: SOURCE_REFILL_S)

    def take(self, *, account: str, source: str) -> None:
        """Take one try of an account and of a source, before anything is computed.

        Raises:
            Problem: `sign_in.braked` with `Retry-After`: there is none left. Nothing was taken.
        """
        now_s = self._steady_s()
        of_account = self._accounts.of(account, now_s=now_s)
        of_source = self._sources.of(source, now_s=now_s)
        wait_s = max(self._accounts.wait_s(of_account), self._sources.wait_s(of_source))
        if wait_s > 0:
            seconds = int(wait_s) + 1
            raise Problem("sign_in.braked", headers={"Retry-After": str(seconds)}, seconds=seconds)
        of_account.left -= 1.0
        of_account.failures += 1
        of_source.left -= 1.0
        self._accounts.note(account, of_account)
        self._sources.note(source, of_source)

    def give_back(self, *, account: str, source: str) -> None:
        """Give a try back that was right; what guessing used up stays used up."""
        now_s = self._steady_s()
        self._accounts.give_back(account, now_s=now_s)
        self._sources.give_back(source, now_s=now_s)


def _refill_s(tries: _Tries) -> float:
    return STUBBORN_REFILL_S if tries.failures >= STUBBORN_AFTER else ACCOUNT_REFILL_S
