"""Build hook of the wheel: makes the tables of translations, which the source does not hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    """Called by hatchling before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Build `altrabits_desktop/i18n` with the `lrelease` of the installed PySide6."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        from house.words import build_tables

        build_tables(root, python=sys.executable)
