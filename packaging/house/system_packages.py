"""`.deb` and `.rpm`: the frozen program with all that a Linux desktop wants to know of it.

First the tree as it will lie on the disk, then nfpm packs it, once for each kind.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from house.frozen import version_of
from house.icons import SIZES_PX
from house.inventory import COMPONENTS, LICENCES
from house.libraries import (
    debian_packages,
    elf_files,
    least_glibc,
    needed_libraries,
    rpm_capabilities,
)
from house.terminal import Refusal
from house.workshop import source_instant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from house.workshop import Workshop

NAME = "altrabits-desktop"
PROGRAM = f"usr/lib/{NAME}"
DOCUMENTS = f"usr/share/doc/{NAME}"
ICONS = "usr/share/icons/hicolor"
ARCHITECTURES = {
    "x86_64": "amd64",
    "AMD64": "amd64",
    "aarch64": "arm64",
    "arm64": "arm64",
}
"""What Debian calls a processor, by what the system itself calls it."""
PLACES = {
    "linux/altrabits-desktop.desktop": "usr/share/applications",
    "linux/com.altrabits.desktop.metainfo.xml": "usr/share/metainfo",
    "linux/README.firewall": DOCUMENTS,
    "linux/firewalld/altrabits.xml": "usr/lib/firewalld/services",
    "linux/firewalld/altrabits-server.xml": "usr/lib/firewalld/services",
    "linux/ufw/altrabits": "etc/ufw/applications.d",
    "server/altrabits-server.default": "etc/default",
    "server/altrabits-server.service": "usr/lib/systemd/system",
    "kiosk/altrabits-kiosk.service": "usr/lib/systemd/user",
}
"""Below `packaging`, and where each file goes."""
_FOLDER_MODE = 0o755
_FILE_MODE = 0o644


def stage(workshop: Workshop, program: Path, *, papers: Path) -> Path:
    """Lay out the tree as it will lie on the disk, and give its top.

    Args:
        workshop: provided; its icons are drawn.
        program: the frozen program.
        papers: the folder with the components and the licences.
    """
    root, top = workshop.root, workshop.folder / "stage"
    shutil.rmtree(top, ignore_errors=True)
    shutil.copytree(program, top / PROGRAM, symlinks=True)
    for source, place in PLACES.items():
        path = root / "packaging" / source
        _copy(path, top / place, name=laid_name(path.name))
    for name in (COMPONENTS, LICENCES):
        _copy(papers / name, top / DOCUMENTS)
    _copy(root / "LICENSE", top / DOCUMENTS, name="copyright")
    _copy(root / "CHANGELOG.md", top / DOCUMENTS)
    _lay_icons(root, workshop.folder / "icons", top / ICONS)
    (top / "usr/bin").mkdir(parents=True)
    for name in (NAME, "altrabits"):
        (top / "usr/bin" / name).symlink_to(f"../lib/{NAME}/{name}")
    _give_rights(top)
    _date(top, instant_s=int(source_instant(root, os.environ)))
    return top


def laid_name(name: str) -> str:
    """Give the name that a file has where it is laid down: settings of a service have no ending."""
    return name.removesuffix(".default")


def _lay_icons(root: Path, drawn: Path, target: Path) -> None:
    brand = root / "resources" / "brand"
    _copy(brand / "app-icon.svg", target / "scalable/apps", name=f"{NAME}.svg")
    _copy(brand / "app-icon-mono.svg", target / "symbolic/apps", name=f"{NAME}-symbolic.svg")
    for size_px in SIZES_PX:
        place = target / f"{size_px}x{size_px}" / "apps"
        _copy(drawn / f"{size_px}.png", place, name=f"{NAME}.png")


def _copy(source: Path, folder: Path, *, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def _give_rights(top: Path) -> None:
    """Give everything the rights it has on a disk, whatever the umask of whoever builds."""
    program = top / PROGRAM / NAME
    for path in (top, *top.rglob("*")):
        if not path.is_symlink():
            path.chmod(_FOLDER_MODE if path.is_dir() or path == program else _FILE_MODE)


def _date(top: Path, *, instant_s: int) -> None:
    """Date everything by the source, so that the same source gives the same package."""
    for path in (top, *top.rglob("*")):
        os.utime(path, (instant_s, instant_s), follow_symlinks=False)


def pack(workshop: Workshop, kind: str, *, tree: Path, folder: Path) -> Path:
    """Pack a laid out tree, and give the package.

    Args:
        workshop: provided.
        kind: `deb` or `rpm`.
        tree: of `stage`.
        folder: where the package goes.

    Raises:
        Refusal: the system is not one that packages are made for, or nfpm failed.
    """
    program = tree / PROGRAM
    libraries = needed_libraries(program)
    glibc = least_glibc(path.read_bytes() for path in elf_files(program))
    needs = {"deb": debian_packages, "rpm": rpm_capabilities}[kind](libraries, glibc=glibc)
    description = recipe(workshop.root, tree=tree, architecture=architecture(), needs={kind: needs})
    written = workshop.folder / f"nfpm.{kind}.json"
    # YAML is what it reads; JSON is YAML, and nothing in it has to be quoted by hand.
    written.write_text(json.dumps(description, indent=1), encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="altrabits-package-") as made:
        words = ("package", "--config", written, "--packager", kind, "--target", made)
        workshop.run((workshop.tool("nfpm"), *words), f"The .{kind} could not be packed")
        package = next(Path(made).iterdir())
        return Path(shutil.move(package, folder / package.name))


def architecture() -> str:
    """Give the name that packages have for this computer's processor.

    Raises:
        Refusal: none is known here.
    """
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        known = ", ".join(sorted(set(ARCHITECTURES.values())))
        message = f"Packages are made for {known}; this computer is {machine}."
        raise Refusal(message)
    return ARCHITECTURES[machine]


def recipe(
    root: Path, *, tree: Path, architecture: str, needs: Mapping[str, list[str]]
) -> dict[str, object]:
    """Give what nfpm is told: `packaging/linux/package.json` and what this build adds. Pure.

    Args:
        root: the checkout.
        tree: what is packed.
        architecture: as Debian calls it; nfpm knows RPM's name for it.
        needs: the packages asked for, by kind.
    """
    fixed: dict[str, object] = json.loads(
        (root / "packaging/linux/package.json").read_text(encoding="utf-8")
    )
    settings = sorted(path for path in (tree / "etc").rglob("*") if path.is_file())
    return {
        **fixed,
        "version": version_of(root),
        "arch": architecture,
        "contents": [
            {"src": str(tree / "usr"), "dst": "/usr", "type": "tree"},
            *(
                {
                    "src": str(path),
                    "dst": f"/{path.relative_to(tree).as_posix()}",
                    "type": "config|noreplace",
                }
                for path in settings
            ),
        ],
        "scripts": {"preremove": str(root / "packaging/linux/before_removal.sh")},
        "overrides": {kind: {"depends": list(names)} for kind, names in needs.items()},
    }
