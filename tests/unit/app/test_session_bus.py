"""Where the session bus is looked for."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.session_bus import bus_address

if TYPE_CHECKING:
    from pathlib import Path

BUS = "DBUS_SESSION_BUS_ADDRESS"


def test_the_environment_names_it() -> None:
    assert bus_address({BUS: "unix:path=/run/bus"}, platform="linux") == "unix:path=/run/bus"


@pytest.mark.parametrize("address", ["tcp:host=192.0.2.7,port=1", "unixexec:path=/bin/sh", "x"])
def test_nothing_that_plays_goes_over_a_network_or_into_a_program(address: str) -> None:
    assert bus_address({BUS: address}, platform="linux") is None


def test_its_socket_is_found_where_systems_keep_it(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))

        found = bus_address({"XDG_RUNTIME_DIR": str(tmp_path)}, platform="linux")

    assert found == f"unix:path={tmp_path / 'bus'}"


@pytest.mark.parametrize("name", ["none", ""])
def test_where_there_is_no_socket_there_is_no_bus(tmp_path: Path, name: str) -> None:
    (tmp_path / "bus").touch()
    folder = str(tmp_path) if name else ""

    assert bus_address({"XDG_RUNTIME_DIR": folder}, platform="linux") is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_none(platform: str) -> None:
    assert bus_address({BUS: "unix:path=/run/bus"}, platform=platform) is None
