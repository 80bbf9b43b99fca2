"""One policy as it is read, and the decision about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.privacy.policy_text import policy_blocks
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.pages.policy.sections import sections_of

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import DecisionKind, Policy
    from altrabits_desktop.privacy.policy_text import Block
    from altrabits_desktop.ui.pages.policy.sections import Section
    from altrabits_desktop.ui.services import Services


class PolicyViewModel(QObject):
    """Main thread only.

    What is shown stays as it is while it is read: a version that comes into force meanwhile takes
    its place only when a decision about the former one is tried.

    Args:
        services: what the window was given.
        version: which one; "" for the one in force.
        compares_all: whether any version is compared with an earlier one, not only one that takes
            the place of what was decided about.
        parent: owner.
    """

    text_changed = Signal()
    """`policy` is another one, or another view of it is shown."""
    changed = Signal()
    """Anything else is another."""
    ended = Signal()
    """It was decided, or put off."""

    def __init__(
        self,
        services: Services,
        *,
        version: str = "",
        compares_all: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._version = version
        self._compares_all = compares_all
        self.policy: Policy | None = None
        self.blocks: tuple[Block, ...] = ()
        self.sections: tuple[Section, ...] = ()
        self.deciding: DecisionKind | None = None
        """What is being recorded."""
        self.fault = ""
        """Why the latest decision was not recorded, or why there is no text; one sentence."""
        self.is_loading = False
        self.change: PolicyChange | None = None
        """Against an earlier version; None until it is known, and where there is none."""
        self.change_fault = ""
        """Why it is not known, in one sentence; "" too where it is not known if there is one."""
        self.is_comparing = False
        self.is_on_changes = False
        """Whether what changed is shown, and not the full text."""
        self._is_found: bool | None = None
        """Whether there is an earlier version; None until it was looked for."""
        self._is_missed = False
        """Whether none could be looked for."""
        self._is_chosen = False
        """Whether the person chose the view, and not the program."""
        self._shown_at = services.clock.now()
        in_force = services.home.report().policy
        if in_force is not None and version in {"", in_force.version}:
            self._take(in_force)
        elif version:
            self.load()
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def is_in_force(self) -> bool:
        """Whether what is shown can be decided about."""
        in_force = self._services.home.report().policy
        return self.policy is not None and in_force is not None and _are_same(self.policy, in_force)

    @property
    def is_another(self) -> bool:
        """Whether another version was decided about before."""
        decided = self._services.home.report().decided_version
        return self.policy is not None and decided not in {"", self.policy.version}

    @property
    def can_compare(self) -> bool:
        """Whether what changed is offered, as far as is known."""
        return self._compares_all or self.is_another or self.change is not None

    @property
    def has_earlier(self) -> bool:
        """Whether there is an earlier version, as far as is known."""
        if self._is_found is None:
            return self.is_another and self.is_in_force
        return self._is_found

    @property
    def is_compared(self) -> bool:
        """Whether anything is to be said of earlier versions: not where none could be looked for.

        That there is none is something to be said.
        """
        return self.can_compare and (self.has_earlier or not self._is_missed)

    @property
    def decision(self) -> DecisionKind | None:
        """What was decided about the version in force."""
        return self._services.home.report().decision

    @property
    def is_no_of_computer(self) -> bool:
        """Whether a no holds that was said before the sign-in, so that both answers are due."""
        return self._services.home.report().is_no_of_computer

    @property
    def decided_at(self) -> datetime | None:
        """When; UTC."""
        return self._services.home.report().decided_at

    def load(self) -> None:
        """Ask for the version once more."""
        if not self.is_loading:
            self.is_loading = True
            self.fault = ""
            self.changed.emit()
            self._services.launcher.launch(
                self, self._load(), on_error=self._fail_to_load, on_done=self._end_loading
            )

    def show_changes(self, is_on_changes: bool) -> None:
        """Show what changed, or the full text; what is not known is asked for once more."""
        self._is_chosen = True
        is_missing = self.change is None and not self.is_comparing
        if is_on_changes and is_missing and self.policy is not None:
            self._compare(self.policy)
        self._turn_to(is_on_changes=is_on_changes)
        self.changed.emit()

    def decide(self, kind: DecisionKind, *, wording: str) -> None:
        """Record a decision about exactly what is shown.

        Args:
            kind: what was decided.
            wording: the words on the button that was pressed.
        """
        policy, in_force = self.policy, self._services.home.report().policy
        if self.deciding is not None or policy is None:
            return
        if in_force is not None and not _are_same(policy, in_force):
            self._take(in_force)
            self.fault = sentence("policy.outdated", {"version": in_force.version})
            self.changed.emit()
            return
        self.deciding = kind
        self.fault = ""
        self.changed.emit()
        self._services.launcher.launch(
            self, self._decide(policy, kind, wording), on_error=self._fail_to_decide
        )

    def put_off(self) -> None:
        """Leave it undecided until the next start."""
        if self.deciding is None:
            # First: what is put off is asked no more, and would end whoever still asks it.
            self.ended.emit()
            self._services.home.put_off()

    async def _decide(self, policy: Policy, kind: DecisionKind, wording: str) -> None:
        await self._services.home.decide(policy, kind, shown_at=self._shown_at, wording=wording)
        self.deciding = None
        self.changed.emit()
        self.ended.emit()

    def _fail_to_decide(self, error: AltraBitsError) -> None:
        self.deciding = None
        self.fault = words.decision_fault(error)
        self.changed.emit()

    async def _load(self) -> None:
        policy = await self._services.home.version(self._version)
        self.is_loading = False
        self._take(policy)

    def _fail_to_load(self, error: AltraBitsError) -> None:
        self.fault = words.reading_fault(error)

    def _end_loading(self) -> None:
        self.is_loading = False
        self.changed.emit()

    def _take(self, policy: Policy) -> None:
        self.policy = policy
        self.blocks = policy_blocks(policy.text)
        self.sections = sections_of(self.blocks)
        self._shown_at = self._services.clock.now()
        self.change, self.is_on_changes = None, self.is_another
        self._is_found = None
        self._is_chosen = False
        if self.can_compare:
            self._compare(policy)
        self.text_changed.emit()

    def _compare(self, policy: Policy) -> None:
        self.is_comparing, self.change_fault, self._is_missed = True, "", False
        self._services.launcher.launch(
            self,
            self._find_change(policy),
            on_error=partial(self._fail_to_compare, policy),
            on_done=partial(self._end_comparing, policy),
        )

    async def _find_change(self, policy: Policy) -> None:
        # Imported here: hardly ever is there a version to compare.
        from altrabits_desktop.actions.policy_changes import change_between, version_before

        home, change = self._services.home, None
        before, is_decided = await version_before(home, policy)
        self._note_found(policy, is_found=bool(before))
        if before:
            change = await change_between(await home.version(before), policy, is_decided=is_decided)
        if policy is not self.policy:
            return
        self.change = change
        is_of_use = change is not None and (change.is_decided or not self._compares_all)
        if change is None or not (is_of_use or self._is_chosen):
            self._turn_to(is_on_changes=False)
        elif self.is_on_changes:
            self.text_changed.emit()

    def _note_found(self, policy: Policy, *, is_found: bool) -> None:
        if policy is self.policy:
            self._is_found = is_found
            self.changed.emit()

    def _fail_to_compare(self, policy: Policy, error: AltraBitsError) -> None:
        if policy is self.policy:
            self._is_missed = True
            if self.has_earlier:
                self.change_fault = words.comparing_fault(error)
            self._turn_to(is_on_changes=False)

    def _end_comparing(self, policy: Policy) -> None:
        if policy is self.policy:
            self.is_comparing = False
            self.changed.emit()

    def _turn_to(self, *, is_on_changes: bool) -> None:
        if is_on_changes is not self.is_on_changes:
            self.is_on_changes = is_on_changes
            self.text_changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME not in changes.topics:
            return
        in_force = self._services.home.report().policy
        if self.policy is None and in_force is not None and not self._version:
            self._take(in_force)
        elif self._is_missed and not self.is_comparing:
            self._look_again()
        self.changed.emit()

    def _look_again(self) -> None:
        """Look for an earlier version once the server answers: nothing else offers to."""
        is_reached = self._services.home.report().server is ServerState.REACHED
        if is_reached and not self.is_compared and self.can_compare and self.policy is not None:
            self._compare(self.policy)


def _are_same(one: Policy, other: Policy) -> bool:
    return (one.version, one.fingerprint) == (other.version, other.fingerprint)
