"""What is said where a choice could not be kept or carried out. Pure but for the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import left_to_right

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError


@dataclass(frozen=True, slots=True)
class ChoiceFault:
    """What happened, what still holds, and the system's own words for it."""

    line: str
    """What is true now, for the head of the page."""
    heading: str
    sentence: str
    technical: str


def fault_of_keeping(error: AltraBitsError) -> ChoiceFault:
    """Say that a choice holds, and is not kept."""
    return ChoiceFault(
        translate("settings", "Choices hold until the window is closed"),
        translate("settings", "This choice is not kept"),
        translate(
            "settings",
            "The folder below cannot be written. The choice holds until the window is closed,"
            " and what was kept before is untouched.",
        ),
        _technical(error),
    )


def fault_of_cards(error: AltraBitsError) -> ChoiceFault:
    """Say that streamers cannot be looked for where the person wants."""
    return ChoiceFault(
        translate("settings", "The latest choice could not be carried out"),
        translate("settings", "These network cards cannot be used"),
        sentence_of(error),
        _technical(error),
    )


def _technical(error: AltraBitsError) -> str:
    reason = error.arguments.get("reason", "")
    return left_to_right(": ".join(text for text in (error.code, str(reason)) if text))
