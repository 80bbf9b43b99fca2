"""The account of the person, and everything that is asked for about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.account import faults, words
from altrabits_desktop.ui.pages.account.faults import Doing

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.accounts import Account, SessionMessage
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.pages.account.faults import Fault
    from altrabits_desktop.ui.services import Services

_OF_THE_POLICY = frozenset({"policy.outdated", "policy.not_accepted", "policy.text_differs"})


class AccountViewModel(QObject):
    """One thing at a time is asked for; what is asked for meanwhile is dropped. Main thread.

    It outlives its page, so that nothing is broken off in the middle when the person goes on.
    Passwords pass through: none is an attribute of this, and none outlives its call.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    succeeded = Signal(Doing)
    """It is done; what was typed for it is of no use any more."""
    failed = Signal(Doing)
    """It is not done; `fault` says why."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.account: Account | None = None
        """None until it was read, and while nobody is signed in."""
        self.sessions: tuple[SessionMessage, ...] | None = None
        """The latest first; None until they were read."""
        self.reading_fault = ""
        """Why the account could not be read, in one sentence."""
        self.doing: Doing | None = None
        self.ending = ""
        """Id of the session that is being ended."""
        self.fault: Fault | None = None
        """Why the latest thing did not go."""
        self.note = ""
        """What the latest thing has brought about, in a sentence; "" for nothing to say."""
        self.is_note_good = True
        """Whether that is what was asked for."""
        self._note_for = ""
        """Who was signed in when the note was made; it is of no use to anybody else."""
        self.is_leaving = False
        """Whether it is asked if a sign-out may lose what waits to be sent."""
        self._leaves_when_sent = False
        self._is_listed_still = False
        """Whether the server does not know of the latest sign-out."""
        self.typed_email = ""
        """What stands in the address of either form, so that it is there again after another page.

        Never kept, and forgotten as soon as somebody is signed in.
        """
        self.wants_sign_in = False
        """Whether the form that signs in was open last, not the one that makes an account."""
        self.has_signed_out = False
        """Whether somebody signed out in this window, who therefore has an account."""
        self._asked = 0
        self._lookers = 0
        self._read_for: tuple[object, ...] = ()
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def report(self) -> HomeReport:
        """How it stands now."""
        return self._services.home.report()

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def is_signed_in(self) -> bool:
        """Whether there is an account in use; the other is so only when all of it is done."""
        match self.doing:
            case Doing.CREATE | Doing.SIGN_IN:
                return False
            case Doing.SIGN_OUT | Doing.DELETE:
                return True
            case _:
                return bool(self.report.email)

    @property
    def is_accepted(self) -> bool:
        """Whether the policy in force is accepted, so that an account can be made."""
        return self.report.decision is DecisionKind.ACCEPTED

    @property
    def is_asking(self) -> bool:
        """Whether something is being read."""
        return self._asked > 0

    def begin(self) -> None:
        """Somebody looks: read everything anew, with nothing left of what was said before."""
        self._lookers += 1
        self.note, self.fault = "", None
        self._read_for = self._read_for[:1]
        self._look()

    def rest(self) -> None:
        """Somebody looks no more; while nobody does, nothing is read, and what goes on goes on.

        In another language the new page begins before the former one has ended.
        """
        self._lookers -= 1

    def ask_again(self) -> None:
        """Ask the server once more how it stands, and for the account."""
        if not self.is_asking:
            self._launch_reading(self._services.home.refresh())
            if self.is_signed_in:
                self._launch_reading(self._read())
            self.changed.emit()

    def create(self, email: str, password: str) -> None:
        """Make an account and sign in; the policy has to be accepted before."""
        asked = email.strip()
        fault = faults.email_fault(Doing.CREATE, asked)
        fault = fault or faults.new_password_fault(Doing.CREATE, password)
        self._do(Doing.CREATE, self._services.home.create_account(asked, password), fault=fault)

    def sign_in(self, email: str, password: str) -> None:
        """Sign in to an account that there is."""
        asked = email.strip()
        fault = faults.email_fault(Doing.SIGN_IN, asked)
        fault = fault or faults.password_fault(Doing.SIGN_IN, password)
        self._do(Doing.SIGN_IN, self._services.home.sign_in(asked, password), fault=fault)

    def sign_out(self) -> None:
        """Sign out; where something waits to be sent, ask first whether it may be lost."""
        if self.report.waits and not self.is_leaving:
            self.is_leaving = True
            # What is being sent just now needs no answer, only its moment.
            self._leaves_when_sent = self._is_sending
            self.changed.emit()
        elif not self.report.waits:
            self.sign_out_anyway()

    def sign_out_anyway(self) -> None:
        """Sign out, and lose what waits."""
        self.is_leaving = False
        self._do(Doing.SIGN_OUT, self._sign_out())

    def end_session(self, session_id: str) -> None:
        """End another session, and read what is left."""
        if self.doing is None:
            self.ending = session_id
            self._do(Doing.END, self._end_session(session_id))

    def change_password(self, current: str, new: str) -> None:
        """Change the password; all other sessions end."""
        fault = faults.password_fault(Doing.CHANGE, current)
        fault = fault or faults.new_password_fault(Doing.CHANGE, new)
        self._do(Doing.CHANGE, self._change_password(current, new), fault=fault)

    def delete(self, password: str) -> None:
        """Delete the account and all it holds."""
        fault = faults.password_fault(Doing.DELETE, password)
        self._do(Doing.DELETE, self._services.home.delete_account(password), fault=fault)

    def forget_fault(self, doing: Doing) -> None:
        """What was typed for something is another now, so its fault is of no use any more."""
        if self.fault is not None and self.fault.doing is doing:
            self.fault = None
            self.changed.emit()

    def _do(
        self, doing: Doing, work: Coroutine[object, object, None], *, fault: Fault | None = None
    ) -> None:
        if self.doing is not None:
            work.close()
            return
        self.note, self.fault = "", fault
        if fault is not None:
            work.close()
            self.changed.emit()
            self.failed.emit(doing)
            return
        self.doing = doing
        self.changed.emit()

        def fail(error: AltraBitsError) -> None:
            self._fail(doing, error)

        self._services.launcher.launch(self, self._carry_out(doing, work), on_error=fail)

    async def _carry_out(self, doing: Doing, work: Coroutine[object, object, None]) -> None:
        await work
        self.doing, self.ending = None, ""
        if doing is Doing.SIGN_OUT and self._is_listed_still:
            self._take_note(words.listed_still_sentence(), is_good=False)
        else:
            self._take_note(_note(doing), is_good=True)
        self.succeeded.emit(doing)
        self.changed.emit()

    def _fail(self, doing: Doing, error: AltraBitsError) -> None:
        self.doing, self.ending = None, ""
        self.fault = faults.fault_told(doing, error)
        if doing not in {Doing.CREATE, Doing.SIGN_IN} and not self.is_signed_in:
            # The sign-in has ended elsewhere, and the form it was typed in is gone with it.
            self._take_note(sentence_of(error), is_good=False)
        if error.code in _OF_THE_POLICY:
            self._launch_reading(self._services.home.refresh())
        self.changed.emit()
        self.failed.emit(doing)

    def _take_note(self, note: str, *, is_good: bool) -> None:
        self.note, self.is_note_good = note, is_good
        self._note_for = self.report.email

    async def _sign_out(self) -> None:
        self._is_listed_still = not await self._services.home.sign_out()
        self.has_signed_out = True

    async def _end_session(self, session_id: str) -> None:
        try:
            await self._services.home.end_session(session_id)
        except Refused as error:
            # It has ended already, such as at the console: that is what was wanted.
            if error.code != "object.unknown":
                raise
        self.sessions = (await self._services.home.sessions()).sessions

    async def _change_password(self, current: str, new: str) -> None:
        await self._services.home.change_password(current, new)
        self._launch_reading(self._read())

    def _launch_reading(self, work: Coroutine[object, object, None]) -> None:
        self._asked += 1
        self._services.launcher.launch(
            self, work, on_error=self._fail_to_read, on_done=self._end_reading
        )

    async def _read(self) -> None:
        account = await self._services.home.account()
        sessions = (await self._services.home.sessions()).sessions
        if self.report.email == account.email:
            self.account, self.sessions, self.reading_fault = account, sessions, ""

    def _fail_to_read(self, error: AltraBitsError) -> None:
        self.reading_fault = faults.reading_fault(error)

    def _end_reading(self) -> None:
        self._asked -= 1
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME in changes.topics:
            if self.report.email:
                self.typed_email, self.wants_sign_in = "", False
                self.has_signed_out = False
            if self.report.email != self._note_for:
                # Somebody signed in or out elsewhere, such as at the console.
                self.note = ""
            self._end_question()
            if self._lookers:
                self._look()
            self.changed.emit()

    @property
    def _is_sending(self) -> bool:
        report = self.report
        is_open = report.standing is Standing.SIGNED_IN
        return is_open and report.server is not ServerState.AWAY

    def _end_question(self) -> None:
        """Ask no more whether something may be lost once all is sent."""
        if not self._is_sending:
            # Nobody is signed out an hour later, when it can be sent, for a press of long ago.
            self._leaves_when_sent = False
        if self.report.waits or not self.is_leaving:
            return
        self.is_leaving = False
        if self._leaves_when_sent and self.report.email:
            self.sign_out_anyway()

    def _look(self) -> None:
        """Read the account where it may be another than what was read."""
        report = self.report
        cause = (report.email, report.server)
        if cause == self._read_for:
            return
        before, self._read_for = self._read_for, cause
        if before[:1] != cause[:1]:
            self.account = self.sessions = None
            self.reading_fault = ""
        if report.email and report.server is not ServerState.STARTING:
            self._launch_reading(self._read())


def _note(doing: Doing) -> str:
    match doing:
        case Doing.CHANGE:
            return translate("account", "The password is changed. All other sign-ins have ended.")
        case Doing.DELETE:
            return translate("account", "The account is deleted, with all it held.")
        case Doing.SIGN_OUT:
            return translate("account", "You are signed out. The app works without an account.")
        case _:
            return ""
