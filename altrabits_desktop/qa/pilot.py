"""Drives the real window by the names of its objects: press, type, choose, read, wait for.

Everything goes the way a person goes: by pointer and keys, on what can be seen and reached; only
what is scrolled out of sight is brought back by itself. For async tests on the loop of the window;
nothing here runs a loop inside the loop. A failure is shown where the test asked for it: pytest
leaves out what has `__tracebackhide__`.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QScrollArea, QSlider, QWidget

from altrabits_desktop.qa.reading import is_named, shown, text_of
from altrabits_desktop.ui.shell.picture import picture_of
from altrabits_desktop.ui.widgets.pieces import finish_all
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WAIT_S = 10.0
_LOOK_EVERY_S = 0.02
_TEXT_CHARACTERS = 2000
_MOST_TABS = 100
"""No page has as many controls."""


class NotSeenError(AssertionError):
    """What was expected did not come; the message says what was there instead."""


class Pilot:
    """A person at the window.

    Args:
        window: the real one.
        pictures: folder that takes a picture when something is missing; made when needed.
    """

    def __init__(self, window: QWidget, *, pictures: Path) -> None:
        self.window = window
        self._pictures = pictures

    def names(self, pattern: str = "*") -> list[str]:
        """Give the names of what can be seen, in reading order."""
        return [widget.objectName() for widget in shown(self.window, pattern)]

    def find(self, name: str, *, within: str = "") -> QWidget:
        """Give the one object of a name that can be seen.

        Args:
            name: its object name.
            within: name of an object that it lies in, where several are called alike, such as a
                streamer's card.

        Raises:
            NotSeenError: there is none, or more than one.
        """
        __tracebackhide__ = True
        place = self.find(within) if within else self.window
        found = shown(place, name) or self._shown_when_whole(place, name)
        if len(found) != 1:
            raise self._not_seen(f"{len(found)} objects are called {name}, not one")
        return found[0]

    def _shown_when_whole(self, place: QWidget, name: str) -> list[QWidget]:
        # Pages make their parts one by one, faster than a person looks, not faster than a test.
        finish_all(self.window)
        QApplication.sendPostedEvents()
        return shown(place, name)

    def read(self, name: str = "window", *, within: str = "") -> str:
        """Give the texts in an object, one a line; those of the whole window by default."""
        __tracebackhide__ = True
        return text_of(self.window if name == "window" else self.find(name, within=within))

    def value(self, name: str, *, within: str = "") -> int:
        """Give the level at which a slider stands.

        Raises:
            NotSeenError: like `find`; or it is no slider.
        """
        __tracebackhide__ = True
        return self._slider(name, within=within).value()

    def press(self, name: str, *, within: str = "") -> None:
        """Press an object with the pointer, scrolled into sight where needed.

        Raises:
            NotSeenError: it is not there, switched off, or something lies over it.
        """
        __tracebackhide__ = True
        widget = self._reachable(name, within=within)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def slide(self, name: str, share: float, *, within: str = "") -> int:
        """Press a slider at a place of its length, and give the level that was chosen so.

        Args:
            name: its object name.
            share: 0.0 where it begins, 1.0 where it ends.
            within: as for `find`.

        Raises:
            NotSeenError: like `press`; or it is no slider.
        """
        __tracebackhide__ = True
        slider = self._slider(name, within=within)
        self._reachable(name, within=within)
        at = QPoint(round((slider.width() - 1) * share), slider.height() // 2)
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at)
        return slider.value()

    def type(self, name: str, text: str) -> None:
        """Put a text in a field, in the place of what stood there, key by key.

        Raises:
            NotSeenError: like `press`; or it is no field.
        """
        __tracebackhide__ = True
        widget = self.find(name)
        if not isinstance(widget, (QLineEdit, TextField)):
            raise self._not_seen(f"{name} is no field")
        self.press(name)
        QTest.keySequence(widget, QKeySequence.StandardKey.SelectAll)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        QTest.keyClicks(widget, text)

    def key(
        self,
        key: Qt.Key,
        *,
        name: str = "",
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key: in an object, or where the focus is."""
        __tracebackhide__ = True
        target = self._reachable(name) if name else QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)

    def write(self, text: str) -> None:
        """Type a text where the focus is, key by key."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    async def tab_to(self, name: str) -> None:
        """Press Tab until the focus is in an object, as somebody without a mouse does.

        Raises:
            NotSeenError: Tab does not lead there.
        """
        __tracebackhide__ = True
        for _ in range(_MOST_TABS):
            focused = QApplication.focusWidget()
            if focused is not None and is_named(focused, name):
                return
            self.key(Qt.Key.Key_Tab)
            # What has just opened takes the keyboard in a turn of the loop of its own.
            await asyncio.sleep(0)
        raise self._not_seen(f"Tab does not lead to {name}")

    async def choose(self, name: str, entry: str) -> None:
        """Choose an entry, by its text, in a button's menu.

        Raises:
            NotSeenError: there is no such entry.
        """
        __tracebackhide__ = True
        self.press(name)
        menu = await self._open_menu(name)
        for action in menu.actions():
            if action.text().replace("&", "") == entry:
                QTest.mouseClick(
                    menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center()
                )
                # Without a window manager nobody gives the keyboard back when a menu has closed.
                self.window.activateWindow()
                return
        menu.close()
        raise self._not_seen(f"the menu of {name} has no entry {entry}")

    async def wait_for(
        self,
        name: str,
        *,
        text: str | None = None,
        count: int = 1,
        is_gone: bool = False,
        within_s: float = WAIT_S,
    ) -> None:
        """Wait until so many objects of a name can be seen, or none, or one says something.

        Args:
            name: object name; `*` stands for anything.
            text: part of what one of them must say.
            count: how many there must be, where no text is asked for.
            is_gone: whether none may be there any more.
            within_s: time limit.

        Raises:
            NotSeenError: the time is over; with a picture of what was there.
        """
        __tracebackhide__ = True

        def holds() -> bool:
            found = shown(self.window, name)
            if name == "window":
                found = [self.window]
            if is_gone:
                return not found
            if text is not None:
                return any(text in text_of(widget) for widget in found)
            return len(found) == count

        wanted = f"{name} {'gone' if is_gone else text or f'{count} times'}"
        await self.wait_until(holds, wanted=wanted, within_s=within_s)

    async def wait_until(
        self, holds: Callable[[], bool], *, wanted: str, within_s: float = WAIT_S
    ) -> None:
        """Wait until a condition holds; the window has a turn before it is looked at.

        Raises:
            NotSeenError: the time is over; with a picture of what was there.
        """
        __tracebackhide__ = True
        ends_at_s = time.monotonic() + within_s
        # No person does two things in one turn of the loop.
        await asyncio.sleep(0)
        while not holds():
            if time.monotonic() > ends_at_s:
                raise self._not_seen(f"not within {within_s:g} s: {wanted}")
            await asyncio.sleep(_LOOK_EVERY_S)

    def save_picture(self, name: str) -> Path:
        """Save what the window shows as a picture, and give its file."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        picture_of(self.window).save(str(path))
        return path

    def _slider(self, name: str, *, within: str) -> QSlider:
        __tracebackhide__ = True
        slider = self.find(name, within=within)
        if not isinstance(slider, QSlider):
            raise self._not_seen(f"{name} is no slider")
        return slider

    def _reachable(self, name: str, *, within: str = "") -> QWidget:
        __tracebackhide__ = True
        widget = self.find(name, within=within)
        if not widget.isEnabled():
            raise self._not_seen(f"{name} is switched off")
        _scroll_to(widget)
        top, dialog = widget.window(), QApplication.activeModalWidget()
        over = top.childAt(widget.mapTo(top, widget.rect().center()))
        if dialog is not None and dialog is not top:
            over = dialog
        if over is None or not (over is widget or widget.isAncestorOf(over)):
            lies = over.objectName() or type(over).__name__ if over is not None else "nothing"
            raise self._not_seen(f"{name} cannot be reached: {lies} is at its place")
        return widget

    async def _open_menu(self, name: str) -> QMenu:
        __tracebackhide__ = True

        def is_open() -> bool:
            return isinstance(QApplication.activePopupWidget(), QMenu)

        await self.wait_until(is_open, wanted=f"a menu of {name}")
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            raise self._not_seen(f"{name} opens no menu")
        return menu

    def _not_seen(self, why: str) -> NotSeenError:
        names = ", ".join(self.names())
        texts = text_of(self.window)[:_TEXT_CHARACTERS]
        picture = self.save_picture("not-seen")
        return NotSeenError(f"{why}\nNames: {names}\nTexts: {texts}\nPicture: {picture}")


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
