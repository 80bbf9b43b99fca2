"""Asks the doctor by the real command and tells its answer, exit status and time as one line.

Words: those of the command; `--without-rights` takes the rights to read firewall rules before.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ALTRABITS = Path(sys.executable).with_name("altrabits")
WITHOUT_RIGHTS = ("setpriv", "--bounding-set", "-net_admin,-net_raw", "--")


def ask(words: list[str]) -> dict[str, object]:
    """Carry the command out in a profile of its own."""
    before = WITHOUT_RIGHTS if "--without-rights" in words else ()
    words = [word for word in words if word != "--without-rights"]
    with tempfile.TemporaryDirectory() as folder:
        begun_s = time.monotonic()
        done = subprocess.run(
            [*before, ALTRABITS, "doctor", "--json", "--profile", f"{folder}/profile", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        took_s = time.monotonic() - begun_s
    if not done.stdout:
        sys.exit(done.stderr)
    return {"status": done.returncode, "took_s": took_s, "answer": json.loads(done.stdout)}


if __name__ == "__main__":
    print(json.dumps(ask(sys.argv[1:])))
