"""The app without its window, against a server elsewhere: for tests that kill it at any moment.

Words: the profile, the URL, and a file that stands for the keyring. Signs in, then opens a support
request for each number that it reads, and prints the number once the app would show it as saved.
With `end` it waits until nothing waits to be sent, prints `done`, and ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.homing import build_home_server
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.contract.server_address import read_server_address
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.paths import Profile, write_whole
from tests.fakes.membership import EMAIL
from tests.fakes.served import PASSWORD


class FileRing:
    """Keeps `runtime.keychain.Backend` in a file, for a program that is killed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get_password(self, service: str, username: str) -> str | None:
        return self._read().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._read(), username: password})

    def delete_password(self, service: str, username: str) -> None:
        kept = self._read()
        kept.pop(username, None)
        self._write(kept)

    def _read(self) -> dict[str, str]:
        try:
            kept: dict[str, str] = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        write_whole(self._path, json.dumps(kept).encode())


async def live(profile: Profile, url: str, ring: Path) -> None:
    clock, changed = SystemClock(), asyncio.Event()
    server = build_home_server(
        profile,
        clock=clock,
        publish=lambda _changes: changed.set(),
        find_keyring=lambda: FileRing(ring),
        elsewhere=read_server_address(url),
    )
    await server.bring_up()
    home = server.home
    if not home.report().email:
        policy = home.report().policy
        assert policy is not None, home.report()
        await home.decide(policy, DecisionKind.ACCEPTED, shown_at=clock.now(), wording="Accept")
        await home.create_account(EMAIL, PASSWORD)
    say("ready")
    belongings = Belongings(home, clock=clock)
    while (word := await asyncio.to_thread(sys.stdin.readline)) not in {"end\n", ""}:
        await belongings.open_ticket(word.strip(), "Is it kept?")
        say(word.strip())
    while home.report().waits:
        changed.clear()
        await changed.wait()
    say("done")
    await server.stop()


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    folder, address, secrets = sys.argv[1:]
    asyncio.run(live(Profile(Path(folder)), address, Path(secrets)))
