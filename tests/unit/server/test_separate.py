"""What a server of its own says when it cannot listen where it was told to."""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import AltraBitsError, PortTaken, Refused
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.server import separate
from altrabits_desktop.server.separate import RunOptions, run

if TYPE_CHECKING:
    from pathlib import Path


def refused(folder: Path, *, host: str = "127.0.0.1", port: int = 80) -> AltraBitsError:
    with pytest.raises(AltraBitsError) as caught:
        run(RunOptions(folder=folder, host=host, port=port), bundled=(), say=lambda _url: None)
    return caught.value


def refuse_to_bind(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_socket: socket.socket, _address: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(socket.socket, "bind", refuse)


def test_an_address_of_another_computer_is_said_to_be_none_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_bind(monkeypatch, errno.EADDRNOTAVAIL)

    error = refused(tmp_path, host="192.0.2.1")

    assert (type(error), error.code, error.exit_status) == (Refused, "server.address_missing", 1)
    assert sentence_of(error) == (
        "This computer does not have the address 192.0.2.1. Name one of its own with --host, or"
        " leave --host out: then programs on this computer alone reach the server."
    )


def test_a_port_that_its_person_may_not_use_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_bind(monkeypatch, errno.EACCES)
    monkeypatch.setattr(separate, "_IS_WINDOWS", False)

    error = refused(tmp_path)

    assert (type(error), error.code, error.exit_status) == (Refused, "server.port_forbidden", 1)
    assert sentence_of(error) == (
        "This computer does not let you use port 80. Name one of 1024 or higher with --port."
    )


def test_on_windows_another_program_may_hold_such_a_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_bind(monkeypatch, errno.EACCES)
    monkeypatch.setattr(separate, "_IS_WINDOWS", True)

    assert refused(tmp_path).code == "server.port_taken"


def test_a_port_that_another_program_holds_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        error = refused(tmp_path, port=other.getsockname()[1])

    assert (type(error), error.code, error.exit_status) == (PortTaken, "server.port_taken", 3)
