"""Opens pages of the system's own settings, where this system has them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import SystemPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_WINDOWS = {
    SystemPage.WIFI: "ms-settings:network-wifi",
    SystemPage.NETWORK: "ms-settings:network-status",
    SystemPage.VPN: "ms-settings:network-vpn",
    SystemPage.FIREWALL: "windowsdefender://network/",
}
_PANES = "x-apple.systempreferences:com.apple."
_MACOS = {
    SystemPage.WIFI: f"{_PANES}wifi-settings-extension",
    SystemPage.NETWORK: f"{_PANES}Network-Settings.extension",
    SystemPage.VPN: f"{_PANES}NetworkExtensionSettingsUI.NESettingsUIExtension",
    SystemPage.FIREWALL: f"{_PANES}Network-Settings.extension?Firewall",
    SystemPage.PERMISSION: f"{_PANES}preference.security?Privacy_LocalNetwork",
}
_GNOME = {
    SystemPage.WIFI: ("gnome-control-center", "wifi"),
    SystemPage.NETWORK: ("gnome-control-center", "network"),
    SystemPage.VPN: ("gnome-control-center", "network"),
}
_KDE = dict.fromkeys(_GNOME, ("systemsettings", "kcm_networkmanagement"))
_ANY = dict.fromkeys(_GNOME, ("nm-connection-editor",))


class ProgramSettings:
    """Pages that are opened by a program.

    Args:
        commands: what opens each page.
        start: starts a program, and tells whether it could.
    """

    def __init__(
        self,
        commands: Mapping[SystemPage, Sequence[str]],
        *,
        start: Callable[[Sequence[str]], bool],
    ) -> None:
        self._commands = commands
        self._start = start

    def can_open(self, page: SystemPage) -> bool:
        """Tell whether there is such a page here."""
        return page in self._commands

    def open(self, page: SystemPage) -> bool:
        """Open it; whether that could be done. Waits for nothing."""
        command = self._commands.get(page)
        return command is not None and self._start(command)


def system_settings() -> ProgramSettings:
    """Give the settings of this system; blocks for a moment."""
    commands = commands_of(
        sys.platform, has=lambda name: shutil.which(name) is not None, desktop=_desktop()
    )
    return ProgramSettings(commands, start=_started)


def commands_of(
    platform: str, *, has: Callable[[str], bool], desktop: str
) -> dict[SystemPage, tuple[str, ...]]:
    """Give what opens each page that there is. Pure.

    Args:
        platform: as `sys.platform` names it.
        has: whether a program is installed.
        desktop: as `XDG_CURRENT_DESKTOP` names it.
    """
    if platform == "win32":
        return {page: ("explorer.exe", address) for page, address in _WINDOWS.items()}
    if platform == "darwin":
        return {page: ("open", address) for page, address in _MACOS.items()}
    ways = (_KDE, _GNOME, _ANY) if "KDE" in desktop.upper() else (_GNOME, _KDE, _ANY)
    for way in ways:
        if has(next(iter(way.values()))[0]):
            return dict(way)
    return {}


def _desktop() -> str:
    return os.environ.get("XDG_CURRENT_DESKTOP", "")


def _started(command: Sequence[str]) -> bool:
    try:
        subprocess.Popen(  # noqa: S603 # a program of the system, with words of ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
