"""The server on a stage: says what is written in its report, and records nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.accounts import Sessions
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import Policies
from altrabits_desktop.privacy.gate import closed_by
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.sync.merge import view_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.contract.accounts import Account, SessionMessage
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.policies import DecisionKind, Policy, Receipt
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.sync.merge import View
    from altrabits_desktop.sync.outbox import Waiting

NO_SERVER = HomeReport()
"""Of a stage on which the server plays no part."""


class StagedHome:
    """Keeps `actions.home.Home` without a server.

    Args:
        report: how it stands.
        publish: told when somebody puts the question off.
        policies: all versions in one language, the latest first.
        receipts: what was decided, the first one first.
        refusal: why nothing else can be asked; None where everything is answered.
        account: of whoever is signed in.
        sessions: its sign-ins, the latest first.
        account_refusal: why no account is made, nobody signed in and nothing deleted.
    """

    def __init__(
        self,
        report: HomeReport,
        *,
        publish: Callable[[Changes], None],
        policies: tuple[Policy, ...] = (),
        receipts: tuple[Receipt, ...] = (),
        refusal: AltraBitsError | None = None,
        account: Account | None = None,
        sessions: tuple[SessionMessage, ...] = (),
        account_refusal: AltraBitsError | None = None,
    ) -> None:
        self._report = report
        self._publish = publish
        self._policies = policies
        self._receipts = receipts
        self._refusal = refusal
        self._account = account
        self._sessions = sessions
        self._account_refusal = account_refusal or NotReachable("server.away")

    def report(self) -> HomeReport:
        """Give how it stands on the stage."""
        return self._report

    async def refresh(self) -> None:
        """Learn nothing new."""
        self._answer()

    async def versions(self) -> Policies:
        """Give the versions of the stage."""
        self._answer()
        return Policies(policies=self._policies)

    async def version(self, version: str) -> Policy:
        """Give one of them."""
        self._answer()
        for policy in self._policies:
            if policy.version == version:
                return policy
        raise Refused("policy.unknown")

    async def receipts(self) -> tuple[Receipt, ...]:
        """Give the decisions of the stage."""
        self._answer()
        return self._receipts

    async def decide(
        self, _policy: Policy, _kind: DecisionKind, *, shown_at: datetime, wording: str
    ) -> None:
        """Record nothing."""
        raise NotReachable("server.away", shown_at=shown_at.isoformat(), wording=wording)

    def put_off(self) -> None:
        """Ask no more."""
        self._report = replace(self._report, is_asked=False)
        self._publish(Changes(topics=Topic.HOME))

    async def create_account(self, _email: str, _password: str) -> None:
        """Refuse as the stage wants it."""
        raise self._account_refusal

    async def sign_in(self, _email: str, _password: str) -> None:
        """Refuse as the stage wants it."""
        raise self._account_refusal

    async def sign_out(self) -> bool:
        """Stay as it is."""
        return True

    async def account(self) -> Account:
        """Give the account of the stage."""
        self._answer()
        if self._account is None:
            raise NotReachable("server.away")
        return self._account

    async def sessions(self) -> Sessions:
        """Give the sign-ins of the stage."""
        await self.account()
        return Sessions(sessions=self._sessions)

    async def end_session(self, _session_id: str) -> None:
        """Refuse as the stage wants it."""
        raise self._account_refusal

    async def change_password(self, _current: str, _new: str) -> None:
        """Refuse as the stage wants it."""
        raise self._account_refusal

    async def delete_account(self, _password: str) -> None:
        """Refuse as the stage wants it."""
        raise self._account_refusal

    def _answer(self) -> None:
        if self._refusal is not None:
            raise self._refusal


class StagedMembership:
    """Keeps `actions.belongings.Keeping` without a server: what is written waits for ever.

    Args:
        home: how the person stands.
        view: what there is of them.
        publish: told when something is kept.
    """

    def __init__(self, home: StagedHome, *, view: View, publish: Callable[[Changes], None]) -> None:
        self._home = home
        self._told = view
        self._outbox: list[Waiting] = []
        self._publish = publish

    @property
    def view(self) -> View:
        """Give what the stage has, with what was written on it."""
        told = self._told
        shown = view_of(
            streamers={owned.id: owned for owned in told.streamers},
            tickets={ticket.number: ticket for ticket in told.tickets},
            receipts=told.receipts,
            outbox=self._outbox,
        )
        return replace(shown, waiting=shown.waiting | told.waiting, refused=told.refused)

    def closed_by(self, feature: Feature, *, is_demo: bool = False) -> Closed | None:
        """Give why a feature is closed on the stage."""
        report = self._home.report()
        has_session = bool(report.email)
        return closed_by(
            feature, standing=report.standing, has_session=has_session, is_demo=is_demo
        )

    async def keep(self, waiting: Waiting) -> None:
        """Keep it in memory."""
        self._outbox.append(waiting)
        self._publish(Changes(topics=Topic.HOME))

    async def drop(self, key: str) -> None:
        """Forget what was refused on the stage."""
        left = tuple(waiting for waiting in self._told.refused if waiting.key != key)
        self._told = replace(self._told, refused=left)
        self._publish(Changes(topics=Topic.HOME))
