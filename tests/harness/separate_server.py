"""A server of its own with a policy for tests; its words are the folder, and a port if need be.

Prints the line of `altrabits server run --json`, then runs until it is ended.
"""

from __future__ import annotations

import sys
from pathlib import Path

from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.separate import RunOptions, run
from tests.fakes.clock import FakeClock
from tests.fakes.served import WEAK, policy

if __name__ == "__main__":
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 0  # its second word
    options = RunOptions(folder=Path(sys.argv[1]), port=port, is_json=True)
    # A quick hash: what is tested here is what a kill leaves, not the strength of passwords.
    quick = Passwords(WEAK)
    sys.exit(run(options, bundled=(policy(FakeClock()),), say=print, passwords=quick))
