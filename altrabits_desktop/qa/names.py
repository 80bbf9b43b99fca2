"""The names of everything in the window that can be pressed or filled, for docs/qa.md.

`python -m altrabits_desktop.qa.names` prints that page; a test compares it with the file.
"""

from __future__ import annotations

import asyncio
import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QSlider,
    QWidget,
)

from altrabits_desktop.app.scenes import SCENES
from altrabits_desktop.qa.page import page_of
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.shell.language import speak_in
from altrabits_desktop.ui.theme.theme import Theme
from altrabits_desktop.ui.widgets.pieces import finish_all
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.app.scene import Scene

_FORM = re.compile(r"[a-z]+(\.[a-z_]+)*(\.[^.]+)?")
_NOT_OF_A_PAGE = frozenset({"components"})
_OPENING = (
    "streamers.missing.type",
    "streamers.port.details",
    "account.sign_in.open",
    "account.delete.open",
)
_TYPED = {"policy.search.field": "streamers"}
_INSTANCES = (
    (re.compile(r"(streamers\.card)\.(?!(?:page|check|play|mute|volume)$).+"), r"\1.ID"),
    (re.compile(r"(settings\.card)\..+"), r"\1.NAME"),
    (re.compile(r"(account\.sessions\.end)\..+"), r"\1.ID"),
    (re.compile(r"(support\.ticket)\..+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.input)\..+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.inputs\.(name|shown))\..+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.preset(\.save|\.clear)?)\.[0-9]+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.equaliser\.band)\..+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.group)\.[0-9]+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.saved(\.(name|over|delete))?)\.[0-9]+"), r"\1.NUMBER"),
    (re.compile(r"(streamer\.copies\.(compare|put_back))\..+"), r"\1.NUMBER"),
    (re.compile(r"(privacy\.version)\..+"), r"\1.VERSION"),
    (re.compile(r"(settings\.kiosk\.streamer)\..+"), r"\1.ID"),
    (re.compile(r"(settings\.ignored\.show)\..+"), r"\1.NUMBER"),
    (re.compile(r"(kiosk\.start\.language)\..+"), r"\1.TAG"),
    (re.compile(r"(kiosk\.staff\.digit)\..+"), r"\1.DIGIT"),
)
_SPOKEN = {
    "account.sessions.end.ID": "Ends another sign-in",
    "error.banner.close": "Close, and the error that is said",
    "navigation.streamers": "Streamers, and how many",
    "navigation.support": "Support, and how many new answers",
    "privacy.version.VERSION": "Reads a version of the policy",
    "refused.banner.close": "Close, and what the server did not take",
    "settings.banner.close": "Close, and what is said of the settings",
    "settings.card.NAME": "A network card",
    "settings.ignored.show.NUMBER": "Shows an ignored streamer again",
    "settings.kiosk.streamer.ID": "A streamer that visitors see",
    "kiosk.start.language.TAG": "A language for this visit",
    "kiosk.staff.digit.DIGIT": "A digit of the PIN",
    "kiosk.card.mute": "Mute, or unmute",
    "kiosk.card.next": "Next",
    "kiosk.card.previous": "Previous",
    "kiosk.card.volume": "Volume",
    "kiosk.card.play": "Play, pause, or stop",
    "support.ticket.NUMBER": "A support request: subject, state, date, number",
    "streamer.buttons": "Lock or unlock: Buttons",
    "streamer.care.go": "Restart, or reset",
    "streamer.care.keep": "Not now, or leave it as it is",
    "streamer.group.NUMBER": "A streamer that can play along",
    "streamer.copies.compare.NUMBER": "Compare, and which copy",
    "streamer.copies.put_back.NUMBER": "Put back, and which copy",
    "streamer.equaliser.band.NUMBER": "A band of the equaliser, by its frequency",
    "streamer.equaliser.curve": "Curve, and its name",
    "streamer.input.NUMBER": "An input of the streamer",
    "streamer.inputs.name.NUMBER": "Name of the input, and which one",
    "streamer.inputs.shown.NUMBER": "Shown, and which input",
    "streamer.preset.NUMBER": "A preset: its number and name",
    "streamer.preset.clear.NUMBER": "Clear, and which preset",
    "streamer.preset.save.NUMBER": "Save what plays, and as which preset",
    "streamer.saved.NUMBER": "A saved group: its name and who is in it",
    "streamer.saved.delete.NUMBER": "Delete, and which saved group",
    "streamer.saved.name.NUMBER": "Name of the group, and which saved group",
    "streamer.saved.over.NUMBER": "Overwrite, and which saved group",
    "streamer.sleep": "Set or stop: Sleep timer",
    "streamer.standby": "Now, or wake up: Standby",
    "undo.banner.button": "Undo, and what was done",
    "streamers.card.ID": "A streamer: its name and state",
    "streamers.card.check": "Check now, and the name of the streamer",
    "streamers.card.mute": "Mute, or unmute, and the name of the streamer",
    "streamers.card.page": "Open its page, and the name of the streamer",
    "streamers.card.play": "Play, pause, or stop, and the name of the streamer",
    "streamers.card.volume": "Volume, and the name of the streamer",
}
"""Of what reads differently in each house."""

