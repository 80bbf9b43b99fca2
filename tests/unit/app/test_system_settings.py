from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.system_settings import ProgramSettings, commands_of
from altrabits_desktop.contract.doctor import SystemPage

if TYPE_CHECKING:
    from collections.abc import Sequence


def nothing(_name: str) -> bool:
    return False


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_have_pages_of_their_own(platform: str) -> None:
    commands = commands_of(platform, has=nothing, desktop="")

    assert {SystemPage.WIFI, SystemPage.NETWORK, SystemPage.VPN, SystemPage.FIREWALL} <= set(
        commands
    )


@pytest.mark.parametrize(
    ("installed", "desktop", "program"),
    [
        (("gnome-control-center", "systemsettings"), "ubuntu:GNOME", "gnome-control-center"),
        (("gnome-control-center", "systemsettings"), "KDE", "systemsettings"),
        (("nm-connection-editor",), "XFCE", "nm-connection-editor"),
    ],
)
def test_linux_has_those_of_its_desktop(
    installed: tuple[str, ...], desktop: str, program: str
) -> None:
    commands = commands_of("linux", has=lambda name: name in installed, desktop=desktop)

    assert commands[SystemPage.WIFI][0] == program
    assert SystemPage.FIREWALL not in commands


def test_a_system_without_any_has_no_page() -> None:
    assert commands_of("linux", has=nothing, desktop="") == {}


def test_a_page_is_opened_by_its_program_and_a_refusal_is_told() -> None:
    started: list[Sequence[str]] = []

    def start(command: Sequence[str]) -> bool:
        started.append(command)
        return False

    settings = ProgramSettings({SystemPage.WIFI: ("a", "b")}, start=start)

    assert settings.can_open(SystemPage.WIFI)
    assert not settings.open(SystemPage.WIFI)
    assert not settings.open(SystemPage.VPN)
    assert started == [("a", "b")]
