"""First of all in the frozen program: what its start needed does not reach what it starts.

The loader has read the path of libraries by now. A browser that is opened from here must not find
our copies on it, so it gets back what the person had.
"""

from __future__ import annotations

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
