"""The commands that choose how the window looks, and how streamers are shown in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.settings import StreamerOrder, StreamerView, ThemeChoice
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.pages.streamers.words import order_name, view_name
from altrabits_desktop.ui.shell.window_command import Group, WindowCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.settings import Settings
    from altrabits_desktop.ui.shell.window_command import Shell


def _setting(
    command: Command,
    icon: str,
    title: Callable[[], str],
    choose: Callable[[Settings], Settings],
) -> WindowCommand:
    """Make the command that chooses something in the settings; possible where it is another."""

    def keep(shell: Shell) -> None:
        settings = shell.services.settings
        shell.launch(settings.change(choose(settings.get())))

    def is_another(shell: Shell) -> bool:
        held = shell.services.settings.get()
        return choose(held) != held

    return WindowCommand(command, Group.DO, icon, title, keep, is_another)


def _theme(command: Command, theme: ThemeChoice, title: Callable[[], str]) -> WindowCommand:
    return _setting(command, "theme", title, lambda held: held._replace(theme=theme))


def _view(command: Command, icon: str, view: StreamerView) -> WindowCommand:
    def title() -> str:
        return fill(translate("commands", "Show streamers as: {view}"), view=view_name(view))

    return _setting(command, icon, title, lambda held: held._replace(view=view))


def _order(command: Command, order: StreamerOrder) -> WindowCommand:
    def title() -> str:
        return fill(translate("commands", "Order streamers by: {order}"), order=order_name(order))

    return _setting(command, "order", title, lambda held: held._replace(order=order))


VIEW_COMMANDS: tuple[WindowCommand, ...] = (
    _view(Command.SHOW_CARDS, "cards", StreamerView.CARDS),
    _view(Command.SHOW_ROWS, "rows", StreamerView.ROWS),
    _view(Command.SHOW_AUTOMATIC, "cards", StreamerView.AUTOMATIC),
    _order(Command.ORDER_BY_ROOM, StreamerOrder.ROOM),
    _order(Command.ORDER_BY_NAME, StreamerOrder.NAME),
    _order(Command.ORDER_BY_STATE, StreamerOrder.STATE),
    _theme(
        Command.USE_LIGHT_THEME,
        ThemeChoice.LIGHT,
        lambda: translate("commands", "Use the light theme"),
    ),
    _theme(
        Command.USE_DARK_THEME,
        ThemeChoice.DARK,
        lambda: translate("commands", "Use the dark theme"),
    ),
    _theme(
        Command.USE_SYSTEM_THEME,
        ThemeChoice.SYSTEM,
        lambda: translate("commands", "Use the theme of the system"),
    ),
)
"""In the order of lists."""
