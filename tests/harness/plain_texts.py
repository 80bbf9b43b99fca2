"""Rules on source code: whatever shows a text shows it as it is (R3)."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.harness.source_tree import Source

ESCAPING = frozenset({"tool_tip", "tray_tip"})
"""What makes a text safe where Qt looks for markup."""
MARKUP = frozenset(
    {
        "insertHtml",
        "setHtml",
        "setMarkdown",
        "setOpenExternalLinks",
        "setStatusTip",
        "setWhatsThis",
    }
)
MARKUP_CLASSES = frozenset(
    {"QErrorMessage", "QInputDialog", "QMessageBox", "QStaticText", "QTextBrowser", "QWhatsThis"}
)
MARKUP_FORMATS = frozenset({"AutoText", "MarkdownText", "RichText"})


def markup(source: Source) -> list[str]:
    """List what could take a text for more than that."""
    found = []
    for node in source.nodes:
        match node:
            case ast.Attribute(attr=name) if name in MARKUP | MARKUP_FORMATS:
                found.append(name)
            case ast.Name(id=name) if name in MARKUP_CLASSES:
                found.append(name)
    return found


def bare_tips(source: Source) -> list[str]:
    """List tool tips whose text was not made safe."""
    found = []
    for node in source.nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="setToolTip"), args=[text]):
                found += [] if _is_safe(text) else [ast.unparse(node)]
            case ast.Call(func=ast.Attribute(attr="showText"), args=[_, text, *_]):
                found += [] if _is_safe(text) else [ast.unparse(node)]
    return found


def free_labels(source: Source) -> list[str]:
    """List labels that neither say that they are plain nor paint by themselves."""
    says_so = "PLAIN_TEXT)" in source.text or "TextFormat.PlainText)" in source.text
    if says_so:
        return []
    found = []
    for node in source.nodes:
        match node:
            case ast.Call(func=ast.Name(id="QLabel")):
                found.append(ast.unparse(node))
            case ast.ClassDef(bases=[ast.Name(id="QLabel"), *_]) if not _paints(node):
                found.append(node.name)
    return found


def _is_safe(text: ast.expr) -> bool:
    match text:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.isupper()
        case ast.Call(func=ast.Name(id=name)):
            return name in ESCAPING
        case ast.IfExp(body=body, orelse=other):
            return _is_safe(body) and _is_safe(other)
    return False


def _paints(node: ast.ClassDef) -> bool:
    return any(
        isinstance(each, ast.FunctionDef) and each.name == "paintEvent" for each in node.body
    )
