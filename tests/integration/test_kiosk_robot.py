"""Anything at all is done to a kiosk: nobody gets out, nothing is changed, nothing is kept."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import subprocess
import sys
from itertools import product
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.contract.kiosk import KioskSetup
from altrabits_desktop.qa.programs import surroundings
from altrabits_desktop.runtime.kiosk_files import KioskFiles
from altrabits_desktop.runtime.paths import Profile
from tests.harness.kiosk_visitor import Visitor, at_rest
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop

PIN = "384719"
INPUTS, INPUTS_IN_FULL = 2_500, 50_000
VISITORS, VISITORS_IN_FULL = 10, 200
"""docs/security-requirements.md R54, R55: a twentieth, and all."""
EACH_TURN = 5
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_META = Qt.KeyboardModifier.MetaModifier
_KEY = Qt.Key
COMBINATIONS = (
    *product(
        (_CONTROL, _META),
        (
            *(_KEY.Key_Q, _KEY.Key_W, _KEY.Key_N, _KEY.Key_T, _KEY.Key_O, _KEY.Key_P, _KEY.Key_S),
            *(_KEY.Key_F, _KEY.Key_K, _KEY.Key_C, _KEY.Key_V, _KEY.Key_X, _KEY.Key_A, _KEY.Key_Z),
            *(_KEY.Key_L, _KEY.Key_R, _KEY.Key_H, _KEY.Key_D, _KEY.Key_M, _KEY.Key_Comma),
        ),
    ),
    *product((_ALT,), (_KEY.Key_F4, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Space, _KEY.Key_Tab)),
    *product((_CONTROL | _ALT,), (_KEY.Key_Delete, _KEY.Key_T, _KEY.Key_F1, _KEY.Key_Backspace)),
    *product((_CONTROL | _SHIFT,), (_KEY.Key_Escape, _KEY.Key_I, _KEY.Key_T, _KEY.Key_N)),
    *product(
        (Qt.KeyboardModifier.NoModifier,),
        (
            *(_KEY.Key_F1, _KEY.Key_F5, _KEY.Key_F10, _KEY.Key_F11, _KEY.Key_F12, _KEY.Key_Print),
            *(_KEY.Key_Menu, _KEY.Key_Help, _KEY.Key_Question, _KEY.Key_Back, _KEY.Key_HomePage),
        ),
    ),
)


def set_up(folder: Path) -> None:
    """Keep a kiosk without streamers of an account: its visitors have the demo."""
    hasher = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    KioskFiles(Profile(folder)).keep_setup(KioskSetup(pin=hasher.hash(PIN)))


def chosen(folder: Path) -> dict[str, bytes]:
    """Give what staff and settings have chosen, byte for byte."""
    files = (folder / "kiosk" / "kiosk.json", folder / "settings.toml")
    return {path.name: path.read_bytes() for path in files if path.exists()}


async def robot(desktop: Desktop, *, inputs: int, seed: int) -> None:
    set_up(desktop.profile.folder)
    before = chosen(desktop.profile.folder)
    pilot = await desktop.open("--kiosk", "--language", "en")
    await at_rest(pilot)
    print(f"seed {seed}")
    visitor = Visitor(pilot, random.Random(seed))
    for number in range(inputs):
        visitor.act()
        if number % EACH_TURN == 0:
            await asyncio.sleep(0)
            assert pilot.names("kiosk") == ["kiosk"]
            assert pilot.names("navigation*") == []
            shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
            assert shown == [pilot.window]
    assert chosen(desktop.profile.folder) == before
    assert desktop.opened_addresses == []


async def test_r55_a_robot_gets_nowhere(desktop: Desktop) -> None:
    await robot(desktop, inputs=INPUTS, seed=random.randrange(10**9))


@pytest.mark.long
async def test_r55_a_robot_gets_nowhere_in_full(desktop: Desktop) -> None:
    await robot(desktop, inputs=INPUTS_IN_FULL, seed=random.randrange(10**9))


@pytest.mark.parametrize("place", ["begin", "policy", "staff"])
async def test_r55_no_known_combination_of_keys_leads_out(desktop: Desktop, place: str) -> None:
    set_up(desktop.profile.folder)
    pilot = await desktop.open("--kiosk", "--language", "en")
    await at_rest(pilot)
    pilot.press(f"kiosk.start.{place}")
    assert len(COMBINATIONS) >= 60
    for modifier, key in COMBINATIONS:
        QTest.keyClick(pilot.window.focusWidget(), key, modifier)
    await asyncio.sleep(0.1)

    assert pilot.names("kiosk") == ["kiosk"]
    assert pilot.names("navigation*") == []
    assert pilot.window.isVisible()


def forms_of(word: str) -> tuple[bytes, ...]:
    """Give a word as it may lie in a file."""
    plain = word.encode()
    utf16 = word.encode("utf-16-le")
    return plain, utf16, plain.hex().encode(), base64.b64encode(plain).rstrip(b"=")[:-1]


def found(words: list[str], *folders: Path) -> list[str]:
    """Give which of the words lie anywhere in these folders."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    contents = [path.read_bytes() for path in files]
    forms = {word: forms_of(word) for word in words}
    return [
        word
        for word, shapes in forms.items()
        if any(shape in content for shape in shapes for content in contents)
    ]


def visits(tmp_path: Path, *, visitors: int) -> None:
    profile, temporary = tmp_path / "profile", tmp_path / "temporary"
    temporary.mkdir()
    set_up(profile)
    seed = random.randrange(10**9)
    print(f"seed {seed}")
    chance = random.Random(seed)
    words: list[str] = []
    reads: set[str] = set()
    for number in range(visitors):
        read, typed = one_visit(profile, temporary, seed=seed + number, chance=chance)
        reads.add(read)
        words += typed
    assert len(words) >= 5 * visitors
    assert found(words, profile, temporary) == []
    # Whoever comes next sees what the first one saw.
    assert len(reads) == 1
    assert not any(word in read for word in words for read in reads)


def one_visit(
    profile: Path, temporary: Path, *, seed: int, chance: random.Random
) -> tuple[str, list[str]]:
    """Give what the kiosk said before a visit, and what was typed in it until the plug went."""
    surrounding = {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(temporary),
        "ALTRABITS_INTERFACE": os.environ.get("ALTRABITS_INTERFACE", "127.0.0.1"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.harness.kiosk_visitor", str(profile), str(seed)],
        cwd=ROOT,
        env=surroundings(surrounding),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        read = json.loads(process.stdout.readline())["read"]
        count = chance.randrange(6, 18)
        words = [json.loads(process.stdout.readline())["word"] for _ in range(count)]
    finally:
        # Pulling the plug is the worst end; those by hand and by time are in unit tests.
        process.kill()
        process.wait()
        process.stdout.close()
    return read, words


def test_r54_nothing_of_a_visitor_is_found_after_the_plug_was_pulled(tmp_path: Path) -> None:
    visits(tmp_path, visitors=VISITORS)


@pytest.mark.long
def test_r54_nothing_of_a_visitor_is_found_in_full(tmp_path: Path) -> None:
    visits(tmp_path, visitors=VISITORS_IN_FULL)