_TURNS = 6
_TURN_S = 0.002


async def names_of_the_window(
    application: QApplication, scenes: Sequence[Scene] = SCENES
) -> dict[str, str]:
    """Open every page in every state, and give each name with what a screen reader says of it.

    On the loop of Qt; takes some 0.1 s a scene.

    Args:
        application: of this process.
        scenes: the states to open; by default all.
    """
    theme = Theme(resource_folder())
    theme.set_reduced_motion(True)
    speak_in(application, "en")
    found: dict[str, str] = {}
    for scene in scenes:
        if scene.name in _NOT_OF_A_PAGE:
            continue
        window = scene.build(theme, application)
        # Nobody looks: to be laid out is enough.
        window.setUpdatesEnabled(False)
        window.show()
        await _grow(window)
        _note(window, found)
        if scene.act is not None:
            scene.act(window)
        if _open_and_fill(window) or scene.act is not None:
            await _grow(window)
            _note(window, found)
        for menu in window.findChildren(QMenu):
            menu.close()
        window.hide()
        window.deleteLater()
    return dict(sorted(found.items()))


def _open_and_fill(window: QWidget) -> bool:
    """Open and fill what has more behind it; tells whether there was such a thing."""
    buttons = [one for name in _OPENING for one in window.findChildren(QAbstractButton, name)]
    for button in buttons:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    # What opened may have brought fields.
    fields = [(name, one) for name in _TYPED for one in window.findChildren(QLineEdit, name)]
    for name, field in fields:
        field.setText(_TYPED[name])
    return bool(buttons or fields)


def _note(window: QWidget, found: dict[str, str]) -> None:
    for widget in interactive(window):
        name = general(widget.objectName())
        found.setdefault(name, _SPOKEN.get(name) or widget.accessibleName())


def interactive(window: QWidget) -> list[QWidget]:
    """Give everything that can be pressed, chosen or filled and can be seen now."""
    kinds = (QAbstractButton, QLineEdit, TextField, QSlider, QComboBox, QAbstractItemView)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not _is_part(widget)
    ]


def is_well_formed(name: str) -> bool:
    """Tell whether a name has the form `page.part.role`."""
    return "." in name and _FORM.fullmatch(name) is not None


def general(name: str) -> str:
    """Give a name with a placeholder for what differs from streamer to streamer."""
    for pattern, general_name in _INSTANCES:
        name = pattern.sub(general_name, name)
    return name


def _is_part(widget: QWidget) -> bool:
    # A table's headings and the like belong to their view.
    parent = widget.parentWidget()
    return isinstance(parent, (QAbstractItemView, QComboBox)) or (
        isinstance(widget, QAbstractButton) and isinstance(parent, QLineEdit)
    )


async def _grow(window: QWidget) -> None:
    await _settle()
    finish_all(window)
    await _settle()


async def _settle() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(_TURN_S)


def main() -> None:
    """Print the page."""
    from PySide6.QtWidgets import QApplication

    from altrabits_desktop.app.qt_loop import run_on_qt
    from altrabits_desktop.runtime.lasting_none import keep_none

    keep_none()
    application = QApplication([])

    async def work(_loop: asyncio.AbstractEventLoop) -> int:
        sys.stdout.write(page_of(await names_of_the_window(application)))
        return 0

    run_on_qt(application, work, end=lambda: None)


if __name__ == "__main__":
    main()
