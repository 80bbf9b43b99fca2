"""What this computer keeps of a person's standing: account, token, decision. Opened when needed.

Nothing is on the disk before there is something to keep: looking around leaves no file (C8).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.actions.network_book import NetworkBook
from altrabits_desktop.actions.remembering import Remembering
from altrabits_desktop.actions.stand import Stand
from altrabits_desktop.actions.streamer_tokens import name_of
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, StoreUnusable
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.runtime.paths import NETWORKS, REMEMBERED
from altrabits_desktop.sync.kept_decision import (
    KeptDecision,
    fact_of,
    keep_decision,
    kept_decision,
)
from altrabits_desktop.sync.kept_policy import keep_policy, kept_policy
from altrabits_desktop.sync.replica import ACCOUNT, EMAIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.accounts import SessionGrant
    from altrabits_desktop.contract.policies import Policy
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.sync.outbox import Waiting
    from altrabits_desktop.sync.replica import Replica

RESTS = "rests"
"""Fact: where the token of the account was put; empty once its session has ended."""
SESSION = "session"
"""Fact: the id of a sign-in that no keyring has taken. No secret: nobody is let in by it."""
ENDED = "ended"
LEFT = "left"
"""In the keyring in place of a token: its session has ended, or its account has left this computer,
while nothing could be noted on the disk. It is made up for at the next start."""
FORGETTING_S = 20.0
"""How long the end waits for a keyring, however much that is still to drop."""
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
        self._opening, self._deciding = asyncio.Lock(), asyncio.Lock()
        self._is_open = False
        self._account_id = ""
        self.token = ""
        self.email = ""
        self.is_kept = True
        """Whether the token outlives the program."""
        self.is_withheld = False
        """Whether the keyring, which has taken the token, does not give it: locked, or away."""
        self.is_lapsed = False
        """Whether the last sign-in ended with the program that held it, as no keyring took it."""
        self.is_ended = False
        """Whether the last sign-in has ended at its server, and not by a sign-out here."""
        self._lapsed_session = ""
        self.stand = Stand()
        self._is_known = False
        self.remembering = Remembering(
            replica.path.with_name(REMEMBERED), listed=lambda: self.listed
        )
        self.networks = NetworkBook(
            replica.path.with_name(NETWORKS), may_keep=lambda: self.may_keep
        )
        replica.follow(self.remembering.follow)
        replica.follow_released(self._forget_released)
        self._forgetting: set[asyncio.Task[None]] = set()

    @property
    def listed(self) -> tuple[Owned, ...] | None:
        """The streamers that a person who is signed in sees unheard too; none after a no.

        None before it is known who is signed in.
        """
        if not self._is_known:
            return None
        may_be = self.stand.has_session and not self.stand.is_declined
        return self.replica.view.streamers if may_be else ()

    @property
    def may_keep(self) -> bool | None:
        """Whether lists, networks and typed addresses may be kept; None before it is known."""
        if not self._is_known:
            return None
        return self.stand.has_session and not self.stand.is_declined

    @property
    def has_account_data(self) -> bool:
        """Whether what is of an account is kept here, also after its session has ended."""
        return bool(self._account_id)

    @property
    def is_listed_still(self) -> bool:
        """Whether a sign-in whose token is not here goes on in the list of its server."""
        return self.is_withheld or self.is_lapsed

    async def open_if_any(self) -> None:
        """Open what an earlier run has kept.

        Raises:
            StoreUnusable: it cannot be used.
        """
        is_learned = True
        try:
            await self.networks.read()
            if await asyncio.to_thread(self.replica.exists):
                await self.open()
        except asyncio.CancelledError:
            # Given up before the keyring answered: the list of the next start stays as it is.
            is_learned = False
            raise
        finally:
            self._is_known = is_learned
            if is_learned:
                self._follow_kept()

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
                await self._read_token()
            if self.token:
                self.email = await self.replica.fact(EMAIL)
                stand.has_session = True

    async def close(self) -> None:
        """Close it; everything is durable already, but for what the keyring is still to drop."""
        await self.remembering.stop()
        await self.networks.stop()
        await self.replica.close()
        if self._forgetting:
            # Last: a keyring that does not answer then costs nothing else, and not for each.
            await asyncio.wait(self._forgetting, timeout=FORGETTING_S)

    async def adopt(self, grant: SessionGrant) -> str:
        """Keep a sign-in; another account's data is dropped first.

        Returns:
            The id of the account's sign-in that ended with the program and that nobody can use any
            more; empty for none.

        Raises:
            StoreUnusable: nothing of it is kept, and nobody new is signed in.
        """
        await self.open()
        account = grant.account
        await self.replica.begin_account(account.id, account.email)
        lapsed = self._lapsed_session if account.id == self._account_id else ""
        self._account_id, self.email = account.id, account.email
        self.token, self.stand.has_session = grant.token, True
        kept = await self._keychain.put(self._token_name, grant.token)
        self.is_kept = kept is Kept.KEYRING
        self.is_withheld = self.is_lapsed = self.is_ended = False
        await self._note_rest(kept.value, session="" if self.is_kept else grant.session.id)
        self._lapsed_session = ""
        self._follow_kept()
        return lapsed

    async def forget_session(self) -> None:
        """Nobody is signed in here any more; what waits stays for the same person's return."""
        await self._sign_off()
        self.is_ended = bool(self._account_id)
        if self._account_id:
            is_noted = await self._note_rest("")
            await self._end_token("" if is_noted else ENDED)

    def _forget_released(self, owned_ids: tuple[str, ...]) -> None:
        """Drop what made streamers obey that were removed on another computer."""

        async def forget() -> None:
            for owned_id in owned_ids:
                await self._keychain.drop(name_of(owned_id))

        forgetting = asyncio.ensure_future(forget())
        self._forgetting.add(forgetting)
        forgetting.add_done_callback(self._forgetting.discard)

    async def forget_streamers(self) -> None:
        """Drop what makes the person's streamers obey: there is no account any more to own them."""
        owned = (one.id for one in self.replica.view.streamers)
        await asyncio.gather(*(self._keychain.drop(name_of(owned_id)) for owned_id in owned))

    @property
    def account_id(self) -> str:
        """Of the account that is signed in; empty for none."""
        return self._account_id if self.stand.has_session else ""

    async def forget_account(self, *, held: KeptDecision | None = None) -> None:
        """Drop everything of the person.

        Args:
            held: a decision that goes on holding, without a word of whose it was.

        Raises:
            StoreUnusable: what is on the disk is dropped at the next start; the token is gone.
        """
        await self.open()
        await self._sign_off()
        try:
            await self.replica.forget_account(kept=fact_of(held))
        except StoreUnusable:
            await self._end_token(LEFT)
            raise
        await self._end_token("")
        self._forget_person()
        self.stand.decision = held

    async def _sign_off(self) -> None:
        self.token = self.email = ""
        self.stand.has_session = self.is_withheld = self.is_lapsed = self.is_ended = False
        await self.remembering.settle()
        await self.networks.settle()

    def _follow_kept(self) -> None:
        self.remembering.follow()
        self.networks.follow()

    def _forget_person(self) -> None:
        self._account_id = ""
        self.stand.decision, self.stand.put_off, self.stand.decided_before = None, "", ""

    async def keep(self, waiting: Waiting) -> None:
        """Keep an errand of whoever is signed in; safe on disk when this returns.

        Raises:
            DecisionNeeded: nobody is; it would be done for whoever signs in next.
            StoreUnusable: it could not be kept.
        """
        if not self.stand.has_session:
            raise DecisionNeeded("gate.sign_in_needed")
        await self.replica.keep(waiting)

    async def keep_decision(self, decision: KeptDecision | None) -> None:
        """Keep a decision in place of the one before; None drops it."""
        await self.open()
        async with self._deciding:
            await self._keep_decision(decision)

    async def replace_decision(
        self, former: KeptDecision | None, decision: KeptDecision | None
    ) -> None:
        """Keep a decision in place of a former one; what was decided meanwhile stays."""
        await self.open()
        async with self._deciding:
            if self.stand.decision is former:
                await self._keep_decision(decision)

    async def _keep_decision(self, decision: KeptDecision | None) -> None:
        await keep_decision(self.replica, decision)
        self.stand.decision = decision
        self._follow_kept()
        if self.stand.is_declined:
            await self.remembering.stop()
            await self.networks.stop()

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
        # Where it cannot be kept the person is asked again at the next start, and no more.
        with suppress(AltraBitsError):
            await self.open()
            self.stand.put_off = version
            await self.replica.keep_fact(PUT_OFF, version)

    async def _read_token(self) -> None:
        entry = await self._keychain.get(self._token_name) or ""
        if entry in {ENDED, LEFT}:
            self.is_ended = entry == ENDED
            with suppress(StoreUnusable):
                await self._make_up_for(entry)
            return
        self.token = entry
        rests = await self.replica.fact(RESTS)
        self.is_withheld = not entry and rests == Kept.KEYRING
        self.is_lapsed = not entry and rests == Kept.MEMORY
        self.is_ended = not entry and not rests
        if self.is_lapsed:
            self._lapsed_session = await self.replica.fact(SESSION)

    async def _make_up_for(self, entry: str) -> None:
        """Note on the disk what could not be noted when it happened."""
        if entry == LEFT:
            await self.replica.forget_account()
        else:
            await self.replica.keep_fact(RESTS, "")
        await self._end_token("")
        if entry == LEFT:
            self._forget_person()

    async def _end_token(self, entry: str) -> None:
        """Let the keyring have no token any more, and in its place an entry or nothing."""
        if not self._account_id:
            return
        if entry:
            await self._keychain.put(self._token_name, entry)
        else:
            await self._keychain.drop(self._token_name)

    async def _note_rest(self, rests: str, *, session: str = "") -> bool:
        # Where it cannot be noted a later start says less, and no more is lost.
        with suppress(StoreUnusable):
            await self.replica.keep_fact(SESSION, session)
            await self.replica.keep_fact(RESTS, rests)
            return True
        return False

    @property
    def _token_name(self) -> str:
        return f"session {self._account_id}"
