"""The person's server as window and console see it: `Home`, over replica, engine and keyring.

It decides whether anything may be sent: the engine runs only for a signed-in person who has
accepted the policy in force, and it stops before anything else is done about a no.

Source: docs/commitments.md C8 to C11, C45 to C48; docs/security-requirements.md R50.
"""

from __future__ import annotations

import asyncio
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.actions.stand import latest_about
from altrabits_desktop.contract.accounts import (
    Account,
    ChangePassword,
    CreateAccount,
    DeleteAccount,
    InstallationMessage,
    SessionGrant,
    Sessions,
    SignIn,
)
from altrabits_desktop.contract.errors import AltraBitsError, DecisionNeeded, NotReachable
from altrabits_desktop.contract.policies import (
    DecisionKind,
    Policies,
    Policy,
    Receipt,
    Receipts,
)
from altrabits_desktop.contract.routes import OF_SESSIONS
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.privacy.gate import Standing, closed_by
from altrabits_desktop.privacy.policy_versions import in_language
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.engine import SyncEngine
from altrabits_desktop.sync.kept_decision import KeptDecision, message_of, recorded_decision
from altrabits_desktop.sync.merge import NOTHING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping
    from datetime import datetime

    from altrabits_desktop.actions.records import Records
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.service import Reached
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.sync.merge import View
    from altrabits_desktop.sync.outbox import Waiting

Answer = TypeVar("Answer")

_NOTHING: Mapping[str, str] = {}


