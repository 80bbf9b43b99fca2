"""Every call of `translate` in the package, read from the syntax trees."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.harness.source_tree import Source

HOME = "altrabits_desktop/runtime/wording.py"
"""Where `translate` itself stands; its own calls are none."""

_PLACES = re.compile(r"\{\w*\}|%n")
_WITH_COUNT = 4


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text to translate, as a call names it."""

    context: str
    text: str
    comment: str
    has_count: bool


def called_texts(sources: Iterable[Source]) -> set[Text]:
    """Collect the texts of all well-formed calls."""
    return {
        text
        for source in sources
        for call in _calls(source)
        if (text := _text_of(call)) is not None
    }


def malformed_calls(sources: Iterable[Source]) -> list[str]:
    """Find calls that the collector of texts would drop, or that would never match.

    It reads no code inside f-strings.
    """
    return [
        f"{source.path}:{call.lineno} {ast.unparse(call)[:70]}"
        for source in sources
        for hidden in (_inside_f_strings(source),)
        for call in _calls(source)
        if _text_of(call) is None or call in hidden
    ]


def _inside_f_strings(source: Source) -> set[ast.AST]:
    return {
        inner
        for node in source.nodes
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
    }


def places(text: str) -> list[str]:
    """List what is filled in, in any order: translations may turn a sentence round."""
    return sorted(_PLACES.findall(text))


def _calls(source: Source) -> Iterator[ast.Call]:
    if source.path == HOME:
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _is_translate(node.func):
            yield node


def _is_translate(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        # str.translate takes a table; ours is always called with a context.
        return called.attr == "translate" and ast.unparse(called.value).endswith("wording")
    return isinstance(called, ast.Name) and called.id == "translate"


def _text_of(call: ast.Call) -> Text | None:
    literals = [_literal(argument) for argument in call.args[: _WITH_COUNT - 1]]
    if call.keywords or not 2 <= len(call.args) <= _WITH_COUNT or None in literals:
        return None
    context, text, comment = (*(literal or "" for literal in literals), "")[:3]
    return Text(context, text, comment, has_count=len(call.args) == _WITH_COUNT)


def _literal(argument: ast.expr) -> str | None:
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return str(argument.value) if is_text and isinstance(argument, ast.Constant) else None
