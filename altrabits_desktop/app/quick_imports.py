"""Qt comes at once: what PySide6 brings for tools and for error texts loads when it is asked for.

Importing PySide6 unpacks and compiles a package of its own, `shibokensupport`: type hints for
editors, the signatures that a wrong call is explained with, and optional features that other
programs switch on by an import. That is a third of the time to a bare window's first paint, and a
start needs none of it. Here each of those modules is put in place empty and filled at the first
look at one of its names, so that a wrong call is explained as before.

Source of the knowledge: `signature_bootstrap`, `shibokensupport/signature/loader.py` and
`shibokensupport/feature.py` inside PySide6 6.12.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_PACKAGE = "shibokensupport"
_FEATURE = f"{_PACKAGE}.feature"
_MAPPING = f"{_PACKAGE}.signature.mapping"

LATE = frozenset(
    {
        _FEATURE,
        _MAPPING,
        f"{_PACKAGE}.signature.errorhandler",
        f"{_PACKAGE}.signature.layout",
        f"{_PACKAGE}.signature.parser",
        f"{_PACKAGE}.signature.lib.enum_sig",
        f"{_PACKAGE}.signature.lib.pyi_generator",
        f"{_PACKAGE}.signature.lib.tool",
    }
)
"""Modules that are filled when one of their names is asked for."""


def import_qt_core() -> bool:
    """Import PySide6's core with what it brings for tools left for later. Main thread, once.

    Returns:
        Whether that was possible: not when something has imported PySide6 already.
    """
    if _PACKAGE in sys.modules:
        return False
    before = sys.meta_path
    sys.meta_path = _KeepsItsFirst([_LateFinder(), *before])
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        sys.meta_path = before
    return True


class _KeepsItsFirst(list):  # type: ignore[type-arg] # finders have no common type
    """A list of finders whose first stays first: PySide6 puts its own at the head."""

    def insert(self, index: int, finder: object, /) -> None:  # type: ignore[override] # as said above
        super().insert(index + 1, finder)


class _LateFinder:
    """Finds what is late by asking all others, and puts a loader of its own in between."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in LATE:
            return None
        found = _found_by(sys.meta_path[1:], name, path, target)
        if found is None or found.loader is None:
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, _LateLoader(found))  # type: ignore[arg-type] # a loader by its methods


def _found_by(
    finders: Iterable[object], name: str, path: object, target: object
) -> ModuleSpec | None:
    for finder in finders:
        found: ModuleSpec | None = finder.find_spec(name, path, target)  # type: ignore[attr-defined] # every finder has it
        if found is not None:
            return found
    return None


class _LateLoader:
    """Makes a module that carries out its code at the first look at a name it has not."""

    def __init__(self, found: ModuleSpec) -> None:
        self._found = found

    def create_module(self, _spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        def fill() -> None:
            # PySide6 gives its modules further names; the loader knows them by the first.
            module.__spec__ = self._found
            vars(module).pop("__getattr__", None)
            self._found.loader.exec_module(module)  # type: ignore[union-attr] # the finder saw to it

        def look_up(name: str) -> object:
            if name.startswith("__"):
                raise AttributeError(name)
            fill()
            return getattr(module, name)

        # A module's own `__getattr__` is asked for names it lacks (PEP 562).
        vars(module).update({"__getattr__": look_up, **_asked_from_c(module, fill)})


def _asked_from_c(module: ModuleType, fill: Callable[[], None]) -> dict[str, object]:
    """Give what Qt's own side takes out of a module without asking it for the name."""

    def update_mapping() -> object:
        fill()
        return vars(module)["update_mapping"]()

    if module.__name__ == _MAPPING:
        return {"update_mapping": update_mapping}
    if module.__name__ == _FEATURE:
        # Called at every import from here on. This program switches on none of the features;
        # looking for them would read the source text of each imported module.
        return {"feature_import": _no_feature, "feature_imported": _no_feature}
    return {}


def _no_feature(*_arguments: object, **_named: object) -> None:
    return None
