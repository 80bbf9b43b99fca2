"""The program starts once more, as it was started."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.starting_again import command_again, environment_again, start_again
from altrabits_desktop.qa.programs import wait_until

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PYTHON = "/usr/bin/python3"
PROGRAM = "/usr/lib/altrabits-desktop/altrabits-desktop"
WORDS = ("--kiosk", "--profile", "a folder; rm -rf $HOME")


@pytest.mark.parametrize(
    "program", [("-m", "altrabits_desktop"), ("-P", "/venv/bin/altrabits-desktop")]
)
def test_whatever_the_interpreter_was_called_with_it_is_called_with_again(
    program: tuple[str, ...],
) -> None:
    original = ("python3", *program, *WORDS)

    again = command_again(PYTHON, original, WORDS, is_frozen=False)

    assert again == (PYTHON, *program, *WORDS)


def test_a_frozen_program_is_called_by_itself() -> None:
    again = command_again(PROGRAM, ("altrabits-desktop", "-x", *WORDS), WORDS, is_frozen=True)

    assert again == (PROGRAM, *WORDS)


@pytest.mark.parametrize(
    ("is_frozen", "more"), [(False, {}), (True, {"PYINSTALLER_RESET_ENVIRONMENT": "1"})]
)
def test_it_is_started_in_the_same_environment(is_frozen: bool, more: dict[str, str]) -> None:
    environment = {"LD_LIBRARY_PATH": "/mine", "HOME": "/home/maple"}

    again = environment_again(environment, is_frozen=is_frozen)

    assert again == {**environment, **more}


@pytest.mark.parametrize(("system", "takes_place"), [("linux", True), ("win32", False)])
def test_it_takes_the_place_of_the_process_where_the_system_can_do_that(
    monkeypatch: pytest.MonkeyPatch, system: str, takes_place: bool
) -> None:
    told: list[tuple[str, tuple[str, ...]]] = []
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "altrabits_desktop", *WORDS])

    def replace(path: str, command: Sequence[str], _environment: Mapping[str, str]) -> None:
        assert path == sys.executable
        told.append(("replace", tuple(command)))

    def begin(command: Sequence[str], *, env: Mapping[str, str]) -> None:
        assert env == dict(os.environ)
        told.append(("begin", tuple(command)))

    status = start_again(replace=replace, begin=begin)

    way = "replace" if takes_place else "begin"
    assert told == [(way, (sys.executable, "-m", "altrabits_desktop", *WORDS))]
    assert status == 0


PROGRAM_TEXT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from altrabits_desktop.app import main as program, window_run
from altrabits_desktop.app.first_paint import paint_first

note = Path(sys.argv.pop(1))
runs = note.read_text().count("run") if note.exists() else 0
with note.open("a") as file:
    file.write("run " + " ".join(sys.argv[1:]) + "\\n")

def painted(*args, **kw):
    done = paint_first(*args, **kw)
    end = done.window.close if runs else done.window.start_again
    QTimer.singleShot(400, end)
    return done

import altrabits_desktop.app.first_paint as first
first.paint_first = painted
sys.exit(program.main())
"""


def test_a_real_program_ends_and_is_there_again_with_its_arguments(tmp_path: Path) -> None:
    note, program = tmp_path / "runs", tmp_path / "program.py"
    program.write_text(PROGRAM_TEXT)
    words = ["--profile", str(tmp_path / "profile"), "--interface", "127.0.0.1", "--theme", "dark"]

    ended = subprocess.run(
        [sys.executable, str(program), str(note), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    # Where the new one is another process, it is there a little later.
    wait_until(lambda: note.read_text().count("\n") >= 2)
    assert note.read_text() == f"run {' '.join(words)}\n" * 2
