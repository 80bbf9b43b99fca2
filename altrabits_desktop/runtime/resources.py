"""Where the pictures, fonts and tables of the program lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder() -> Path:
    """Give the folder `resources`: inside the installed package, else beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def words_folder() -> Path:
    """Give the folder of the built translations; it may be missing, then English is spoken."""
    return _PACKAGE / "i18n"
