from __future__ import annotations

import resource
import signal
import time
from pathlib import Path

import pytest

from altrabits_desktop.qa.programs import (
    CONSOLE,
    WINDOW,
    end,
    owner_of,
    run,
    run_without_reader,
    running_window,
    wait_until,
)
from altrabits_desktop.qa.sentences import sentence

ALONE = ("unshare", "--net")
"""Puts a program into a network without any card that is up."""

OPEN_HANDED = ("sh", "-c", 'umask 000; exec "$@"', "sh")
"""Gives whatever a program makes to everybody, unless it says otherwise."""

ANSWER_S = 0.3
END_S = 5.0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_in_order(tmp_path: Path, how: signal.Signals) -> None:
    with running_window(tmp_path) as window:
        began_at_s = time.monotonic()
        status = end(window, how)
        took_s = time.monotonic() - began_at_s

    assert status == 0
    assert took_s < END_S
    assert owner_of(tmp_path) == ""


def test_a_second_start_brings_the_first_forward_and_ends(tmp_path: Path) -> None:
    with running_window(tmp_path) as window:
        second = run(WINDOW, "--profile", str(tmp_path))
        is_first_alive = window.poll() is None
        end(window, signal.SIGTERM)

    assert second.returncode == 0
    assert second.stdout == "AltraBits Desktop is open already; its window was brought forward.\n"
    assert is_first_alive


def test_a_second_start_while_the_first_closes_opens_the_window_itself(tmp_path: Path) -> None:
    with running_window(tmp_path) as first:
        place = owner_of(tmp_path)
        # The first is held still so that its end and the second start meet for certain.
        first.send_signal(signal.SIGSTOP)
        with running_window(tmp_path) as second:
            wait_until(lambda: connections_to(place) > 0)
            first.send_signal(signal.SIGTERM)
            status = end(first, signal.SIGCONT)
            wait_until(lambda: owner_of(tmp_path) not in {"", place} or second.poll() is not None)
            is_second_alive = second.poll() is None
            second_status = end(second, signal.SIGTERM)

    assert (status, is_second_alive, second_status) == (0, True, 0)


def test_a_second_start_opens_the_window_when_the_first_is_killed_meanwhile(
    tmp_path: Path,
) -> None:
    with running_window(tmp_path) as first:
        place = owner_of(tmp_path)
        first.send_signal(signal.SIGSTOP)
        with running_window(tmp_path) as second:
            wait_until(lambda: connections_to(place) > 0)
            end(first, signal.SIGKILL)
            wait_until(lambda: owner_of(tmp_path) not in {"", place} or second.poll() is not None)
            is_second_alive = second.poll() is None
            status = end(second, signal.SIGTERM)

    assert (is_second_alive, status) == (True, 0)


def test_the_demo_owns_its_profile_too(tmp_path: Path) -> None:
    with running_window(tmp_path, "--demo") as window:
        second = run(WINDOW, "--profile", str(tmp_path), "--demo")
        status = end(window, signal.SIGTERM)

    assert (second.returncode, status) == (0, 0)


def test_two_profiles_stand_side_by_side(tmp_path: Path) -> None:
    with running_window(tmp_path / "a") as first, running_window(tmp_path / "b") as second:
        statuses = [end(window, signal.SIGTERM) for window in (first, second)]

    assert statuses == [0, 0]


def test_a_profile_whose_owner_was_killed_is_taken_over(tmp_path: Path) -> None:
    with running_window(tmp_path) as window:
        left = owner_of(tmp_path)
        end(window, signal.SIGKILL)

    with running_window(tmp_path) as window:
        wait_until(lambda: owner_of(tmp_path) not in {"", left})
        status = end(window, signal.SIGTERM)

    assert status == 0


def test_a_profile_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    refused = run(WINDOW, "--profile", str(tmp_path / "file" / "profile"))

    assert refused.returncode == 1
    told = sentence("profile.unwritable", {"folder": f"{tmp_path}/file/profile"})
    assert refused.stderr.startswith(told.partition("{reason}")[0])
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("program", [(*WINDOW,), (*CONSOLE, "discover")])
def test_an_unknown_card_is_one_sentence_that_names_the_others(
    program: tuple[str, ...], tmp_path: Path
) -> None:
    refused = run(program, "--interface", "nope0", "--profile", str(tmp_path))

    assert refused.returncode == 1
    assert "nope0" in refused.stderr
    assert ", lo." in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_no_display_is_one_sentence_that_names_what_is_missing(tmp_path: Path) -> None:
    missing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}

    refused = run(WINDOW, "--profile", str(tmp_path), **missing)

    assert refused.returncode == 1
    assert refused.stderr == f"{sentence('display.none')}\n"


