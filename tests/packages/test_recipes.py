"""Recipes for systems that are elsewhere: they are read, and where that goes compiled."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from house.frozen import version_of
from tests.harness.source_tree import ROOT
from tests.packages.conftest import needs

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / "packaging/windows/altrabits.nsi"


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """Give a folder with empty files in place of the program, which only Windows can freeze."""
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    for name in ("altrabits.exe", "altrabits-desktop.exe", "_internal/library"):
        (folder / name).touch()
    return folder


def compiled(stand_in: Path, *definitions: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["makensis", "-V2", "-WX", *definitions, f"-DPROGRAM={stand_in}", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_script_of_the_installer_compiles(stand_in: Path, tmp_path: Path) -> None:
    needs("makensis")
    thrown_away = tmp_path / "thrown-away"

    done = compiled(stand_in, f"-DVERSION={version_of(ROOT)}", f"-DOUTFILE={thrown_away}")

    assert done.returncode == 0, done.stdout + done.stderr
    assert thrown_away.read_bytes()[:2] == b"MZ"


def test_the_script_of_the_installer_says_what_it_was_not_told(stand_in: Path) -> None:
    needs("makensis")

    done = compiled(stand_in)

    assert done.returncode != 0
    assert "VERSION is not given." in done.stdout + done.stderr


def test_the_installer_lets_in_one_port_for_one_program_and_takes_it_back() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    (rule,) = [line for line in text.splitlines() if "firewall add rule" in line]

    assert "dir=in" in rule
    assert "protocol=UDP localport=30303 " in rule
    assert "remoteip=localsubnet" in rule
    assert 'program="$INSTDIR\\altrabits-desktop.exe"' in rule
    assert text.index("firewall delete rule", text.index('Section "Uninstall"')) > 0


def test_each_program_that_could_be_at_work_is_looked_at_before_anything_is_replaced() -> None:
    """A server of the console holds the libraries open as a window does."""
    lines = [line.strip() for line in SCRIPT.read_text(encoding="utf-8").splitlines()]
    looking = {line.split()[-1] for line in lines if line.startswith("!insertmacro SeeThatItEnded")}
    replaced = {line.split()[-1] for line in lines if line.startswith("Delete") and ".exe" in line}

    assert looking == replaced - {'"$INSTDIR\\uninstall.exe"'}


def test_an_address_is_one_word_and_no_option_to_the_program_that_opens_it() -> None:
    (line,) = [
        line
        for line in SCRIPT.read_text(encoding="utf-8").splitlines()
        if "shell\\open\\command" in line
    ]

    assert line.endswith("""'"$INSTDIR\\altrabits-desktop.exe" -- "%1"'""")


def test_the_script_of_the_disk_image_is_one_that_a_shell_reads() -> None:
    script = ROOT / "packaging/macos/make_dmg.sh"

    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0
    assert script.stat().st_mode & 0o111


def test_the_disk_image_holds_the_lists_of_what_is_inside(tmp_path: Path) -> None:
    """The tools of macOS are played by ones that do nothing but tell what they were given."""
    needs("sh")
    tools, app, dist = tmp_path / "tools", tmp_path / "A B.app", tmp_path / "dist"
    for folder in (tools, app / "Contents", dist):
        folder.mkdir(parents=True)
    lay = 'while [ "$1" != -srcfolder ]; do shift; done\nls -R "$2"\n'
    for name, does in (("codesign", "exit 0"), ("hdiutil", lay)):
        (tools / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    for paper in ("components.cdx.json", "licences.txt"):
        (dist / paper).touch()

    done = subprocess.run(
        ["sh", ROOT / "packaging/macos/make_dmg.sh", app, dist / "altrabits-desktop.dmg"],
        env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert {"components.cdx.json", "licences.txt", "en.lproj", "de.lproj"} <= set(
        done.stdout.split()
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            ("remove",),
            ["stop altrabits-server.service", "--quiet disable altrabits-server.service"],
        ),
        (("0",), ["stop altrabits-server.service", "--quiet disable altrabits-server.service"]),
        (("upgrade", "0.2.0"), []),
        (("1",), []),
        ((), []),
    ],
)
def test_a_removal_ends_the_server_and_an_upgrade_does_not(
    tmp_path: Path, said: tuple[str, ...], expected: list[str]
) -> None:
    needs("sh")
    (tmp_path / "run").mkdir()
    called, systemctl = tmp_path / "called", tmp_path / "systemctl"
    called.touch()
    systemctl.write_text(f'#!/bin/sh\necho "$*" >> {called}\nexit 1\n', encoding="utf-8")
    systemctl.chmod(0o755)
    laid = tmp_path / "script"
    text = (ROOT / "packaging/linux/before_removal.sh").read_text(encoding="utf-8")
    laid.write_text(text.replace("/run/systemd/system", str(tmp_path / "run")), encoding="utf-8")

    done = subprocess.run(
        ["sh", laid, *said], env={"PATH": f"{tmp_path}:/usr/bin:/bin"}, check=False
    )

    # Where systemd refuses, the package goes all the same.
    assert done.returncode == 0
    assert called.read_text(encoding="utf-8").splitlines() == expected


def test_the_recipe_of_the_frozen_program_is_python() -> None:
    text = (ROOT / "packaging/app.spec").read_text(encoding="utf-8")

    names = compile(text, "app.spec", "exec").co_names

    assert {"Analysis", "COLLECT", "BUNDLE"} <= set(names)
