"""How many more streamers an account may add: asked with every adding, and counted seldom."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from altrabits_desktop.contract.ids import AccountId
    from altrabits_desktop.server.store.store import Reading

_COUNT = "SELECT COUNT(*) AS count FROM streamers WHERE account_id = :account_id"
_ACCOUNTS_HELD = 1000


class Capacity:
    """Knows for each account how many it may add at least. One a server; one thread at a time.

    A streamer is added by this server alone, so an account counted once has room for as many as
    were missing then, less those asked for since. What is released, or not added after all, makes
    that too few and never too many; where none are left it is counted anew.
    """

    def __init__(self) -> None:
        self._left: OrderedDict[AccountId, int] = OrderedDict()

    def take(self, reading: Reading, account_id: AccountId, *, most: int) -> None:
        """See to it that an account may add one more, where it may have `most`.

        Raises:
            Problem: `streamers.too_many`.
        """
        left = self._left.pop(account_id, 0) or most - _counted(reading, account_id)
        if left <= 0:
            raise Problem("streamers.too_many", most=most)
        self._left[account_id] = left - 1
        while len(self._left) > _ACCOUNTS_HELD:
            self._left.popitem(last=False)


def _counted(reading: Reading, account_id: AccountId) -> int:
    row = reading.row(_COUNT, account_id=account_id)
    count = row["count"] if row else 0
    return count if isinstance(count, int) else 0
