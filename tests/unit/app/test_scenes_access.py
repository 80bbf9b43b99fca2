"""Every page in every state, walked as a screen reader walks it, and with longer words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.app.shots import Dress, Studio
from altrabits_desktop.runtime.settings import ThemeChoice
from altrabits_desktop.runtime.wording import LONG_PSEUDO, fill, load_wording
from altrabits_desktop.ui.shell import picture as shell_picture
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from tests.harness.accessible_walk import (
    named_alike,
    nameless,
    out_of_reach,
    windows_of,
    without_object_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

pytestmark = [pytest.mark.uncounted, pytest.mark.qt_log_ignore("This plugin does not support")]

NOT_OF_A_PAGE = "components"
PARTS = 8
"""A run of all scenes at once takes longer than a test may."""
DEED = {
    # They do the same: it does not matter which is meant.
    "Back to the streamers": {"streamer.back.button", "streamer.forgotten.back"},
    "Ask again": {"account.away.again", "account.create.button"},
}
ELSEWHERE = {
    # The keyboard stays in the field, whose arrow keys choose from the list.
    "commands.list",
    # The place Account leads to the same page.
    "navigation.person",
}
ONLY_SHOWN = {
    # Where they can be moved they take the keyboard; `tests/unit/ui/widgets/test_slider.py`.
    "streamer.seek",
    "streamer.volume",
}
DECLINED_BEFORE = (
    "Declined here on {date}, before this sign-in. The account has not recorded it: decide again."
)
DATES = ("2 November 2026", "14 November 2026")
CUT = (
    # Columns and single lines in which a third more is cut; the whole is told by pointing at it.
    "This computer does not trust the server's certificate; nothing was sent.",
    "What is done here needs it; all else goes on.",
    DECLINED_BEFORE,
    "How the password is kept, since {date}",
    "Found, but not controlled from here",
    "Hardware address",
    "Playing",
    "Fetching what is new",
    "Server away, 1 waiting",
    "Server away, 2 waiting",
    "Own broadcast",
    "lets answers in",
    "lets nothing out",
    "mDNS and SSDP",
    "not checked",
    "not connected",
    "chosen missing",
    "none connected",
)
CUT_WITH = (
    ("{answering} of {known} answer", {"answering": "0", "known": "6"}),
    ("{answering} of {known} answer", {"answering": "6", "known": "6"}),
    ("{program} has it", {"program": "another program"}),
    ("{program} has it", {"program": "ABScanner"}),
    ("answers in {took}", {"took": "2 ms"}),
    ("back in {took}", {"took": "< 1 ms"}),
)
"""The same, with what stands in them."""


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, "en")
    yield
    speak_in(qapp, "en")


async def look_at_all(
    application: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *,
    part: int,
    language: str,
    look: Callable[[str, QWidget], None],
) -> None:
    """Let somebody look at a part of the scenes, each when all of it is there."""
    name = ""

    def looked(shown: QWidget) -> QPixmap:
        look(name, shown)
        # Nobody looks at the picture itself, and to paint and save it takes half of the time.
        return QPixmap(1, 1)

    monkeypatch.setattr(shell_picture, "picture_of", looked)
    studio = Studio(application, folder)
    chosen = [scene for scene in SCENES if scene.name != NOT_OF_A_PAGE]
    for scene in chosen[part::PARTS]:
        name = scene.name
        await studio.take(scene, Dress("walked", ThemeChoice.LIGHT, language))


@pytest.mark.parametrize("part", range(PARTS))
async def test_in_every_state_everything_is_named_within_reach_and_told_in_whole(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    """In words a third longer, which are cut only where pointing at them tells the whole."""
    longer = load_wording(LONG_PSEUDO, tmp_path)

    def said(words: str) -> str:
        return longer.text("", words, "", -1)

    deeds = {said(words): names for words, names in DEED.items()}
    known = {fill(said(words), date=date) for words in CUT for date in DATES}
    for words, values in CUT_WITH:
        shown_values = {
            name: said(value) if " " in value else value for name, value in values.items()
        }
        known.add(fill(said(words), **shown_values))
    wrong: dict[str, object] = {}

    def look(name: str, shown: QWidget) -> None:
        told = [*(unreachable(window, deeds) for window in windows_of(shown)), untold(shown, known)]
        if any(any(each) for each in told):
            wrong[name] = told

    await look_at_all(qapp, monkeypatch, tmp_path, part=part, language=LONG_PSEUDO, look=look)

    assert wrong == {}


def unreachable(window: QWidget, deeds: dict[str, set[str]]) -> tuple[object, ...]:
    """Give what somebody who listens, or has a keyboard alone, would not find in a window."""
    alike = {
        spoken: names for spoken, names in named_alike(window).items() if deeds.get(spoken) != names
    }
    return (
        nameless(window),
        alike,
        out_of_reach(window) - ELSEWHERE - ONLY_SHOWN,
        without_object_name(window),
    )


def untold(shown: QWidget, known: set[str]) -> tuple[set[str], ...]:
    """Give words that are cut, those whose whole is seen nowhere, and buttons without room."""
    # In the smallest window single lines are cut; German, which is longer, is tried in
    # `test_shots_widths.py`.
    is_narrow = shown.width() < shown.sizeHint().width()
    return (
        set() if is_narrow else cut_words(shown) - known,
        {each.text() for each in shown.findChildren(ElidedLabel) if is_lost(each)},
        {each.objectName() for each in shown.findChildren(QAbstractButton) if is_short(each)},
    )


def is_lost(label: QLabel) -> bool:
    """Tell whether the whole of a text is to be seen nowhere."""
    return (
        isinstance(label, ElidedLabel)
        and is_cut(label)
        and bool(label.shown_text)
        and not label.toolTip()
    )


def is_short(button: QAbstractButton) -> bool:
    """Tell whether a button has less room than its words take."""
    is_seen = button.isVisible() and bool(button.text())
    return is_seen and button.width() < button.sizeHint().width()


def is_cut(label: ElidedLabel | Chip) -> bool:
    """Tell whether not all of a text is seen."""
    return label.isVisible() and label.shown_text != label.text()


def cut_words(shown: QWidget) -> set[str]:
    """Give the program's own words that are not seen in whole; names from outside may be cut."""
    labels: list[ElidedLabel | Chip] = [
        *shown.findChildren(ElidedLabel),
        *shown.findChildren(Chip),
    ]
    return {each.text() for each in labels if is_cut(each) and each.text().startswith("[")}