def test_a_display_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    wrong = {"QT_QPA_PLATFORM": "", "DISPLAY": ":987", "WAYLAND_DISPLAY": ""}

    refused = run(WINDOW, "--profile", str(tmp_path), **wrong)

    assert refused.returncode == 1
    assert ":987" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_damaged_settings_file_keeps_nothing_from_starting(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\x00[[[")

    with running_window(tmp_path) as window:
        status = end(window, signal.SIGTERM)

    assert status == 0
    assert (tmp_path / "settings.toml.damaged-1").read_bytes() == b"\xff\x00[[["


def test_everything_in_the_profile_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with running_window(profile, "--demo", program=OPEN_HANDED + WINDOW) as window:
        socket = Path(owner_of(profile))
        modes = [(path, path.stat().st_mode & 0o077) for path in (socket, socket.parent)]
        end(window, signal.SIGTERM)

    left = [profile, *profile.rglob("*")]
    modes += [(path, path.stat().st_mode & 0o077) for path in left]
    assert [path for path, for_others in modes if for_others] == []


@pytest.mark.parametrize(
    ("program", "word"),
    [(WINDOW, "--nonsense"), (WINDOW, "--theme=pink"), (CONSOLE, "nonsense"), (CONSOLE, "-x")],
)
def test_wrong_usage_is_one_sentence(program: tuple[str, ...], word: str) -> None:
    refused = run(program, word)

    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr.count("\n") == 1


def test_wrong_usage_is_said_in_the_named_language() -> None:
    refused = run(WINDOW, "--language", "de", "--nonsense")

    assert refused.returncode == 2
    assert "--nonsense" in refused.stderr
    assert refused.stderr != f"{sentence('usage.option_unknown', {'option': '--nonsense'})}\n"


@pytest.mark.parametrize("program", [WINDOW, CONSOLE])
@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_answer_at_once(program: tuple[str, ...], word: str) -> None:
    before_s = children_s()
    answer = run(program, word)
    took_s = children_s() - before_s

    assert (answer.returncode, answer.stderr) == (0, "")
    assert took_s < ANSWER_S


@pytest.mark.parametrize("program", [WINDOW, CONSOLE])
@pytest.mark.parametrize("word", ["--help", "--version"])
def test_a_reader_that_has_gone_is_no_fault(program: tuple[str, ...], word: str) -> None:
    ended = run_without_reader(program, word)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_second_start_without_a_reader_hands_over_all_the_same(tmp_path: Path) -> None:
    with running_window(tmp_path) as window:
        second = run_without_reader(WINDOW, "--profile", str(tmp_path))
        end(window, signal.SIGTERM)

    assert (second.returncode, second.stderr) == (0, "")


@pytest.mark.parametrize("program", [WINDOW, CONSOLE])
def test_help_is_said_on_a_terminal_that_lacks_its_letters(program: tuple[str, ...]) -> None:
    answer = run(program, "--help", "--language", "de", PYTHONIOENCODING="ascii")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert "?" in answer.stdout


def test_a_folder_that_others_share_is_one_sentence_and_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "other").touch()
    shared.chmod(0o775)

    refused = run(WINDOW, "--profile", str(shared))

    assert refused.returncode == 1
    assert refused.stderr == f"{sentence('profile.shared', {'folder': str(shared)})}\n"
    assert shared.stat().st_mode & 0o777 == 0o775
    assert [path.name for path in shared.iterdir()] == ["other"]


def children_s() -> float:
    """Give the processor time of all ended children: what is around them does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def connections_to(place: str) -> int:
    """Give how many have called at a local socket and not yet been taken or left."""
    lines = Path("/proc/net/unix").read_text(encoding="utf-8").splitlines()
    return sum(line.endswith(place) for line in lines) - 1


@pytest.mark.lab
def test_without_a_network_card_the_console_says_so() -> None:
    found = run(ALONE + CONSOLE, "discover", ALTRABITS_INTERFACE="")

    assert found.returncode == 3
    assert (found.stdout, found.stderr) == ("", f"{sentence('cards.none')}\n")


@pytest.mark.lab
def test_without_a_network_card_the_window_runs(tmp_path: Path) -> None:
    with running_window(tmp_path, program=ALONE + WINDOW, ALTRABITS_INTERFACE="") as window:
        status = end(window, signal.SIGTERM)

    assert status == 0
