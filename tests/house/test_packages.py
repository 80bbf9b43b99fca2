"""How packages are built: the rules, away from the tools that follow them."""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.app.arguments import read_launch_options
from altrabits_desktop.contract.household import SERVICE_TYPE
from altrabits_desktop.streamers.drivers.catalog import Catalog
from house import commands, package
from house.brought import Part, library_of, unlisted, with_parts
from house.frozen import is_wanted, is_wanted_text, version_of
from house.inventory import licence_list
from house.libraries import debian_packages, least_glibc, needed_libraries, rpm_capabilities
from house.package import KINDS, Built, build_packages, kinds_here
from house.system_packages import PLACES, recipe
from house.terminal import Refusal
from house.workshop import Workshop, source_instant
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.mark.parametrize(
    ("name", "is_of_system", "expected"),
    [
        ("PySide6/QtWidgets.abi3.so", False, True),
        ("libQt6Core.so.6", False, True),
        ("libicudata.so.73", False, True),
        ("libpython3.11.so.1.0", True, True),
        ("libcrypto.so.3", True, True),
        ("libsqlite3.so.0", True, True),
        ("libstdc++.so.6", True, False),
        ("libglib-2.0.so.0", True, False),
        ("libxcb.so.1", True, False),
        ("libgtk-3.so.0", True, False),
        ("libQt6Network.so.6", False, False),
        ("PySide6/QtNetwork.abi3.so", False, False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False, True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False, False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False, True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False, True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False, False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False, False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", False, True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False, False),
    ],
)
def test_what_is_frozen(name: str, *, is_of_system: bool, expected: bool) -> None:
    assert is_wanted(name.replace("\\", "/"), is_of_system=is_of_system) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("altrabits_desktop/i18n/de.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/designer_de.qm", False),
    ],
)
def test_of_the_words_of_qt_only_ours_are_frozen(name: str, *, expected: bool) -> None:
    assert is_wanted_text(name, languages=("de", "en")) is expected


def test_the_version_is_the_one_of_the_program() -> None:
    from altrabits_desktop.contract.version import VERSION

    assert version_of(ROOT) == VERSION


@pytest.mark.parametrize(
    ("variables", "expected"), [({"SOURCE_DATE_EPOCH": "12"}, "12"), ({}, "315532800")]
)
def test_a_source_without_a_history_is_dated_as_told_or_as_old_as_can_be(
    tmp_path: Path, variables: dict[str, str], expected: str
) -> None:
    assert source_instant(tmp_path, variables) == expected


def test_what_the_program_asks_of_the_system_is_read_from_its_files(tmp_path: Path) -> None:
    (tmp_path / "python").write_bytes(Path(sys.executable).resolve().read_bytes())
    (tmp_path / "words").write_text("no program", encoding="utf-8")

    asked = needed_libraries(tmp_path)

    assert [name for name in asked if name.startswith(("libc.", "libm."))] == []


def test_a_library_is_called_as_each_system_calls_it() -> None:
    libraries = ["libGL.so.1", "libxcb.so.1"]

    assert debian_packages(libraries, glibc="2.34") == ["libc6 (>= 2.34)", "libgl1", "libxcb1"]
    assert rpm_capabilities(libraries, glibc="2.34") == [
        "/bin/sh",
        "libc.so.6(GLIBC_2.34)(64bit)",
        "libGL.so.1()(64bit)",
        "libxcb.so.1()(64bit)",
    ]


def test_a_library_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refusal, match=r"libnowhere\.so\.1"):
        debian_packages(["libnowhere.so.1"], glibc="2.34")


def test_the_newest_of_c_that_a_file_asks_for_is_the_least_there_must_be() -> None:
    assert least_glibc([b"..GLIBC_2.9..GLIBC_2.34..", b"GLIBC_2.17"]) == "2.34"


