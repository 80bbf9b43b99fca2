from __future__ import annotations

from pathlib import Path

import pytest

from altrabits_desktop.app.arguments import LaunchOptions, SharedOptions, read_launch_options
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.server_address import ServerAddress
from altrabits_desktop.runtime.settings import ThemeChoice


def test_without_words_everything_is_left_to_the_settings() -> None:
    assert read_launch_options([], {}) == LaunchOptions()


def test_reads_every_option() -> None:
    words = ["--profile", "p", "--interface", "eth0", "--interface", "10.0.0.2", "--language=de"]
    words += ["--theme", "dark", "--demo", "5", "--shots", "pictures", "--verbose"]

    options = read_launch_options(words, {})

    assert options == LaunchOptions(
        shared=SharedOptions(
            profile=Path("p"),
            interfaces=("eth0", "10.0.0.2"),
            language="de",
            is_verbose=True,
        ),
        theme=ThemeChoice.DARK,
        demo_streamers=5,
        shots_folder=Path("pictures"),
    )


def test_the_environment_stands_in_for_what_was_not_said() -> None:
    environment = {
        "ALTRABITS_PROFILE": "p",
        "ALTRABITS_INTERFACE": "eth0, wlan0,",
        "ALTRABITS_LANGUAGE": "de",
    }

    options = read_launch_options([], environment)

    assert options.shared == SharedOptions(
        profile=Path("p"), interfaces=("eth0", "wlan0"), language="de"
    )


def test_the_command_line_wins_over_the_environment() -> None:
    environment = {
        "ALTRABITS_PROFILE": "p",
        "ALTRABITS_INTERFACE": "eth0",
        "ALTRABITS_LANGUAGE": "de",
    }
    words = ["--profile", "q", "--interface", "lo", "--language", "en"]

    options = read_launch_options(words, environment)

    assert options.shared == SharedOptions(profile=Path("q"), interfaces=("lo",), language="en")


def test_empty_variables_do_not_count() -> None:
    empty = {"ALTRABITS_PROFILE": "", "ALTRABITS_INTERFACE": "", "ALTRABITS_LANGUAGE": ""}

    assert read_launch_options([], empty) == LaunchOptions()


def test_the_server_is_named_by_word_or_environment_and_the_word_wins() -> None:
    near, far = "http://127.0.0.1:8619", "https://music.example.test/altrabits"

    named = read_launch_options([f"--server={near}"], {"ALTRABITS_SERVER": far}).shared.server
    twin = read_launch_options([], {"ALTRABITS_SERVER": far}).shared.server
    none = read_launch_options([], {"ALTRABITS_SERVER": ""}).shared.server

    assert named == ServerAddress(near, "127.0.0.1:8619")
    assert twin == ServerAddress(far, "music.example.test/altrabits")
    assert none is None


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_a_question_is_answered_whatever_the_environment_calls_a_server(word: str) -> None:
    options = read_launch_options([word], {"ALTRABITS_SERVER": "nonsense"})

    assert options.shared.server is None


def test_demo_without_a_number_starts_three() -> None:
    assert read_launch_options(["--demo"], {}).demo_streamers == 3


@pytest.mark.parametrize("number", ["0", "251"])
def test_demo_has_bounds(number: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        read_launch_options([f"--demo={number}"], {})

    assert caught.value.code == "usage.number"


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_is_a_question(word: str) -> None:
    assert read_launch_options([word], {}).shared.is_asking_for_help


def test_the_version_is_a_question() -> None:
    assert read_launch_options(["--version"], {}).shared.is_asking_for_version


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--sever", "x"], "usage.option_unknown"),
        (["--server", "x"], "usage.server_malformed"),
        (["--server", "http://music.example.test"], "usage.server_open"),
        (["--theme", "pink"], "usage.choice"),
        (["streamers"], "usage.argument_unexpected"),
        (["altrabits://keys", "streamers"], "usage.argument_unexpected"),
        (["altrabits://keys", "altrabits://privacy"], "usage.argument_unexpected"),
    ],
)
def test_anything_else_is_refused(words: list[str], code: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        read_launch_options(words, {})

    assert caught.value.code == code
