"""Rules about the shape of the source. Each takes sources and gives what breaks it, one a line."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.harness.source_tree import Source

MODULE_LINES = 400
FUNCTION_LINES = 50

VAGUE_FILES = re.compile(r"^(utils?|helpers?|common|misc|managers?|handlers?)$")
VAGUE_CLASSES = re.compile(r"(Manager|Handler|Helper|Helpers|Util|Utils)$")

BROAD_CATCHES = frozenset(
    {
        "altrabits_desktop/app/crash.py",
        "altrabits_desktop/runtime/database.py",
        "altrabits_desktop/runtime/keychain.py",
        "altrabits_desktop/server/embedded.py",
        "altrabits_desktop/server/http/guard.py",
        "altrabits_desktop/streamers/drivers/host.py",
        "altrabits_desktop/ui/launching.py",
    }
)
"""The only places that may catch everything; each says why."""

WITHOUT_LOOP = frozenset(
    {
        "altrabits_desktop/app/first_paint.py",
        "altrabits_desktop/app/hand_over.py",
        "altrabits_desktop/app/owner_talk.py",
        "altrabits_desktop/app/refusal.py",
    }
)
"""Where waiting stalls nothing, because the loop comes later: the window is painted before it, and
a second start or a console command waits for the owner of the profile without one. After a start
that is refused there is none either."""

TEST_FOLDERS = frozenset(
    {
        "benchmarks",
        "commitments",
        "contracts",
        "data",
        "fakes",
        "harness",
        "house",
        "integration",
        "journeys",
        "lab",
        "packages",
        "unit",
    }
)

_PROVING_CALLS = frozenset(
    {
        *("assertNotEmitted", "fail", "raises", "until", "wait_for", "wait_until", "warns"),
        *("waitSignal", "waitUntil"),
    }
)
"""What fails a test in which something does not hold or does not come in time."""

_BLOCKING_CALLS = frozenset({"asyncClose", "asyncSlot", "processEvents"})
_BROAD = frozenset({"BaseException", "Exception"})
_UNFINISHED = re.compile(rf"\b({'|'.join(('TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'))})\b")
_LIMIT_BELOW_NOTHING = re.compile(r"\bLIMIT\s+-")
_LEFT_OUT = frozenset({"skip", "skipif", "xfail"})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_modules(sources: Iterable[Source], most: int = MODULE_LINES) -> list[str]:
    """Find modules that want to be two."""
    counted = [(source.path, len(source.text.splitlines())) for source in sources]
    return [f"{path}: {lines} lines" for path, lines in counted if lines > most]


def long_functions(sources: Iterable[Source], most: int = FUNCTION_LINES) -> list[str]:
    """Find functions that want to be two; the docstring is not counted, nested ones are."""
    return [
        f"{source.path}:{node.lineno} {node.name}: {_length(node)} lines"
        for source, node in _nodes(sources)
        if isinstance(node, Function) and _length(node) > most
    ]


def _length(node: Function) -> int:
    begin = node.lineno
    whole = (node.end_lineno or begin) - begin + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return whole
    return whole - ((first.end_lineno or first.lineno) - first.lineno + 1)


def vague_names(sources: Iterable[Source]) -> list[str]:
    """Find files, folders and classes whose name does not say what they are."""
    listed = list(sources)
    parts = [
        f"{source.path}: {part}"
        for source in listed
        for part in PurePosixPath(source.path).with_suffix("").parts
        if VAGUE_FILES.match(part)
    ]
    classes = [
        f"{source.path}:{node.lineno} {node.name}"
        for source, node in _nodes(listed)
        if isinstance(node, ast.ClassDef) and VAGUE_CLASSES.search(node.name)
    ]
    return [*parts, *classes]


def limits_below_nothing(sources: Iterable[Source]) -> list[str]:
    """Find statements with a limit that SQLite takes for none and PostgreSQL refuses."""
    return [
        f"{source.path}:{node.lineno}"
        for source, node in _nodes(sources)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _LIMIT_BELOW_NOTHING.search(node.value)
    ]


def view_models_that_know_widgets(sources: Iterable[Source]) -> list[str]:
    """Find view models that import Qt's widgets or their own page."""
    return [
        f"{source.path}:{node.lineno}"
        for source, node in _nodes(sources)
        if source.path.endswith("/view_model.py") and isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imported(node)
        if "QtWidgets" in name.split(".") or name.split(".")[-1] == "page"
    ]


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    origin = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    yield origin
    yield from (f"{origin}.{alias.name}" for alias in node.names)


def unfinished_places(texts: Mapping[str, str]) -> list[str]:
    """Find words by which someone put work off."""
    return [
        f"{path}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if _UNFINISHED.search(line)
    ]


def left_out_tests(sources: Iterable[Source]) -> list[str]:
    """Find tests that are marked as not run or as failing, and asserts that prove nothing."""
    return [
        f"{source.path}:{node.lineno}"
        for source, node in _nodes(sources)
        if (isinstance(node, ast.Attribute) and _is_left_out(node))
        or (isinstance(node, ast.Assert) and isinstance(node.test, ast.Constant))
    ]


