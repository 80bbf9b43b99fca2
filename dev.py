#!/usr/bin/env python3
"""The one entry for people and CI: run, test, check, bench, shots. Needs Python 3.11 alone."""

from __future__ import annotations

import sys
from pathlib import Path

LEAST = (3, 11)


def main() -> int:
    """Refuse an old Python in one sentence; else carry out the command."""
    version = tuple(sys.version_info[:2])
    if version < LEAST:
        print(f"AltraBits Desktop needs Python 3.11 or newer; this is {version[0]}.{version[1]}.")
        return 1
    root = Path(__file__).resolve().parent
    sys.path.insert(0, str(root / "packaging"))
    from house.commands import main as carry_out

    return carry_out(root, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
