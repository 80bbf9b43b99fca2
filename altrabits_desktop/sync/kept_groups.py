"""The groups that a person keeps, on this computer alone; they go with their account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.saved_groups import GROUPS_MOST, SavedGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.sync.replica import Replica

GROUPS = "groups"
"""Name of the fact."""


async def kept_groups(replica: Replica) -> tuple[SavedGroup, ...]:
    """Give what is kept; nothing where it cannot be read."""
    content = await replica.fact(GROUPS)
    try:
        kept = msgspec.json.decode(content, type=tuple[SavedGroup, ...]) if content else ()
    except msgspec.MsgspecError:
        return ()
    return kept[:GROUPS_MOST]


async def keep_groups(replica: Replica, groups: Iterable[SavedGroup]) -> None:
    """Keep these in place of those before.

    Raises:
        StoreUnusable: they could not be kept.
    """
    kept = tuple(groups)
    content = msgspec.json.encode(kept).decode() if kept else ""
    await replica.keep_fact(GROUPS, content)
