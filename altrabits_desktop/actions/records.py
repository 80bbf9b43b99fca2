"""What this computer keeps of a person's standing: account, token, decision. Opened when needed.

Nothing is on the disk before there is something to keep: looking around leaves no file (C8).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.actions.stand import Stand
from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.sync.kept_decision import KeptDecision, keep_decision, kept_decision
from altrabits_desktop.sync.kept_policy import keep_policy, kept_policy
from altrabits_desktop.sync.replica import ACCOUNT, EMAIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.accounts import SessionGrant
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.sync.replica import Replica

RESTS = "rests"
"""Fact: where the token of the account was put; empty once its session has ended."""
PUT_OFF = "put_off"
"""Fact: the version that the person was asked about and did not decide."""


class Records:
    """One a profile; belongs to one loop.

    Args:
        replica: closed.
        keychain: where the token rests.
        prepare: makes the profile's folder, owner-only; blocks.
    """

    def __init__(
        self, replica: Replica, keychain: Keychain, *, prepare: Callable[[], None]
    ) -> None:
        self.replica = replica
        self._keychain = keychain
        self._prepare = prepare
        self._opening = asyncio.Lock()
        self._is_open = False
        self._account_id = ""
        self.token = ""
        self.email = ""
        self.is_kept = True
        """Whether the token outlives the program."""
        self.is_withheld = False
        """Whether the keyring, which has taken the token, does not give it: locked, or away."""
        self.stand = Stand()

    async def open_if_any(self) -> None:
        """Open what an earlier run has kept.

        Raises:
            StoreUnusable: it cannot be used.
        """
        if await asyncio.to_thread(self.replica.exists):
            await self.open()

    async def open(self) -> None:
        """Open it, made where there is none; quick when it is open.

        Raises:
            ProfileUnusable: there is no place for it.
            StoreUnusable: it cannot be used.
        """
        async with self._opening:
            if self._is_open:
                return
            await asyncio.to_thread(self._prepare)
            await self.replica.open()
            self._is_open, stand = True, self.stand
            stand.decision = await kept_decision(self.replica)
            stand.put_off = await self.replica.fact(PUT_OFF)
            self._account_id = await self.replica.fact(ACCOUNT)
            if self._account_id:
                self.token = await self._keychain.get(self._token_name) or ""
                rests = await self.replica.fact(RESTS)
                self.is_withheld = not self.token and rests == Kept.KEYRING
            if self.token:
                self.email = await self.replica.fact(EMAIL)
                stand.has_session = True

    async def close(self) -> None:
        """Close it; everything is durable already."""
        await self.replica.close()

    async def adopt(self, grant: SessionGrant) -> None:
        """Keep a sign-in; another account's data is dropped first."""
        await self.open()
        self._account_id, self.email = grant.account.id, grant.account.email
        await self.replica.begin_account(self._account_id, self.email)
        self.token, self.stand.has_session = grant.token, True
        kept = await self._keychain.put(self._token_name, grant.token)
        self.is_kept, self.is_withheld = kept is Kept.KEYRING, False
        await self._note_rest(kept.value)

    async def forget_session(self) -> None:
        """Nobody is signed in here any more; what waits stays for the same person's return."""
        self.token = self.email = ""
        self.stand.has_session = self.is_withheld = False
        if self._account_id:
            await self._keychain.drop(self._token_name)
            await self._note_rest("")

    async def forget_account(self) -> None:
        """Drop everything of the person."""
        await self.open()
        await self.forget_session()
        await self.replica.forget_account()
        self._account_id = ""
        self.stand.decision, self.stand.put_off = None, ""

    async def keep_decision(self, decision: KeptDecision | None) -> None:
        """Keep a decision in place of the one before; None drops it."""
        await self.open()
        await keep_decision(self.replica, decision)
        self.stand.decision = decision

    async def policy(self) -> Policy | None:
        """Give the policy that was kept; None for none."""
        return await kept_policy(self.replica) if self._is_open else None

    async def keep_policy(self, policy: Policy) -> None:
        """Keep what the server has published, where anything is kept at all."""
        # Where it cannot be kept, a later start waits for the server, and no more is lost.
        with suppress(StoreUnusable):
            if self._is_open and policy != await self.policy():
                await keep_policy(self.replica, policy)

    async def keep_put_off(self, version: str) -> None:
        """Keep which version was not decided about."""
        await self.open()
        self.stand.put_off = version
        await self.replica.keep_fact(PUT_OFF, version)

    async def _note_rest(self, rests: str) -> None:
        # Where it cannot be noted a later start says less, and no more is lost.
        with suppress(StoreUnusable):
            await self.replica.keep_fact(RESTS, rests)

    @property
    def _token_name(self) -> str:
        return f"session {self._account_id}"
