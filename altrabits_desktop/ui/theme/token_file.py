"""Reads the token files: the part of TOML they use, no more.

They are read before the first paint, where the standard library's reader alone would cost a
quarter of the budget (its import builds patterns for dates and floats). A test holds both
readers against each other on every token file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    TokenValue = str | int | tuple[str, ...]

_TEXT_MARK = '"'


class UnreadableTokens(ValueError):
    """A token file that the program was not built with; carries the file's name and the line."""


def read_token_file(path: Path) -> Mapping[str, Mapping[str, TokenValue]]:
    """Read one token file into its tables.

    Blocks for one small read.

    Returns:
        Dotted table name -> key -> text, whole number or list of texts.

    Raises:
        UnreadableTokens: a line beyond the part of TOML that token files use.
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf-8") as file:
        lines = file.read().splitlines()
    tables: dict[str, dict[str, TokenValue]] = {}
    table: dict[str, TokenValue] = {}
    for number, line in enumerate(lines, 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            table = tables.setdefault(line.strip("[] "), {})
            continue
        key, _, value = line.partition(" = ")
        name = key.strip(_TEXT_MARK)
        if name in table:
            raise UnreadableTokens(path.name, number)
        try:
            table[name] = _value(value)
        except ValueError as error:
            raise UnreadableTokens(path.name, number) from error
    return tables


def _value(text: str) -> TokenValue:
    if text[:1] == _TEXT_MARK:
        return _text(text)
    if text[:1] == "[":
        return tuple(_text(part) for part in text.strip("[]").split(", "))
    return int(text)


def _text(quoted: str) -> str:
    if len(quoted) < len(_TEXT_MARK * 2) or quoted[-1] != _TEXT_MARK or "\\" in quoted:
        raise ValueError(quoted)
    return quoted[1:-1]
