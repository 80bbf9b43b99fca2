"""First of all in the frozen program: what its start needed does not reach what it starts.

The loader has read the path of libraries by now. A browser that is opened from here must not find
our copies on it, so it gets back what the person had.

And a program that runs goes on when its package is replaced. What is imported later is read out of
the program's own file, by its name, at places of that file alone: behind the name lies another file
by then, and no page would open any more. What runs stays what it was as long as it runs, and the
system has a name for that.
"""

from __future__ import annotations

import os
import sys

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
if before:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

RUNNING = "/proc/self/exe"
archive = getattr(sys.modules.get("pyimod02_importers"), "pyz_archive", None)
if archive is not None:
    try:
        # Paths as text: a module more is imported at each start otherwise.
        if os.path.samefile(archive._filename, RUNNING):  # noqa: PTH121, SLF001 # no other name
            archive._filename = RUNNING  # noqa: SLF001 # as said
    except OSError:
        # A system without /proc: it reads by the file's name, as it would anyway.
        pass