def _is_left_out(mark: ast.Attribute) -> bool:
    return mark.attr in _LEFT_OUT and ast.unparse(mark.value) == "pytest.mark"


def tests_that_prove_nothing(sources: Iterable[Source]) -> list[str]:
    """Find tests that pass as long as nothing is raised, also by way of their file's functions."""
    return [
        f"{source.path}:{node.lineno} {node.name}"
        for source in sources
        for functions in [_functions_of(source)]
        for node in functions
        if node.name.startswith("test_") and not _proves(node, functions)
    ]


def _functions_of(source: Source) -> list[Function]:
    return [node for node in source.nodes if isinstance(node, Function)]


def _proves(node: Function, functions: Iterable[Function]) -> bool:
    if any(isinstance(part, ast.Assert) for part in ast.walk(node)):
        return True
    called = {
        ast.unparse(part.func).rpartition(".")[2]
        for part in ast.walk(node)
        if isinstance(part, ast.Call)
    }
    others = [each for each in functions if each.name in called and each is not node]
    return bool(called & _PROVING_CALLS) or any(_proves(each, ()) for each in others)


def stubs(sources: Iterable[Source]) -> list[str]:
    """Find functions that only say they are not there yet."""
    return [
        f"{source.path}:{node.lineno}"
        for source, node in _nodes(sources)
        if isinstance(node, ast.Raise) and "NotImplementedError" in ast.unparse(node)
    ]


def broad_catches(sources: Iterable[Source]) -> list[str]:
    """Find catches of everything outside the places that are there for it.

    One that ends by raising on has only tidied up, which is fine anywhere.
    """
    return [
        f"{source.path}:{node.lineno}"
        for source, node in _nodes(sources)
        if isinstance(node, ast.ExceptHandler) and source.path not in BROAD_CATCHES
        if _catches_everything(node) and not _raises_on(node)
    ]


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return bool(_BROAD & {ast.unparse(part) for part in caught})


def _raises_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def stalling_calls(sources: Iterable[Source]) -> list[str]:
    """Find what would nest or stall the loop: dialogs that wait, sleeping, decorators of qasync."""
    return [
        f"{source.path}:{node.lineno} {ast.unparse(node)}"
        for source, node in _nodes(sources)
        if isinstance(node, ast.Name | ast.Attribute) and source.path not in WITHOUT_LOOP
        if _stalls(node)
    ]


def _stalls(node: ast.Name | ast.Attribute) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _BLOCKING_CALLS
    is_sleep = node.attr == "sleep" and ast.unparse(node.value) == "time"
    return is_sleep or node.attr in _BLOCKING_CALLS or node.attr == "exec"


def doubled_statements(sources: Iterable[Source]) -> list[str]:
    """Find statements that stand twice in a row, as after a merge."""
    return [
        f"{source.path}:{second.lineno}"
        for source, node in _nodes(sources)
        for block in _blocks(node)
        for first, second in pairwise(block)
        if _lengths(first) == _lengths(second) and ast.dump(first) == ast.dump(second)
    ]


def _lengths(statement: ast.stmt) -> tuple[type[ast.stmt], int, int | None]:
    """Give what is quickly compared: the formatter lays the same statement out the same way."""
    lines = (statement.end_lineno or 0) - statement.lineno
    return type(statement), lines, statement.end_col_offset


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block


def misplaced_tests(paths: Iterable[str], package: Iterable[str]) -> list[str]:
    """Find tests that do not lie where their subject says.

    Args:
        paths: of the files under `tests`, from the root.
        package: of the package's modules, from the root.
    """
    subjects = _subjects(package)
    return [
        path for path in paths if not _lies_right(PurePosixPath(path), subjects) and "/" in path
    ]


def _subjects(package: Iterable[str]) -> dict[str, set[str]]:
    rooms: dict[str, set[str]] = {}
    for path in package:
        inner = PurePosixPath(path).with_suffix("").parts[1:]
        rooms.setdefault(inner[0], set()).update(inner)
    return rooms


def _lies_right(path: PurePosixPath, subjects: Mapping[str, set[str]]) -> bool:
    parts = path.parts[1:]
    if path.name in {"conftest.py", "__init__.py"}:
        return len(parts) == 1 or parts[0] in TEST_FOLDERS
    if parts[0] != "unit":
        return len(parts) > 1 and parts[0] in TEST_FOLDERS
    names = subjects.get(parts[1], set()) if path.name.startswith("test_") else set()
    stem = path.stem.removeprefix("test_")
    # A module with many rules may have its tests split: test_announce_hostile.
    return any(stem == name or stem.startswith(f"{name.strip('_')}_") for name in names)


def machine_places(texts: Mapping[str, str], places: Iterable[str]) -> list[str]:
    """Find folders of the machine at hand, and addresses of package indexes."""
    listed = tuple(places)
    return [
        f"{path}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if any(place in line for place in listed) or re.search(r"https?://\S+/simple\b", line)
    ]


def _nodes(sources: Iterable[Source]) -> Iterator[tuple[Source, ast.AST]]:
    for source in sources:
        for node in source.nodes:
            yield source, node
