"""The commands that lead to a place of the window, back, or out of it."""

from __future__ import annotations

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.window_command import Group, WindowCommand, has_policy

PLACE_COMMANDS: tuple[WindowCommand, ...] = (
    WindowCommand(
        Command.CLOSE,
        Group.DO,
        "close",
        lambda: translate("commands", "Close the window"),
        lambda shell: shell.close_window(),
    ),
    WindowCommand(
        Command.QUIT,
        Group.DO,
        "close",
        lambda: translate("commands", "Close the window"),
        lambda shell: shell.close_window(),
        is_listed=False,
    ),
    WindowCommand(
        Command.BACK,
        Group.GO_TO,
        "chevron-left",
        lambda: translate("commands", "Go back"),
        lambda shell: shell.go_back(),
        is_listed=False,
    ),
    WindowCommand(
        Command.SHOW_COMMANDS,
        Group.GO_TO,
        "search",
        lambda: translate("commands", "Find a command or a streamer"),
        lambda shell: shell.show_commands(),
        is_listed=False,
    ),
    WindowCommand(
        Command.GO_TO_STREAMERS,
        Group.GO_TO,
        "streamers",
        lambda: translate("commands", "Streamers"),
        lambda shell: shell.show_streamers(),
    ),
    WindowCommand(
        Command.GO_TO_SUPPORT,
        Group.GO_TO,
        "support",
        lambda: translate("commands", "Support"),
        lambda shell: shell.show_support(),
        detail=lambda: translate("commands", "Requests, answers, contact"),
    ),
    WindowCommand(
        Command.GO_TO_PRIVACY,
        Group.GO_TO,
        "privacy",
        lambda: translate("commands", "Privacy"),
        lambda shell: shell.show_privacy(),
        detail=lambda: translate("commands", "Decisions, receipts, versions of the policy"),
    ),
    WindowCommand(
        Command.GO_TO_POLICY,
        Group.GO_TO,
        "document",
        lambda: translate("commands", "Privacy policy"),
        lambda shell: shell.show_policy(),
        has_policy,
        detail=lambda: translate("commands", "The whole text"),
    ),
    WindowCommand(
        Command.GO_TO_ACCOUNT,
        Group.GO_TO,
        "account",
        lambda: translate("commands", "Account"),
        lambda shell: shell.show_account(),
        detail=lambda: translate("commands", "Sign in, sign out, password, sign-ins, deletion"),
    ),
    WindowCommand(
        Command.GO_TO_SETTINGS,
        Group.GO_TO,
        "settings",
        lambda: translate("commands", "Settings"),
        lambda shell: shell.show_settings(),
        detail=lambda: translate(
            "commands", "Theme, language, network cards, joining a home, kiosk"
        ),
    ),
    WindowCommand(
        Command.SHOW_KEYS,
        Group.GO_TO,
        "keyboard",
        lambda: translate("commands", "Show the keys"),
        lambda shell: shell.show_keys(is_by_key=True),
        detail=lambda: translate("commands", "All shortcuts"),
    ),
)
"""In the order of lists."""
