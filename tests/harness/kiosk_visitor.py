"""A visitor at a kiosk who does anything, as chance has it: touches, keys, pastes, drags.

Also a program, `python -m tests.harness.kiosk_visitor PROFILE SEED`: opens the kiosk of a profile,
prints what can be read on it as JSON, then lets visitors come until it is killed, and prints each
word that it typed or pasted before it does so.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.app.qt_loop import run_on_qt
from altrabits_desktop.qa.desktop import Desktop, loopback_alone
from altrabits_desktop.qa.farm import free_port
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.qa.pilot import Pilot

MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
)
KEYS = tuple(
    key
    for key in Qt.Key
    # What a test can press: printed signs, and what moves, deletes or has a number.
    if 0x20 <= key.value <= 0x7E or 0x01000000 <= key.value <= 0x0100003B
)
_BUSY = "Putting everything back"
_LEFT = Qt.MouseButton.LeftButton


class Visitor:
    """One who is there for a while.

    Args:
        pilot: at the window.
        chance: decides what is done.
    """

    def __init__(self, pilot: Pilot, chance: random.Random) -> None:
        self._pilot = pilot
        self._window = pilot.window
        self._chance = chance
        self._ways = (
            *(self._touch,) * 6,
            *(self._key,) * 6,
            *(self._press_button,) * 4,
            self._wheel,
            self._ask_for_a_menu,
            self._drop,
            self._try_to_close,
            self._double_touch,
        )

    def act(self) -> None:
        """Do one thing."""
        self._chance.choice(self._ways)()

    def type(self, word: str) -> None:
        """Type a word, wherever the focus is, and paste it."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(word)
        widget = self._focused()
        QTest.keyClicks(widget, word)
        QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        return self._window if focused is None else focused

    def _point(self) -> QPoint:
        size = self._window.size()
        return QPoint(self._chance.randrange(size.width()), self._chance.randrange(size.height()))

    def _at(self) -> tuple[QWidget, QPoint]:
        point = self._point()
        part = self._window.childAt(point) or self._window
        return part, part.mapFrom(self._window, point)

    def _touch(self) -> None:
        part, point = self._at()
        button = self._chance.choice((_LEFT, _LEFT, Qt.MouseButton.RightButton))
        QTest.mouseClick(part, button, pos=point)

    def _double_touch(self) -> None:
        part, point = self._at()
        QTest.mouseDClick(part, _LEFT, pos=point)

    def _press_button(self) -> None:
        names = [name for name in self._pilot.names("kiosk.*") if name != "kiosk.countdown"]
        if names:
            found = self._window.findChildren(PushButton, self._chance.choice(names))
            for button in found[:1]:
                QTest.mouseClick(button, _LEFT)

    def _key(self) -> None:
        key, modifier = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        QTest.keyClick(self._focused(), key, modifier)

    def _wheel(self) -> None:
        part, point = self._at()
        down, none = QPoint(0, -120), Qt.MouseButton.NoButton
        # Sent by hand: what the test library offers lets the loop run inside the loop.
        turn = QWheelEvent(
            QPointF(point),
            QPointF(part.mapToGlobal(point)),
            QPoint(),
            down,
            none,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part, turn)

    def _ask_for_a_menu(self) -> None:
        part, point = self._at()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(part, QContextMenuEvent(reason, point, part.mapToGlobal(point)))

    def _drop(self) -> None:
        part, point = self._at()
        data = QMimeData()
        data.setText("file:///etc/passwd")
        action, modifier = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        dropping = QDropEvent(QPointF(point), action, data, _LEFT, modifier, QEvent.Type.Drop)
        QApplication.sendEvent(part, dropping)

    def _try_to_close(self) -> None:
        self._window.close()


def readable(pilot: Pilot) -> str:
    """Give what is read on the kiosk, without the time of the last wipe."""
    lines = pilot.read("kiosk").splitlines()
    return "\n".join(line for line in lines if not line.startswith("Wiped at"))


async def at_rest(pilot: Pilot) -> None:
    """Wait until the kiosk waits for somebody."""
    await pilot.wait_for("kiosk.start.begin", text="Touch to start", within_s=30.0)
    await pilot.wait_until(
        lambda: _BUSY not in pilot.read("kiosk") and "demo" in pilot.read("kiosk"),
        wanted="everything put back",
    )


async def _visit_until_killed(profile: Path, seed: int) -> None:
    desktop = Desktop(
        profile, surroundings=loopback_alone(free_port()), pictures=profile.parent / "pictures"
    )
    chance = random.Random(seed)
    pilot = await desktop.open("--kiosk", "--language", "en")
    await at_rest(pilot)
    print(json.dumps({"read": readable(pilot)}), flush=True)
    visitor = Visitor(pilot, chance)
    while True:
        word = f"canary{chance.getrandbits(40):010x}"
        print(json.dumps({"word": word}), flush=True)
        visitor.type(word)
        for _ in range(10):
            visitor.act()
            await asyncio.sleep(0)


def main() -> None:
    """Let visitors come; never returns."""
    profile, seed = Path(sys.argv[1]), int(sys.argv[2])
    application = QApplication(["altrabits-desktop"])

    async def visit(_loop: asyncio.AbstractEventLoop) -> int:
        await _visit_until_killed(profile, seed)
        return 0

    with suppress(KeyboardInterrupt):
        run_on_qt(application, visit, end=lambda: None)


if __name__ == "__main__":
    main()
