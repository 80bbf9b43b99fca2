"""What the firmware card says at each moment. Pure but for the spoken language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.firmware_course import Step
from altrabits_desktop.contract.firmware import notes_in
from altrabits_desktop.runtime.sentences import sentence, sentence_of
from altrabits_desktop.runtime.wording import fill, spoken, translate
from altrabits_desktop.ui.formatting import left_to_right, short_date
from altrabits_desktop.ui.widgets.step_line import StepPoint, StepState

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.actions.firmware_course import Progress
    from altrabits_desktop.actions.firmware_report import FirmwareReport

_FULL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmwareFace:
    """Everything that the card shows; a text that is empty, and a button without words, is not."""

    now: str = ""
    sentence: str = ""
    is_fault: bool = False
    note: str = ""
    """What is against it, whose signature it is, or what became of the last update."""
    steps: tuple[StepPoint, ...] = ()
    install: str = ""
    is_led: bool = True
    """Whether installing is what the card leads to."""
    has_news: bool = False
    news: str = ""
    """What is new; shown when it is asked for."""
    has_later: bool = False
    look: str = ""
    """Words of the button that looks once more."""
    others: str = ""
    """Words of the button that goes on with the others."""


def face_of(report: FirmwareReport) -> FirmwareFace:
    """Give what the card shows of a streamer that takes updates."""
    now = ""
    if report.version is not None:
        words = translate("firmware", "{version} now")
        now = fill(words, version=left_to_right(report.version))
    if report.progress is not None:
        return FirmwareFace(
            now=now,
            sentence=_progress_sentence(report.progress),
            steps=_steps(report.progress.step),
        )
    if report.ready is not None:
        return _ready(report, now)
    return _resting(report, now)


def _ready(report: FirmwareReport, now: str) -> FirmwareFace:
    assert report.ready is not None  # noqa: S101 # as the caller has seen
    version = left_to_right(report.ready.version)
    words = translate("firmware", "{version} is ready. Music stops for about 2 min.")
    if report.is_later:
        words = translate("firmware", "{version} can be installed whenever you like.")
    said = fill(words, version=version)
    install = translate("firmware", "Install {version}")
    if report.fault is not None:
        said = sentence_of(report.fault)
        install = translate("firmware", "Try again")
    return FirmwareFace(
        now=now,
        sentence=said,
        is_fault=report.fault is not None,
        note=_note(report),
        steps=_steps(None),
        install=fill(install, version=version),
        is_led=not report.is_later,
        has_news=True,
        news=notes_in(report.ready, spoken().language),
        has_later=not report.is_later,
    )


def _note(report: FirmwareReport) -> str:
    notes = []
    if not report.is_of_maker:
        notes.append(
            translate(
                "firmware",
                "It is signed by a key that was named to try firmware, not by AltraBits.",
            )
        )
    if report.is_playing:
        notes.append(translate("firmware", "It plays now, and installing stops that."))
    if report.fault is None:
        against = sentence(report.against) if report.against is not None else ""
        notes.append(against or ("" if notes else _last(report)))
    return " ".join(filter(None, notes))


def _resting(report: FirmwareReport, now: str) -> FirmwareFace:
    look = translate("firmware", "Look again")
    if report.rest.now:
        words = translate("firmware", "{name} is being updated; the others follow one by one.")
        return FirmwareFace(now=now, sentence=fill(words, name=report.rest.now), note=_last(report))
    if report.fault is not None:
        return FirmwareFace(now=now, sentence=sentence_of(report.fault), is_fault=True, look=look)
    if report.others or report.rest.fault is not None:
        return _done(report, now)
    if report.is_checking or not report.has_checked:
        return FirmwareFace(now=now, sentence=translate("firmware", "Looking for newer firmware"))
    words = translate("firmware", "Nothing newer is offered.")
    return FirmwareFace(now=now, sentence=words, note=_last(report), look=look)


def _done(report: FirmwareReport, now: str) -> FirmwareFace:
    """Give what is shown of one whose others are still to come, and how it went with them."""
    rest, others = report.rest, len(report.others)
    said, note = _last(report), ""
    if rest.fault is not None:
        words = translate("firmware", "{name} was not updated, so the others wait. {reason}")
        said = fill(words, name=rest.failed, reason=sentence_of(rest.fault))
    elif rest.left_out:
        words = translate("firmware", "Left out, as they play or do not answer: {names}.")
        note = fill(words, names=", ".join(rest.left_out))
    follow = translate("firmware", "Update %n other(s)", "of the same product", others)
    return FirmwareFace(
        now=now,
        sentence=said,
        is_fault=rest.fault is not None,
        note=note,
        others=follow if others else "",
        look=translate("firmware", "Look again"),
    )


def _last(report: FirmwareReport) -> str:
    record = report.record
    if record.version is None or record.at is None:
        return ""
    version, day = left_to_right(record.version), short_date(record.at)
    if record.is_installed:
        words = translate("firmware", "{version} was installed on {day}.")
        return fill(words, version=version, day=day)
    words = translate("firmware", "{version} was not installed on {day}. {reason}")
    return fill(words, version=version, day=day, reason=sentence(record.code))


def _progress_sentence(progress: Progress) -> str:
    if progress.is_away:
        return translate(
            "firmware", "The streamer does not answer just now. It goes on when it is back."
        )
    percent = progress.done * _FULL // progress.total if progress.total else 0
    return fill(_GOING_ON[progress.step](), percent=percent)


_GOING_ON: dict[Step, Callable[[], str]] = {
    Step.LOAD: lambda: translate("firmware", "Loading from the server: {percent} %"),
    Step.VERIFY: lambda: translate("firmware", "Verifying that it is whole and signed"),
    Step.INSTALL: lambda: translate(
        "firmware", "Goes to the streamer: {percent} %. It plays and obeys meanwhile."
    ),
    Step.RESTART: lambda: translate(
        "firmware", "Starts with the new firmware. Leave it plugged in."
    ),
}
_ORDER = (None, Step.LOAD, Step.VERIFY, Step.INSTALL, Step.RESTART)
_ICONS = ("search", "download", "shield", "download", "restart")


def _steps(now: Step | None) -> tuple[StepPoint, ...]:
    """Give all steps; None while nothing is under way yet, but for the look."""
    labels = (
        translate("firmware", "Checked", "a step"),
        translate("firmware", "Loaded", "a step"),
        translate("firmware", "Verified", "a step"),
        translate("firmware", "Install", "a step"),
        translate("firmware", "Restart", "a step"),
    )
    place = _ORDER.index(now)
    return tuple(
        StepPoint(label, icon, state, _spoken(label, state))
        for number, (label, icon) in enumerate(zip(labels, _ICONS, strict=True))
        for state in (_state(number, place),)
    )


def _state(number: int, place: int) -> StepState:
    if number < place or number == 0:
        return StepState.DONE
    return StepState.NOW if number == place else StepState.LATER


def _spoken(label: str, state: StepState) -> str:
    words = translate("firmware", "{step}: to come", "read aloud")
    if state is StepState.DONE:
        words = translate("firmware", "{step}: done", "read aloud")
    elif state is StepState.NOW:
        words = translate("firmware", "{step}: now", "read aloud")
    return fill(words, step=label)
