"""The brake on guessing: per account and per source, counted before a hash is computed (R11).

In memory: it holds for the life of the server and keeps nothing about anybody.
"""

from __future__ import annotations

from collections import OrderedDict
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
"""Accounts and sources remembered; the one untouched for longest goes first."""


@dataclass(slots=True)
class _Tries:
    left: float
    at_s: float
    failures: int = 0


class Brake:
    """Counts tries. Belongs to one loop.

    Args:
        steady_s: a clock that never jumps.
    """

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._tries: OrderedDict[tuple[str, str], _Tries] = OrderedDict()

    def take(self, *, account: str, source: str) -> None:
        """Take one try of an account and of a source, before anything is computed.

        Raises:
            Problem: `sign_in.braked` with `Retry-After`: there is none left. Nothing was taken.
        """
        now_s = self._steady_s()
        of_account = self._filled(("account", account), now_s=now_s)
        of_source = self._filled(("source", source), now_s=now_s)
        waits = [
            (1.0 - tries.left) * refill_s
            for tries, refill_s in (
                (of_account, _refill_s(of_account)),
                (of_source, SOURCE_REFILL_S),
            )
            if tries.left < 1.0
        ]
        if waits:
            seconds = int(max(waits)) + 1
            raise Problem("sign_in.braked", headers={"Retry-After": str(seconds)}, seconds=seconds)
        of_account.left -= 1.0
        of_account.failures += 1
        of_source.left -= 1.0

    def give_back(self, *, account: str, source: str) -> None:
        """Give a try back that was right; what guessing used up stays used up."""
        now_s = self._steady_s()
        of_account = self._filled(("account", account), now_s=now_s)
        of_account.left = min(of_account.left + 1.0, ACCOUNT_TRIES)
        of_account.failures = 0
        of_source = self._filled(("source", source), now_s=now_s)
        of_source.left = min(of_source.left + 1.0, SOURCE_TRIES)

    def _filled(self, key: tuple[str, str], *, now_s: float) -> _Tries:
        most = ACCOUNT_TRIES if key[0] == "account" else SOURCE_TRIES
        tries = self._tries.get(key)
        if tries is None:
            tries = self._tries[key] = _Tries(float(most), now_s)
            if len(self._tries) > KEPT:
                self._tries.popitem(last=False)
        self._tries.move_to_end(key)
        refill_s = _refill_s(tries) if key[0] == "account" else SOURCE_REFILL_S
        tries.left = min(tries.left + (now_s - tries.at_s) / refill_s, most)
        tries.at_s = now_s
        return tries


def _refill_s(tries: _Tries) -> float:
    return STUBBORN_REFILL_S if tries.failures >= STUBBORN_AFTER else ACCOUNT_REFILL_S
