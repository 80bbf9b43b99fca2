"""`altrabits` with a keyring of its own, on the Announce port of a test's farm.

`python -m tests.harness.own_console PORT KEYRING WORD...`; the keyring is a file in the test's
folder, as the program itself never takes one.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app.home_console import home
from altrabits_desktop.app.process_end import end_despite_pool
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.passwords import Passwords
from tests.fakes.served import WEAK

if TYPE_CHECKING:
    from collections.abc import Sequence


class FileRing:
    """Keeps `runtime.keychain.Backend` in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps({**self._kept(), username: password}))

    def delete_password(self, service: str, username: str) -> None:
        kept = self._kept()
        del kept[username]
        self._file.write_text(json.dumps(kept))

    def _kept(self) -> dict[str, str]:
        kept: dict[str, str] = json.loads(self._file.read_text()) if self._file.exists() else {}
        return kept


def main(port: str, keyring: str, words: Sequence[str]) -> int:
    output = Output(sys.stdout, sys.stderr, is_json="--json" in words)
    surroundings = Surroundings(
        ways=frozenset({HeardBy.ANNOUNCE}),
        announce_port=int(port),
        find_keyring=lambda: FileRing(Path(keyring)),
        passwords=Passwords(WEAK),
    )
    try:
        return home(words[0], words[1:], os.environ, output, surroundings=surroundings)
    except AltraBitsError as error:
        output.error(error)
        return error.exit_status


if __name__ == "__main__":
    status = main(sys.argv[1], sys.argv[2], sys.argv[3:])
    end_despite_pool(status)
    sys.exit(status)
