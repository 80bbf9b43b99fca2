"""The console as where the server alone is installed: no other library can be imported."""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions

from tests.harness.source_tree import ROOT

_PINS = ROOT / "packaging/requirements/server.txt"
_PROGRAM = """
import sys

missing = frozenset(sys.argv.pop(1).split(","))


class Missing:
    def find_spec(self, name, _path=None, _target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Missing())
from altrabits_desktop.app.console import main

sys.exit(main())
"""


def libraries_left_out() -> frozenset[str]:
    """Give the import names of what is installed here and not pinned for a server alone."""
    pinned = set(re.findall(r"^(\S+)==", _PINS.read_text(encoding="utf-8"), re.MULTILINE))
    kept = {"altrabits-desktop", *pinned}
    return frozenset(
        name
        for name, distributions in packages_distributions().items()
        if not kept & {_normal(each) for each in distributions}
    )


def console_of_server_alone() -> tuple[str, ...]:
    """Give a program as `programs.CONSOLE` is one."""
    return (sys.executable, "-P", "-c", _PROGRAM, ",".join(sorted(libraries_left_out())))


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
