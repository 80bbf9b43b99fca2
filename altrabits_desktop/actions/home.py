"""How the person stands to the server, and what they can do about it: policy and account.

Whatever shows or asks these reads `Home`; what is behind it is sync's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.sync_state import SyncReport
from altrabits_desktop.privacy.gate import Standing

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.accounts import Account, Sessions
    from altrabits_desktop.contract.policies import (
        DecisionKind,
        DecisionMessage,
        Policies,
        Policy,
        Receipt,
    )


class ServerState(StrEnum):
    """Whether there is a server to ask."""

    STARTING = "starting"
    RESTING = "resting"
    """Nobody has needed it so far, so nothing of it is on this computer."""
    REACHED = "reached"
    AWAY = "away"
    """It does not answer, or could not be started; `HomeReport.server_code` says why."""


@dataclass(frozen=True, slots=True)
class DecidedHere:
    """A decision that this computer alone keeps, so that nobody has given a receipt for it."""

    message: DecisionMessage
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Already:
    """That the same was decided about a version before; nothing is recorded a second time."""

    decided_at: datetime
    number: int | None = None
    """Of its receipt; None where there is none, or where the server cannot be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeReport:
    """How it stands just now; a snapshot."""

    server: ServerState = ServerState.STARTING
    server_code: str = ""
    """Code of the sentence that says why the server is away; empty otherwise."""
    elsewhere: str = ""
    """Which server it is, where it runs elsewhere; empty for the one of this computer."""
    is_known: bool = True
    """Whether it is known who is signed in; not in the first moments of a start."""
    standing: Standing = Standing.ANONYMOUS
    email: str = ""
    """Of the account in use; empty while nobody is signed in."""
    has_account_data: bool = False
    """Whether this computer keeps what is of an account."""
    is_kept: bool = True
    """Whether the sign-in outlives the program; False where there is no keyring."""
    is_withheld: bool = False
    """Whether an earlier sign-in rests in the keyring, which does not give it: locked, or away."""
    is_lapsed: bool = False
    """Whether the last sign-in ended with the program, because no keyring kept it."""
    is_ended: bool = False
    """Whether the last sign-in has ended at its server, and not by a sign-out here."""
    policy: Policy | None = None
    """The version in force, in the person's language; None until it is known."""
    decision: DecisionKind | None = None
    """The latest decision about that version, in this account or on this computer."""
    decided_at: datetime | None = None
    decided_version: str = ""
    """The version that the latest decision was about, which may be an earlier one; "" for none."""
    decided_here: DecidedHere | None = None
    """The latest decision that was made without an account; None while somebody is signed in."""
    is_no_of_computer: bool = False
    """Whether somebody is signed in and a no holds that was said on this computer before, which the
    account has not recorded."""
    is_asked: bool = False
    """Whether the person is to be asked about it now: undecided, and not put off."""
    sync: SyncReport = field(default_factory=SyncReport)
    waits: int = 0
    """How many changes wait to be sent."""
    waits_here: int = 0
    """The same, and also those of a session that has ended, until the next sign-in."""


class Home(Protocol):
    """The person's server; all on the loop of the window. Topic `HOME` tells of changes.

    What asks the server raises:

    Raises:
        NotReachable: `server.away`.
        DecisionNeeded: a sign-in or a decision about the policy comes first; the code says which.
        Refused: any other no, with the server's code.
        MalformedAnswer: `server.malformed`.
    """

    def report(self) -> HomeReport:
        """Give how it stands; quick."""

    async def refresh(self) -> None:
        """Ask the server for the policy in force, and where the person stands to it, once more."""

    async def versions(self) -> Policies:
        """Give all published versions in all languages, the latest first, without their texts."""

    async def version(self, version: str) -> Policy:
        """Give one published version with its text, in the person's language."""

    async def receipts(self) -> tuple[Receipt, ...]:
        """Give the decisions of the account, the first one first; none without a sign-in."""

    async def decide(
        self, policy: Policy, kind: DecisionKind, *, shown_at: datetime, wording: str
    ) -> Already | None:
        """Record a yes or no to exactly the text that was shown.

        What is decided so already is said, and not recorded again. Signed in, it is recorded by
        the server before this returns. Without an account it is kept on this computer alone; a yes
        goes along when an account is created.

        Args:
            policy: as shown.
            kind: what was decided.
            shown_at: when the text was shown; with time zone.
            wording: the words on the button that was pressed.
        """

    def put_off(self) -> None:
        """Not now: no decision. Nobody is asked about this version again without their doing."""

    async def create_account(self, email: str, password: str) -> None:
        """Make an account with the yes given before, and sign in.

        Raises:
            DecisionNeeded: `gate.decision_needed`: there is no such yes; `gate.declined`: a no.
            Refused: `account.email_taken`, `account.password_short` and others of the server.
        """

    async def sign_in(self, email: str, password: str) -> None:
        """Sign in; where a decision is due, the report asks for it afterwards."""

    async def sign_out(self) -> bool:
        """Sign out here and at the server; what waits unsent is dropped with the rest.

        The person is told how much that is, and asked, before this is called.
        Done on this computer whether or not the server answers.

        Returns:
            Whether it is over at the server too; else it stays in the account's list, without
            anybody who could use it, as does one that a keyring withheld or that lapsed.
        """

    async def account(self) -> Account:
        """Give what the server keeps of the account."""

    async def sessions(self) -> Sessions:
        """Give the sessions of the account, the latest first."""

    async def end_session(self, session_id: str) -> None:
        """End another session; its next request is refused."""

    async def change_password(self, current: str, new: str) -> None:
        """Change the password; all other sessions end."""

    async def delete_account(self, password: str) -> None:
        """Delete the account and all it holds; nothing brings it back."""
