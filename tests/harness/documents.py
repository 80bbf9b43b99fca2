"""The commands that stand in README.md and docs/: those on lines of their own, and those in prose.

Commands on lines of their own are indented by four blanks, or fenced as `sh`; whatever else is
shown that way is fenced with the name of its language. Pure but for reading the documents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_COMMANDS = frozenset({"http", "ini", "json", "python", "text", "toml"})
"""Languages of blocks in which no command stands."""
COMMANDS = "sh"
PROGRAMS = ("altrabits", "altrabits-desktop", "python3 dev.py", "python -m", "python3 -m")
_FENCE = re.compile(r"^```(.*)$")
_REMARK = re.compile(r"\s+#\s.*$")
_INLINE = re.compile(r"(?<!`)`([^`]+)`(?!`)")


class UnknownBlock(ValueError):
    """A fenced block of which nobody knows whether commands stand in it."""


def documents() -> tuple[str, ...]:
    """List the documents, by their paths below the top of the checkout."""
    found = (ROOT / "docs").rglob("*.md")
    return ("README.md", *sorted(path.relative_to(ROOT).as_posix() for path in found))


def read(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def commands_of(text: str) -> tuple[str, ...]:
    """Give the commands on lines of their own, in order, without remarks.

    A line that ends with a backslash goes on in the next one.

    Raises:
        UnknownBlock: a fenced block has another language than those that are known.
    """
    commands: list[str] = []
    is_going_on = False
    for line in _lines(text):
        plain = _REMARK.sub("", line).strip()
        words = plain.removesuffix("\\").strip()
        if is_going_on:
            commands[-1] = f"{commands[-1]} {words}"
        elif words:
            commands.append(words)
        is_going_on = plain.endswith("\\")
    return tuple(commands)


def _lines(text: str) -> Iterator[str]:
    language = None
    is_indented = False
    is_after_blank = True
    for line in text.splitlines():
        fence = _FENCE.match(line)
        if fence:
            language = _opened(fence[1]) if language is None else None
        elif language is not None:
            if language == COMMANDS:
                yield line
        else:
            # A point of a list goes on indented too, but never after an empty line here.
            is_indented = line.startswith("    ") and (is_after_blank or is_indented)
            if is_indented:
                yield line
        is_after_blank = not line.strip()


def _opened(language: str) -> str:
    if language != COMMANDS and language not in NO_COMMANDS:
        raise UnknownBlock(language)
    return language


def commands_in_prose(text: str) -> tuple[str, ...]:
    """Give what stands in prose and is a command line of a program of ours, in order."""
    without_blocks = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    found = (re.sub(r"\s+", " ", each) for each in _INLINE.findall(without_blocks))
    return tuple(each for each in found if each.startswith(tuple(f"{one} " for one in PROGRAMS)))
