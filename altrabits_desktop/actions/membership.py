"""The person's server as window and console see it: `Home`, over replica, engine and keyring.

It decides whether anything may be sent: the engine runs only for a signed-in person who has
accepted the policy in force, and once a no is kept it stops before anything else is done about it.

Source: docs/commitments.md C8 to C11, C45 to C48; docs/security-requirements.md R50.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.account import OwnAccount, as_new
from altrabits_desktop.actions.arrival import Arrival
from altrabits_desktop.actions.contact import Contact
from altrabits_desktop.actions.decisions import Decisions
from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.accounts import (
    CreateAccount,
    DeleteAccount,
    InstallationMessage,
    SessionGrant,
    SignIn,
)
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.policies import DecisionKind, Policies, Policy
from altrabits_desktop.contract.routes import OF_SESSIONS
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing, closed_by
from altrabits_desktop.privacy.policy_versions import in_language, saying_which_holds
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.sync.engine import SyncEngine
from altrabits_desktop.sync.kept_decision import KeptDecision, message_of
from altrabits_desktop.sync.merge import NOTHING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from datetime import datetime

    from altrabits_desktop.actions.home import Already
    from altrabits_desktop.actions.records import Records
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.service import Reached
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.sync.merge import View
    from altrabits_desktop.sync.outbox import Waiting


class Membership(OwnAccount):
    """One a profile; belongs to one loop. Keeps the protocol `actions.home.Home`.

    Args:
        records: closed; what this computer keeps.
        clock: for pauses and instants.
        publish: the change feed.
        language: what the person reads, as a BCP 47 tag.
        bundled: the policy of the program in all its languages; blocks for small reads.
        rouse: starts a server that rests, and has it reached.
        installation: what a sign-in tells of this copy.
        chance: 0 to 1 at random, for pauses.
        elsewhere: how people are told which server it is; empty for the one of this computer.
    """

    def __init__(
        self,
        *,
        records: Records,
        clock: Clock,
        publish: Callable[[Changes], None],
        language: Callable[[], str],
        bundled: Callable[[], tuple[Policy, ...]],
        rouse: Callable[[], Awaitable[None]],
        installation: InstallationMessage,
        chance: Callable[[], float],
        elsewhere: str = "",
    ) -> None:
        self.records = records
        self.arrival = Arrival(self._is_under_way)
        self._clock, self._publish, self._language = clock, publish, language
        self._bundled, self._installation = bundled, installation
        super().__init__(
            Contact(
                elsewhere=elsewhere,
                token=lambda: records.token,
                rouse=rouse,
                changed=self._tell,
                session_ended=self._forget_session,
            ),
            records.stand,
        )
        self._engine = SyncEngine(
            self.contact.client,
            records.replica,
            clock=clock,
            chance=chance,
            changed=self._sync_changed,
        )
        self._bundle: tuple[Policy, ...] = ()
        self._tasks: set[asyncio.Task[None]] = set()
        self._entering = asyncio.Lock()
        """Window and console may do it at once: who comes finds somebody signed in, or gone."""
        self._decisions = Decisions(
            records, self.contact, receipts=self.receipts, changed=self._tell
        )

    async def start(self) -> None:
        """Open what this computer keeps; nothing is sent.

        Raises:
            StoreUnusable: the replica cannot be used.
        """
        self._bundle = await asyncio.to_thread(self._bundled)
        self._stand.policy = in_language(self._bundle, self._language())
        await self.records.open_if_any()
        if self.contact.elsewhere:
            # Whatever ships with this program says nothing about that server.
            self._stand.policy = await self.records.policy()
        self._tell()

    async def stop(self) -> None:
        """Stop at once; what waits stays where it is."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._engine.stop()
        await self.contact.client.aclose()
        await self.records.close()

    async def reach(self, reached: Reached) -> None:
        """There is a server from now on: ask it how the person stands, as far as that may be."""
        self.contact.reached = reached
        self.contact.settle(ServerState.REACHED)
        await self.ask_anew()

    async def seek(self, reached: Reached) -> None:
        """There may be a server elsewhere: see whether it answers, as far as that may be."""
        self.contact.reached = reached
        self.contact.is_begun.set()
        await self.ask_anew()
        if self.contact.state is ServerState.STARTING:
            # After a no nothing was asked, so nothing is known against it.
            self.contact.settle(ServerState.REACHED)

    async def ask_anew(self) -> None:
        """Ask the server how the person stands; after a no nothing is sent but the no (C48)."""
        is_declined = self._stand.is_declined
        await self.contact.attempt(self._decisions.send() if is_declined else self.refresh())
        await self._follow()

    def rest(self) -> None:
        """There is no server yet, and none is needed: the policy of the program is in force."""
        self._stand.is_of_server = True
        self.contact.settle(ServerState.RESTING)

    def lose(self, code: str) -> None:
        """There is no server; `code` is that of the sentence which says why."""
        self.contact.reached = None
        self.contact.settle(ServerState.AWAY, code)

    @property
    def view(self) -> View:
        """What there is of the person, as they see it; nothing while nobody is signed in."""
        return self.records.replica.view if self._stand.has_session else NOTHING

    async def keep(self, waiting: Waiting) -> None:
        """Keep an errand; safe on disk when this returns, and carried out when it can be."""
        await self.records.keep(waiting)
        self._engine.wake()

    def _is_under_way(self, object_id: str) -> bool:
        is_due = self._engine.report.state is SyncState.DUE
        may_go = self._stand.standing is Standing.SIGNED_IN and not is_due
        return may_go and object_id in self.view.waiting

    async def drop(self, key: str) -> None:
        """Drop an errand that the person has seen refused."""
        await self.records.replica.drop(key)

    def closed_by(self, feature: Feature, *, is_demo: bool = False) -> Closed | None:
        """Give why a feature is closed to the person; None where it is open."""
        stand = self._stand
        return closed_by(
            feature, standing=stand.standing, has_session=stand.has_session, is_demo=is_demo
        )

    def report(self) -> HomeReport:
        """Give how it stands."""
        stand, decided = self._stand, self._stand.decided
        return HomeReport(
            server=self.contact.state,
            server_code=self.contact.code,
            elsewhere=self.contact.elsewhere,
            is_known=self.records.listed is not None,
            standing=stand.standing,
            email=self.records.email,
            has_account_data=self.records.has_account_data,
            is_kept=self.records.is_kept,
            is_withheld=self.records.is_withheld,
            is_lapsed=self.records.is_lapsed,
            is_ended=self.records.is_ended,
            policy=stand.policy,
            decision=stand.kind,
            decided_at=decided.decided_at if decided else None,
            decided_version=stand.decided_version,
            decided_here=stand.decided_here,
            is_no_of_computer=stand.is_no_of_computer,
            is_asked=stand.is_asked,
            sync=self._engine.report,
            waits=self.view.waits,
            waits_here=self.records.replica.view.waits,
        )

    async def refresh(self) -> None:
        """Ask for the policy in force and, signed in, for the decisions about it."""
        if await self.contact.is_resting():
            return
        stand, query = self._stand, {"language": self._language()}
        stand.policy = await self.contact.ask("policies.in_force", Policy, query=query)
        stand.is_of_server = True
        await self._keep_policy()
        if stand.has_session:
            await self._decisions.send()
            await self._decisions.follow_account(stand.policy.version)
        await self._follow()

    async def versions(self) -> Policies:
        """Give all published versions."""
        if await self.contact.is_resting():
            return Policies(policies=saying_which_holds(self._bundle, self._clock.now()))
        return await self.contact.ask("policies.list", Policies)

    async def version(self, version: str) -> Policy:
        """Give one version with its text."""
        held = self._stand.policy
        if held is not None and held.version == version:
            return held
        return await self.version_there(version, language=self._language())

    async def decide(
        self, policy: Policy, kind: DecisionKind, *, shown_at: datetime, wording: str
    ) -> Already | None:
        """Record a yes or no; a no holds here before anybody else hears of it."""
        made = KeptDecision(
            message=message_of(policy, kind, shown_at=shown_at, wording=wording),
            decided_at=self._clock.now(),
            key=secrets.token_hex(16),
            account_id=self.records.account_id,
        )
        already = await self._decisions.take(made, policy)
        if already is not None:
            return already
        try:
            if kind is DecisionKind.DECLINED:
                await self._engine.stop()
            await self._keep_policy()
            await self._decisions.record(made)
        finally:
            await self._follow()
        return None

    def put_off(self) -> None:
        """Not now."""
        self._stand.is_no_doubted = False
        if (policy := self._stand.policy) is not None:
            self._stand.put_off = policy.version
            self._keep(self.records.keep_put_off(policy.version))
            self._tell()

    async def create_account(self, email: str, password: str) -> None:
        """Make an account with the yes given before, and sign in."""
        async with self._entering:
            await self._create_account(email, password)

    async def _create_account(self, email: str, password: str) -> None:
        self._stand.need_nobody()
        accepted = self._stand.need_yes()
        body = CreateAccount(
            email=email,
            password=password,
            acceptance=accepted.message,
            installation=self._installation,
        )
        grant = await self.contact.through(lambda: self.contact.client.create_account(body))
        if grant is None:
            with as_new():
                await self._sign_in(email, password)
            return
        await self._adopt(grant)
        await self._decisions.replace(accepted, msgspec.structs.replace(accepted, is_sent=True))
        await self._follow()

    async def sign_in(self, email: str, password: str) -> None:
        """Sign in; the account's decisions take the place of a yes that was given without it.

        A no that was given without it goes on holding, and the person is asked once more.
        """
        async with self._entering:
            await self._sign_in(email, password)

    async def _sign_in(self, email: str, password: str) -> None:
        self._stand.need_nobody()
        before = self._stand.decision
        body = SignIn(email=email, password=password, installation=self._installation)
        grant = await self.contact.ask("sessions.create", SessionGrant, body=body)
        lapsed = await self._adopt(grant)
        await self._decisions.enter_account(before, grant.account.id)
        # Before the server is asked: the person is asked once more in any case.
        self._stand.is_no_doubted = self._stand.is_no_of_computer
        await self.contact.end_lapsed(lapsed)
        try:
            await self.refresh()
        except AltraBitsError:
            # While the sign-in holds, what is not known yet is asked with whatever comes next.
            if not self._stand.has_session:
                raise
        await self._follow()

    async def sign_out(self) -> bool:
        """End the session, here in any case; what is kept of no account stays."""
        async with self._entering:
            if not self.records.has_account_data:
                return True
            is_over = not self.records.is_listed_still
            if self._stand.has_session:
                is_over = await self.end_this_session()
            await self._leave(held=self._decisions.no_of_nobody())
        return is_over

    async def delete_account(self, password: str) -> None:
        """Delete the account, then all of it on this computer."""
        body = DeleteAccount(password=password)
        async with self._entering:
            await self.contact.ask("accounts.delete", type(None), body=body)
            await self.records.forget_streamers()
            await self._leave()

    async def _adopt(self, grant: SessionGrant) -> str:
        """Take a sign-in, and give the id of the one that was lost with the program."""
        await self._engine.stop()
        return await self.records.adopt(grant)

    async def _leave(self, *, held: KeptDecision | None = None) -> None:
        await self._engine.stop()
        try:
            await self.records.forget_account(held=held)
        finally:
            await self._follow()

    async def _forget_session(self) -> None:
        await self._engine.stop()
        await self.records.forget_session()
        self._tell()

    async def _keep_policy(self) -> None:
        """Keep what a server elsewhere has published, for starts without it."""
        policy = self._stand.policy
        if self.contact.elsewhere and policy is not None:
            await self.records.keep_policy(policy)

    async def _follow(self) -> None:
        """Let the engine run exactly while it may."""
        # A server elsewhere may have another policy by now: it is asked first, in each start.
        is_there = self.contact.reached is not None
        is_known = self._stand.is_of_server or not self.contact.elsewhere
        if self._stand.standing is Standing.SIGNED_IN and is_there and is_known:
            self._engine.start()
            self._engine.wake()
        else:
            await self._engine.stop()
        self._tell()

    def _sync_changed(self) -> None:
        report = self._engine.report
        if report.state is SyncState.DUE:
            self._keep(self._settle_due(report.due_code))
        self._tell()

    async def _settle_due(self, code: str) -> None:
        with suppress(AltraBitsError):
            if code in OF_SESSIONS:
                await self._forget_session()
            else:
                await self.refresh()

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _tell(self) -> None:
        self.arrival.look()
        self._publish(Changes(topics=Topic.HOME))
