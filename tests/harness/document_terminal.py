"""A terminal at which the commands of a document are typed, in a home network of its own.

Needs Linux and root: the network is a namespace with one card, on which nobody else is. What is
typed is what stands in the document, but for words that stand for the reader's own.
"""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.qa.programs import owner_of, wait_until
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CARD = "home0"
FIRST_ADDRESS = 20
"""Of the computer, in 192.168.1.0/24; the simulated streamers stand at those that follow."""
LIMIT_S = 40.0
_NETWORK = f"""
set -e
ip link set lo up
ip link add {CARD} type veth peer name far0
ip link set far0 up
for place in 20 21 22; do
    ip address add 192.168.1.$place/24 broadcast 192.168.1.255 dev {CARD}
done
ip link set {CARD} up
ip route add default via 192.168.1.1
echo ready
exec cat
"""
_STARTS = """
import os, sys
from pathlib import Path

sys.path[0] = sys.argv.pop(1)
from altrabits_desktop.qa.keyring import FileKeyring
from altrabits_desktop.runtime import keychain

keychain.system_keyring = lambda: FileKeyring(Path(os.environ["HOME"]) / "keyring.json")
if sys.argv.pop(1) == "window":
    from altrabits_desktop.app.main import main
else:
    from altrabits_desktop.app.console import main
sys.exit(main())
"""
"""Starts a program where a keyring is unlocked, as on a computer that somebody sits at."""
_CTRL_C = b"\x03"
_ENDED_BY_HAND = (0, 130, -2)
_CHUNK = 65_536
_LOOK_EVERY_S = 0.02


class DocumentFailed(AssertionError):
    """A command did not do what the document says; with what it said instead."""


class Typed:
    """One command that was typed: what it has said so far, and how it ended."""

    def __init__(self, command: str, *, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.command = command
        self.said = ""
        self._process = process
        self._terminal = terminal
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._terminal, _CHUNK)
            except OSError:
                return
            if not chunk:
                return
            self.said += chunk.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait_for(self, words: str, *, since: int = 0) -> int:
        """Wait until it says something; gives the place in `said` behind it.

        Raises:
            DocumentFailed: it ended before, or did not say it in time.
        """
        ends_at_s = time.monotonic() + LIMIT_S
        while (place := self.said.find(words, since)) < 0:
            is_over = self._process.poll() is not None
            if is_over or time.monotonic() > ends_at_s:
                self._reading.join(1)
                if words in self.said[since:]:
                    continue
                raise DocumentFailed(f"{self.command}\ndoes not say {words!r}:\n{self.said}")
            select.select([], [], [], _LOOK_EVERY_S)
        return place + len(words)

    def type(self, text: str) -> None:
        os.write(self._terminal, f"{text}\n".encode())

    def wait(self, status: int) -> str:
        """Wait for the end, and give all that it said.

        Raises:
            DocumentFailed: it did not end in time, or with another status.
        """
        try:
            ended = self._process.wait(LIMIT_S)
        except subprocess.TimeoutExpired as error:
            self.kill()
            raise DocumentFailed(f"{self.command}\ndoes not end:\n{self.said}") from error
        self._reading.join(LIMIT_S)
        self._close()
        if ended != status:
            raise DocumentFailed(f"{self.command}\nends with {ended}:\n{self.said}")
        return self.said

    def stop(self) -> None:
        """Press Ctrl+C, and see that this ends it.

        Raises:
            DocumentFailed: it does not end in time, or as if something had gone wrong.
        """
        os.write(self._terminal, _CTRL_C)
        try:
            ended = self._process.wait(LIMIT_S)
        except subprocess.TimeoutExpired as error:
            self.kill()
            raise DocumentFailed(f"{self.command}\ngoes on after Ctrl+C:\n{self.said}") from error
        self._reading.join(LIMIT_S)
        self._close()
        if ended not in _ENDED_BY_HAND:
            raise DocumentFailed(f"{self.command}\nends with {ended} at Ctrl+C:\n{self.said}")

    def kill(self) -> None:
        """End it, whatever it does."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(LIMIT_S)
            self._close()

    def _close(self) -> None:
        os.close(self._terminal)


class Terminal:
    """Types commands at computers that share a network.

    Args:
        network: process whose network it is.
        folder: in which commands are typed; has the programs in `.venv/bin`.
    """

    def __init__(self, network: int, folder: Path) -> None:
        self._network = network
        self._folder = folder

    def begin(self, command: str, *, computer: str) -> Typed:
        """Type a command, and let it go on.

        Args:
            command: one line for a shell.
            computer: at which; each has a home of its own.
        """
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [
                *("nsenter", "--target", str(self._network), "--net"),
                *("setsid", "--ctty", "--wait", "bash", "-c", command),
            ],
            cwd=self._folder,
            env=self._variables(computer),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        return Typed(command, process=process, terminal=ours)

    def wait_for_window(self, computer: str) -> None:
        """Wait until a window of that computer listens to later starts.

        Raises:
            ProgramFailedError: it does not in time.
        """
        profile = self._folder / computer / ".local/share/AltraBits Desktop"
        wait_until(lambda: owner_of(profile) != "")

    def _variables(self, computer: str) -> Mapping[str, str]:
        home = self._folder / computer
        home.mkdir(exist_ok=True)
        return {
            "HOME": str(home),
            "PATH": f"{self._folder / '.venv/bin'}:{os.environ['PATH']}",
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "COLUMNS": "200",
            "ALTRABITS_LANGUAGE": "en",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "QT_QPA_PLATFORM": "offscreen",
        }


@contextmanager
def terminal(folder: Path) -> Iterator[Terminal]:
    """Give a terminal in a network of its own; the folder is furnished as a checkout is."""
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    start = folder / "start.py"
    start.write_text(_STARTS, encoding="utf-8")
    for name, kind in (("altrabits", "console"), ("altrabits-desktop", "window")):
        _script(programs / name, f'"{start}" "{ROOT}" {kind}')
    (programs / "python").write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n', encoding="utf-8"
    )
    (programs / "python").chmod(0o755)
    (folder / "resources").symlink_to(ROOT / "resources")
    with subprocess.Popen(
        ["unshare", "--net", "sh", "-c", _NETWORK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as network:
        assert network.stdout is not None
        try:
            assert network.stdout.readline() == b"ready\n"
            yield Terminal(network.pid, folder)
        finally:
            network.kill()


def _script(path: Path, words: str) -> None:
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
    path.chmod(0o755)


def filled(command: str, values: Mapping[str, str]) -> str:
    """Put the reader's own words in the places of those that stand for them. Pure."""
    for word, value in values.items():
        command = re.sub(rf"(?<![\w.]){re.escape(word)}(?!\w)", lambda _: value, command)  # noqa: B023
    return command
