"""Keeps the groups of a person beside what is kept of the account (C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.sync.kept_groups import keep_groups, kept_groups

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.actions.records import Records
    from altrabits_desktop.contract.saved_groups import SavedGroup


class AccountGroups:
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

    async def read(self) -> tuple[SavedGroup, ...]:
        """Give those that are kept.

        Raises:
            StoreUnusable: they cannot be read.
        """
        return await kept_groups(self._records.replica)

    async def write(self, groups: Iterable[SavedGroup]) -> None:
        """Keep these in place of those before.

        Raises:
            StoreUnusable: they could not be kept.
        """
        await keep_groups(self._records.replica, groups)
