from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import console
from altrabits_desktop.cli import home, server
from altrabits_desktop.cli.notes import language_is_unknown
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.wording import Wording, speak
from altrabits_desktop.simulator.command import SimulateOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("ALTRABITS_LANGUAGE", "en")
    monkeypatch.setenv("ALTRABITS_PROFILE", str(tmp_path))
    yield
    speak(Wording("en"))


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.main(["--version"]) == 0
    assert capsys.readouterr().out == f"altrabits {VERSION}\n"


def test_a_language_without_words_is_said_and_english_is_spoken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = console.main(["--language", "fr", "--version"])

    told = capsys.readouterr()
    assert (status, told.out) == (0, f"altrabits {VERSION}\n")
    assert told.err == f"{language_is_unknown('fr')}\n"
    assert "en, de" in told.err


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["discover", "--help"], ["simulate", "--help"]]
)
def test_what_is_no_language_is_refused_whatever_else_was_asked(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert console.main([*words, "--language", "no tag!"]) == 2
    assert "“no tag!” names no language" in capsys.readouterr().err


def test_help_is_a_command_too(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = [console.main(["--help"]), console.main(["help"])]
    told = capsys.readouterr().out
    statuses += [console.main(["help", "discover"]), console.main(["discover", "--help"])]
    of_discover = capsys.readouterr().out

    assert statuses == [0, 0, 0, 0]
    assert told == told[: len(told) // 2] * 2
    assert of_discover == of_discover[: len(of_discover) // 2] * 2


def test_says_what_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    assert console.main(["--help"]) == 0
    assert "discover" in capsys.readouterr().out


@pytest.mark.parametrize("command", console.COMMANDS)
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert console.main([command, "--help"]) == 0
    assert f"altrabits {command}" in capsys.readouterr().out


def _every_level() -> Iterator[tuple[str, ...]]:
    yield ()
    groups = {**home.GROUPS, "server": server.ERRANDS}
    for command in console.COMMANDS:
        for errand in groups.get(command, ()):
            yield from ((command, *errand.words[:depth]) for depth in range(len(errand.words) + 1))


@pytest.mark.parametrize("words", sorted({*_every_level()}), ids=" ".join)
@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_is_an_answer_at_every_level(
    words: tuple[str, ...], asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = console.main([*words, asked])

    told = capsys.readouterr()
    assert (status, told.err) == (0, "")
    assert f"  {' '.join(('altrabits', *words))} " in told.out


@pytest.mark.parametrize(
    "words",
    [("discover", "--json", "-h"), ("policy", "--help", "--json"), ("--json", "--version")],
    ids=" ".join,
)
def test_help_and_version_are_said_to_programs_too(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert console.main([*words]) == 0
    assert "altrabits" in capsys.readouterr().out


@pytest.mark.parametrize("words", [(), ("policy",), ("server",), ("server", "tickets")])
def test_who_names_no_command_sees_the_help_beside_the_sentence(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    status = console.main(list(words))

    told = capsys.readouterr()
    console.main([*words, "--help"])
    *shown, sentence = told.err.splitlines()
    assert (status, told.out) == (2, "")
    assert "\n".join(shown).strip() == capsys.readouterr().out.strip()
    assert sentence.startswith("A command is missing.")


@pytest.mark.parametrize("words", [("server", "tickets"), ("server", "tickets", "list")])
def test_help_goes_as_deep_as_the_commands(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = [console.main(["help", *words]), console.main([*words, "--help"])]
    told = capsys.readouterr().out

    assert statuses == [0, 0]
    assert told == told[: len(told) // 2] * 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["server"], "usage.command_missing"),
        (["nonsense"], "usage.command_unknown"),
        (["help", "nonsense"], "usage.command_unknown"),
        (["help", "discover", "surplus"], "usage.argument_unexpected"),
        (["discover", "surplus"], "usage.argument_unexpected"),
        (["simulate", "surplus"], "usage.argument_unexpected"),
        (["simulate", "--server", "http://127.0.0.1:1"], "usage.meaningless"),
        (["simulate", "--count", "0"], "usage.number"),
        (["--nonsense"], "usage.option_unknown"),
    ],
)
def test_wrong_usage_has_its_status(
    words: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = console.main([*words, "--json"] if words and words[0] in console.COMMANDS else words)

    error = capsys.readouterr().err
    assert status == 2
    assert error.count("\n") == 1
    assert "--json" not in error
    if error.startswith("{"):
        assert json.loads(error)["error"]["code"] == code


def test_discovers_on_the_named_card(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["discover", "--json", "--seconds", "0.1", "--only", "announce"]

    status = console.main([*words, "--interface", "127.0.0.1"])

    assert status == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)


def test_options_may_stand_before_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    status = console.main(["--interface", "nope0", "discover", "--json"])

    assert status == 1
    assert json.loads(capsys.readouterr().err)["error"]["code"] == "cards.unknown"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--json", "--interface", "nope0", "discover"], "cards.unknown"),
        (["--json", "server", "tickets", "show"], "usage.operand_missing"),
        (["--json", "volume", "mac-1", "--", "loud"], "usage.volume"),
        (["--json"], "usage.command_missing"),
    ],
)
def test_programs_may_say_so_before_the_command(
    words: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    console.main(words)

    assert json.loads(capsys.readouterr().err)["error"]["code"] == code


def test_the_saved_choices_hold_here_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALTRABITS_INTERFACE")
    monkeypatch.delenv("ALTRABITS_LANGUAGE")
    (tmp_path / "settings.toml").write_text('cards = ["away0"]\nlanguage = "de"\n')

    status = console.main(["discover", "--json"])

    error = json.loads(capsys.readouterr().err)["error"]
    # Which of the two it is depends on whether this computer is on any network.
    assert (status, error["code"] in {"cards.none", "cards.chosen_missing"}) == (3, True)


def test_a_damaged_settings_file_is_said_and_left_to_the_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text("[[[")

    status = console.main(["discover", "--json", "--seconds", "0.1", "--only", "announce"])

    error = json.loads(capsys.readouterr().err.splitlines()[0])["error"]
    assert (status, error["code"]) == (0, "settings.damaged")
    assert error["arguments"]["file"] == str(tmp_path / "settings.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]
    assert (tmp_path / "settings.toml").read_text() == "[[["


def test_a_settings_file_that_cannot_be_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").mkdir()

    status = console.main(["discover", "--json", "--seconds", "0.1", "--only", "announce"])

    error = json.loads(capsys.readouterr().err.splitlines()[0])["error"]
    assert (status, error["code"]) == (0, "settings.unreadable")


def test_simulate_is_told_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[SimulateOptions] = []

    def run(options: SimulateOptions, **_: object) -> int:
        told.append(options)
        return 0

    monkeypatch.setattr("altrabits_desktop.simulator.command.run", run)
    words = ["--count", "2", "--address", "127.9.0.2", "--name", "x", "--fault", "slow", "--json"]

    status = console.main(["simulate", *words])

    assert status == 0
    assert told == [
        SimulateOptions(count=2, address="127.9.0.2", name="x", faults=("slow",), is_json=True)
    ]


def test_an_interrupt_ends_it_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("altrabits_desktop.simulator.command.run", interrupt)

    assert console.main(["simulate"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "words",
    [["server", "tickets", "reply", "AB-0000-0000-0"], ["account", "delete", "--password-stdin"]],
)
def test_what_reads_ends_with_a_sentence_where_there_is_no_standard_input(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # As for a service, or behind `<&-`.
    monkeypatch.setattr(sys, "stdin", None)

    status = console.main(words)

    assert status in {1, 4}
    assert capsys.readouterr().err.count("\n") == 1


def test_json_is_utf_8_whatever_the_terminal_speaks(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert console.main(["discover", "--json", "--seconds", "0.1", "--only", "announce"]) == 0
    assert isinstance(json.loads(capfdbinary.readouterr().out.decode()), list)


def test_without_arguments_it_is_the_program_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ends: list[int] = []
    monkeypatch.setattr("sys.argv", ["altrabits", "--nonsense"])
    monkeypatch.setattr("altrabits_desktop.app.process_end.end_despite_pool", ends.append)

    assert console.main() == 2
    assert ends == [2]


def test_a_version_of_a_policy_is_no_question_for_the_version_of_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none.md")
    words = ("server", "policy", "publish", missing, "--version", "2.0", "--json")

    console.main([*words, "--profile", str(tmp_path / "profile")])

    assert json.loads(capsys.readouterr().err)["error"]["code"] == "file.unreadable"
