"""The menus of the page: order and view of all, and what can be done with one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from altrabits_desktop.contract.commands import SetMute
from altrabits_desktop.runtime.settings import StreamerOrder, StreamerView
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.controls import mute_words, play_words
from altrabits_desktop.ui.pages.streamers.words import order_name, view_name
from altrabits_desktop.ui.widgets.choice_menu import ChoiceMenu
from altrabits_desktop.ui.widgets.plain import without_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.pages.streamers.together import Together
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.theme.theme import Theme

Value = TypeVar("Value")


def make_order_menu(theme: Theme, view_model: StreamersViewModel, *, parent: QWidget) -> ChoiceMenu:
    """Give the menu of orders and views, the present ones marked; the caller opens it."""
    menu = ChoiceMenu(theme, parent=parent)
    menu.setObjectName("streamers.order.menu")
    _head(menu, translate("streamers", "Order by"))
    orders = QActionGroup(menu)
    for order in StreamerOrder:
        entry = _choice(menu, orders, order_name(order), is_on=order is view_model.order)
        entry.setObjectName(f"streamers.order.{order.value}")
        entry.triggered.connect(_call(view_model.choose_order, order))
    menu.addSeparator()
    _head(menu, translate("streamers", "Show as"))
    views = QActionGroup(menu)
    for view in StreamerView:
        entry = _choice(menu, views, view_name(view), is_on=view is view_model.view)
        entry.setObjectName(f"streamers.show.{view.value}")
        entry.triggered.connect(_call(view_model.choose_view, view))
    return menu


def make_together_menu(theme: Theme, together: Together, *, parent: QWidget) -> ChoiceMenu:
    """Give the menu of what several are told at once; the caller opens it."""
    menu = ChoiceMenu(theme, parent=parent)
    menu.setObjectName("streamers.together.menu")
    if together.is_open:
        _head(menu, translate("streamers", "Play together"))
        for place, (name, is_on) in enumerate(together.saved(), 1):
            entry = QAction(without_shortcut(name), menu)
            entry.setCheckable(is_on)
            entry.setChecked(is_on)
            entry.setObjectName(f"streamers.together.{place}")
            entry.triggered.connect(_call(together.saved_wanted.emit, name))
            menu.addAction(entry)
        if not together.saved():
            _head(menu, translate("streamers", "Groups that you save stand here"))
        menu.addSeparator()
    pause = QAction(without_shortcut(translate("streamers", "Pause all")), menu)
    pause.setObjectName("streamers.together.pause")
    pause.setEnabled(together.can_pause)
    pause.triggered.connect(together.pause_wanted)
    menu.addAction(pause)
    return menu


def make_streamer_menu(
    streamer: Streamer,
    *,
    show: Callable[[str], object],
    check: Callable[[str], object],
    open_page: Callable[[str], object],
    face: Face,
    tell: Callable[[str, Command], object],
    group: Callable[[str], object] | None,
    notes: Mapping[str, Callable[[str], object]],
    parent: QWidget,
) -> QMenu:
    """Give the menu of one streamer; the caller opens it.

    Args:
        streamer: whose.
        show: shows its page.
        check: asks it now.
        open_page: opens its own page.
        face: how it looks now.
        tell: tells it something.
        group: leads to who plays along with it; None where nobody could.
        notes: what may be noted of it: `rename`, `ignore`, `forget`.
        parent: owner.
    """
    menu = QMenu(parent)
    menu.setObjectName("streamers.rows.menu")
    entries = [
        ("show", translate("streamers", "Show more"), show),
        ("check", translate("streamers", "Check now"), check),
    ]
    if streamer.page_url:
        entries.append(("page", translate("streamers", "Open its page"), open_page))
    for name, words, command in _commands(face):
        entries.append((name, words, partial(_swap, tell, command)))
    if group is not None:
        entries.append(("group", translate("streamers", "Group"), group))
    for name, note in notes.items():
        entries.append((name, _note_words(name), note))
    for name, text, action in entries:
        entry = QAction(without_shortcut(text), menu)
        entry.setObjectName(f"streamers.rows.{name}")
        entry.triggered.connect(_call(action, streamer.id))
        menu.addAction(entry)
    return menu


def _note_words(name: str) -> str:
    match name:
        case "rename":
            return translate("streamers", "Name it for yourself")
        case "forget":
            return translate("streamers", "Forget it until it is heard again")
        case _:
            return translate("streamers", "Ignore it")


def _commands(face: Face) -> list[tuple[str, str, Command]]:
    """Give what it can be told from here: name, words and command."""
    commands: list[tuple[str, str, Command]] = []
    controls, level = face.controls, face.level
    if controls.can_play:
        commands.append(("play", play_words(controls.primary), controls.primary))
    if controls.can_mute and level is not None:
        commands.append(("mute", mute_words(is_muted=level.is_muted), SetMute(not level.is_muted)))
    return commands


def _swap(tell: Callable[[str, Command], object], command: Command, streamer_id: str) -> None:
    tell(streamer_id, command)


def _head(menu: QMenu, text: str) -> None:
    # The words of a section are not painted where a stylesheet paints the menu.
    head = QAction(without_shortcut(text), menu)
    head.setEnabled(False)
    menu.addAction(head)


def _choice(menu: QMenu, group: QActionGroup, text: str, *, is_on: bool) -> QAction:
    entry = QAction(without_shortcut(text), menu)
    entry.setCheckable(True)
    entry.setChecked(is_on)
    group.addAction(entry)
    menu.addAction(entry)
    return entry


def _call(action: Callable[[Value], object], value: Value) -> Callable[[], None]:
    def called() -> None:
        action(value)

    return called
