"""`altrabits discover` on the Announce port of a test's farm, which nothing else is heard on.

`python -m tests.harness.farm_console PORT WORD...`
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from altrabits_desktop.app.arguments import SharedOptions
from altrabits_desktop.app.discovering import discover
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.cli.discover import OPTIONS, read_options
from altrabits_desktop.cli.output import Output
from altrabits_desktop.runtime.command_line import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(port: str, words: Sequence[str]) -> int:
    read = read_words([*words, "--only", "announce"], OPTIONS)
    return discover(
        read_options(read),
        shared=SharedOptions(interfaces=("127.0.0.1",)),
        saved_cards=(),
        output=Output(sys.stdout, sys.stderr, is_json=read.has("--json")),
        surroundings=Surroundings(announce_port=int(port)),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