def test_a_licence_stands_in_the_list_with_its_text() -> None:
    text = licence_list([Part("one", "1.0", "MIT", ["As is."]), Part("two", "", "OFL-1.1", [])])

    assert text.startswith("one 1.0: MIT\ntwo: OFL-1.1\n")
    assert "As is." in text


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("libcrypto.so.3", ("crypto", "3")),
        ("libcrypto.3.dylib", ("crypto", "")),
        ("libcrypto-3.dll", ("crypto", "")),
        ("sqlite3.dll", ("sqlite3", "")),
        ("libicudata.so.73", ("icudata", "73")),
        ("libpython3.11.so.1.0", ("python3", "1.0")),
        ("libpyside6.abi3.so.6.12", ("pyside6", "6.12")),
        ("_ssl.cpython-311-x86_64-linux-gnu.so", ("", "")),
        ("base_library.zip", ("", "")),
    ],
)
def test_a_library_is_known_by_the_name_of_its_file(file: str, expected: tuple[str, str]) -> None:
    assert library_of(file) == expected


def test_a_library_that_no_list_names_is_found() -> None:
    files = ["libQt6Core.so.6", "libz.so.1", "libpython3.11.so.1.0", "libnew.so.2", "qt.conf"]

    assert unlisted(files) == ["libnew.so.2"]


def test_what_comes_from_no_wheel_stands_in_the_list_of_components_too() -> None:
    listed: dict[str, Any] = {
        "metadata": {"component": {"name": "altrabits-desktop"}},
        "components": [{"name": "one"}],
        "dependencies": [],
    }
    odd = "GPL-2.0-or-later WITH Bootloader-exception"

    with_parts(
        listed, [Part("SQLite", "3.40", "blessing", []), Part("x", "", odd, [])], version="7"
    )

    assert listed["metadata"]["component"]["version"] == "7"
    assert listed["components"][1:] == [
        {
            "type": "library",
            "bom-ref": "SQLite==3.40",
            "name": "SQLite",
            "version": "3.40",
            "licenses": [{"license": {"id": "blessing"}}],
        },
        {"type": "library", "bom-ref": "x", "name": "x", "licenses": [{"expression": odd}]},
    ]
    assert listed["dependencies"] == [{"ref": "SQLite==3.40"}, {"ref": "x"}]


@pytest.mark.parametrize("name", PLACES)
def test_what_a_package_lays_down_is_there(name: str) -> None:
    assert (ROOT / "packaging" / name).is_file()


def test_settings_of_the_system_are_kept_when_a_package_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "etc/ufw").mkdir(parents=True)
    (tmp_path / "etc/ufw/altrabits").touch()

    told = recipe(ROOT, tree=tmp_path, architecture="amd64", needs={"deb": ["libgl1"]})

    assert told["contents"] == [
        {"src": str(tmp_path / "usr"), "dst": "/usr", "type": "tree"},
        {
            "src": str(tmp_path / "etc/ufw/altrabits"),
            "dst": "/etc/ufw/altrabits",
            "type": "config|noreplace",
        },
    ]
    assert told["overrides"] == {"deb": {"depends": ["libgl1"]}}
    assert told["version"] == version_of(ROOT)
    assert told["scripts"] == {"preremove": str(ROOT / "packaging/linux/before_removal.sh")}


@pytest.mark.parametrize(
    ("platform", "expected"),
    [("linux", KINDS), ("win32", KINDS[:3]), ("darwin", KINDS[:3])],
)
def test_a_system_builds_what_it_can(platform: str, expected: tuple[str, ...]) -> None:
    assert kinds_here(platform) == expected


def test_what_cannot_be_built_here_is_refused_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")

    with pytest.raises(Refusal, match="not deb"):
        build_packages(ROOT, tmp_path / "made", only=["wheel", "deb"])

    assert list(tmp_path.iterdir()) == []


def test_all_that_is_built_is_told_with_its_size_and_what_is_built_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "a.whl"
    made.write_bytes(b"x" * 1_650_000)
    monkeypatch.setattr(package, "provide", lambda _needs: None)
    monkeypatch.setattr(Workshop, "provide", lambda _self: None)
    monkeypatch.setattr(package, "_build", lambda *_arguments: [Built("wheel", made)])
    monkeypatch.setattr(sys, "platform", "linux")

    build_packages(ROOT, tmp_path)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"wheel    1.6 MB  {made}"
    assert lines[1].endswith("this is Linux.")


