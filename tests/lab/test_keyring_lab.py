"""A sign-in in a real keyring, over the ends of the program and of the keyring itself (R50)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lab.apart import told_apart
from tests.lab.person_window import EMAIL, TEXT

pytestmark = pytest.mark.lab

KEPT = "The sign-in rests in the keyring of this computer."
NOT_KEPT = "No keyring keeps this sign-in: it ends when the window is closed."
WITHHELD = "The keyring of this computer does not give the sign-in"

Told = dict[str, Any]


@pytest.fixture(scope="module")
def told() -> Told:
    return told_apart("keyring_scene")


def test_r50_with_a_keyring_the_next_start_is_signed_in_without_typing(told: Told) -> None:
    again = told["again"]

    assert KEPT in told["first"]["create"]
    assert f"Signed in as {EMAIL}" in again["account"]
    assert KEPT in again["account"]
    assert told["first"]["request"] in again["requests"]
    assert TEXT in again["requests"]


@pytest.mark.parametrize("way", ["console", "console beside a window"])
def test_r50_with_a_keyring_the_console_is_signed_in_too(told: Told, way: str) -> None:
    [session] = told[way]["said"]

    assert told[way]["status"] == 0
    assert session["is_current"]


def test_r50_a_token_is_in_no_file_and_in_nothing_the_system_tells(told: Told) -> None:
    places = {place.rpartition("/")[2] for place in told["found"]}

    assert {place: found for place, found in told["found"].items() if found} == {}
    assert {"replica.sqlite3", "server.sqlite3", "altrabits.log", "login.keyring"} <= places
    assert {"environ", "cmdline"} <= places
    assert told["status"] == 0


def test_r50_a_token_in_a_file_would_be_found(told: Told) -> None:
    assert {"token as UTF-16 LE", "password as UTF-16 LE"} <= set(told["found in a planted file"])


@pytest.mark.parametrize("how", ["locked", "gone"])
def test_r50_a_keyring_that_gives_nothing_is_said_at_the_start(told: Told, how: str) -> None:
    assert f"{WITHHELD}: it is locked or away." in told[how]["withheld"]
    assert told[how]["crashes"] == []


def test_r50_a_locked_keyring_is_said_on_page_account_and_by_the_console(told: Told) -> None:
    error = told["console locked"]["said"]["error"]

    assert f"{WITHHELD}. Sign in again." in told["locked"]["entrance"]
    assert "With an account that there is already." in told["locked"]["entrance"]
    assert (told["console locked"]["status"], error["code"]) == (4, "keyring.withheld")


def test_r50_nothing_is_lost_with_the_keyring(told: Told) -> None:
    assert NOT_KEPT in told["gone"]["sign_in"]
    assert TEXT in told["gone"]["requests"]
    assert f"Signed in as {EMAIL}" in told["back"]["account"]
    assert told["first"]["request"] in told["back"]["requests"]


def test_r50_without_a_keyring_the_sign_in_ends_with_the_program(told: Told) -> None:
    bare = told["bare"]

    assert NOT_KEPT in bare["first"]["create"]
    assert "Create an account" in bare["again"]["entrance"]
    assert WITHHELD not in bare["again"]["window"]
    assert bare["first"]["request"] in bare["again"]["requests"]


def test_r50_without_a_keyring_there_is_no_file_for_a_sign_in(told: Told) -> None:
    assert {name.rpartition("/")[2] for name in told["bare"]["files"]} == {
        *("owner.lock", "altrabits.log", "replica.sqlite3"),
        *("server.lock", "server.sqlite3"),
    }
