"""How much is tried: all of it where nobody waits, a sample where a person does."""

from __future__ import annotations

import os

IS_CI = os.environ.get("CI") == "true"
"""Nobody waits there: chance gets more tries, and what is a sample elsewhere is the whole."""