@pytest.mark.parametrize(
    ("words", "only"),
    [((), ()), (("--only", "deb", "--only", "wheel"), ("deb", "wheel"))],
)
def test_what_is_wanted_is_said_on_the_command_line(
    words: tuple[str, ...], only: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def build(*told: object, only: Iterable[str]) -> None:
        seen.extend((*told, tuple(only)))

    monkeypatch.setattr(commands, "build_packages", build)

    status = commands.main(ROOT, ["package", *words, str(tmp_path)])

    assert (status, seen) == (0, [ROOT, tmp_path, only])


def test_macos_asks_for_the_local_network_in_words() -> None:
    table = plistlib.loads((ROOT / "packaging/macos/Info.plist").read_bytes())
    german = (ROOT / "packaging/macos/de.lproj/InfoPlist.strings").read_text(encoding="utf-8")

    assert set(table["NSBonjourServices"]) == {
        *Catalog.bundled().service_types(),
        SERVICE_TYPE,
    }
    assert table["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["altrabits"]
    assert len(table["NSLocalNetworkUsageDescription"]) > 40
    assert "NSLocalNetworkUsageDescription" in german


def test_units_start_what_is_installed() -> None:
    units = [ROOT / "packaging" / name for name in PLACES if name.endswith(".service")]
    starts = [
        re.findall(r"^ExecStart=/usr/bin/(\S+)", unit.read_text(encoding="utf-8"), re.MULTILINE)
        for unit in units
    ]

    assert sorted(starts) == [["altrabits"], ["altrabits-desktop"]]


def test_the_unit_of_the_kiosk_says_what_the_window_understands() -> None:
    unit = (ROOT / "packaging/kiosk/altrabits-kiosk.service").read_text(encoding="utf-8")
    words = re.findall(r"^ExecStart=\S+ (.*)$", unit, re.MULTILINE)[0].split()

    assert read_launch_options(words, {}).is_kiosk


def test_the_window_understands_what_the_desktop_starts_it_with() -> None:
    entry = (ROOT / "packaging/linux/altrabits-desktop.desktop").read_text(encoding="utf-8")
    words = re.findall(r"^Exec=\S+ (.*)$", entry, re.MULTILINE)[0]
    address = "altrabits://streamers"

    assert read_launch_options(words.replace("%u", address).split(), {}).address == address
    assert read_launch_options(words.replace("%u", "").split(), {}).address == ""


def test_the_start_hands_on_the_persons_own_path_of_libraries() -> None:
    hook = ROOT / "packaging/linux/surroundings.py"
    show = "import os; print(os.environ.get('LD_LIBRARY_PATH', 'nothing'))"
    program = f"exec(open({str(hook)!r}).read()); {show}"

    def shown(**variables: str) -> str:
        command = [sys.executable, "-c", program]
        return subprocess.run(
            command, env=variables, capture_output=True, text=True, check=True
        ).stdout.strip()

    assert shown(LD_LIBRARY_PATH="/ours", LD_LIBRARY_PATH_ORIG="/theirs") == "/theirs"
    assert shown(LD_LIBRARY_PATH="/ours") == "nothing"


def test_what_runs_goes_on_reading_its_own_file_when_another_takes_its_name(tmp_path: Path) -> None:
    """As when a package is replaced while the program runs; PyInstaller opens it by its name."""
    hook = ROOT / "packaging/linux/surroundings.py"
    other = tmp_path / "other"
    other.touch()

    def read_from(file: str) -> str:
        loader = "import sys, types; held = types.SimpleNamespace"
        made = f"sys.modules['pyimod02_importers'] = held(pyz_archive=held(_filename={file!r}))"
        show = "print(sys.modules['pyimod02_importers'].pyz_archive._filename)"
        program = f"{loader}; {made}; exec(open({str(hook)!r}).read()); {show}"
        return subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.strip()

    if sys.platform == "linux":
        assert read_from(sys.executable) == "/proc/self/exe"
    assert read_from(str(other)) == str(other)
    assert read_from(str(tmp_path / "none")) == str(tmp_path / "none")
