"""A person's computer with a real keyring: kept, locked, gone and back; and one without any.

For namespaces of its own (`unshare --mount --uts --net --pid`), as root. Prints what was read at
the window, said by the console and found of the token, as one JSON object.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from altrabits_desktop.qa.programs import CONSOLE, end, run, running_window, wait_until
from altrabits_desktop.runtime.keychain import SERVICE, system_keyring
from altrabits_desktop.runtime.paths import default_profile
from altrabits_desktop.sync.replica import ACCOUNT
from tests.commitments.private_computer import HOME, OWN_FOLDERS, move_in
from tests.harness.traces import content_of, stamps, traces
from tests.lab.person_window import PASSWORD, at_the_window

if TYPE_CHECKING:
    from collections.abc import Iterator

BARE = HOME / "bare"
"""Where the data of the person is while there is no keyring."""
SECRETS = "org.freedesktop.secrets"
_SEND = ("dbus-send", "--session", "--print-reply", "--type=method_call")
_LOCK = ("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock")
_LOGIN = "array:objpath:/org/freedesktop/secrets/collection/login"
_HAS_OWNER = ("/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner")
_KEYRING = ("gnome-keyring-daemon", "--foreground", "--replace", "--unlock")


@contextlib.contextmanager
def session_bus() -> Iterator[None]:
    """Run a session bus while the block runs; everything that starts inside finds it."""
    command = ("dbus-daemon", "--session", "--nofork", "--print-address")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        try:
            yield
        finally:
            bus.terminate()


@contextlib.contextmanager
def keyring() -> Iterator[None]:
    """Run the keyring, unlocked as at a login, while the block runs; then it is killed.

    The bus starts another one when that is asked for, as on any desktop: a locked one.
    """
    with subprocess.Popen(_KEYRING, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as ring:
        assert ring.stdin is not None
        ring.stdin.write(b"the person's login")
        ring.stdin.close()
        try:
            wait_until(is_there)
            yield
        finally:
            ring.kill()


def is_there() -> bool:
    asked = [*_SEND, "--dest=org.freedesktop.DBus", *_HAS_OWNER, f"string:{SECRETS}"]
    return "true" in subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def lock() -> None:
    subprocess.run([*_SEND, f"--dest={SECRETS}", *_LOCK, _LOGIN], check=True, capture_output=True)


def token() -> str:
    """Give the token of the sign-in, out of the keyring."""
    replica = default_profile().replica_file
    with contextlib.closing(sqlite3.connect(replica)) as database:
        [account] = database.execute("SELECT value FROM facts WHERE name = ?", (ACCOUNT,))
    ring = system_keyring()
    assert ring is not None
    return ring.get_password(SERVICE, f"session {account[0]}") or ""


def console() -> dict[str, object]:
    """Ask the console who is signed in."""
    asked = run(CONSOLE, "account", "sessions", "--json")
    return {"status": asked.returncode, "said": json.loads(asked.stdout or asked.stderr)}


def search(secrets: dict[str, str], process: int) -> dict[str, list[str]]:
    """Look for secrets in all files of the person and in what the system tells of a process."""
    of_process = [Path(f"/proc/{process}/{name}") for name in ("environ", "cmdline")]
    looked_at = [*stamps(OWN_FOLDERS), *of_process]
    return {str(path): traces(content_of(path), secrets) for path in looked_at}


def with_a_keyring() -> dict[str, Any]:
    told: dict[str, Any] = {}
    with session_bus():
        with keyring():
            told["first"] = at_the_window("accept", "create", "request")
            told["again"] = at_the_window("account", "requests")
            told["console"] = console()
            secrets = {"token": token(), "password": PASSWORD}
            with running_window(default_profile().folder) as window:
                told["console beside a window"] = console()
                told["found"] = search(secrets, window.pid)
                told["status"] = end(window, signal.SIGTERM)
            told["found in a planted file"] = planted(secrets)
            lock()
            told["locked"] = at_the_window("withheld", "entrance")
            told["console locked"] = console()
        told["gone"] = at_the_window("withheld", "sign_in", "requests")
        with keyring():
            told["back"] = at_the_window("account", "requests")
    return told


def planted(secrets: dict[str, str]) -> list[str]:
    path = HOME / "planted"
    path.write_text(" ".join(secrets.values()), encoding="utf-16")
    return search(secrets, os.getpid())[str(path)]


def without_a_keyring() -> dict[str, Any]:
    data = {"XDG_DATA_HOME": str(BARE)}
    first = at_the_window("accept", "create", "request", **data)
    files = [path.relative_to(BARE).as_posix() for path in BARE.rglob("*") if path.is_file()]
    return {
        "first": first,
        "files": files,
        "again": at_the_window("entrance", "sign_in", "requests", **data),
    }


def main() -> dict[str, Any]:
    move_in()
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    return {"bare": without_a_keyring(), **with_a_keyring()}


if __name__ == "__main__":
    print(json.dumps(main(), ensure_ascii=False))
