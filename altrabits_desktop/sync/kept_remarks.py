"""What a person keeps of streamers around, on this computer alone; goes with their account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.remarks import REMARKS_MOST, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.sync.replica import Replica

REMARKS = "remarks"
"""Name of the fact."""


async def kept_remarks(replica: Replica) -> tuple[Remark, ...]:
    """Give what is kept; nothing where it cannot be read."""
    content = await replica.fact(REMARKS)
    try:
        kept = msgspec.json.decode(content, type=tuple[Remark, ...]) if content else ()
    except msgspec.MsgspecError:
        return ()
    return kept[:REMARKS_MOST]


async def keep_remarks(replica: Replica, remarks: Iterable[Remark]) -> None:
    """Keep these in place of those before.

    Raises:
        StoreUnusable: they could not be kept.
    """
    kept = tuple(remarks)
    content = msgspec.json.encode(kept).decode() if kept else ""
    await replica.keep_fact(REMARKS, content)
