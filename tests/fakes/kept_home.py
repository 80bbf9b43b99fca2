"""Keeps `actions.home.Home` in memory: answers as a test sets it, and notes what was asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace as replace_struct

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.contract.accounts import (
    Account,
    InstallationMessage,
    SessionMessage,
    Sessions,
)
from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.policies import (
    ChangeClass,
    DecisionKind,
    Policies,
    Policy,
    Receipt,
)
from altrabits_desktop.privacy.gate import Standing, standing_of
from altrabits_desktop.privacy.receipts import FIRST, digest_of
from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable

EFFECTIVE = datetime(2025, 10, 1, tzinfo=UTC)
DECIDED = datetime(2025, 10, 2, 17, 41, tzinfo=UTC)
TEXT = """# AltraBits privacy policy

Version 1.0, in force from 1 October 2025.

## What this covers

It holds for **every** product.

## What we collect

- **An account:** your e-mail address.
- **Support:** what you write.

## Contact

Whoever runs the server.
"""


def policy(version: str = "1.0", **known: Any) -> Policy:  # noqa: ANN401 # any field of a policy
    """Give a policy in force since 1 October; `known` wins."""
    fields: dict[str, Any] = {
        "version": version,
        "language": "en",
        "effective_at": EFFECTIVE,
        "published_at": EFFECTIVE - timedelta(days=30),
        "change_class": ChangeClass.MATERIAL,
        "summary": f"What version {version} says in short.",
        "fingerprint": "4f9c1a7e08d2" + version.replace(".", "").rjust(52, "0"),
        "contact": "privacy@example.test",
        "is_in_force": True,
        "text": TEXT,
    }
    return Policy(**{**fields, **known})


def receipts(*kinds: DecisionKind, version: str = "1.0") -> tuple[Receipt, ...]:
    """Give a whole chain of decisions, a minute apart."""
    chain: list[Receipt] = []
    for number, kind in enumerate(kinds, 1):
        at = DECIDED + timedelta(minutes=number - 1)
        bare = Receipt(
            number=number,
            version=version,
            language="en",
            fingerprint=policy(version).fingerprint,
            kind=kind,
            shown_at=at,
            decided_at=at,
            wording="Accept" if kind is DecisionKind.ACCEPTED else "Decline",
            before=chain[-1].digest if chain else FIRST,
            digest="",
        )
        fields = {name: getattr(bare, name) for name in bare.__struct_fields__}
        chain.append(Receipt(**{**fields, "digest": digest_of(bare)}))
    return tuple(chain)


ACCOUNT = Account(
    id="a-1",
    email="maple@example.test",
    created_at=DECIDED,
    password_changed_at=DECIDED,
    password_method="argon2id, 64 MiB, 3 passes, 4 lanes",
)


def session(session_id: str, *, is_current: bool = False, **known: str) -> SessionMessage:
    """Give a sign-in that was used a minute after it was made; `known` is its installation."""
    return SessionMessage(
        id=session_id,
        installation=InstallationMessage(**{"system": "linux", "app_version": "0.1.0", **known}),
        created_at=DECIDED,
        last_used_at=DECIDED + timedelta(minutes=1),
        is_current=is_current,
    )


@dataclass(frozen=True)
class Decided:
    """What `decide` was told."""

    policy: Policy
    kind: DecisionKind
    shown_at: datetime
    wording: str


class KeptHome:
    """Knows nothing until a test sets it, and refuses as told."""

    def __init__(self, publish: Callable[[Changes], None]) -> None:
        self._publish = publish
        self.told = HomeReport()
        self.policies: tuple[Policy, ...] = ()
        self.kept: tuple[Receipt, ...] = ()
        self.decided: list[Decided] = []
        self.put_off_times = 0
        self.asked: list[str] = []
        self.signed_in: tuple[SessionMessage, ...] = ()
        self.passwords: list[str] = []
        """What came as a password, in the order it came."""
        self.refusals: dict[str, AltraBitsError] = {}

    def stand(self, **told: Any) -> None:  # noqa: ANN401 # any field of a report
        """Let it stand so, and tell the window."""
        self.told = replace(self.told, **told)
        self._publish(Changes(topics=Topic.HOME))

    def ask(self, asked: Policy | None = None) -> Policy:
        """Let the policy be in force and the person be asked about it."""
        wanted = asked or policy()
        self.policies = (wanted, *(one for one in self.policies if one.version != wanted.version))
        self.stand(server=ServerState.REACHED, policy=wanted, is_asked=True)
        return wanted

    def report(self) -> HomeReport:
        return self.told

    async def refresh(self) -> None:
        self._take("refresh")

    async def versions(self) -> Policies:
        self._take("versions")
        return Policies(policies=self.policies)

    async def version(self, version: str) -> Policy:
        self._take("version")
        for one in self.policies:
            if one.version == version:
                return one
        raise Refused("policy.unknown")

    async def receipts(self) -> tuple[Receipt, ...]:
        self._take("receipts")
        return self.kept

    async def decide(
        self, policy: Policy, kind: DecisionKind, *, shown_at: datetime, wording: str
    ) -> None:
        self._take("decide")
        self.decided.append(Decided(policy, kind, shown_at, wording))
        has_session = bool(self.told.email)
        standing = standing_of(
            has_session=has_session,
            is_accepted=kind is DecisionKind.ACCEPTED,
            is_declined=kind is DecisionKind.DECLINED,
        )
        self.stand(standing=standing, decision=kind, decided_at=DECIDED, is_asked=False)

    def put_off(self) -> None:
        self.put_off_times += 1
        self.stand(is_asked=False)

    async def create_account(self, email: str, password: str) -> None:
        self._take("create_account")
        self._let_in(email, password, standing=Standing.SIGNED_IN)

    async def sign_in(self, email: str, password: str) -> None:
        self._take("sign_in")
        self._let_in(email, password, standing=Standing.SIGNED_IN)

    async def sign_out(self) -> bool:
        self._take("sign_out")
        self.stand(email="", standing=Standing.ANONYMOUS, has_account_data=False)
        return self.told.server is not ServerState.AWAY

    async def account(self) -> Account:
        self._take("account")
        return replace_struct(ACCOUNT, email=self.told.email)

    async def sessions(self) -> Sessions:
        self._take("sessions")
        return Sessions(sessions=self.signed_in)

    async def end_session(self, session_id: str) -> None:
        self._take("end_session")
        self.signed_in = tuple(one for one in self.signed_in if one.id != session_id)

    async def change_password(self, current: str, new: str) -> None:
        self._take("change_password")
        self.passwords += [current, new]
        self.signed_in = tuple(one for one in self.signed_in if one.is_current)

    async def delete_account(self, password: str) -> None:
        self._take("delete_account")
        self.passwords.append(password)
        self.stand(email="", standing=Standing.ANONYMOUS, decision=None)

    def _let_in(self, email: str, password: str, *, standing: Standing) -> None:
        self.passwords.append(password)
        self.stand(email=email, standing=standing)

    def _take(self, name: str) -> None:
        self.asked.append(name)
        if name in self.refusals:
            raise self.refusals[name]