class Membership:
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
    ) -> None:
        self._records = records
        self._clock = clock
        self._publish = publish
        self._language = language
        self._bundled = bundled
        self._rouse = rouse
        self._installation = installation
        self.client = ServerClient(reached=lambda: self._reached, token=lambda: self._records.token)
        self._engine = SyncEngine(
            self.client, records.replica, clock=clock, chance=chance, changed=self._sync_changed
        )
        self._reached: Reached | None = None
        self._server, self._server_code = ServerState.STARTING, ""
        self._is_begun = asyncio.Event()
        self._stand = self._records.stand
        self._bundle: tuple[Policy, ...] = ()
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Open what this computer keeps; nothing is sent.

        Raises:
            StoreUnusable: the replica cannot be used.
        """
        self._bundle = await asyncio.to_thread(self._bundled)
        self._stand.policy = in_language(self._bundle, self._language())
        await self._records.open_if_any()
        self._tell()

    async def stop(self) -> None:
        """Stop at once; what waits stays where it is."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._engine.stop()
        await self.client.aclose()
        await self._records.close()

    async def reach(self, reached: Reached) -> None:
        """There is a server from now on: ask it how the person stands, as far as that may be."""
        self._reached = reached
        self._settle_on(ServerState.REACHED)
        with suppress(AltraBitsError):
            if self._stand.is_declined:
                # After a no nothing is sent but the no itself (C48).
                await self._send_decision()
            else:
                await self.refresh()
        await self._follow()

    def rest(self) -> None:
        """There is no server yet, and none is needed: the policy of the program is in force."""
        self._stand.is_of_server = True
        self._settle_on(ServerState.RESTING)
        self._tell()

    def lose(self, code: str) -> None:
        """There is no server; `code` is that of the sentence which says why."""
        self._reached = None
        self._settle_on(ServerState.AWAY, code)
        self._tell()

    def _settle_on(self, server: ServerState, code: str = "") -> None:
        self._server, self._server_code = server, code
        self._is_begun.set()

    @property
    def view(self) -> View:
        """What there is of the person, as they see it; nothing while nobody is signed in."""
        return self._records.replica.view if self._stand.has_session else NOTHING

    async def keep(self, waiting: Waiting) -> None:
        """Keep an errand; safe on disk when this returns, and carried out when it can be."""
        await self._records.replica.keep(waiting)
        self._engine.wake()

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
            server=self._server,
            server_code=self._server_code,
            standing=stand.standing,
            email=self._records.email,
            is_kept=self._records.is_kept,
            is_withheld=self._records.is_withheld,
            policy=stand.policy,
            decision=stand.kind,
            decided_at=decided.decided_at if decided else None,
            is_asked=stand.is_asked,
            sync=self._engine.report,
            waits=self.view.waits,
        )

    async def refresh(self) -> None:
        """Ask for the policy in force and, signed in, for the decisions about it."""
        if await self._is_resting():
            return
        stand, query = self._stand, {"language": self._language()}
        stand.policy = await self._ask("policies.in_force", Policy, query=query)
        stand.is_of_server = True
        if stand.has_session:
            await self._send_decision()
            await self._take_decisions(stand.policy.version)
        await self._follow()

    async def versions(self) -> Policies:
        """Give all published versions."""
        if await self._is_resting():
            return Policies(policies=self._bundle)
        return await self._ask("policies.list", Policies)

    async def version(self, version: str) -> Policy:
        """Give one version with its text."""
        held = self._stand.policy
        if held is not None and held.version == version:
            return held
        return await self._ask(
            "policies.get",
            Policy,
            places={"version": version},
            query={"language": self._language()},
        )

    async def receipts(self) -> tuple[Receipt, ...]:
        """Give the decisions of the account."""
        if not self._stand.has_session:
            return ()
        return (await self._ask("decisions.list", Receipts)).receipts

    async def decide(
        self, policy: Policy, kind: DecisionKind, *, shown_at: datetime, wording: str
    ) -> None:
        """Record a yes or no; a no holds here before anybody else hears of it."""
        before, is_yes = self._stand.decision, kind is DecisionKind.ACCEPTED
        now, key = self._clock.now(), secrets.token_hex(16)
        message = message_of(policy, kind, shown_at=shown_at, wording=wording)
        await self._keep_decision(KeptDecision(message=message, decided_at=now, key=key))
        try:
            if not is_yes:
                await self._engine.stop()
            await self._send_decision()
        except AltraBitsError as error:
            if is_yes:
                # A yes that the account's server has not recorded is none.
                await self._keep_decision(before)
            if is_yes or not isinstance(error, NotReachable):
                raise
        finally:
            await self._follow()

    def put_off(self) -> None:
        """Not now."""
        policy = self._stand.policy
        if policy is not None:
            self._stand.put_off = policy.version
            self._keep(self._keep_put_off(policy.version))
            self._tell()

    async def create_account(self, email: str, password: str) -> None:
        """Make an account with the yes given before, and sign in."""
        accepted = self._stand.decided
        if accepted is None or accepted.message.kind is not DecisionKind.ACCEPTED:
            raise DecisionNeeded("gate.decision_needed")
        body = CreateAccount(
            email=email,
            password=password,
            acceptance=accepted.message,
            installation=self._installation,
        )
        grant = await self._ask("accounts.create", SessionGrant, body=body)
        await self._adopt(grant)
        await self._keep_decision(msgspec.structs.replace(accepted, is_sent=True))
        await self._follow()

    async def sign_in(self, email: str, password: str) -> None:
        """Sign in; the account's decisions take the place of what was decided without it."""
        body = SignIn(email=email, password=password, installation=self._installation)
        grant = await self._ask("sessions.create", SessionGrant, body=body)
        await self._adopt(grant)
        await self._keep_decision(None)
        await self.refresh()

    async def sign_out(self) -> None:
        """End the session, here in any case."""
        if self._stand.has_session:
            with suppress(AltraBitsError):
                await self.client.call("sessions.end", type(None), places={"id": "current"})
        await self._leave()

    async def account(self) -> Account:
        """Give what the server keeps of the account."""
        return await self._ask("accounts.get", Account)

    async def sessions(self) -> Sessions:
        """Give the sessions of the account."""
        return await self._ask("sessions.list", Sessions)

    async def end_session(self, session_id: str) -> None:
        """End another session."""
        await self._ask("sessions.end", type(None), places={"id": session_id})

    async def change_password(self, current: str, new: str) -> None:
        """Change the password."""
        body = ChangePassword(current=current, new=new)
        await self._ask("accounts.change_password", type(None), body=body)

    async def delete_account(self, password: str) -> None:
        """Delete the account, then everything of it on this computer."""
        await self._ask("accounts.delete", type(None), body=DeleteAccount(password=password))
        await self._leave()

    async def _is_resting(self) -> bool:
        """Tell, once the start of the server has come to an end, whether there is none yet."""
        await self._is_begun.wait()
        return self._server is ServerState.RESTING

    async def _ask(
        self,
        operation: str,
        answer: type[Answer],
        *,
        body: object = None,
        places: Mapping[str, str] = _NOTHING,
        query: Mapping[str, str] = _NOTHING,
        key: str = "",
    ) -> Answer:
        """Ask the server, once it has started; a session that has ended there ends here too."""
        if await self._is_resting():
            await self._rouse()
        try:
            return await self.client.call(
                operation, answer, body=body, places=places, query=query, key=key
            )
        except DecisionNeeded as error:
            if error.code in OF_SESSIONS:
                await self._forget_session()
            raise

    async def _adopt(self, grant: SessionGrant) -> None:
        await self._engine.stop()
        await self._records.adopt(grant)

    async def _leave(self) -> None:
        await self._engine.stop()
        await self._records.forget_account()
        await self._follow()

    async def _forget_session(self) -> None:
        await self._engine.stop()
        await self._records.forget_session()
        self._tell()

    async def _keep_put_off(self, version: str) -> None:
        # Where it cannot be kept the person is asked again at the next start, and no more.
        with suppress(AltraBitsError):
            await self._records.keep_put_off(version)

    async def _keep_decision(self, decision: KeptDecision | None) -> None:
        await self._records.keep_decision(decision)
        self._tell()

    async def _send_decision(self) -> None:
        unsent = self._stand.unsent
        if unsent is None:
            return
        await self._ask("decisions.make", Receipt, body=unsent.message, key=unsent.key)
        await self._keep_decision(msgspec.structs.replace(unsent, is_sent=True))

    async def _take_decisions(self, version: str) -> None:
        """Let the account's own decision about a version hold here."""
        receipt = latest_about(await self.receipts(), version)
        await self._keep_decision(recorded_decision(receipt) if receipt else None)

    async def _follow(self) -> None:
        """Let the engine run exactly while it may."""
        if self._stand.standing is Standing.SIGNED_IN and self._reached is not None:
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
        self._publish(Changes(topics=Topic.HOME))
