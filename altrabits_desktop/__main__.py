"""`python -m altrabits_desktop` starts the window."""

from __future__ import annotations

import sys

from altrabits_desktop.app.main import main

if __name__ == "__main__":
    sys.exit(main())
