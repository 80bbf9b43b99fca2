"""A damaged database of the embedded server: said in a sentence, left alone, in nobody's way."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import ask
from tests.journeys.test_account import WORKS_S
from tests.journeys.ways import sign_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop

SAID = "The database is damaged. It stays as it is; bring back a backup of it."
PAGE_BYTES = 4096


def noise(whole: bytes) -> bytes:
    return random.Random(7).randbytes(len(whole))


def cut_off(whole: bytes) -> bytes:
    return whole[: len(whole) // 3]


def noise_after_the_first_page(whole: bytes) -> bytes:
    return whole[:PAGE_BYTES] + noise(whole[PAGE_BYTES:])


async def database_with_an_account(desktop: Desktop) -> Path:
    """Make an account on this computer, close its window, and give its server's database."""
    await desktop.open()
    await sign_up(desktop)
    await desktop.close()
    return desktop.profile.server_folder / "server.sqlite3"


@pytest.mark.parametrize("damage", [noise, cut_off, noise_after_the_first_page])
async def test_the_window_starts_beside_a_damaged_database_and_says_so(
    desktop: Desktop, damage: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    database = await database_with_an_account(desktop)
    damaged = damage(database.read_bytes())
    database.write_bytes(damaged)

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.find.button")
    pilot.press("navigation.account")
    await pilot.wait_for("account.away", text=SAID)
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy", text="Version 1.0")
    shown = await asyncio.to_thread(ask, desktop.profile.folder, "policy", "show")
    await desktop.close()

    assert shown["version"] == "1.0"
    assert database.read_bytes() == damaged
    assert caplog.messages.count("there is no server: store.damaged") == 1


async def test_the_window_starts_beside_a_damaged_replica_and_leaves_it_alone(
    desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    desktop.profile.prepare()
    damaged = noise(bytes(PAGE_BYTES))
    desktop.profile.replica_file.write_bytes(damaged)

    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.find.button")
    pilot.press("navigation.account")
    await pilot.wait_for("account.away", text=SAID)
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.read.button")
    pilot.press("privacy.read.button")
    await pilot.wait_for("policy.accept")
    pilot.press("policy.accept")
    await pilot.wait_for("policy.answers.words", text=SAID)
    await desktop.close()

    assert desktop.profile.replica_file.read_bytes() == damaged
    assert caplog.messages.count("there is no server: store.damaged") == 1


async def test_with_its_backup_back_a_damaged_database_is_whole_again(
    desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    database = await database_with_an_account(desktop)
    backup = database.read_bytes()
    database.write_bytes(cut_off(backup))
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.account")
    await pilot.wait_for("account.away", text=SAID)
    await desktop.close()

    database.write_bytes(backup)
    pilot = await desktop.open("--language", "en")
    pilot.press("navigation.account")
    await pilot.wait_for("account.sign_in.email")
    pilot.type("account.sign_in.email", EMAIL)
    pilot.type("account.sign_in.password", PASSWORD)
    pilot.press("account.sign_in.button")
    await pilot.wait_for("account.facts", text=EMAIL, within_s=WORKS_S)

    assert pilot.names("account.away") == []
