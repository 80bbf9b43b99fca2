"""Policy and account at the console: real processes, and through a window that owns the profile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.qa.home_server import EMAIL, PASSWORD
from altrabits_desktop.qa.programs import CONSOLE, ask, run

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop


RECEIPT = "number version language fingerprint kind shown_at decided_at wording before digest"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def test_c08_the_policy_is_read_by_everybody_and_nothing_is_left(profile: Path) -> None:
    shown = ask(profile, "policy", "show")
    [*versions] = ask(profile, "policy", "history")

    assert list(shown) == [
        *("version", "language", "effective_at", "class", "summary", "fingerprint", "text")
    ]
    assert shown["text"].startswith("# AltraBits privacy policy")
    assert {each["language"] for each in versions} == {"de", "en"}
    assert [path.name for path in profile.iterdir()] == ["owner.lock"]


def test_c42_versions_are_compared_by_everybody_and_nothing_is_left(profile: Path) -> None:
    same = ask(profile, "policy", "diff", "1.0", "1.0")
    none = ask(profile, "policy", "diff", "1.0", "9.9", status=1)

    assert (same["changes"], same["sections"]) == (0, [])
    assert same["from"] == same["to"]
    assert none["error"]["code"] == "policy.unknown"
    assert [path.name for path in profile.iterdir()] == ["owner.lock"]


def test_c48_a_no_is_kept_and_can_be_reversed(profile: Path) -> None:
    no = ask(profile, "policy", "decline")
    again = ask(profile, "account", "sessions", status=4)
    yes = ask(profile, "policy", "accept")

    assert (no["standing"], no["decision"]) == ("declined", "declined")
    assert again["error"]["code"] == "gate.sign_in_needed"
    assert (yes["standing"], yes["decision"]) == ("anonymous", "accepted")
    assert not (profile / "server").exists()


@pytest.mark.parametrize(
    ("word", "kind"), [("accept", "accepted"), ("decline", "declined")], ids=["yes", "no"]
)
def test_c48_what_was_decided_without_an_account_is_listed_as_kept_here(
    profile: Path, word: str, kind: str
) -> None:
    undecided = ask(profile, "policy", "receipts", status=4)
    told = run(CONSOLE, "policy", "receipts", "--profile", str(profile)).stderr
    ask(profile, "policy", word)
    [listed] = ask(profile, "policy", "receipts")
    shown = run(CONSOLE, "policy", "receipts", "--profile", str(profile))

    assert undecided["error"]["code"] == "gate.sign_in_needed"
    assert (listed["kind"], listed["version"], listed["number"]) == (kind, "1.0", None)
    assert list(listed) == RECEIPT.split()
    assert told.startswith("No decision made without an account is kept on this computer.")
    assert "altrabits account sign-in EMAIL" in told
    assert kind in shown.stdout
    assert "kept on this computer alone" in shown.stdout


def test_r50_without_a_keyring_no_sign_in_is_made_that_would_end_at_once(profile: Path) -> None:
    ask(profile, "policy", "accept")

    refused = ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD, status=1)

    assert refused["error"]["code"] == "keyring.none"
    assert "keyring" in refused["error"]["message"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("policy",), "usage.command_missing"),
        (("policy", "burn"), "usage.command_unknown"),
        (("account", "create"), "usage.operand_missing"),
        (("account", "sign-out", "now"), "usage.argument_unexpected"),
    ],
)
def test_words_that_do_not_fit_are_said(profile: Path, words: tuple[str, ...], code: str) -> None:
    assert ask(profile, *words, status=2)["error"]["code"] == code


@pytest.mark.parametrize("group", ["policy", "account"])
def test_a_group_says_what_it_is_for(group: str) -> None:
    whole = run(CONSOLE, group, "--help")
    word = {"policy": "accept", "account": "create"}[group]
    single = run(CONSOLE, group, word, "--help")

    assert whole.returncode == single.returncode == 0
    assert f"altrabits {group} COMMAND" in whole.stdout
    assert f"altrabits {group} {word}" in single.stdout


async def test_a_window_that_owns_the_profile_does_what_the_console_asks(desktop: Desktop) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def whole_life() -> list[Any]:
        ask(profile, "policy", "accept")
        words = ("account", "create", EMAIL, "--password-stdin")
        return [
            ask(profile, *words, typed=PASSWORD),
            ask(profile, "policy", "receipts"),
            ask(profile, "policy", "verify"),
            ask(profile, "account", "sessions"),
            ask(profile, *words, typed=PASSWORD, status=1),
            ask(profile, "account", "password", "--password-stdin", typed="a\nb\n", status=1),
            ask(profile, "account", "sign-out"),
            ask(profile, "policy", "accept"),
            ask(profile, *words, typed=PASSWORD, status=1),
        ]

    created, receipts, verified, sessions, second, wrong, left, _, taken = await asyncio.to_thread(
        whole_life
    )

    assert (created["standing"], created["email"]) == ("signed_in", EMAIL)
    assert (created["kept"], left["kept"]) == ("memory", None)
    assert [receipt["kind"] for receipt in receipts] == ["accepted"]
    assert (verified["is_whole"], verified["newest"]) == (True, receipts[0]["digest"])
    assert [session["is_current"] for session in sessions] == [True]
    assert second["error"]["code"] == "account.signed_in"
    assert taken["error"]["code"] == "account.email_taken"
    assert wrong["error"]["code"] == "account.password_wrong"
    assert (left["standing"], left["email"]) == ("anonymous", None)


async def test_c42_what_a_published_version_changes_is_read_at_the_console(
    desktop: Desktop, tmp_path: Path
) -> None:
    await desktop.open()
    profile = desktop.profile.folder
    text = tmp_path / "policy.md"
    facts = (
        *("--version", "2.0", "--language", "en", "--effective", "2126-01-01"),
        *("--class", "minor", "--summary", "Kept for a month.", "--contact", "me@example.test"),
    )

    def exchange() -> list[Any]:
        shown = ask(profile, "policy", "show")
        ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        text.write_text(shown["text"] + "\nKept for a month.\n", encoding="utf-8")
        ask(profile, "server", "policy", "publish", str(text), *facts)
        told = ask(profile, "policy", "diff", "1.0", "2.0")
        words = ("policy", "diff", "1.0", "2.0", "--profile", str(profile))
        return [told, run(CONSOLE, *words).stdout, ask(profile, "policy", "history")]

    told, said, history = await asyncio.to_thread(exchange)

    assert (told["from"]["version"], told["to"]["version"]) == ("1.0", "2.0")
    assert (told["summary"], told["changes"]) == ("Kept for a month.", 1)
    assert said.splitlines()[-1] == "{+Kept for a month.+}"
    assert [each["version"] for each in history] == ["2.0", "1.0", "1.0"]
    assert all(each["published_at"] and each["effective_at"] for each in history)
    assert history[0]["summary"] == "Kept for a month."


async def test_what_people_read_at_the_console(desktop: Desktop) -> None:
    await desktop.open()
    profile = ("--profile", str(desktop.profile.folder))

    def ways() -> list[str]:
        return [
            run(CONSOLE, "policy", *words, *profile).stdout
            for words in (("show",), ("history",), ("accept",), ("decline",))
        ]

    shown, history, accepted, declined = await asyncio.to_thread(ways)

    assert shown.startswith("Version 1.0, in force from 2026-11-01. Fingerprint ")
    assert history.splitlines()[0].split() == [
        "Version",
        "Language",
        "In",
        "force",
        "from",
        "Published",
        "Summary",
    ]
    assert accepted.splitlines() == [
        "Nobody is signed in.",
        "Version 1.0 of the policy is accepted.",
    ]
    assert declined.splitlines()[1] == "Version 1.0 of the policy is declined."


async def test_a_support_request_at_the_console_is_answered_by_its_operator(
    desktop: Desktop,
) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def exchange() -> list[Any]:
        before = ask(profile, "support", "list", status=4)
        ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        opened = ask(profile, "support", "open", "No sound", typed="It is silent.\n" * 400)
        number = opened["number"]
        while ask(profile, "support", "show", number)["is_waiting"]:
            pass
        ask(profile, "server", "tickets", "reply", number, "Is it plugged in?")
        shown = opened
        while len(shown["messages"]) < 2:
            shown = ask(profile, "support", "show", number)
        ask(profile, "support", "reply", number, "It is.")
        listed = run(CONSOLE, "support", "list", "--profile", str(profile)).stdout
        thread = run(CONSOLE, "support", "show", number, "--profile", str(profile)).stdout
        ask(profile, "support", "close", number)
        while (closed := ask(profile, "support", "show", number))["is_waiting"]:
            pass
        late = ask(profile, "support", "reply", number, "Thanks.", status=1)
        end = [closed["state"], late["error"]["code"]]
        return [before, opened, shown, listed, thread, end, ask(profile, "streamers", "list")]

    before, opened, shown, listed, thread, end, streamers = await asyncio.to_thread(exchange)

    assert before["error"]["code"] == "gate.sign_in_needed"
    assert [message["author"] for message in shown["messages"]] == ["person", "support"]
    assert shown["state"] == "answered"
    assert opened["number"] in listed
    assert thread.rstrip().endswith("It is.")
    assert end == ["closed", "ticket.closed"]
    assert streamers == []


async def test_what_is_decided_already_is_said_at_the_console_and_not_recorded_again(
    desktop: Desktop,
) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def twice() -> list[Any]:
        ask(profile, "policy", "accept")
        without = ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        again = ask(profile, "policy", "accept")
        said = run(CONSOLE, "policy", "accept", "--profile", str(profile)).stdout
        declined = ask(profile, "policy", "decline")
        return [without, again, said, declined, ask(profile, "policy", "receipts")]

    without, again, said, declined, receipts = await asyncio.to_thread(twice)

    assert without["already"]["number"] is None
    assert again["already"] == {"decided_at": receipts[0]["decided_at"], "number": 1}
    day = receipts[0]["decided_at"][:10]
    assert f"decided already, on {day}, with receipt 1; nothing new is recorded." in said
    assert declined["already"] is None
    assert [receipt["kind"] for receipt in receipts] == ["accepted", "declined"]


async def test_c48_a_no_from_before_a_sign_in_is_said_and_holds(desktop: Desktop) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def life() -> list[Any]:
        ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        ask(profile, "account", "sign-out")
        ask(profile, "policy", "decline")
        signed_in = ask(profile, "account", "sign-in", EMAIL, "--password-stdin", typed=PASSWORD)
        refused = ask(profile, "support", "open", "No sound", "It is silent.", status=4)
        said = run(CONSOLE, "policy", "decline", "--profile", str(profile)).stdout
        return [signed_in, refused, said, ask(profile, "policy", "receipts")]

    signed_in, refused, said, receipts = await asyncio.to_thread(life)

    assert (signed_in["standing"], signed_in["is_no_of_computer"]) == ("declined", True)
    assert refused["error"]["code"] == "gate.declined"
    assert "this computer" not in said
    assert [receipt["kind"] for receipt in receipts] == ["accepted", "declined"]


async def test_a_request_that_the_server_takes_at_once_is_not_said_to_wait(
    desktop: Desktop,
) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def write() -> list[Any]:
        ask(profile, "policy", "accept")
        ask(profile, "account", "create", EMAIL, "--password-stdin", typed=PASSWORD)
        opened = ask(profile, "support", "open", "No sound", "It is silent.")
        return [opened, ask(profile, "support", "reply", opened["number"], "Once more.")]

    told = await asyncio.to_thread(write)

    assert [each["is_waiting"] for each in told] == [False, False]
