"""Which libraries the frozen program takes from the system, by what its files themselves ask for.

Linux alone. Debian's packages are named here; RPM asks for a library by its own name.
"""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from house.terminal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BROUGHT_BY = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
_OF_C = re.compile(r"^(?:lib(?:c|m|dl|pthread|rt|util|resolv)\.so\.\d|ld-linux|linux-vdso)")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")


def needed_libraries(program: Path) -> list[str]:
    """List the libraries that a frozen program asks for and does not bring, but for C's own.

    Raises:
        subprocess.CalledProcessError: a file could not be read.
    """
    files = elf_files(program)
    told = subprocess.run(
        ["objdump", "-p", *files], check=True, capture_output=True, text=True
    ).stdout
    brought = {file.name for file in files}
    asked = set(_NEEDED.findall(told)) - brought
    return sorted(name for name in asked if not _OF_C.match(name))


def elf_files(program: Path) -> list[Path]:
    """List the programs and libraries below a folder, each once."""
    files = (path for path in program.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in files if _begins_as_elf(path))


def _begins_as_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def least_glibc(contents: Iterable[bytes]) -> str:
    """Give the version of C's library that some files need at least, such as `2.34`. Pure."""
    minors = {int(minor) for content in contents for minor in _GLIBC.findall(content)}
    return f"2.{max(minors, default=17)}"


def debian_packages(libraries: Iterable[str], *, glibc: str) -> list[str]:
    """Give what Debian calls these libraries. Pure.

    Raises:
        Refusal: one is not known here.
    """
    unknown = [name for name in libraries if name not in BROUGHT_BY]
    if unknown:
        message = (
            f"The program asks for {', '.join(unknown)}: say in `packaging/house/libraries.py` "
            "which package brings that, or leave it out in `packaging/house/frozen.py`."
        )
        raise Refusal(message)
    names = {BROUGHT_BY[name] for name in libraries}
    return [f"libc6 (>= {glibc})", *sorted(names)]


def rpm_capabilities(libraries: Iterable[str], *, glibc: str) -> list[str]:
    """Give what RPM calls these libraries, whichever distribution. Pure."""
    names = [f"{name}()(64bit)" for name in sorted(libraries)]
    # By the shell the script of the removal is run.
    return ["/bin/sh", f"libc.so.6(GLIBC_{glibc})(64bit)", *names]
