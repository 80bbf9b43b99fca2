"""What docs/packaging.md says of the wheel, done as it stands there in clean environments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.version import VERSION
from tests.packages.documented import carry_out, commands_under, lay_out

if TYPE_CHECKING:
    from pathlib import Path

STRANGERS = {
    "pyproject.toml": """
[tool.pytest.ini_options]
asyncio_mode = "auto"
qt_api = "pyside6"
addopts = ["-p", "no:cacheprovider"]
""",
    "conftest.py": """
from altrabits_desktop.qa.loop import make_loop


def pytest_asyncio_loop_factories():
    return {"qt": make_loop}
""",
    "test_a_house.py": """
import altrabits_desktop


def test_what_is_tried_is_what_was_installed():
    assert "site-packages" in altrabits_desktop.__file__


async def test_three_streamers_are_shown_and_one_is_opened(desktop, streamer_farm):
    streamer_farm.start(3)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.card.mac-*", count=3)

    pilot.press("streamers.card.mac-0004a3000003")

    await pilot.wait_for("streamer.back.button")
""",
}
"""Tests of somebody who has the wheel and nothing else of ours."""


@pytest.fixture(scope="module")
def bench(built: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert wheel.is_relative_to(built)
    return lay_out(tmp_path_factory.mktemp("bench") / "folder", built)


@pytest.mark.long  # what QA installs holds all of it
def test_the_wheel_is_installed_and_starts(bench: Path) -> None:
    *preparing, asking = commands_under("The wheel")
    for command in preparing:
        carry_out(command, bench)

    assert carry_out(asking, bench) == f"altrabits {VERSION}\n"


def test_what_is_documented_is_the_wheel_of_this_version(wheel: Path) -> None:
    named = [word for word in " ".join(commands_under("The wheel")).split() if "dist/" in word]

    assert named == [f"dist/{wheel.name}"]


@pytest.mark.long  # with each wheel a larger example is tried
def test_with_the_wheel_alone_the_window_is_driven(bench: Path) -> None:
    *preparing, testing = commands_under("The wheel for QA")
    for command in preparing:
        carry_out(command, bench)
    for name, text in STRANGERS.items():
        (bench / name).write_text(text, encoding="utf-8")

    said = carry_out(f"QT_QPA_PLATFORM=offscreen {testing} -q test_a_house.py", bench)

    assert "2 passed" in said


def test_a_server_is_installed_without_qt(bench: Path) -> None:
    *preparing, _ = commands_under("A server without a window")
    for command in preparing:
        carry_out(command, bench)

    listed = json.loads(carry_out("server/bin/pip list --format json", bench))

    names = {each["name"].lower() for each in listed}
    assert {name for name in names if "qt" in name or "pyside" in name} == set()
    assert {"altrabits-desktop", "starlette", "uvicorn"} <= names
