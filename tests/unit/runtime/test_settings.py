"""The person's choices."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import (
    JoinedHousehold,
    LoadedSettings,
    Settings,
    StreamerOrder,
    StreamerView,
    ThemeChoice,
    WindowSize,
    load_settings,
    read_settings,
    save_settings,
    settings_from,
    settings_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CHOSEN = Settings(
    theme=ThemeChoice.DARK,
    language="de",
    cards=("eth0", 'odd "card" \\'),
    view=StreamerView.ROWS,
    order=StreamerOrder.STATE,
    window=WindowSize(1300, 900),
)

HOUSEHOLD = JoinedHousehold("https://192.168.1.20:8619", "ab" * 32)
sides = st.integers(min_value=1, max_value=16_384)
printable = st.text(max_size=64).filter(lambda text: text.isprintable())


def test_without_a_file_the_defaults_hold_and_nothing_is_written(tmp_path: Path) -> None:
    loaded = load_settings(Profile(tmp_path / "none"))

    assert loaded == LoadedSettings(Settings())
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")

    save_settings(profile, CHOSEN)

    assert load_settings(profile).settings == CHOSEN


@pytest.mark.parametrize(
    "content", [b"theme = ", b"\xff\xfe", b"x = 1\n" * 20_000, b"a = " + b"[" * 9000]
)
def test_a_damaged_file_is_set_aside_and_never_deleted(tmp_path: Path, content: bytes) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(content)

    loaded = load_settings(profile)

    assert loaded.settings == Settings()
    assert loaded.set_aside == tmp_path / "settings.toml.damaged-1"
    assert loaded.set_aside.read_bytes() == content


def test_a_second_damaged_file_gets_a_name_of_its_own(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    for _ in range(2):
        profile.settings_file.write_bytes(b"=")
        load_settings(profile)

    names = sorted(path.name for path in tmp_path.iterdir())

    assert names == ["settings.toml.damaged-1", "settings.toml.damaged-2"]


def test_r39_a_damaged_file_that_cannot_be_moved_is_said_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"=")

    def fails(self: Path, target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "rename", fails)
    loaded = load_settings(profile)
    with pytest.raises(ProfileUnusable) as refused:
        save_settings(profile, CHOSEN)

    assert (loaded.settings, loaded.set_aside) == (Settings(), None)
    for fault in (loaded.fault, refused.value):
        assert fault is not None
        assert fault.code == "settings.not_set_aside"
        assert fault.arguments["file"] == str(profile.settings_file)
        assert fault.arguments["reason"] == "Read-only file system"
    assert profile.settings_file.read_bytes() == b"="


def test_r39_a_damaged_file_without_a_free_name_is_said_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"=")
    monkeypatch.setattr("altrabits_desktop.runtime.settings._ASIDE", 2)
    # Its end is missing, and yet the name is taken.
    (tmp_path / "settings.toml.damaged-1").symlink_to(tmp_path / "away")

    loaded = load_settings(profile)

    assert loaded.fault is not None
    assert loaded.fault.arguments["reason"] == os.strerror(errno.EEXIST)
    assert profile.settings_file.read_bytes() == b"="
    assert (tmp_path / "settings.toml.damaged-1").is_symlink()


def test_a_damaged_file_that_goes_meanwhile_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"=")

    def is_taken(_path: Path) -> bool:
        profile.settings_file.unlink()
        return False

    monkeypatch.setattr(os.path, "lexists", is_taken)

    assert load_settings(profile) == LoadedSettings(Settings())


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.EMFILE])
def test_r39_a_file_that_cannot_be_read_is_said_and_survives_the_next_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    profile = Profile(tmp_path)
    save_settings(profile, CHOSEN)
    before = profile.settings_file.read_bytes()

    def fails(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr("altrabits_desktop.runtime.settings.without_waiting", fails)
        loaded = load_settings(profile)
    save_settings(profile, Settings(), is_unread=loaded.fault is not None)

    assert loaded.settings == Settings()
    assert loaded.fault is not None
    assert loaded.fault.code == "settings.unreadable"
    assert loaded.fault.arguments["reason"] == os.strerror(number)
    assert (tmp_path / "settings.toml.damaged-1").read_bytes() == before
    assert load_settings(profile) == LoadedSettings(Settings())


def put_a_folder(path: Path) -> None:
    path.mkdir()


def put_a_pipe(path: Path) -> None:
    os.mkfifo(path)


def put_a_link_to_nowhere(path: Path) -> None:
    path.symlink_to("away.toml")


def put_a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    "put", [put_a_folder, put_a_pipe, put_a_link_to_nowhere, put_a_link_to_itself]
)
def test_r39_what_stands_in_the_place_of_the_settings_is_said_and_never_overwritten(
    tmp_path: Path, put: Callable[[Path], None]
) -> None:
    profile = Profile(tmp_path)
    put(profile.settings_file)
    kind = profile.settings_file.lstat().st_mode

    loaded = load_settings(profile)
    save_settings(profile, CHOSEN)

    assert loaded.fault is not None
    assert loaded.fault.code == "settings.unreadable"
    assert (tmp_path / "settings.toml.damaged-1").lstat().st_mode == kind
    assert load_settings(profile).settings == CHOSEN


def test_r39_a_file_that_is_damaged_while_the_program_runs_is_set_aside_before_a_choice(
    tmp_path: Path,
) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"theme = ")

    save_settings(profile, CHOSEN)

    assert (tmp_path / "settings.toml.damaged-1").read_bytes() == b"theme = "
    assert load_settings(profile).settings == CHOSEN


def test_reading_alone_changes_nothing_and_tells_what_is_damaged(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.settings_file.write_bytes(b"=")

    loaded = read_settings(profile)

    assert loaded.fault is not None
    assert loaded.fault.code == "settings.damaged"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 3),
        ("language", "d\x1be"),
        ("language", "x" * 65),
        ("cards", "eth0"),
        ("cards", [1]),
        ("cards", ["eth0"] * 33),
        ("view", []),
        ("order", "size"),
        ("window", 1180),
        ("window", {"width": 1180}),
        ("window", {"width": 1180, "height": "760"}),
        ("window", {"width": 0, "height": 760}),
        ("window", {"width": 1180, "height": 16_385}),
        ("household", "https://192.168.1.20:8619"),
        ("household", {"url": "https://192.168.1.20:8619"}),
        ("household", {"url": "https://192.168.1.20:8619", "pin": "ab" * 31}),
        ("household", {"url": "https://192.168.1.20:8619", "pin": "xy" * 32}),
        ("household", {"url": "http://192.168.1.20:8619", "pin": "ab" * 32}),
        ("household", {"url": "https://ada:b@192.168.1.20", "pin": "ab" * 32}),
    ],
)
def test_a_value_that_cannot_be_used_costs_only_itself(name: str, value: object) -> None:
    table: dict[str, object] = {"theme": "dark", "language": "de", "unknown": 1, name: value}

    loaded = settings_from(table)

    assert loaded.ignored_keys == (name,)
    assert "dark" in {loaded.settings.theme, "dark" if name == "theme" else ""}


def test_the_size_of_the_window_stands_in_a_table_of_its_own_and_only_when_it_is_known() -> None:
    table = "[window]\nwidth = 1300\nheight = 900\n"

    assert settings_text(CHOSEN).endswith(table)
    assert "window" not in settings_text(Settings())


def test_the_household_that_was_joined_stands_in_a_table_of_its_own() -> None:
    joined = CHOSEN._replace(household=HOUSEHOLD)
    table = f'[household]\nurl = "https://192.168.1.20:8619"\npin = "{"ab" * 32}"\n'

    assert settings_text(joined).endswith(table)
    assert "[window]" in settings_text(joined)
    assert "household" not in settings_text(CHOSEN)


def test_an_unwritable_profile_is_said_and_the_old_choices_stay(tmp_path: Path) -> None:
    place = tmp_path / "profile"
    place.write_text("a file")

    with pytest.raises(ProfileUnusable):
        save_settings(Profile(place), CHOSEN)

    assert place.read_text() == "a file"


def test_a_full_disk_is_said_as_an_unwritable_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("altrabits_desktop.runtime.settings.write_whole", fails)

    with pytest.raises(ProfileUnusable) as refused:
        save_settings(Profile(tmp_path), CHOSEN)

    assert refused.value.arguments["reason"] == "No space left on device"


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(ThemeChoice),
        language=printable,
        cards=st.lists(printable, max_size=32).map(tuple),
        view=st.sampled_from(StreamerView),
        order=st.sampled_from(StreamerOrder),
        window=st.none() | st.builds(WindowSize, width_px=sides, height_px=sides),
        household=st.none() | st.just(HOUSEHOLD),
        volume_step=st.integers(min_value=0, max_value=100),
    )
)
def test_any_settings_come_back_as_they_were(settings: Settings) -> None:
    import tomllib

    loaded = settings_from(tomllib.loads(settings_text(settings)))

    assert loaded.settings == settings
    assert loaded.ignored_keys == ()


@pytest.mark.parametrize("written", ["-1", "101", "true", '"25"', "2.5"])
def test_a_guard_of_the_volume_that_can_be_none_is_ignored(tmp_path: Path, written: str) -> None:
    Profile(tmp_path).settings_file.write_text(f"volume_step = {written}\n")

    loaded = load_settings(Profile(tmp_path))

    assert loaded.ignored_keys == ("volume_step",)
    assert loaded.settings.volume_step == 25
