"""The versions of the policy: a line of time, and below it each with its summary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from altrabits_desktop.contract.policies import ChangeClass, DecisionKind
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import joined, short_date
from altrabits_desktop.ui.pages.policy.words import since_words, version_words
from altrabits_desktop.ui.pages.privacy.lines import Line, LinesCard, left_out_words
from altrabits_desktop.ui.pages.privacy.timeline import Milestone, Timeline
from altrabits_desktop.ui.widgets.push_button import Height, PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.policies import PolicySummary
    from altrabits_desktop.ui.theme.theme import Theme

_MOST = 4
"""How many versions have room on the line of time."""


class VersionsCard(LinesCard):
    """Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    read_wanted = Signal(str)
    """A version is to be read."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, heading=translate("privacy", "Versions"), parent=parent)
        self._look = theme
        self._shown: object = None
        self._timeline = Timeline(theme)
        self._timeline.setObjectName("privacy.timeline")
        self.add(self._timeline)

    def show_versions(
        self,
        report: HomeReport,
        versions: Sequence[PolicySummary] | None,
        *,
        fault: str,
        now: datetime,
    ) -> None:
        """Show the published versions; the one in force alone where the others are not known.

        Args:
            report: how it stands.
            versions: the latest first; None until they are known.
            fault: why they could not be read; "" where they could.
            now: UTC.
        """
        in_force = report.policy.version if report.policy is not None else ""
        shown = (versions, in_force, report.decision, report.decided_version, fault, now.date())
        if shown == self._shown:
            return
        self._shown = shown
        known: Sequence[PolicySummary] = versions or ()
        if not known and report.policy is not None:
            known = (report.policy,)
        left_out = left_out_words(len(known), "altrabits policy history")
        is_all = bool(versions) or not fault
        self.say(left_out if is_all else _others_missing(fault, is_one_known=bool(known)))
        self._timeline.setVisible(bool(known))
        self._timeline.show_milestones(milestones(known, report=report, now=now))
        later = later_than(known, report.decided_version)
        self.show_lines(
            self._line(
                policy,
                is_in_force=policy.version == in_force,
                is_later=policy.version in later,
                now=now,
            )
            for policy in known
        )

    def _line(
        self, policy: PolicySummary, *, is_in_force: bool, is_later: bool, now: datetime
    ) -> Line:
        words = translate("privacy", "Read", "a version of the policy")
        spoken = translate("privacy", "Read version {version}", "read aloud")
        if is_later:
            words = translate("privacy", "What changes", "in a version of the policy")
            spoken = translate("privacy", "Read what version {version} changes", "read aloud")
        read = PushButton(self._look, words, height=Height.SMALL)
        read.setObjectName(f"privacy.version.{policy.version.replace('.', '-')}")
        read.setAccessibleName(fill(spoken, version=policy.version))
        read.clicked.connect(partial(self.read_wanted.emit, policy.version))
        since = since_words(policy, is_in_force=is_in_force, now=now)
        return Line(
            self._look,
            icon="document",
            icon_role="accent.text" if is_in_force else "text.2",
            name=version_words(policy.version),
            note=joined((since, class_words(policy.change_class))),
            rest=visible(policy.summary),
            end=read,
        )


def later_than(versions: Sequence[PolicySummary], decided: str) -> frozenset[str]:
    """Give which versions came after the one that was decided about: they open with what changed.

    Pure.

    Args:
        versions: the latest first.
        decided: "" for none.
    """
    names = [policy.version for policy in versions]
    return frozenset(names[: names.index(decided)]) if decided in names else frozenset()


def milestones(
    versions: Sequence[PolicySummary], *, report: HomeReport, now: datetime
) -> tuple[Milestone, ...]:
    """Give the latest versions in the order of time, with today among them.

    Pure but for the language.
    """
    in_force = report.policy.version if report.policy is not None else ""
    in_time = sorted(versions, key=lambda policy: policy.effective_at)
    marks = [
        Milestone(
            name=version_words(policy.version),
            note=_note(policy, report=report, is_in_force=policy.version == in_force, now=now),
            is_in_force=policy.version == in_force,
            is_coming=policy.effective_at > now,
        )
        for policy in in_time[-_MOST:]
    ]
    today = Milestone(translate("privacy", "Today"), short_date(now), is_today=True)
    place = sum(not mark.is_coming for mark in marks)
    return (*marks[:place], today, *marks[place:])


def _others_missing(fault: str, *, is_one_known: bool) -> str:
    if is_one_known:
        return translate("privacy", "Other versions cannot be read just now.")
    return fault


def class_words(change: ChangeClass) -> str:
    """Give how much a version changes."""
    match change:
        case ChangeClass.EDITORIAL:
            return translate("privacy", "wording only")
        case ChangeClass.MINOR:
            return translate("privacy", "a minor change")
        case ChangeClass.MATERIAL:
            return translate("privacy", "asks for a yes or a no")


def _note(policy: PolicySummary, *, report: HomeReport, is_in_force: bool, now: datetime) -> str:
    date = short_date(policy.effective_at)
    if policy.effective_at > now:
        return fill(translate("privacy", "{date}, announced"), date=date)
    if not is_in_force:
        return date
    match report.decision:
        case DecisionKind.ACCEPTED:
            return fill(translate("privacy", "{date}, accepted by you"), date=date)
        case DecisionKind.DECLINED:
            return fill(translate("privacy", "{date}, declined by you"), date=date)
        case None:
            return fill(translate("privacy", "{date}, in force"), date=date)
