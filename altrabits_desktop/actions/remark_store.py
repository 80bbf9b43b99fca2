"""Keeps what is noted of streamers beside what is kept of the account (C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.sync.kept_remarks import keep_remarks, kept_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.actions.records import Records
    from altrabits_desktop.contract.remarks import Remark


class AccountRemarks:
    """Those of whoever is signed in; belongs to the loop of the records.

    Args:
        records: whose replica keeps them, and drops them with the account.
    """

    def __init__(self, records: Records) -> None:
        self._records = records

    @property
    def account(self) -> str:
        """Whose they are; empty where nobody is signed in, and after a no to the policy."""
        return "" if self._records.stand.is_declined else self._records.account_id

    async def read(self) -> tuple[Remark, ...]:
        """Give those that are kept.

        Raises:
            StoreUnusable: they cannot be read.
        """
        return await kept_remarks(self._records.replica)

    async def read_own(self) -> tuple[Remark, ...]:
        """Give those of whoever is signed in; nothing where nobody is. Raises like `read`."""
        return await self.read() if self.account else ()

    async def write(self, remarks: Iterable[Remark]) -> None:
        """Keep these in place of those before.

        Raises:
            StoreUnusable: they could not be kept.
        """
        await keep_remarks(self._records.replica, remarks)
