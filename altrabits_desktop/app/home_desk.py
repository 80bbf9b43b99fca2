"""Carries out what console commands ask about policy, account and belongings, as the window does.

The same in the process that owns the profile, whichever that is; results are plain records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.actions.directory import instant
from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.owner_errands import DISCARD, READY
from altrabits_desktop.contract.errors import DecisionNeeded, Refused, ServerAway, WrongUsage
from altrabits_desktop.contract.policies import DecisionKind, Receipt
from altrabits_desktop.privacy.receipts import first_broken

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from altrabits_desktop.actions.home import DecidedHere, Home, HomeReport
    from altrabits_desktop.app.belongings_desk import BelongingsDesk
    from altrabits_desktop.app.house_desk import HouseDesk
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.contract.policies import Policy, PolicySummary
    from altrabits_desktop.runtime.keychain import Kept

_PERSONAL = frozenset({"streamers", "support"})
"""Groups that show what somebody has."""
FOR_ANYBODY = frozenset(("streamers", word) for word in ("ignore", "ignored", "unignore", "forget"))
"""About streamers around: what is noted of them holds for anybody until the program ends."""
_CREATE = ("account", "create")
_SIGN_IN = ("account", "sign-in")
_WORDING = "altrabits policy {word}"


class HomeDesk:
    """Serves one person's home.

    Args:
        home: whose server and policy it is about.
        now: the instant, UTC-aware.
        keeping: where a sign-in made here would rest; None where it would be lost at once.
        belongings: serves what the person has.
        around: serves what streamers must be heard for; None where nothing is listened for.
    """

    def __init__(
        self,
        home: Home,
        *,
        now: Callable[[], datetime],
        keeping: Callable[[], Awaitable[Kept | None]],
        belongings: BelongingsDesk,
        around: HouseDesk | None = None,
    ) -> None:
        self._home = home
        self._belongings = belongings
        self._around = around
        self._now = now
        self._keeping = keeping

    async def carry_out(self, errand: OwnerErrand) -> Result:
        """Carry out an errand and give its record or records.

        Raises:
            AltraBitsError: `usage.command_unknown`, and what the action raises.
        """
        operands, secrets = errand.operands, errand.secrets
        works: dict[tuple[str, ...], Work] = {
            ("policy", "show"): self._show,
            ("policy", "history"): self._history,
            ("policy", "diff"): lambda: self._diff(operands[0], operands[1]),
            ("policy", "accept"): lambda: self._decide(DecisionKind.ACCEPTED),
            ("policy", "decline"): lambda: self._decide(DecisionKind.DECLINED),
            ("policy", "receipts"): self._receipts,
            ("policy", "verify"): self._verify,
            READY: lambda: self._ready(operands),
            _CREATE: lambda: self._create(operands[0], secrets[0]),
            _SIGN_IN: lambda: self._sign_in(operands[0], secrets[0]),
            ("account", "sign-out"): lambda: self._sign_out(is_to_discard=DISCARD in operands),
            ("account", "sessions"): self._sessions,
            ("account", "password"): lambda: self._password(*secrets),
            ("account", "delete"): lambda: self._delete(secrets[0]),
            **self._belongings.works(errand),
        }
        if self._around is not None:
            works |= self._around.works(errand, self._belongings)
        work = works.get(errand.words)
        if work is None:
            known = ", ".join(" ".join(words) for words in works)
            raise WrongUsage("usage.command_unknown", command=" ".join(errand.words), known=known)
        if errand.words[0] in _PERSONAL and errand.words not in FOR_ANYBODY:
            self._need_session()
        try:
            return await work()
        except (IndexError, TypeError, ValueError) as error:
            whole = " ".join(errand.words)
            raise WrongUsage(
                "usage.operand_missing", operand=whole, command=f"altrabits {whole}"
            ) from error

    def _standing(self) -> dict[str, object]:
        report = self._home.report()
        return {
            "standing": report.standing.value,
            "email": report.email or None,
            "decision": report.decision.value if report.decision else None,
            "version": report.policy.version if report.policy else None,
            "kept": _kept(report),
            "is_no_of_computer": report.is_no_of_computer,
        }

    async def _policy(self) -> Policy:
        report = self._home.report()
        if report.policy is None and report.server is ServerState.AWAY:
            raise ServerAway(report.server_code)
        if report.policy is None:
            raise Refused("policy.unknown")
        return report.policy

    async def _show(self) -> Result:
        policy = await self._policy()
        return {**_summary(policy), "text": policy.text}

    async def _history(self) -> Result:
        return [
            {
                **_summary(policy),
                "published_at": instant(policy.published_at),
                "is_in_force": policy.is_in_force,
            }
            for policy in (await self._home.versions()).policies
        ]

    async def _diff(self, earlier: str, later: str) -> Result:
        # Asked first: a server that rests is not started for a version that there is not.
        known = {policy.version for policy in (await self._home.versions()).policies}
        if not {earlier, later} <= known:
            raise Refused("policy.unknown")
        before, after = await self._home.version(earlier), await self._home.version(later)
        from altrabits_desktop.actions.policy_changes import change_between, record_of

        return record_of(await change_between(before, after))

    async def _decide(self, kind: DecisionKind) -> Result:
        word = "accept" if kind is DecisionKind.ACCEPTED else "decline"
        already = await self._home.decide(
            await self._policy(), kind, shown_at=self._now(), wording=_WORDING.format(word=word)
        )
        told = (
            {"decided_at": instant(already.decided_at), "number": already.number}
            if already
            else None
        )
        return {**self._standing(), "already": told}

    async def _receipts(self) -> Result:
        here = self._home.report().decided_here
        if here is not None:
            return [_decision(here)]
        self._need_session()
        return [_receipt(receipt) for receipt in await self._home.receipts()]

    async def _verify(self) -> Result:
        self._need_session()
        receipts = await self._home.receipts()
        broken = first_broken(receipts)
        return {
            "is_whole": broken is None,
            "count": len(receipts),
            "newest": receipts[-1].digest if receipts else None,
            "first_broken": None if broken is None else receipts[broken].number,
        }

    async def _ready(self, words: tuple[str, ...]) -> Result:
        """Tell whether a command can go on to ask for a password, and where a sign-in would rest.

        Only what is sure without the server is refused: it may know of another policy.
        """
        if words not in {_CREATE, _SIGN_IN}:
            self._need_session()
            return {}
        report = self._home.report()
        if report.email:
            raise Refused("account.signed_in")
        kept = await self._need_keeping()
        here = report.decided_here
        is_declined = here is not None and here.message.kind is DecisionKind.DECLINED
        if words == _CREATE and (is_declined or not report.decided_version):
            raise DecisionNeeded("gate.declined" if is_declined else "gate.decision_needed")
        return {"kept": kept.value}

    async def _create(self, email: str, password: str) -> Result:
        await self._need_keeping()
        await self._home.create_account(email, password)
        return self._standing()

    async def _sign_in(self, email: str, password: str) -> Result:
        await self._need_keeping()
        await self._home.sign_in(email, password)
        return self._standing()

    async def _sign_out(self, *, is_to_discard: bool) -> Result:
        report = self._home.report()
        if report.waits_here and not is_to_discard:
            code = "account.unsent" if report.email else "account.unsent_left"
            raise Refused(code, count=report.waits_here)
        is_over = await self._home.sign_out()
        return self._standing() | {"ended_at_server": is_over}

    async def _sessions(self) -> Result:
        self._need_session()
        found = (await self._home.sessions()).sessions
        records: list[dict[str, object]] = [
            {
                "id": session.id,
                "name": session.installation.name or None,
                "system": session.installation.system or None,
                "app_version": session.installation.app_version or None,
                "created_at": instant(session.created_at),
                "last_used_at": instant(session.last_used_at),
                "is_current": session.is_current,
            }
            for session in found
        ]
        return records

    async def _password(self, current: str, new: str) -> Result:
        self._need_session()
        await self._home.change_password(current, new)
        return self._standing()

    async def _delete(self, password: str) -> Result:
        self._need_session()
        await self._home.delete_account(password)
        return self._standing()

    def _need_session(self) -> None:
        report = self._home.report()
        if not report.email:
            is_withheld = report.is_withheld
            raise DecisionNeeded("keyring.withheld" if is_withheld else "gate.sign_in_needed")

    async def _need_keeping(self) -> Kept:
        kept = await self._keeping()
        if kept is None:
            raise Refused("keyring.none")
        return kept


def _summary(policy: PolicySummary) -> dict[str, object]:
    return {
        "version": policy.version,
        "language": policy.language,
        "effective_at": instant(policy.effective_at),
        "class": policy.change_class.value,
        "summary": policy.summary,
        "fingerprint": policy.fingerprint,
    }


def _receipt(receipt: Receipt) -> dict[str, object]:
    record: dict[str, object] = msgspec.to_builtins(receipt)
    record["shown_at"], record["decided_at"] = map(instant, (receipt.shown_at, receipt.decided_at))
    return record


def _decision(here: DecidedHere) -> dict[str, object]:
    """Give what a receipt would say, without what only a server that records decisions gives."""
    instants = {"shown_at": here.message.shown_at, "decided_at": here.decided_at}
    return {
        **dict.fromkeys(Receipt.__struct_fields__),
        **msgspec.to_builtins(here.message),
        **{name: instant(at) for name, at in instants.items()},
    }


def _kept(report: HomeReport) -> str | None:
    """Give where the sign-in rests; None where nobody is signed in."""
    if not report.email:
        return None
    return "keyring" if report.is_kept else "memory"
