"""The project's own files, read once: what the tests of the house look at."""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "altrabits_desktop"

_FOLDERS = (PACKAGE, "tests", "packaging", "docs", "resources", "translations", ".ci")
_MADE = frozenset({"__pycache__", "i18n"})
_TEXT = frozenset({".py", ".md", ".toml", ".txt", ".ts", ".json", ".yaml", ".svg", ".html", ""})


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file.

    Args:
        path: relative to the root, with forward slashes.
    """

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return _parsed(self.text)

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree; many rules look at them, so they are collected once."""
        return _walked(self.text)


@functools.cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@functools.cache
def _walked(text: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_parsed(text)))


@functools.cache
def all_files() -> tuple[Path, ...]:
    """List every file that belongs to the source, not what was built or cached."""
    top = [path for path in ROOT.iterdir() if path.is_file() and ".coverage" not in path.name]
    inner = [path for folder in _FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return tuple(sorted(path for path in (*top, *inner) if not _MADE & set(path.parts)))


@functools.cache
def sources(folder: str = "") -> tuple[Source, ...]:
    """Read the Python files at or below a folder."""
    files = [path for path in all_files() if path.suffix == ".py"]
    named = {path.relative_to(ROOT).as_posix(): path for path in files}
    return tuple(
        Source(name, path.read_text(encoding="utf-8"))
        for name, path in named.items()
        if name.startswith(folder)
    )


@functools.cache
def texts() -> dict[str, str]:
    """Read every file that a person could read."""
    readable = [path for path in all_files() if path.suffix in _TEXT and path.name != "LICENSE"]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in readable
    }
