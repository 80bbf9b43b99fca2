"""What page Privacy says of how a person stands. Pure but for the language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Closed, Standing, closed_by
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time, left_to_right, long_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.policies import PolicySummary


class FeatureLine(NamedTuple):
    """One thing that a person can do, or not now."""

    icon: str
    words: str


_FEATURES: dict[Feature, tuple[str, Callable[[], str]]] = {
    Feature.FIND: (
        "search",
        lambda: translate("privacy", "Finding streamers, and what they play"),
    ),
    Feature.LOOK: ("streamer", lambda: translate("privacy", "Opening a streamer’s own page")),
    Feature.DEMO: ("play", lambda: translate("privacy", "The demo streamers, fully")),
    Feature.READ_POLICY: (
        "document",
        lambda: translate("privacy", "Reading the policy"),
    ),
    Feature.OWN_ACCOUNT: ("account", lambda: translate("privacy", "Your account and its sign-ins")),
    Feature.LEAVE: (
        "remove",
        lambda: translate("privacy", "Deleting your account and its data"),
    ),
    Feature.CONTROL: ("volume-high", lambda: translate("privacy", "Controlling streamers")),
    Feature.OWN_STREAMERS: (
        "streamers",
        lambda: translate("privacy", "Adding and naming streamers"),
    ),
    Feature.SUPPORT: ("support", lambda: translate("privacy", "New support requests")),
    Feature.SYNC: ("sync", lambda: translate("privacy", "Keeping up to date with the server")),
}
"""Icon and words of what is worth a line; deciding goes with the policy."""
_WITHOUT_ACCOUNT: dict[Feature, tuple[str, Callable[[], str]]] = {
    Feature.OWN_ACCOUNT: ("account", lambda: translate("privacy", "An account of your own")),
}
"""What reads differently to somebody who said no and has no account in use."""


def feature_lines(report: HomeReport, *, is_open: bool) -> tuple[FeatureLine, ...]:
    """Give what is open to a person, or what is closed, by the one rule of the gate."""
    has_session = bool(report.email)
    # Of an account that nobody has here there is nothing to be deleted or ended.
    is_without = report.standing is Standing.DECLINED and not has_session
    return tuple(
        FeatureLine(icon, words())
        for feature, (icon, words) in (_FEATURES | (_WITHOUT_ACCOUNT if is_without else {})).items()
        if not (is_without and feature is Feature.LEAVE)
        if (closed_by(feature, standing=report.standing, has_session=has_session) is None)
        is is_open
    )


def closed_heading(report: HomeReport) -> str:
    """Give what all closed features wait for."""
    closed = closed_by(Feature.CONTROL, standing=report.standing, has_session=bool(report.email))
    match closed:
        case Closed.DECLINED:
            if not report.email:
                return translate("privacy", "This stays closed")
            return translate("privacy", "This has stopped")
        case Closed.DECISION_NEEDED:
            return translate("privacy", "This waits for your decision")
        case _:
            return translate("privacy", "This needs an account")


def open_heading(report: HomeReport) -> str:
    """Give what all open features have in common."""
    if report.standing is Standing.DECLINED:
        return translate("privacy", "This goes on")
    return translate("privacy", "This is open to you")


def title(report: HomeReport) -> str:
    """Give the title of the page."""
    if report.standing is Standing.DECLINED and report.policy is not None:
        words = translate("privacy", "You declined version {version}")
        return fill(words, version=left_to_right(report.policy.version))
    return translate("privacy", "Privacy")


def line(report: HomeReport, *, coming: PolicySummary | None) -> str:
    """Give what is true now, for below the title.

    Args:
        report: how it stands.
        coming: the next version that is published and not in force yet.
    """
    policy = report.policy
    if policy is None:
        if report.server is ServerState.STARTING:
            return translate("privacy", "The policy in force is being read")
        return translate("privacy", "The policy in force is not known just now")
    if report.standing is Standing.DECLINED:
        if report.is_no_of_computer:
            return _declined_before_line(report.decided_at)
        return _declined_line(report.decided_at)
    parts = [
        fill(
            translate("privacy", "Version {version} is in force."),
            version=left_to_right(policy.version),
        ),
        _decision_sentence(report),
    ]
    if coming is not None:
        follows = translate("privacy", "Version {version} follows on {date}.")
        parts.append(
            fill(
                follows,
                version=left_to_right(coming.version),
                date=long_date(coming.effective_at),
            )
        )
    return " ".join(parts)


def _declined_line(at: datetime | None) -> str:
    if at is None:
        return translate("privacy", "You can change your mind at any time.")
    words = translate("privacy", "On {date} at {time}. You can change your mind at any time.")
    return fill(words, date=long_date(at), time=clock_time(at))


def _declined_before_line(at: datetime | None) -> str:
    """Say that a no holds which was said before somebody signed in."""
    if at is None:
        return translate(
            "privacy",
            "Declined here before this sign-in. The account has not recorded it: decide again.",
        )
    words = translate(
        "privacy",
        "Declined here on {date}, before this sign-in. The account has not recorded it: decide"
        " again.",
    )
    return fill(words, date=long_date(at))


def _decision_sentence(report: HomeReport) -> str:
    if report.decision is DecisionKind.ACCEPTED:
        if report.email:
            return translate("privacy", "You accepted it.")
        return translate("privacy", "You accepted it on this computer.")
    return translate("privacy", "You have not decided about it.")


def away_sentences(report: HomeReport) -> tuple[str, str]:
    """Give why the server is away, and what is shown all the same."""
    why = translate("privacy", "The server does not answer.")
    if report.server_code and report.server_code != "server.away":
        why = sentence(report.server_code)
    return why, translate("privacy", "What is shown here was known before.")


def unknown_sentence(report: HomeReport) -> str:
    """Give why no policy can be shown, and what goes on all the same."""
    if report.server is ServerState.REACHED:
        why = translate("privacy", "The server has no policy in force yet.")
    else:
        why = translate("privacy", "The server does not answer, and the policy is kept there.")
        if report.server_code and report.server_code != "server.away":
            why = sentence(report.server_code)
    goes_on = translate("privacy", "Finding streamers and the demo need neither.")
    return f"{why} {goes_on}"


def read_words(report: HomeReport) -> str:
    """Give the verb that leads to the text."""
    if report.standing is Standing.DECLINED:
        return translate("privacy", "Read it again")
    return translate("privacy", "Read the policy")
