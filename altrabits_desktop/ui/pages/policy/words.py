"""What is said about a policy beside its own text. Pure but for the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.visible_text import visible
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time, left_to_right, long_date, short_date

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.actions.policy_changes import PolicyChange
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import PolicySummary

_GROUP, _GROUPS = 4, 3


def dialog_title(*, is_another: bool) -> str:
    """Give what the dialog asks about."""
    if is_another:
        return translate("policy", "The privacy policy has changed")
    return translate("policy", "Privacy policy")


def compared_words(
    change: PolicyChange | None, *, is_comparing: bool, has_earlier: bool, fault: str
) -> str:
    """Give what a version is compared with, or why with nothing."""
    if is_comparing:
        if has_earlier:
            return translate("policy", "Comparing with an earlier version")
        return translate("policy", "Looking for an earlier version")
    if change is None:
        return fault or translate("policy", "This is the first version.")
    if change.is_decided:
        words = translate("policy", "Compared with version {version}, which you decided about")
    else:
        words = translate("policy", "Compared with version {version}, the one before")
    return fill(words, version=left_to_right(change.before.version))


def compared_short(change: PolicyChange | None) -> str:
    """Give with which version it is compared, for a narrow window; "" for with none."""
    if change is None:
        return ""
    words = translate("policy", "Compared with {version}", "a version such as 1.0")
    return fill(words, version=left_to_right(change.before.version))


def comparing_fault(error: AltraBitsError) -> str:
    """Give why two versions could not be compared, in one sentence."""
    if isinstance(error, NotReachable):
        return translate("policy", "The server does not answer; the earlier version is kept there.")
    return sentence_of(error)


def version_words(version: str) -> str:
    """Give "Version 1.0"."""
    return fill(translate("policy", "Version {version}"), version=left_to_right(version))


def since_words(
    policy: PolicySummary, *, is_in_force: bool, now: datetime, is_short: bool = False
) -> str:
    """Give from when on a version holds, or held; the month cut short where there is no room."""
    date = (short_date if is_short else long_date)(policy.effective_at)
    if policy.effective_at > now:
        return fill(translate("policy", "In force from {date}", "a version, later"), date=date)
    if is_in_force:
        return fill(translate("policy", "In force since {date}"), date=date)
    return fill(translate("policy", "Took effect on {date}", "an earlier version"), date=date)


def fingerprint_words(fingerprint: str, *, groups: int = _GROUPS) -> str:
    """Give the begin of a fingerprint in groups: "Fingerprint 4f9c 1a7e 08d2"."""
    digits = left_to_right(short_digest(fingerprint, groups=groups))
    return fill(translate("policy", "Fingerprint {digits}"), digits=digits)


def short_digest(digest: str, *, groups: int = _GROUPS) -> str:
    """Give the first digits in groups of four."""
    starts = range(0, _GROUP * groups, _GROUP)
    return " ".join(digest[start : start + _GROUP] for start in starts)


def contact_words(policy: PolicySummary) -> str:
    """Give whom one can turn to, as the operator names it beside the text."""
    words = translate("policy", "Contact named with this policy: {contact}")
    return fill(words, contact=visible(policy.contact))


def meaning() -> str:
    """Give what each answer does."""
    return translate(
        "policy",
        "A yes opens adding and controlling streamers with an account."
        " A no keeps finding, reading and the demo.",
    )


def doubted_meaning() -> str:
    """Give why it is asked once more after a no that was said before the sign-in."""
    return translate(
        "policy",
        "It was declined on this computer before this sign-in, and that holds here until you"
        " decide: your answer is recorded in your account.",
    )


def decided_words(kind: DecisionKind, at: datetime | None) -> str:
    """Give which decision holds, and that it can be changed."""
    if at is None:
        if kind is DecisionKind.ACCEPTED:
            return translate("policy", "You accepted this version. You can change your mind.")
        return translate("policy", "You declined this version. You can change your mind.")
    if kind is DecisionKind.ACCEPTED:
        words = translate(
            "policy", "You accepted this version on {date} at {time}. You can change your mind."
        )
    else:
        words = translate(
            "policy", "You declined this version on {date} at {time}. You can change your mind."
        )
    return fill(words, date=long_date(at), time=clock_time(at))


def undecidable_words(policy: PolicySummary, *, now: datetime) -> str:
    """Give why a version cannot be decided about."""
    if policy.effective_at > now:
        return translate("policy", "It can be decided about once it is in force.")
    return translate("policy", "A later version is in force; decisions are about that one.")


def decision_fault(error: AltraBitsError) -> str:
    """Give why a decision was not recorded, in one sentence."""
    if isinstance(error, NotReachable):
        return translate(
            "policy", "The server does not answer, so nothing was recorded. Try again when it does."
        )
    return sentence_of(error)


def reading_fault(error: AltraBitsError) -> str:
    """Give why a text could not be fetched, in one sentence."""
    if isinstance(error, NotReachable):
        return translate("policy", "The server does not answer, and this text is kept there.")
    return sentence_of(error)
