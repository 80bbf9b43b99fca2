"""`dev.py package`: builds what this system can build, and says what it cannot."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house.archives import ENDINGS, build_archive
from house.brought import brought_parts
from house.frozen import version_of
from house.inventory import write_components, write_licences
from house.system import PACKAGE_NEEDS, WINDOW_NEEDS, provide
from house.system_packages import NAME, architecture, pack, stage
from house.terminal import Refusal, say
from house.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

BUILT = "ALTRABITS_PACKAGES"
"""Names, for tests, the folder of what was built."""
KINDS = ("wheel", "sdist", "app", "deb", "rpm")
ELSEWHERE = {
    "linux": "The installer for Windows is built on Windows and the app for macOS on macOS; this "
    "is Linux.",
    "win32": "Packages for Linux are built on Linux and the app for macOS on macOS; this is "
    "Windows.",
    "darwin": "The installer for Windows is built on Windows and packages for Linux on Linux; this "
    "is macOS.",
}
_LINUX_ALONE = frozenset({"deb", "rpm"})
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Built:
    """One thing that was built."""

    kind: str
    path: Path

    @property
    def size_bytes(self) -> int:
        """How large it is, a folder with all that is in it."""
        files = [self.path] if self.path.is_file() else self.path.rglob("*")
        return sum(file.lstat().st_size for file in files)


def kinds_here(platform: str) -> tuple[str, ...]:
    """List what a system can build. Pure."""
    return tuple(kind for kind in KINDS if platform.startswith("linux") or kind not in _LINUX_ALONE)


def build_packages(root: Path, folder: Path, *, only: Collection[str] = ()) -> list[Built]:
    """Build packages into a folder, and what they hold beside them; prints what came out.

    Args:
        root: the checkout.
        folder: made where it is missing; what is built replaces what was there by its name.
        only: of `KINDS`; empty for all that this system can build.

    Raises:
        Refusal: something could not be built; nothing more is tried then.
    """
    chosen = _chosen(only)
    if sys.platform.startswith("linux"):
        provide((*WINDOW_NEEDS, *PACKAGE_NEEDS))
    workshop = Workshop(root)
    workshop.provide()
    folder.mkdir(parents=True, exist_ok=True)
    built = _build(workshop, chosen, folder.absolute())
    for each in built:
        say(f"{each.kind:5} {each.size_bytes / _MEGABYTE:6.1f} MB  {each.path}")
    if not only:
        say(ELSEWHERE.get(sys.platform, ""))
    return built


def _chosen(only: Collection[str]) -> tuple[str, ...]:
    here = kinds_here(sys.platform)
    missing = [kind for kind in only if kind not in here]
    if missing:
        message = f"Here {', '.join(here)} can be built, not {', '.join(missing)}."
        raise Refusal(message)
    return tuple(kind for kind in here if not only or kind in only)


def _build(workshop: Workshop, chosen: Sequence[str], folder: Path) -> list[Built]:
    built = [
        Built(kind, build_archive(workshop, kind, folder=folder))
        for kind in ENDINGS
        if kind in chosen
    ]
    if set(chosen) <= set(ENDINGS):
        return built
    program = _freeze(workshop)
    parts = brought_parts(workshop, program)
    write_components(workshop, folder, parts)
    write_licences(workshop, folder, parts)
    if "app" in chosen:
        built.append(Built("app", _lay_down(workshop, program, folder)))
    if _LINUX_ALONE & set(chosen):
        tree = stage(workshop, program, papers=folder)
        built += [
            Built(kind, pack(workshop, kind, tree=tree, folder=folder))
            for kind in sorted(_LINUX_ALONE & set(chosen))
        ]
    return built


def _freeze(workshop: Workshop) -> Path:
    """Freeze the wheel with its libraries, and give the folder of the program."""
    wheels = workshop.folder / "wheel"
    wheels.mkdir(parents=True, exist_ok=True)
    workshop.install(build_archive(workshop, "wheel", folder=wheels))
    icons = workshop.folder / "icons"
    work = workshop.folder / "app-work" / "app"
    for folder in (icons, work):
        folder.mkdir(parents=True, exist_ok=True)
    drawing = workshop.root / "resources/brand/app-icon.svg"
    draw = (workshop.app, workshop.root / "packaging/house/icons.py", drawing, icons)
    workshop.run(draw, "The icons could not be drawn")
    for icon in (*icons.glob("app.*"),):
        shutil.copyfile(icon, work / icon.name)
    places = ("--workpath", work.parent, "--distpath", workshop.folder / "frozen")
    recipe = workshop.root / "packaging" / "app.spec"
    words = ("--noconfirm", "--log-level", "ERROR", *places, recipe)
    workshop.run((workshop.tools, "-m", "PyInstaller", *words), "The program could not be frozen")
    program = workshop.folder / "frozen" / NAME
    if sys.platform.startswith("linux"):
        shutil.copyfile(workshop.root / "packaging/linux/qt.conf", program / "qt.conf")
        (program / "altrabits").symlink_to(NAME)
    return program


def _lay_down(workshop: Workshop, program: Path, folder: Path) -> Path:
    """Put the program where it is asked for, with the papers in it."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    target = folder / f"{NAME}-{version_of(workshop.root)}-{system}-{architecture()}"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(program, target, symlinks=True)
    for paper in (*folder.glob("components.cdx.json"), *folder.glob("licences.txt")):
        shutil.copyfile(paper, target / paper.name)
    return target
