"""What a server does once before it answers: it names its database and publishes the policy."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from msgspec.structs import replace

from altrabits_desktop.contract.ids import ID_BYTES, new_id
from altrabits_desktop.server.feed import begin_epoch
from altrabits_desktop.server.policies.service import list_policies, publish

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.store.store import Store, Writing


async def begin(store: Store, *, bundled: tuple[Policy, ...], clock: Clock) -> None:
    """Prepare an open store, in one commit.

    Args:
        store: open.
        bundled: the policy that ships with the program, in all its languages; published where no
            policy has been published yet. Later ones are the operator's to publish.
        clock: the instant of the publication.
    """
    epoch, now = new_id(secrets.token_bytes(ID_BYTES)), clock.now()

    def work(writing: Writing) -> None:
        begin_epoch(writing, epoch)
        if bundled and not list_policies(writing, now=now).policies:
            publish(writing, _in_force(bundled, now), now=now)

    await store.write(work)


def _in_force(bundled: tuple[Policy, ...], now: datetime) -> tuple[Policy, ...]:
    """Give the first policy as one that holds at once: without one nobody could decide."""
    return tuple(replace(policy, effective_at=min(policy.effective_at, now)) for policy in bundled)
