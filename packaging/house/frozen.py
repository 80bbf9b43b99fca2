"""What the frozen program holds: our modules, the pinned libraries, and little of the system's.

The recipe `packaging/app.spec` asks these rules; they touch nothing.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PACKAGE = "altrabits_desktop"
FOR_QA_ALONE = (f"{PACKAGE}.qa", "pytest", "PySide6.QtTest")
NEVER_ASKED_FOR = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "tkinter",
    "setuptools",
    "pkg_resources",
    "pip",
)

PLATFORMS = frozenset({"xcb", "wayland", "offscreen", "windows", "cocoa"})
PICTURES = frozenset({"gif", "ico", "icns", "jpeg", "svg", "webp"})
"""What covers and our own drawings come in. Each further reader would read a stranger's bytes."""
_PLUGIN = re.compile(r"(?:^|/)plugins/(\w[\w-]*)/(?:lib)?q?(\w[\w-]*?)\.(?:so|dll|dylib)$")
_LEFT_OUT = frozenset(
    {
        "egldeviceintegrations",  # screens without a desktop
        "generic",  # the same: keyboards and mice read by Qt itself
        "networkinformation",  # Qt's network is not used
        "tls",  # the same
    }
)
_BROUGHT_ALONG = re.compile(
    r"^lib(?:python3|crypto|ssl|sqlite3|ffi|bz2|lzma|uuid|z|expat|mpdec|ncursesw|tinfo)\b"
)
"""What Python itself was built with, in versions that differ from system to system."""
_UNUSED_OF_QT = re.compile(r"(?:^|/)(?:lib)?Qt6?(?:Network|Test|EglF[Ss])")
"""Brought along by plug-ins that are left out."""
_LIBRARIES_OF_QT = re.compile(r"^lib(?:Qt6|pyside6|shiboken6|icu)")


def is_wanted(name: str, *, is_of_system: bool) -> bool:
    """Tell whether a library or plug-in goes into the frozen program.

    What draws, and what speaks to the screen and to the session, comes from the system: beside
    the drivers of a newer system an older copy of its libraries ends the program.

    Args:
        name: where it would lie in the program.
        is_of_system: whether it was found outside Python and its packages.
    """
    place = PurePath(name).as_posix()
    plugin = _PLUGIN.search(place)
    if plugin is not None:
        return _is_wanted_plugin(kind=plugin[1], name=plugin[2])
    if _UNUSED_OF_QT.search(place):
        return False
    base = PurePath(name).name
    is_ours = not is_of_system or _LIBRARIES_OF_QT.match(base) is not None
    return is_ours or _BROUGHT_ALONG.match(base) is not None


def _is_wanted_plugin(*, kind: str, name: str) -> bool:
    if kind == "platforms":
        return name in PLATFORMS
    if kind == "imageformats":
        return name in PICTURES
    # GTK's theme would load all of GTK for a look that this program does not have.
    return kind not in _LEFT_OUT and name != "gtk3"


def is_wanted_text(name: str, *, languages: Iterable[str]) -> bool:
    """Tell whether a data file goes in: of Qt's own words only those of our languages."""
    place = PurePath(name)
    if "translations" not in place.parts or "PySide6" not in place.parts:
        return True
    return place.name in {f"qtbase_{language}.qm" for language in languages}


def version_of(root: Path) -> str:
    """Give the version of the source.

    Raises:
        OSError: the source is not whole.
        KeyError: `pyproject.toml` says no longer where it stands.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    said = project["tool"]["hatch"]["version"]
    found = re.search(said["pattern"], (root / said["path"]).read_text(encoding="utf-8"))
    if found is None:
        raise KeyError(said["path"])
    return str(found["version"])
