"""The .deb on a Debian that has never seen us: it asks for all it needs, works, and goes again."""

from __future__ import annotations

import faulthandler
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.version import VERSION
from tests.packages.fresh_root import fresh_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.packages.fresh_root import FreshRoot

pytestmark = [pytest.mark.lab, pytest.mark.long]

HERE = Path(__file__).parent
SESSION = ("xvfb", "dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0")
"""What a desktop has and the package does not ask for."""
_INSIDE = "/usr/lib/altrabits-desktop/_internal"
_UNMET = f"find {_INSIDE} -name '*.so*' -type f -exec ldd {{}} + | grep 'not found'"


@pytest.fixture(scope="module")
def root(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FreshRoot]:
    # A whole system is downloaded: a minute of waiting is no sign of a test that hangs.
    faulthandler.cancel_dump_traceback_later()
    with fresh_root(tmp_path_factory.mktemp("fresh")) as root:
        root.put(deb, "/altrabits.deb")
        (root.top / "journey").mkdir()
        for name in ("journey_by_bus.py", "journey_by_bus.sh"):
            root.put(HERE / name, "/journey")
        root.fetch("/altrabits.deb")
        root.install_file("/altrabits.deb")
        yield root


def test_it_is_installed_with_all_that_it_takes_from_the_system(root: FreshRoot) -> None:
    state = root.run("dpkg-query", "--show", "--showformat=${Status}", "altrabits-desktop")
    unmet = root.run("sh", "-c", f"{_UNMET} || true", LD_LIBRARY_PATH=_INSIDE)

    assert state == "install ok installed"
    assert unmet == ""


def test_both_programs_answer(root: FreshRoot) -> None:
    said = [root.run(name, "--version") for name in ("altrabits", "altrabits-desktop")]

    assert said == [f"altrabits {VERSION}\n", f"altrabits-desktop {VERSION}\n"]


def test_the_first_journey(root: FreshRoot) -> None:
    """Three streamers are shown, one is opened and left, one searched for; an address leads on."""
    root.fetch(*SESSION)
    root.install(*SESSION)

    words = ("/usr/bin/altrabits-desktop", "/root/profile")
    told = json.loads(root.run("sh", "/journey/journey_by_bus.sh", *words).splitlines()[-1])

    assert [name.partition(",")[0] for name in told["cards"]] == [
        "Bedroom",
        "Fireside",
        "Window seat",
    ]
    assert told["count"] == "Streamers, 3"
    assert "Radio Meridian" in " ".join(told["page"])
    assert [name.partition(",")[0] for name in told["searched"]] == ["Bedroom"]
    assert (told["second"], told["led_to"]) == (0, "Dark")
    assert told["status"] == 0


def test_it_goes_without_a_trace_and_leaves_the_profile(root: FreshRoot) -> None:
    profile = root.top / "root/profile"
    profile.mkdir(exist_ok=True)

    root.run("dpkg", "--purge", "altrabits-desktop")
    left = [
        str(path) for place in ("etc", "usr") for path in root.top.glob(f"{place}/**/altrabits*")
    ]
    # The other tests, in whichever order, find it again.
    root.run("dpkg", "--install", "/altrabits.deb")

    assert left == []
    assert profile.is_dir()
