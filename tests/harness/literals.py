"""Literal colours, sizes and times in widgets: all of them come from the tokens."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.harness.source_tree import Source

HOME = "altrabits_desktop/ui/theme/"
"""Where tokens become Qt's values."""

_COLOUR = re.compile(r"^#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")
_COLOUR_MAKERS = frozenset({"QColor", "fromRgb", "fromRgbF", "fromHsl", "setNamedColor"})
_SIZED = frozenset(
    {
        "QMargins",
        "QSize",
        "resize",
        "setColumnWidth",
        "setContentsMargins",
        "setDuration",
        "setFixedHeight",
        "setFixedSize",
        "setFixedWidth",
        "setHorizontalSpacing",
        "setIconSize",
        "setInterval",
        "setMaximumHeight",
        "setMaximumSize",
        "setMaximumWidth",
        "setMinimumHeight",
        "setMinimumSize",
        "setMinimumWidth",
        "setPixelSize",
        "setPointSize",
        "setPointSizeF",
        "setSpacing",
        "setVerticalSpacing",
        "singleShot",
    }
)


def literal_looks(sources: Iterable[Source]) -> list[str]:
    """Find colours, style sheets, sizes and times written into a widget; 0 stays allowed."""
    return [
        f"{source.path}:{node.lineno} {ast.unparse(node)[:60]}"
        for source in sources
        if not source.path.startswith(HOME)
        for node in source.nodes
        if isinstance(node, ast.expr) and _is_literal_look(node)
    ]


def _is_literal_look(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(_COLOUR.match(node.value))
    if isinstance(node, ast.Attribute):
        return ast.unparse(node).startswith("Qt.GlobalColor.") and node.attr != "transparent"
    return isinstance(node, ast.Call) and _is_literal_call(node)


def _is_literal_call(call: ast.Call) -> bool:
    name = ast.unparse(call.func).rpartition(".")[2]
    if name == "setStyleSheet":
        return any(_has_words(argument) for argument in call.args)
    if name in _COLOUR_MAKERS:
        return any(isinstance(argument, ast.Constant) for argument in call.args)
    # The first of two arguments of a table's call is a column, not a size.
    arguments = call.args[1:] if name == "setColumnWidth" else call.args
    return name in _SIZED and any(_is_number(argument) for argument in arguments)


def _has_words(argument: ast.expr) -> bool:
    return any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) and bool(part.value)
        for part in ast.walk(argument)
    )


def _is_number(argument: ast.expr) -> bool:
    if isinstance(argument, ast.UnaryOp):
        return _is_number(argument.operand)
    return (
        isinstance(argument, ast.Constant)
        and isinstance(argument.value, int | float)
        and argument.value != 0
    )
