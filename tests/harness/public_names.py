"""What the project's own journeys may use of the program: the plug-in that everybody has."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from altrabits_desktop.qa import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.harness.source_tree import Source

_OWN = ("altrabits_desktop", "tests")


def foreign_names(sources: Iterable[Source], *, allowed: Iterable[str] = ()) -> list[str]:
    """Find what tests use of the project besides the plug-in's public names.

    Args:
        sources: the tests.
        allowed: a folder of tests that may use one another, such as `tests.journeys`.
    """
    public = (*(f"altrabits_desktop.qa.{name}" for name in PUBLIC), *allowed)
    return [
        f"{source.path}:{line}: {name}"
        for source in sources
        for line, name in _used(source)
        if not any(name == each or name.startswith(f"{each}.") for each in public)
    ]


def _used(source: Source) -> Iterator[tuple[int, str]]:
    for node in source.nodes:
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # A module may be started by its name, too.
            names = [node.value] if node.value.replace(".", "").isidentifier() else []
            names = [name for name in names if "." in name]
        for name in names:
            if name.partition(".")[0] in _OWN:
                yield getattr(node, "lineno", 0), name
