"""Error codes as they stand in the source: whatever is raised or reported by a literal."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from altrabits_desktop.contract import errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TREE = frozenset(
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.AltraBitsError)
)
_REPORTING = frozenset({"failed", "switch_off"})
_NAMES = frozenset({"code", "error_code"})
_CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")


def codes_in(folder: Path) -> dict[str, str]:
    """Give every code of a folder, and the file that it stands in."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for code in codes_of(ast.parse(path.read_text(encoding="utf-8"))):
            found.setdefault(code, path.relative_to(folder).as_posix())
    return found


def codes_of(tree: ast.AST) -> Iterator[str]:
    """Give the codes of one module.

    A code is a literal that makes an error of the tree, that a report is given, or that is
    assigned to a name such as `code`.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _TREE:
                yield from _literals(first)
            case ast.Call(func=ast.Attribute(attr=name), args=[*given]) if name in _REPORTING:
                for argument in given:
                    yield from _literals(argument)
            case ast.keyword(arg=name, value=value) if name in _NAMES:
                yield from _literals(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _NAMES:
                yield from _literals(value)


def _literals(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        match part:
            case ast.Constant(value=str(text)) if _CODE.fullmatch(text):
                yield text
