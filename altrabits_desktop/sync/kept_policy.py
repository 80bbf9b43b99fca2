"""The policy that a server elsewhere published last, as this computer keeps it.

While that server is away, what was accepted of it goes on; of a server that was never reached,
nothing is known. It says nothing about the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.policies import Policy

if TYPE_CHECKING:
    from altrabits_desktop.sync.replica import Replica

POLICY = "policy"
"""Name of the fact."""


async def kept_policy(replica: Replica) -> Policy | None:
    """Give the policy that is kept; None for none, and for one that cannot be read."""
    content = await replica.fact(POLICY)
    try:
        return msgspec.json.decode(content, type=Policy) if content else None
    except msgspec.MsgspecError:
        return None


async def keep_policy(replica: Replica, policy: Policy) -> None:
    """Keep a policy in place of the one before.

    Raises:
        StoreUnusable: it could not be kept.
    """
    await replica.keep_fact(POLICY, msgspec.json.encode(policy).decode())
