from __future__ import annotations

import functools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app import hand_over
from altrabits_desktop.app.main import main
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.process_end import START_AGAIN
from altrabits_desktop.app.spoken_language import speak_without_window
from altrabits_desktop.cli.notes import window_is_open
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.version import VERSION
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import Wording, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.app.arguments import LaunchOptions
    from altrabits_desktop.app.ownership import Ownership


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("ALTRABITS_LANGUAGE", "en")
    monkeypatch.setenv("ALTRABITS_PROFILE", str(tmp_path / "profile"))
    yield
    speak(Wording("en"))


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[LaunchOptions]:
    """Note the starts of a window, and end each at once."""
    started: list[LaunchOptions] = []

    def run_window(options: LaunchOptions, *, profile: Profile, ownership: Ownership) -> int:
        assert claim(profile) is None
        assert ownership is not None
        started.append(options)
        return 0

    monkeypatch.setattr("altrabits_desktop.app.window_run.run_window", run_window)
    monkeypatch.setattr("altrabits_desktop.app.main.gc.disable", lambda: None)
    return started


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"altrabits-desktop {VERSION}\n"


def test_says_what_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "--demo [N]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--language", "not a tag"], "usage.language"), (["--demo", "x"], "usage.number")],
)
def test_a_value_that_means_nothing_is_wrong_usage(
    words: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = {"option": "--demo", "least": "1", "most": "250", "value": words[1]}

    status = main(words)

    told = sentence(code, {**arguments, "known": "en, de"})
    assert (status, capsys.readouterr().err) == (2, f"{told}\n")


def test_wrong_usage_has_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--nonsense"]) == 2
    told = sentence("usage.option_unknown", {"option": "--nonsense"})
    assert capsys.readouterr().err == f"{told}\n"


def test_a_start_owns_its_profile_as_long_as_it_runs(
    tmp_path: Path, starts: list[LaunchOptions]
) -> None:
    status = main(["--demo"])

    again = claim(Profile(tmp_path / "profile"))
    assert (status, [options.demo_streamers for options in starts]) == (0, [3])
    assert again is not None
    again.release()


def test_without_arguments_it_is_the_program_itself(
    monkeypatch: pytest.MonkeyPatch, starts: list[LaunchOptions]
) -> None:
    ends: list[int] = []
    monkeypatch.setattr(sys, "argv", ["altrabits-desktop", "--demo", "5"])
    monkeypatch.setattr("altrabits_desktop.app.process_end.end_despite_pool", ends.append)

    assert main() == 0
    assert starts[0].demo_streamers == 5
    assert ends == [0]


def test_a_second_start_hands_over_and_ends(
    tmp_path: Path,
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    owned = claim(Profile(tmp_path / "profile"))
    assert owned is not None
    monkeypatch.setattr("altrabits_desktop.app.hand_over.hand_over", lambda _profile, **_how: None)

    status = main([])

    owned.release()
    assert (status, starts) == (0, [])
    assert capsys.readouterr().out == f"{window_is_open()}\n"


def test_a_kiosk_beside_an_open_window_says_where_it_is_started(
    tmp_path: Path,
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    profile = Profile(tmp_path / "profile")
    owned = claim(profile)
    assert owned is not None
    profile.kiosk_file.parent.mkdir(parents=True, exist_ok=True)
    profile.kiosk_file.write_text("")
    monkeypatch.setattr("altrabits_desktop.app.hand_over.hand_over", lambda _profile, **_how: None)

    status = main(["--kiosk"])

    owned.release()
    assert (status, starts) == (0, [])
    assert "press “Start the kiosk” there, on page Settings" in capsys.readouterr().out


@pytest.mark.parametrize(("is_program", "status"), [(True, 7), (False, 0)])
def test_only_the_program_itself_starts_again(
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    is_program: bool,
    status: int,
) -> None:
    def run_window(_options: LaunchOptions, *, profile: Profile, ownership: Ownership) -> int:
        assert profile.folder.exists()
        assert ownership is not None
        return START_AGAIN

    def start_again() -> int:
        # By then the profile is nobody's.
        owned = claim(Profile(Path(os.environ["ALTRABITS_PROFILE"])))
        assert owned is not None
        owned.release()
        return 7

    monkeypatch.setattr("altrabits_desktop.app.window_run.run_window", run_window)
    monkeypatch.setattr("altrabits_desktop.app.starting_again.start_again", start_again)
    monkeypatch.setattr(sys, "argv", ["altrabits-desktop"])

    assert main(None if is_program else []) == status
    assert starts == []


def test_a_program_that_is_gone_by_then_is_said_not_to_start_again(
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def run_window(_options: LaunchOptions, *, profile: Profile, ownership: Ownership) -> int:
        assert profile.folder.exists()
        assert ownership is not None
        return START_AGAIN

    monkeypatch.setattr("altrabits_desktop.app.window_run.run_window", run_window)
    monkeypatch.setattr(sys, "argv", ["altrabits-desktop"])
    monkeypatch.setattr(sys, "executable", "/nowhere/altrabits-desktop")

    status = main()

    assert status == Refused("program.not_started_again").exit_status
    assert "could not be started again (it is missing)" in capsys.readouterr().err
    assert starts == []


def test_a_second_start_speaks_the_language_that_was_chosen_in_the_window(
    tmp_path: Path,
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    owned = claim(Profile(tmp_path / "profile"))
    assert owned is not None
    monkeypatch.setattr("altrabits_desktop.app.hand_over.hand_over", lambda _profile, **_how: None)
    monkeypatch.setenv("ALTRABITS_LANGUAGE", "")
    (tmp_path / "profile" / "settings.toml").write_text('language = "ar-XB"\n')

    main([])

    owned.release()
    speak_without_window("ar-XB", {})
    assert (starts, capsys.readouterr().out) == ([], f"{window_is_open()}\n")


def test_an_owner_that_does_not_answer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    owned = claim(Profile(tmp_path / "profile"))
    assert owned is not None
    told = sentence("profile.in_use", {"folder": str(tmp_path / "profile")})
    impatient = functools.partial(hand_over.hand_over, limit_s=0.05)
    monkeypatch.setattr("altrabits_desktop.app.hand_over.hand_over", impatient)

    status = main([])

    owned.release()
    assert status == 1
    assert capsys.readouterr().err == f"{told}\n"


def test_a_second_start_opens_the_window_when_the_first_has_ended_meanwhile(
    tmp_path: Path, starts: list[LaunchOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    owned = claim(Profile(tmp_path / "profile"))
    assert owned is not None
    ask = hand_over.hand_over

    def ended_meanwhile(profile: Profile, *, address: str) -> Ownership | None:
        owned.release()
        return ask(profile, address=address)

    monkeypatch.setattr("altrabits_desktop.app.hand_over.hand_over", ended_meanwhile)

    status = main(["--demo"])

    again = claim(Profile(tmp_path / "profile"))
    assert (status, len(starts)) == (0, 1)
    assert again is not None
    again.release()


def test_an_unknown_card_is_said_before_any_window(
    starts: list[LaunchOptions], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--interface", "nope0"]) == 1
    assert starts == []
    assert "nope0" in capsys.readouterr().err


def test_a_kiosk_that_nobody_set_up_is_said(
    starts: list[LaunchOptions], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--kiosk"])

    assert (status, starts) == (1, [])
    assert capsys.readouterr().err == f"{sentence('kiosk.not_set_up')}\n"


def test_a_kiosk_whose_profile_cannot_be_looked_into_is_said_in_one_sentence(
    starts: list[LaunchOptions], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / ("a" * 300)

    status = main(["--kiosk", "--profile", str(folder)])

    told = capsys.readouterr().err
    assert (status, starts) == (1, [])
    assert told.startswith(f"The folder {folder} cannot be written")
    assert told.count("\n") == 1


def test_without_a_display_nothing_is_started(
    starts: list[LaunchOptions],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    assert main([]) == 1
    assert starts == []
    assert capsys.readouterr().err == f"{sentence('display.none')}\n"


def test_an_interrupt_before_the_first_paint_is_no_fault(
    starts: list[LaunchOptions], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("altrabits_desktop.app.window_run.run_window", interrupt)

    assert main([]) == 0


def test_pictures_are_taken_without_a_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []

    def take_shots(folder: Path) -> int:
        folders.append(folder)
        return 0

    monkeypatch.setattr("altrabits_desktop.app.shots.take_shots", take_shots)

    assert main(["--shots", str(tmp_path / "pictures")]) == 0
    assert folders == [tmp_path / "pictures"]
    assert not (tmp_path / "profile").exists()
