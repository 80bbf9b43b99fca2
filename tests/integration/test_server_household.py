"""A shared server and its operator at the console; real processes."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.policies import Policies
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.qa.programs import CONSOLE, run, surroundings
from altrabits_desktop.runtime.household_bond import bond_context
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.joining import join_household
from tests.harness.server_alone import console_of_server_alone
from tests.integration.test_server_console import operate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from altrabits_desktop.runtime.household_bond import Bond

KEY_FILE = "ALTRABITS_SERVER_KEY_FILE"
_NO_KEYRING = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}


@contextmanager
def sharing(
    profile: Path, key_file: Path, *, port: int = 0, program: tuple[str, ...] = CONSOLE
) -> Iterator[dict[str, Any]]:
    """Run a shared server on loopback until the block ends; gives what it tells of itself."""
    words = ("server", "run", "--lan", "--host", "127.0.0.1", "--port", str(port), "--json")
    with subprocess.Popen(
        [*program, *words, "--profile", str(profile)],
        env=surroundings({KEY_FILE: str(key_file)}),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            told: dict[str, Any] = json.loads(process.stdout.readline())
            assert (told["event"], told["pid"]) == ("listening", process.pid)
            yield told
            process.terminate()
            assert process.wait(10) == 0
        finally:
            process.kill()


@contextmanager
def pairing(
    profile: Path, *, program: tuple[str, ...] = CONSOLE
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Show a code, until the block ends; gives it, and the command that shows it."""
    words = ("server", "pair", "--json", "--profile", str(profile))
    with subprocess.Popen(
        [*program, *words], env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            told = json.loads(process.stdout.readline())
            assert told["event"] == "code"
            yield told["code"], process
        finally:
            process.kill()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "server.key"


async def joined_with(url: str, profile: Path, *, program: tuple[str, ...] = CONSOLE) -> Bond:
    """Join by a code, and see that the command which shows it tells of that."""
    with pairing(profile, program=program) as (code, shown):
        bond = await join_household(url, code, system="linux")
        assert shown.stdout is not None
        told = json.loads(shown.stdout.readline())
        assert (told["event"], told["computer"]["id"]) == ("joined", bond.own.fingerprint)
        assert shown.wait(10) == 0
    return bond


async def test_a_computer_joins_is_listed_and_is_removed(profile: Path, key_file: Path) -> None:
    with sharing(profile, key_file) as told:
        bond = await joined_with(told["url"], profile)
        assert bond.pin == told["certificate"]
        trust = bond_context(bond)
        client = ServerClient(reached=lambda: Reached(told["url"], trust=trust), token=lambda: "")
        assert (await client.call("policies.list", Policies)).policies != ()
        await client.aclose()
        listed = operate(profile, "computers", "list")
        removed = operate(profile, "computers", "remove", bond.own.fingerprint[:12].upper())
        unknown = operate(profile, "computers", "remove", bond.own.fingerprint, status=1)

    assert [each["id"] for each in listed] == [removed["id"]] == [bond.own.fingerprint]
    assert unknown["error"]["code"] == "household.computer_unknown"


async def test_a_server_alone_is_shared_and_announced_as_one_with_a_window_is(
    profile: Path, key_file: Path
) -> None:
    alone = console_of_server_alone()
    with sharing(profile, key_file, program=alone) as told:
        bond = await joined_with(told["url"], profile, program=alone)

    assert (told["announced"], bond.pin) == (True, told["certificate"])


async def test_the_certificate_is_the_same_after_another_start(
    profile: Path, key_file: Path
) -> None:
    with sharing(profile, key_file) as first:
        port = int(first["url"].rpartition(":")[2])
    with sharing(profile, key_file, port=port) as again:
        assert again["certificate"] == first["certificate"]
        assert again["url"] == first["url"]


async def test_r26_a_code_that_is_no_longer_shown_lets_nobody_in(
    profile: Path, key_file: Path
) -> None:
    with sharing(profile, key_file) as told, pairing(profile) as (code, shown):
        shown.terminate()
        shown.wait(10)
        # One that took its place holds alone.
        with pairing(profile), pytest.raises(Refused) as caught:
            await join_household(told["url"], code, system="linux")

    assert caught.value.code == "household.wrong_code"


def test_nothing_is_shown_where_no_shared_server_runs(profile: Path, key_file: Path) -> None:
    nowhere = operate(profile, "pair", status=1)
    with sharing(profile, key_file):
        pass
    over = operate(profile, "pair", status=1)

    assert nowhere["error"]["code"] == "server.no_database"
    assert over["error"]["code"] == "household.nobody_serves"


def test_r50_without_keyring_and_key_file_nothing_is_shared(profile: Path) -> None:
    words = ("server", "run", "--lan", "--host", "127.0.0.1", "--port", "0")
    done = run(CONSOLE, *words, "--profile", str(profile), **_NO_KEYRING)

    assert done.returncode == 1
    assert KEY_FILE in done.stderr
    assert "Traceback" not in done.stderr


def test_r52_no_key_is_in_the_profile(profile: Path, key_file: Path) -> None:
    with sharing(profile, key_file):
        pass
    secret = key_file.read_text(encoding="utf-8").splitlines()[1]

    found = [
        path
        for path in profile.rglob("*")
        if path.is_file() and secret.encode() in path.read_bytes()
    ]
    assert found == []
    assert "PRIVATE KEY" in key_file.read_text(encoding="utf-8")
