"""A question that is not answered is a command that was not carried out."""

from __future__ import annotations

import getpass
import io
import os
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import console, typed_secrets
from altrabits_desktop.runtime import keychain
from tests.fakes.membership import EMAIL, Ring
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.runtime.keychain import Backend

SIGN_IN = ("account", "sign-in", "ada@example.test")
CREATE = ("account", "create", EMAIL)
DECLINED = "The privacy policy is declined, so this is closed."
RULE = "A password needs at least 15 characters. A few words in a row do well.\n"


class Keyboard:
    """Stands for `getpass`; its person types one line after the other, then ends the input."""

    def __init__(self, *lines: str, is_seen: bool = False) -> None:
        self._lines = list(lines)
        self._is_seen = is_seen
        self.prompts: list[str] = []
        self.told_before: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if self._is_seen:
            warnings.warn("may be echoed", getpass.GetPassWarning, stacklevel=2)
        if not self._lines:
            raise EOFError
        return self._lines.pop(0)


class Console:
    """The console on one profile, with a keyring and a keyboard."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch
        self.ring: Backend | None = Ring()
        self.has_terminal = True
        monkeypatch.setattr(keychain, "system_keyring", lambda: self.ring)

    def run(self, *words: str, keyboard: Keyboard | None = None) -> int:
        self._monkeypatch.setattr(getpass, "getpass", keyboard or Keyboard())
        self._monkeypatch.setattr(typed_secrets, "has_terminal", lambda: self.has_terminal)
        return console.main([*words, "--profile", str(self._folder)])


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Console:
    return Console(tmp_path, monkeypatch)


def test_without_a_terminal_a_missing_password_is_one_sentence(
    shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    status = shell.run(*SIGN_IN, keyboard=Keyboard(is_seen=True))

    assert status == 1
    assert capsys.readouterr().err == (
        "No password was given. Type it, or send it with --password-stdin.\n"
    )


def test_nobody_is_asked_where_there_is_no_terminal(
    shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.has_terminal = False
    keyboard = Keyboard()
    shell.run("policy", "accept")

    status = shell.run(*CREATE, keyboard=keyboard)

    assert (status, keyboard.prompts) == (1, [])
    assert capsys.readouterr().err == (
        "No password was given. Type it, or send it with --password-stdin.\n"
    )


def test_a_process_with_a_terminal_asks_there_whatever_its_input_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typed_secrets, "_TERMINAL", os.devnull)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    assert typed_secrets.has_terminal()


def test_a_process_without_a_terminal_has_none_to_ask_at() -> None:
    program = "from altrabits_desktop.app.typed_secrets import has_terminal; print(has_terminal())"

    ended = subprocess.run(
        (sys.executable, "-c", program),
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )

    assert ended.stdout.strip() == "False"


def test_a_question_that_is_interrupted_is_no_success_and_says_nothing(
    shell: Console, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted(Keyboard):
        def __call__(self, _prompt: str) -> str:
            raise KeyboardInterrupt

    status = shell.run(*SIGN_IN, keyboard=Interrupted())

    assert (status, capsys.readouterr().err) == (1, "")


@pytest.mark.parametrize(
    ("decided", "begins"),
    [((), "A decision about the privacy policy comes first"), (("policy", "decline"), DECLINED)],
    ids=["undecided", "declined"],
)
def test_no_password_is_asked_for_before_the_policy_is_accepted_and_it_is_said_why(
    decided: tuple[str, ...], begins: str, shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    if decided:
        shell.run(*decided)
    keyboard = Keyboard(PASSWORD, PASSWORD)

    status = shell.run(*CREATE, keyboard=keyboard)

    assert (status, keyboard.prompts) == (4, [])
    assert capsys.readouterr().err.startswith(begins)


def test_a_new_password_is_typed_twice_where_nobody_sees_it(
    shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("policy", "accept")
    keyboard = Keyboard(PASSWORD, PASSWORD)

    status = shell.run(*CREATE, keyboard=keyboard)

    told = capsys.readouterr()
    assert (status, told.err) == (0, RULE)
    assert keyboard.prompts == ["Password: ", "The same once more: "]
    assert f"Signed in as {EMAIL}." in told.out


def test_a_new_password_that_is_seen_or_piped_is_given_once(
    shell: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run("policy", "accept")
    keyboard = Keyboard(PASSWORD, is_seen=True)

    created = shell.run(*CREATE, keyboard=keyboard)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n{PASSWORD} anew\n"))
    changed = shell.run("account", "password", "--password-stdin")

    assert (created, changed) == (0, 0)
    assert keyboard.prompts == ["Password: "]


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((PASSWORD, f"{PASSWORD}!"), "The two passwords are not the same, so nothing was done."),
        (("fourteen chars",), RULE.strip()),
        (("passwordpassword",), "This password is among those that are tried first."),
        ((f"{EMAIL} {EMAIL}",), "This password is among those that are tried first."),
    ],
    ids=["differs", "short", "common", "address"],
)
def test_a_new_password_that_will_not_do_is_said_before_anything_is_asked_of_anybody(
    shell: Console, lines: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("policy", "accept")
    keyboard = Keyboard(*lines, PASSWORD, PASSWORD)

    status = shell.run(*CREATE, keyboard=keyboard)

    rule, *told = capsys.readouterr().err.splitlines()
    assert (status, f"{rule}\n", len(keyboard.prompts)) == (1, RULE, len(lines))
    assert told[0].startswith(sentence)


def test_no_password_is_asked_for_an_address_that_is_none(
    shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("policy", "accept")
    capsys.readouterr()
    keyboard = Keyboard(PASSWORD, PASSWORD)

    status = shell.run("account", "create", "maple at home", keyboard=keyboard)

    assert (status, keyboard.prompts) == (1, [])
    assert "This is not an e-mail address." in capsys.readouterr().err


def test_a_changed_password_is_typed_twice_and_the_present_one_once(
    shell: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.run("policy", "accept")
    shell.run(*CREATE, keyboard=Keyboard(PASSWORD, PASSWORD))
    capsys.readouterr()
    keyboard = Keyboard(PASSWORD, f"{PASSWORD} anew", f"{PASSWORD} anew")

    status = shell.run("account", "password", keyboard=keyboard)

    assert (status, capsys.readouterr().err) == (0, RULE)
    assert keyboard.prompts == ["Present password: ", "New password: ", "The same once more: "]


def test_what_deleting_an_account_takes_along_is_said_before_its_password_is_typed(
    shell: Console,
) -> None:
    shell.run("policy", "accept")
    shell.run(*CREATE, keyboard=Keyboard(PASSWORD, PASSWORD))
    keyboard = Keyboard(PASSWORD)

    status = shell.run("account", "delete", keyboard=keyboard)

    assert status == 0
    [prompt] = keyboard.prompts
    assert prompt.startswith("This deletes the account with its streamers and support requests")
    assert "A streamer that is not released before" in prompt


@pytest.mark.parametrize(
    ("word", "typed", "said"),
    [
        (
            "password",
            (PASSWORD, f"{PASSWORD} anew", f"{PASSWORD} anew"),
            [
                "The password is changed. All other sign-ins have ended.",
                f"Signed in as {EMAIL}.",
            ],
        ),
        (
            "delete",
            (PASSWORD,),
            ["The account is deleted, with all it held.", "Nobody is signed in."],
        ),
    ],
)
def test_what_was_done_with_an_account_is_said_before_how_it_stands(
    shell: Console,
    word: str,
    typed: tuple[str, ...],
    said: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    shell.run("policy", "accept")
    shell.run(*CREATE, keyboard=Keyboard(PASSWORD, PASSWORD))
    capsys.readouterr()

    shell.run("account", word, keyboard=Keyboard(*typed))

    assert capsys.readouterr().out.splitlines()[:2] == said


@pytest.mark.parametrize("words", [SIGN_IN, CREATE], ids=["sign-in", "create"])
def test_r50_no_password_is_asked_for_that_no_keyring_would_keep_the_sign_in_of(
    shell: Console, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    shell.ring = None
    shell.run("policy", "accept")
    keyboard = Keyboard(PASSWORD, PASSWORD)

    status = shell.run(*words, keyboard=keyboard)

    assert (status, keyboard.prompts) == (1, [])
    assert capsys.readouterr().err.startswith("There is no keyring on this computer")


@pytest.mark.parametrize("decision", ["", "decline"], ids=["none", "no"])
def test_no_password_is_asked_for_before_the_policy_is_accepted(
    shell: Console, decision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if decision:
        shell.run("policy", decision)
    keyboard = Keyboard(PASSWORD, PASSWORD)

    status = shell.run(*CREATE, keyboard=keyboard)

    assert (status, keyboard.prompts) == (4, [])
    assert "`altrabits policy accept`" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["password", "delete"])
def test_no_password_is_asked_for_of_somebody_who_is_not_signed_in(
    shell: Console, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keyboard = Keyboard(PASSWORD, PASSWORD, PASSWORD)

    status = shell.run("account", word, keyboard=keyboard)

    assert (status, keyboard.prompts) == (4, [])
    assert "`altrabits account sign-in EMAIL`" in capsys.readouterr().err
