"""The policies and decisions that the pictures show, as a server would tell them."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from functools import cache

from msgspec.structs import replace

from altrabits_desktop.actions.home import HomeReport, ServerState
from altrabits_desktop.app.made_up_house import afternoon
from altrabits_desktop.app.staging import StagedServer
from altrabits_desktop.contract.accounts import Account, InstallationMessage, SessionMessage
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.policies import ChangeClass, DecisionKind, Policy, Receipt
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.privacy.policy_versions import in_language
from altrabits_desktop.privacy.receipts import FIRST, digest_of
from altrabits_desktop.runtime.bundled_policy import bundled_policies
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.runtime.wording import spoken

EMAIL = "maple@example.net"
ELSEWHERE = "music.example.net/altrabits"
"""How a server that runs elsewhere is named."""
_ACCEPTED_AT = datetime(2026, 11, 2, 18, 41, tzinfo=UTC)
_DECLINED_AT = _ACCEPTED_AT + timedelta(days=12, minutes=17)


def in_force() -> Policy:
    """Give the policy that ships with the program, in the spoken language."""
    found = in_language(_bundled(), spoken().language)
    return _bundled()[0] if found is None else found


_SUMMARIES = {
    "en": "A sign-in that is not used ends after 30 days instead of 90, and nobody analyses how you"
    " use the app for us any more.",
    "de": "Eine ungenutzte Anmeldung endet nach 30 statt 90 Tagen, und niemand wertet mehr für uns"
    " aus, wie die App genutzt wird.",
}
_EDITS = (
    ("Version 1.0, in force from 1 November 2026", "Version 1.1, in force from 20 November 2026"),
    ("at most 90 days after the last use", "at most 30 days after the last use"),
    ("storage, analytics, payment and support", "storage, payment and support"),
    (
        "with\nthe data it receives and its country.",
        "with\nthe data it receives, its country and why we need it, before we hand anything over.",
    ),
    ("It carries no\n  advertising.", "It carries no\n  advertising and no pictures to load."),
    ("Version 1.0, gültig ab 1. November 2026", "Version 1.1, gültig ab 20. November 2026"),
    ("Speicherung, Auswertung, Zahlung", "Speicherung, Zahlung"),
    ("höchstens 90 Tage nach", "höchstens 30 Tage nach"),
    ("Werbung ist nicht dabei.", "Werbung ist nicht dabei, auch keine Bilder zum Nachladen."),
)
"""What the made-up version 1.1 says differently, in the languages of the program."""


def _changed_text(text: str) -> str:
    for before, after in _EDITS:
        text = text.replace(before, after)
    return text


@cache
def _bundled() -> tuple[Policy, ...]:
    return bundled_policies(resource_folder() / "policy")


def versions() -> tuple[Policy, ...]:
    """Give three versions, the latest first: one to come, the one in force, one of before."""
    now = in_force()
    before = replace(
        now,
        version="0.9",
        effective_at=datetime(2026, 5, 4, tzinfo=UTC),
        change_class=ChangeClass.EDITORIAL,
        summary="The draft that was open for comments.",
        fingerprint="b27d60e19c4f" * 5 + "0000",
    )
    coming = replace(
        now,
        version="1.1",
        effective_at=datetime(2027, 1, 1, tzinfo=UTC),
        summary=_SUMMARIES.get(now.language, now.summary),
        fingerprint="91ce5500a7d3" * 5 + "0000",
        text=_changed_text(now.text),
    )
    return coming, now, before


def first_asked() -> StagedServer:
    """Give a first start: nobody is signed in, and the question is open."""
    report = HomeReport(server=ServerState.REACHED, policy=in_force(), is_asked=True)
    return StagedServer(report=report, policies=(in_force(),))


def asked_again() -> StagedServer:
    """Give somebody who accepted the version before the one that has just come into force."""
    coming, now, before = versions()
    holds = replace(coming, effective_at=datetime(2026, 11, 20, tzinfo=UTC))
    report = HomeReport(
        server=ServerState.REACHED,
        standing=Standing.LIMITED,
        email=EMAIL,
        policy=holds,
        decided_version=now.version,
        is_asked=True,
    )
    return StagedServer(report=report, policies=(holds, now, before), receipts=_receipts())


def put_off_again() -> StagedServer:
    """Give somebody who has put off the question about that version."""
    asked = asked_again()
    return dataclasses.replace(asked, report=dataclasses.replace(asked.report, is_asked=False))


def undecided() -> StagedServer:
    """Give somebody without an account who put the question off."""
    report = HomeReport(server=ServerState.REACHED, policy=in_force())
    return StagedServer(report=report, policies=(in_force(),))


def accepted() -> StagedServer:
    """Give somebody who is signed in and has said yes, after a no."""
    report = HomeReport(
        server=ServerState.REACHED,
        standing=Standing.SIGNED_IN,
        email=EMAIL,
        policy=in_force(),
        decision=DecisionKind.ACCEPTED,
        decided_at=_ACCEPTED_AT,
        decided_version=in_force().version,
        sync=SyncReport(SyncState.IN_STEP, since=afternoon() - timedelta(minutes=4)),
    )
    return StagedServer(report=report, policies=versions(), receipts=_receipts())


def ready() -> StagedServer:
    """Give somebody without an account who has accepted the policy; the address is taken."""
    report = HomeReport(
        server=ServerState.REACHED,
        policy=in_force(),
        decision=DecisionKind.ACCEPTED,
        decided_at=_ACCEPTED_AT,
    )
    taken = Refused("account.email_taken")
    return StagedServer(report=report, policies=(in_force(),), account_refusal=taken)


def elsewhere() -> StagedServer:
    """Give somebody who is signed in to a server that runs elsewhere."""
    report = dataclasses.replace(signed_in().report, elsewhere=ELSEWHERE)
    return dataclasses.replace(signed_in(), report=report)


def not_opened() -> StagedServer:
    """Give somebody whose password does not open an account of a server that runs elsewhere."""
    report = dataclasses.replace(ready().report, elsewhere=ELSEWHERE)
    return dataclasses.replace(
        ready(), report=report, account_refusal=Refused("account.not_opened")
    )


def not_signed_in() -> StagedServer:
    """Give somebody whose password is wrong."""
    return dataclasses.replace(ready(), account_refusal=Refused("sign_in.refused"))


def never_reached() -> StagedServer:
    """Give a server elsewhere that does not prove who it is, so that nothing is known of it."""
    report = dataclasses.replace(
        unknown().report, server_code="server.untrusted", elsewhere=ELSEWHERE
    )
    return dataclasses.replace(unknown(), report=report)


def signed_in() -> StagedServer:
    """Give somebody who is signed in on three computers."""
    return dataclasses.replace(accepted(), account=_account(), sessions=_sessions())


def without_keyring() -> StagedServer:
    """Give somebody whose sign-in ends with the program, and who has yet to decide."""
    standing = dataclasses.replace(
        accepted().report, is_kept=False, standing=Standing.LIMITED, decision=None
    )
    return dataclasses.replace(signed_in(), report=standing)


def signed_out_away() -> StagedServer:
    """Give a server that has fallen silent, and nobody signed in."""
    report = dataclasses.replace(
        away().report,
        email="",
        standing=Standing.ANONYMOUS,
        decision=DecisionKind.ACCEPTED,
    )
    return StagedServer(report=report, refusal=NotReachable("server.away"))


def declined() -> StagedServer:
    """Give somebody with an account who took the yes back."""
    report = HomeReport(
        server=ServerState.REACHED,
        standing=Standing.DECLINED,
        email=EMAIL,
        policy=in_force(),
        decision=DecisionKind.DECLINED,
        decided_at=_DECLINED_AT,
    )
    last = _receipt(DecisionKind.DECLINED, at=_DECLINED_AT, earlier=_receipts())
    return StagedServer(report=report, policies=(in_force(),), receipts=(*_receipts(), last))


def declined_before() -> StagedServer:
    """Give somebody whose account said yes, where a no was said before the sign-in."""
    report = dataclasses.replace(declined().report, is_no_of_computer=True)
    return StagedServer(report=report, policies=versions(), receipts=_receipts())


def declined_before_asked() -> StagedServer:
    """Give the same person, just signed in."""
    doubted = declined_before()
    return dataclasses.replace(doubted, report=dataclasses.replace(doubted.report, is_asked=True))


def away() -> StagedServer:
    """Give a server that has fallen silent since the policy was read."""
    report = HomeReport(
        server=ServerState.AWAY,
        server_code="server.away",
        standing=Standing.LIMITED,
        email=EMAIL,
        policy=in_force(),
    )
    return StagedServer(report=report, refusal=NotReachable("server.away"))


def unsent() -> StagedServer:
    """Give somebody whose changes wait for a server that has fallen silent."""
    return dataclasses.replace(away(), report=dataclasses.replace(away().report, waits=2))


def unknown() -> StagedServer:
    """Give a server that never answered, so that no policy is known."""
    report = HomeReport(server=ServerState.AWAY, server_code="server.away")
    return StagedServer(report=report, refusal=NotReachable("server.away"))


def starting() -> StagedServer:
    """Give a server that is just being started."""
    return StagedServer()


def _account() -> Account:
    return Account(
        id="a-1",
        email=EMAIL,
        created_at=_ACCEPTED_AT,
        password_changed_at=_ACCEPTED_AT,
        password_method="argon2id, 64 MiB, 3 passes, 4 lanes",  # noqa: S106 # how, not what
    )


def _sessions() -> tuple[SessionMessage, ...]:
    now = afternoon()
    told = (
        ("here", "", "linux", timedelta(days=12), timedelta(0)),
        ("study", "Study", "windows", timedelta(days=9), timedelta(hours=3)),
        ("travel", "", "macos", timedelta(days=2), timedelta(minutes=12)),
    )
    return tuple(
        SessionMessage(
            id=session_id,
            installation=InstallationMessage(name=name, system=system, app_version=VERSION),
            created_at=now - age,
            last_used_at=now - unused,
            is_current=session_id == "here",
        )
        for session_id, name, system, age, unused in told
    )


def _receipts() -> tuple[Receipt, ...]:
    no = _receipt(DecisionKind.DECLINED, at=_ACCEPTED_AT - timedelta(hours=3), earlier=())
    yes = _receipt(DecisionKind.ACCEPTED, at=_ACCEPTED_AT, earlier=(no,))
    return no, yes


def _receipt(kind: DecisionKind, *, at: datetime, earlier: tuple[Receipt, ...]) -> Receipt:
    policy = in_force()
    bare = Receipt(
        number=len(earlier) + 1,
        version=policy.version,
        language=policy.language,
        fingerprint=policy.fingerprint,
        kind=kind,
        shown_at=at - timedelta(minutes=6),
        decided_at=at,
        wording=kind.value,
        before=earlier[-1].digest if earlier else FIRST,
        digest="",
    )
    return replace(bare, digest=digest_of(bare))
