"""What is frozen and comes from no wheel: Python, what it was built with, and Qt inside PySide6.

The lists of components and licences name it too: whoever looks whether an OpenSSL or a SQLite with
a known fault is inside finds it there.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from house.workshop import Workshop

LIBRARIES = {
    "bz2": ("bzip2", "bzip2-1.0.6"),
    "crypto": ("OpenSSL", "Apache-2.0"),
    "expat": ("Expat", "MIT"),
    "ffi": ("libffi", "MIT"),
    "icudata": ("ICU", "Unicode-DFS-2016"),
    "icui18n": ("ICU", "Unicode-DFS-2016"),
    "icuuc": ("ICU", "Unicode-DFS-2016"),
    "lzma": ("XZ Utils", "0BSD"),
    "mpdec": ("libmpdec", "BSD-2-Clause"),
    "ncursesw": ("ncurses", "X11-distribute-modifications-variant"),
    "sqlite3": ("SQLite", "blessing"),
    "ssl": ("OpenSSL", "Apache-2.0"),
    "tinfo": ("ncurses", "X11-distribute-modifications-variant"),
    "uuid": ("libuuid", "BSD-3-Clause"),
    "z": ("zlib", "Zlib"),
}
"""By the name of a library's file: what it is a part of, and its licence by SPDX."""
_OF_WHEELS = re.compile(r"^(?:Qt6|pyside6|shiboken6|python3)")
_LIBRARY = re.compile(r"^lib([A-Za-z]\w*?)(?:[.-]\d[\w.]*|\.abi3)?\.(?:so|dylib)(?:\.([\d.]+))?$")
_LIBRARY_OF_WINDOWS = re.compile(r"^(?:lib)?(sqlite3|crypto|ssl|ffi)(?:-[\w-]+)?\.dll$")
_ASK_PYTHON = r"""
import json, os, pathlib, platform, sys
import PySide6
home = pathlib.Path(os.__file__).parent
files = [place / name for place in (home, home.parent) for name in ("LICENSE.txt", "LICENSE")]
texts = [file.read_text(encoding="utf-8") for file in files if file.is_file()][:1]
json.dump([platform.python_version(), texts, PySide6.__version__], sys.stdout)
"""
_ASK_TOOLS = r"""
import importlib.metadata, json, sys
entry = importlib.metadata.distribution("pyinstaller")
texts = [file.read_text(encoding="utf-8") for file in entry.files or ()
         if ".dist-info" in str(file) and file.name.upper().startswith("COPYING")]
json.dump([entry.version, texts], sys.stdout)
"""


class Part(NamedTuple):
    """One thing that is inside."""

    name: str
    version: str
    """Nothing where nobody says it."""
    licence: str
    """By SPDX."""
    texts: list[str]
    """Of the licence, in its own words."""


def brought_parts(workshop: Workshop, program: Path) -> list[Part]:
    """List what a frozen program holds besides what was installed from wheels, by its files.

    Args:
        workshop: provided.
        program: the frozen program.

    Raises:
        Refusal: an interpreter of the workshop could not say what it is.
    """
    failure = "What is inside could not be listed"
    told = workshop.run((workshop.app, "-c", _ASK_PYTHON), failure, PYTHONPATH="")
    python, texts, qt = json.loads(told)
    loader, copying = json.loads(
        workshop.run((workshop.tools, "-c", _ASK_TOOLS), failure, PYTHONPATH="")
    )
    licences = workshop.root / "packaging" / "licences"
    lesser = [
        (licences / name).read_text(encoding="utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt")
    ]
    font = (workshop.root / "resources/fonts/OFL.txt").read_text(encoding="utf-8")
    return [
        Part("Inter", "", "OFL-1.1", [font]),
        Part("Python", python, "PSF-2.0", texts),
        Part(
            "PyInstaller bootloader", loader, "GPL-2.0-or-later WITH Bootloader-exception", copying
        ),
        Part("Qt", qt, "LGPL-3.0-only", lesser),
        *_libraries(path.name for path in program.rglob("*") if path.is_file()),
    ]


def _libraries(files: Iterable[str]) -> list[Part]:
    parts: dict[str, Part] = {}
    for file in sorted(files):
        stem, number = library_of(file)
        if stem in LIBRARIES and LIBRARIES[stem][0] not in parts:
            name, licence = LIBRARIES[stem]
            # The library of Qt's own, and in no package of the system.
            version, texts = (number, []) if name == "ICU" else _said_by_the_system(file)
            parts[name] = Part(name, version, licence, texts)
    return list(parts.values())


def library_of(file: str) -> tuple[str, str]:
    """Give the name of a library and the number that its file carries; nothing for others. Pure."""
    found = _LIBRARY.match(file)
    if found is not None:
        return found[1], found[2] or ""
    found = _LIBRARY_OF_WINDOWS.match(file)
    return (found[1] if found is not None else "", "")


def unlisted(files: Iterable[str]) -> list[str]:
    """List libraries that nobody here knows, of the files at the top of a frozen program. Pure."""
    names = {file: library_of(file)[0] for file in files}
    return [
        file
        for file, name in names.items()
        if name and name not in LIBRARIES and not _OF_WHEELS.match(name)
    ]


def _said_by_the_system(file: str) -> tuple[str, list[str]]:
    """Give version and licence of the package that brought a library; only Debian's says them."""
    if shutil.which("dpkg-query") is None:
        return "", []
    owners = _told("dpkg-query", "--search", f"*/{file}").splitlines()
    package = owners[0].partition(": ")[0] if owners else ""
    if not package:
        return "", []
    version = _told("dpkg-query", "--show", "--showformat=${Version}", package)
    paper = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
    return version, [paper.read_text(encoding="utf-8", errors="replace")] if paper.exists() else []


def _told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def with_parts(listed: dict[str, Any], parts: Sequence[Part], *, version: str) -> None:
    """Add parts to a list of components (CycloneDX), and which version of ours it is of.

    Args:
        listed: the document; changed.
        parts: what is added behind the others.
        version: of the program.
    """
    listed["metadata"]["component"]["version"] = version
    listed["components"] += [_component(part) for part in parts]
    # The tool says of each what it needs; of these nobody said it.
    listed["dependencies"] += [{"ref": _reference(part)} for part in parts]


def _reference(part: Part) -> str:
    return f"{part.name}=={part.version}" if part.version else part.name


def _component(part: Part) -> dict[str, object]:
    is_expression = " " in part.licence
    licence = {"expression": part.licence} if is_expression else {"license": {"id": part.licence}}
    told = {"type": "library", "bom-ref": _reference(part), "name": part.name}
    if part.version:
        told["version"] = part.version
    return {**told, "licenses": [licence]}
