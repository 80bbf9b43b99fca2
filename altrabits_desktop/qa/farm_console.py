"""The console on the Announce port of a test's farm, with a keyring in a file.

`python -m altrabits_desktop.qa.farm_console PORT KEYRING WORD...`: what follows the two is a
command of `altrabits`, such as `discover` or `streamers list`. The program itself takes neither: it
hears the house that it stands in, and keeps secrets in the system's own keyring.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SHARED, shared_options
from altrabits_desktop.app.discovering import discover
from altrabits_desktop.app.home_console import home
from altrabits_desktop.app.process_end import end_despite_pool
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.cli.discover import OPTIONS, read_options
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.qa.keyring import FileKeyring
from altrabits_desktop.runtime.command_line import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_DISCOVER = "discover"


def main(port: str, keyring: str, words: Sequence[str]) -> int:
    """Carry out one command and give its exit status; blocks.

    Args:
        port: the Announce port of the farm.
        keyring: file that keeps secrets.
        words: the command.
    """
    output = Output(sys.stdout, sys.stderr, is_json="--json" in words)
    surroundings = Surroundings(
        ways=frozenset({HeardBy.ANNOUNCE}),
        announce_port=int(port),
        find_keyring=lambda: FileKeyring(Path(keyring)),
    )
    try:
        if words[0] == _DISCOVER:
            return _discover(words[1:], surroundings, output)
        return home(words[0], words[1:], os.environ, output, surroundings=surroundings)
    except AltraBitsError as error:
        output.error(error)
        return error.exit_status


def _discover(words: Sequence[str], surroundings: Surroundings, output: Output) -> int:
    read = read_words([*words, "--only", "announce"], (*OPTIONS, *SHARED))
    return discover(
        read_options(read),
        shared=shared_options(read, os.environ),
        saved_cards=(),
        output=output,
        surroundings=surroundings,
    )


if __name__ == "__main__":
    status = main(sys.argv[1], sys.argv[2], sys.argv[3:])
    end_despite_pool(status)
    sys.exit(status)
